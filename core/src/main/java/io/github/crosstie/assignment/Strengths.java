package io.github.crosstie.assignment;

import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.configuration.AssignmentOrder;

/**
 * Every pair of a kind of assignment and a configuration by one number: the greater one applies (A3, A5). 0 stands for no
 * claim. Immutable.
 */
@SuppressWarnings("EnumOrdinal") // the place of a kind in an array that lives as long as this object
final class Strengths {

    private final ConfigurationRanks ranks;
    private final AssignmentOrder order;

    /** The least strength of each kind, less one; by the kind's ordinal. */
    private final int[] below;

    Strengths(ConfigurationRanks ranks, AssignmentOrder order) {
        this.ranks = ranks;
        this.order = order;
        below = new int[AssignmentKind.values().length];
        for (AssignmentKind kind : AssignmentKind.values()) {
            below[kind.ordinal()] = (below.length - 1 - order.rank(kind)) * ranks.count();
        }
    }

    /** The strength of a claim by an active configuration, or 0 if the ordinal is none. */
    int of(AssignmentKind kind, int configuration) {
        return configuration < 0 ? 0 : below[kind.ordinal()] + ranks.count() - ranks.rank(configuration);
    }

    /** The word of a claim: one by an inactive configuration has no strength. */
    long word(AssignmentKind kind, int configuration) {
        return ClaimWord.of(configuration, ranks.active(configuration) ? of(kind, configuration) : 0);
    }

    /** The least strength that an individual assignment can have: nothing else is as strong. */
    int ofAnyIndividual() {
        return below[AssignmentKind.USER.ordinal()] + 1;
    }

    /** For each strength, what applies to a user whose best claim has it. */
    int[] answers() {
        int count = ranks.count();
        int[] answers = new int[below.length * count + 1];
        answers[0] = Answer.of(Claims.NONE, order.kinds().get(below.length - 1));
        for (AssignmentKind kind : order.kinds()) {
            for (int configuration = 0; configuration < count; configuration++) {
                answers[of(kind, configuration)] = Answer.of(configuration, kind);
            }
        }
        return answers;
    }
}
