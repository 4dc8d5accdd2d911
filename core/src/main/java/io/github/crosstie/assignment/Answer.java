package io.github.crosstie.assignment;

import io.github.crosstie.configuration.AssignmentKind;

/**
 * A user's answer in one integer: what a roster keeps per user. Configuration ordinal (0 for none, else plus one) above eight
 * bits of kind and flags.
 */
@SuppressWarnings("EnumOrdinal") // the code lives in memory only, within one version of the enum
final class Answer {

    private static final AssignmentKind[] KINDS = AssignmentKind.values();
    private static final int DORMANT = 3;
    private static final int UNCERTAIN = 4;
    private static final int CONTESTED = 5;
    private static final int INACTIVE = 6;
    private static final int ORDINAL = 8;

    private Answer() {}

    /** What applies to an active user for certain, none but this configuration claiming: -1 for nothing. */
    static int of(int configuration, AssignmentKind kind) {
        return (configuration + 1) << ORDINAL | kind.ordinal();
    }

    /**
     * The same answer with its flags, each 0 or 1: numbers, as half of all users have one and half have not, which no
     * processor guesses. An inactive user is never uncertain, as no membership makes them sync.
     */
    static int with(int answer, int dormant, int uncertain, int contested, int inactiveUser) {
        return answer
                | dormant << DORMANT
                | (uncertain & ~inactiveUser) << UNCERTAIN
                | contested << CONTESTED
                | inactiveUser << INACTIVE;
    }

    /** The ordinal of the configuration that would apply to an active user, or -1. */
    static int claimed(int answer) {
        return (answer >>> ORDINAL) - 1;
    }

    /** The ordinal of the effective configuration, or -1. */
    static int effective(int answer) {
        return has(answer, INACTIVE) ? -1 : claimed(answer);
    }

    static AssignmentKind kind(int answer) {
        return KINDS[answer & 7];
    }

    static boolean dormant(int answer) {
        return has(answer, DORMANT);
    }

    static boolean uncertain(int answer) {
        return has(answer, UNCERTAIN);
    }

    static boolean contested(int answer) {
        return has(answer, CONTESTED);
    }

    private static boolean has(int answer, int flag) {
        return (answer >>> flag & 1) != 0;
    }
}
