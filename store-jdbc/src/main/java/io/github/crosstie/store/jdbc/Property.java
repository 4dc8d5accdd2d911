package io.github.crosstie.store.jdbc;

import io.github.crosstie.item.Side;

/** The names of what a collection has one of, or one a side. */
enum Property {
    CURSOR,
    SCOPE,
    SCAN,
    HOLD,
    PAUSE,
    CLAIM,
    RELINKING,
    ROUND,
    SETTINGS,
    FORMER_SETTINGS,
    MOVE;

    /** The value of what is there or not. */
    static final String YES = "yes";

    String of() {
        return name();
    }

    String of(Side side) {
        return name() + "." + side.name();
    }
}
