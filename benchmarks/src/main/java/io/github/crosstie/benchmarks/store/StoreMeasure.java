package io.github.crosstie.benchmarks.store;

/** What is measured of a store. */
public enum StoreMeasure {
    /** Commits that change one link and a cursor. */
    COMMITS("commits of one changed link, one worker", true),
    /** The same by eight workers, each at a collection of its own. */
    COMMITS_OF_EIGHT("the same, eight workers", true),
    /** New links, by commits of a hundred. */
    LINKS_STORED("links stored by commits of 100, one worker", true),
    /** How much the tables and indexes grow by a link. */
    LINK_BYTES("what a link takes on disk, bytes", false),
    /** Links of whole collections of a thousand, as a round begins. */
    LINKS_READ("links read, a collection of 1,000 at a time, one worker", true),
    /** Leases taken, and given back with a round's last words. */
    LEASES("leases taken and given back, one worker", true),
    /** The same by eight workers, each at a collection of its own. */
    LEASES_OF_EIGHT("the same, eight workers", true),
    /** Lease, state of a hundred links, last words: all that a quiet round asks of its store. */
    QUIET_ROUNDS("the store's part of quiet rounds of 100 links, eight workers", true),
    /** Mailboxes that are due, taken by eight workers from one table, a hundred at a time. */
    CLAIMS("due mailboxes claimed 100 at a time, eight workers", true);

    private final String what;
    private final boolean isRate;

    StoreMeasure(String what, boolean isRate) {
        this.what = what;
        this.isRate = isRate;
    }

    /**
     * What it is, for a table.
     *
     * @return a phrase
     */
    String what() {
        return isRate ? what + ", a second" : what;
    }
}
