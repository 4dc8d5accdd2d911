package io.github.crosstie.engagement.plan;

import java.util.List;
import java.util.Objects;

/**
 * Why something is done or left alone.
 *
 * @param rule the id of the rule, such as {@code U26}
 * @param text one sentence for people, without personal data
 * @param routes how the user came into each set; empty if the user is in none
 */
public record Reason(String rule, String text, List<SetRoute> routes) {

    /** Copies the routes. */
    public Reason {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(text, "text");
        routes = List.copyOf(routes);
    }

    /**
     * A reason that has to do with no set.
     *
     * @param rule the id of the rule
     * @param text one sentence for people, without personal data
     * @return the reason
     */
    public static Reason of(String rule, String text) {
        return new Reason(rule, text, List.of());
    }

    @Override
    public String toString() {
        return rule + ": " + text;
    }
}
