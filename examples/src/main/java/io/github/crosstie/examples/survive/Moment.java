package io.github.crosstie.examples.survive;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * When a worker is killed.
 *
 * @param at at which of its doings
 * @param number at the how manieth, from 1
 * @param takesEffect whether what it was doing is still done: a request that is under way arrives, a commit is sent to the database
 */
record Moment(Doing at, int number, boolean takesEffect) {

    /** What the parent sees of a worker's doings. */
    enum Doing {
        /** A request to a server, of any kind. */
        REQUEST(30),
        /** A request that changes a record. */
        WRITE(8),
        /** A transaction of the state store, all of it sent but the commit. */
        COMMIT(25);

        private final int most;

        Doing(int most) {
            this.most = most;
        }
    }

    static Moment random(RandomGenerator random) {
        Doing at = Doing.values()[random.nextInt(Doing.values().length)];
        return new Moment(at, 1 + random.nextInt(at.most), random.nextBoolean());
    }

    @Override
    public String toString() {
        String doing = at.name().toLowerCase(Locale.ROOT) + " " + number;
        return takesEffect ? "after " + doing + " was sent, before any answer" : "before " + doing;
    }
}
