package io.github.crosstie.configuration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How constants are written in documents, differences and reports: in lower camel case, so that {@code CRM_TO_MAIL} reads
 * {@code crmToMail}. Spelling is exact, case included.
 */
public final class Spelling {

    private Spelling() {}

    /**
     * How a constant is written.
     *
     * @param constant a constant
     * @return its name in lower camel case
     */
    public static String of(Enum<?> constant) {
        StringBuilder text = new StringBuilder();
        for (String word : constant.name().split("_", -1)) {
            String lower = word.toLowerCase(Locale.ROOT);
            text.append(
                    text.isEmpty() || lower.isEmpty()
                            ? lower
                            : Character.toUpperCase(lower.charAt(0)) + lower.substring(1));
        }
        return text.toString();
    }

    /**
     * Which constant a text means.
     *
     * @param type the constants to choose from
     * @param text the text
     * @param <E> their type
     * @return the constant, or empty if none is written so
     */
    public static <E extends Enum<E>> Optional<E> parse(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> of(constant).equals(text))
                .findFirst();
    }

    /**
     * How all constants of a type are written.
     *
     * @param type the type
     * @param <E> the type
     * @return the texts, in the order of the constants
     */
    public static <E extends Enum<E>> List<String> all(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Spelling::of).toList();
    }
}
