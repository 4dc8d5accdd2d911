package io.github.crosstie.benchmarks;

import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.time.Duration;
import java.util.List;

/**
 * What a loopback server is asked by rounds of one user, counted there. Both sides must be in step afterwards, or
 * nothing is told.
 */
final class RoundRequests {

    private static final int CONTACTS = 100;
    private static final int EVENTS = 10;

    /** Long enough for the window of a calendar to end before the events in scope do. */
    private static final Duration UNTIL_WINDOWS_OVERLAP = Duration.ofDays(45);

    private final LoopbackServer.Kind kind;

    RoundRequests(LoopbackServer.Kind kind) {
        this.kind = kind;
    }

    /**
     * Requests and commits of one or several rounds.
     *
     * @param all all requests
     * @param reads those that read items
     * @param folders those about folders, a mailbox's claim included, which is kept in one
     * @param creations those that create items
     * @param contentCommits commits of what a round has found or done
     */
    record Counts(int all, int reads, int folders, int creations, int contentCommits) {

        Counts minus(Counts other) {
            return new Counts(
                    all - other.all,
                    reads - other.reads,
                    folders - other.folders,
                    creations - other.creations,
                    contentCommits - other.contentCommits);
        }

        /** Those that are about items: which have changed, what they hold, what is written. */
        int items() {
            return all - folders;
        }
    }

    /** A round of contacts and events that finds nothing. */
    Counts idle() {
        try (LoopbackUser user = settled()) {
            return idle(user);
        }
    }

    /** The same while two windows of the calendar are followed, an old one and the next. */
    Counts idleWhileWindowsOverlap() {
        try (LoopbackUser user = settled()) {
            user.rest(UNTIL_WINDOWS_OVERLAP);
            // The folders are looked up again, and the next window is begun.
            counted(user, 0);
            return idle(user);
        }
    }

    /** How many collections such a round is about. */
    static int collections() {
        return ItemKind.values().length;
    }

    /**
     * What rounds take more than idle ones after a person has changed one contact: the round that writes, and the one
     * after it, which is told of what was written.
     */
    Counts oneChanged(Side side) {
        try (LoopbackUser user = settled()) {
            // A claim that was refreshed before leaves one behind that is cleared away: so it goes from then on.
            user.editInCrm(1, "Changed before");
            user.settle();
            Counts idle = idle(user);
            if (side == Side.CRM) {
                user.editInCrm(1, "Changed in the CRM");
            } else {
                user.editInMailbox("Changed in the mailbox");
            }
            Counts before = soFar(user);
            counted(user, 1);
            counted(user, 0);
            return soFar(user).minus(before).minus(idle).minus(idle);
        }
    }

    /** The round that creates so many contacts of the CRM in an empty mailbox. */
    Counts firstSync(int contacts) {
        try (LoopbackUser user = new LoopbackUser(kind, contacts, 0)) {
            return counted(user, contacts);
        }
    }

    /** The round after it, which is told of what was written. */
    Counts afterFirstSync(int contacts) {
        try (LoopbackUser user = new LoopbackUser(kind, contacts, 0)) {
            counted(user, contacts);
            return counted(user, 0);
        }
    }

    private LoopbackUser settled() {
        LoopbackUser user = new LoopbackUser(kind, CONTACTS, EVENTS);
        user.settle();
        return user;
    }

    private static Counts idle(LoopbackUser user) {
        return counted(user, 0);
    }

    private static Counts counted(LoopbackUser user, int writes) {
        Counts before = soFar(user);
        int written = user.sync().writes();
        if (written != writes || !user.isInStep()) {
            throw new IllegalStateException(
                    "a round was to write " + writes + " records and to leave the sides in step, and wrote " + written
                            + "; counts of its requests would mean nothing");
        }
        return soFar(user).minus(before);
    }

    private static Counts soFar(LoopbackUser user) {
        List<LoopbackServer.Asked> asked = user.server().asked();
        return new Counts(
                asked.size(),
                count(asked, LoopbackServer.About.READING),
                count(asked, LoopbackServer.About.FOLDERS),
                count(asked, LoopbackServer.About.CREATION),
                user.store().contentCommits());
    }

    private static int count(List<LoopbackServer.Asked> requests, LoopbackServer.About about) {
        return (int) requests.stream().filter(asked -> asked.about() == about).count();
    }
}
