package io.github.crosstie.testkit.simulator;

import java.util.Arrays;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Every choice of one history in the order in which it was made, as small numbers: the whole of what makes the history. Zero
 * stands for the plainest choice, and a tape that ends early goes on with zeros. Immutable.
 */
public final class Tape {

    private static final int RADIX = 36;
    private static final String ZEROS = "-";

    private final int[] choices;

    private Tape(int[] choices) {
        this.choices = choices;
    }

    /**
     * A tape of some choices.
     *
     * @param choices the choices, none negative; zeros at the end are left out
     * @return the tape
     * @throws IllegalArgumentException if one is negative
     */
    public static Tape of(int... choices) {
        int length = choices.length;
        while (length > 0 && choices[length - 1] == 0) {
            length--;
        }
        int[] kept = Arrays.copyOf(choices, length);
        for (int choice : kept) {
            if (choice < 0) {
                throw new IllegalArgumentException("tape holds the choice " + choice + "; use 0 or more");
            }
        }
        return new Tape(kept);
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @param text the text; blank for the empty tape
     * @return the tape
     * @throws IllegalArgumentException if it is no tape
     */
    public static Tape parse(String text) {
        int[] choices = new int[16];
        int count = 0;
        for (String part : text.isBlank() ? new String[0] : text.strip().split("\\.", -1)) {
            boolean zeros = part.startsWith(ZEROS);
            int number = number(zeros ? part.substring(ZEROS.length()) : part, text);
            int more = zeros ? number : 1;
            if (count + more > choices.length) {
                choices = Arrays.copyOf(choices, 2 * (count + more));
            }
            if (!zeros) {
                choices[count] = number;
            }
            count += more;
        }
        return of(Arrays.copyOf(choices, count));
    }

    private static int number(String digits, String text) {
        try {
            int number = Integer.parseInt(digits, RADIX);
            if (number >= 0 && number < 1 << 24) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + digits + "' is no choice of a tape, in '" + text + "'", e);
        }
        throw new IllegalArgumentException("'" + digits + "' is out of the range of a tape, in '" + text + "'");
    }

    /**
     * How many choices it holds.
     *
     * @return the number, without zeros at the end
     */
    public int length() {
        return choices.length;
    }

    /** A copy that the caller may change. */
    int[] toArray() {
        return choices.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tape that && Arrays.equals(choices, that.choices);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(choices);
    }

    /** One line: numbers of base 36 with dots between them; {@code -n} stands for n zeros. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(".");
        int i = 0;
        while (i < choices.length) {
            int end = i;
            while (end < choices.length && choices[end] == 0) {
                end++;
            }
            if (end - i > 1) {
                text.add(ZEROS + Integer.toString(end - i, RADIX));
                i = end;
            } else {
                text.add(Integer.toString(choices[i], RADIX));
                i++;
            }
        }
        return text.toString();
    }
}
