package io.github.crosstie.assignment;

import io.github.crosstie.configuration.AssignmentKind;

/**
 * A user's answer in one integer: what a roster keeps per user. Configuration ordinal (0 for none, else plus one) above eight
 * bits of kind and flags.
 */
@SuppressWarnings("EnumOrdinal") // the code lives in memory only, within one version of the enum
final class Answer {

    private static final AssignmentKind[] KINDS = AssignmentKind.values();
    private static final int DORMANT = 1 << 3;
    private static final int UNCERTAIN = 1 << 4;
    private static final int CONTESTED = 1 << 5;
    private static final int INACTIVE = 1 << 6;
    private static final int ORDINAL_SHIFT = 8;

    private Answer() {}

    /** What applies to an active user for certain, none but this configuration claiming: -1 for nothing. */
    static int of(int configuration, AssignmentKind kind) {
        return (configuration + 1) << ORDINAL_SHIFT | kind.ordinal();
    }

    /** The same answer with its flags; an inactive user is never uncertain, as no membership makes them sync. */
    static int with(int answer, boolean dormant, boolean uncertain, boolean contested, boolean activeUser) {
        return answer
                | (dormant ? DORMANT : 0)
                | (contested ? CONTESTED : 0)
                | (activeUser ? (uncertain ? UNCERTAIN : 0) : INACTIVE);
    }

    /** The ordinal of the configuration that would apply to an active user, or -1. */
    static int claimed(int answer) {
        return (answer >>> ORDINAL_SHIFT) - 1;
    }

    /** The ordinal of the effective configuration, or -1. */
    static int effective(int answer) {
        return (answer & INACTIVE) != 0 ? -1 : claimed(answer);
    }

    static AssignmentKind kind(int answer) {
        return KINDS[answer & 7];
    }

    static boolean dormant(int answer) {
        return (answer & DORMANT) != 0;
    }

    static boolean uncertain(int answer) {
        return (answer & UNCERTAIN) != 0;
    }

    static boolean contested(int answer) {
        return (answer & CONTESTED) != 0;
    }

    static boolean inactiveUser(int answer) {
        return (answer & INACTIVE) != 0;
    }
}
