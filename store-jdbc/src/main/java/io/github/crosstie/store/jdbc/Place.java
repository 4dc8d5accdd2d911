package io.github.crosstie.store.jdbc;

/** Where values of one type are kept. */
interface Place {

    /** Its name, for good. */
    String name();

    /**
     * Whether what is kept there may hold what a person has typed, or a system's own words. Ids, versions and moments alone tell
     * nothing.
     */
    boolean mayTell();
}
