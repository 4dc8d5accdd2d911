package io.github.crosstie.graph.internal.wire;

/** Carries a trouble along as the cause of an exception. */
final class TroubleCause extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient GraphTrouble trouble;

    TroubleCause(GraphTrouble trouble) {
        super(trouble.toString(), null, false, false);
        this.trouble = trouble;
    }

    GraphTrouble trouble() {
        return trouble;
    }
}
