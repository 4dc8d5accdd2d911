package io.github.crosstie.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that somebody may have meant. */
final class Nearest {

    /** Nobody misspells a name of this length; comparing it would only cost time. */
    private static final int LONGEST = 60;

    private Nearest() {}

    static String refusal(String text, Collection<String> known) {
        String all = known.size() == 1 ? "use " : "use one of ";
        return "'" + JsonPlace.shortened(text) + "'"
                + of(text, known).map(near -> "; did you mean '" + near + "'?").orElse("")
                + "; " + all + String.join(", ", known);
    }

    static Optional<String> of(String text, Collection<String> known) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = text.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name -> distance(wanted, name) <= Math.max(2, name.length() / 3))
                .min(Comparator.comparingInt(name -> distance(wanted, name)));
    }

    /** How many letters to insert, drop or change (Levenshtein). */
    private static int distance(String wanted, String name) {
        String other = name.toLowerCase(Locale.ROOT);
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= wanted.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int changed = diagonal + (wanted.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(changed, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
