package io.github.crosstie.store.jdbc;

import io.github.crosstie.item.Side;

/** The names of what a collection has one of, or one a side. */
enum Property implements Place {
    CURSOR,
    SCOPE,
    SCAN(false),
    HOLD,
    PAUSE,
    CLAIM(false),
    RELINKING(false),
    ROUND(false),
    SETTINGS,
    FORMER_SETTINGS,
    MOVE;

    /** The value of what is there or not. */
    static final String YES = "yes";

    private final boolean mayTell;

    /** Cursors and the like are a system's own words: addresses stand in some. */
    Property() {
        this(true);
    }

    Property(boolean mayTell) {
        this.mayTell = mayTell;
    }

    @Override
    public boolean mayTell() {
        return mayTell;
    }

    String of() {
        return name();
    }

    String of(Side side) {
        return name() + "." + side.name();
    }

    /** The property whose name, for a side or not, that is. */
    static Property named(String name) {
        return valueOf(name.split("\\.", 2)[0]);
    }
}
