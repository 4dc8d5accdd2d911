package io.github.crosstie.move;

/** By what a record was found again, the surest first: the rungs of the ladder of S22. */
public enum Rung {
    /** By the id that it had this way before, on the way back. */
    FORMER_ID("former id"),
    /** By its translated id. */
    TRANSLATED_ID("translated id"),
    /** By the engine's mark that it carries. */
    MARK("mark"),
    /** By the UID of the event. */
    UID("UID"),
    /** By what it holds (S2): no other record by either way has the same key. */
    CONTENTS("contents"),
    /** A person chose it. */
    REVIEW("review");

    private final String words;

    Rung(String words) {
        this.words = words;
    }

    /**
     * Whether the system itself, and not a comparison, says that it is the same record.
     *
     * @return true for ids
     */
    public boolean isById() {
        return this == FORMER_ID || this == TRANSLATED_ID;
    }

    /** What people call it. */
    @Override
    public String toString() {
        return words;
    }
}
