package io.github.crosstie.testkit.graph;

import org.jspecify.annotations.Nullable;

/** Versions of items as HTTP names them, and writes that hold for one version only. */
final class ETags {

    private ETags() {}

    static String of(String changeKey) {
        return "W/\"" + changeKey + "\"";
    }

    /** Refuses a write that was meant for another version. */
    static void check(@Nullable String ifMatch, String changeKey) throws GraphRefusal {
        if (ifMatch != null && !ifMatch.strip().equals("*") && !plain(ifMatch).equals(changeKey)) {
            throw new GraphRefusal(
                    412,
                    "ErrorIrresolvableConflict",
                    "The send or update operation could not be performed because the change key passed in the request "
                            + "does not match the current change key for the item.");
        }
    }

    private static String plain(String tag) {
        String text = tag.strip();
        String unmarked = text.startsWith("W/") ? text.substring(2) : text;
        return unmarked.replace("\"", "");
    }
}
