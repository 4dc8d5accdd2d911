package io.github.crosstie.benchmarks;

import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.testkit.exchange.LoopbackRequest;
import java.util.List;
import java.util.Set;

/**
 * What a loopback Exchange is asked by rounds of one user, counted there. Both sides must be in step afterwards, or
 * nothing is told.
 */
final class ExchangeRequests {

    private static final int CONTACTS = 100;
    private static final int EVENTS = 10;
    private static final Set<String> READS = Set.of("GetItem", "FindItem");
    private static final Set<String> FOLDERS = Set.of("GetFolder", "FindFolder", "CreateFolder", "DeleteFolder");

    private ExchangeRequests() {}

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
    static Counts idle() {
        try (ExchangeUser user = settled()) {
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
    static Counts oneChanged(Side side) {
        try (ExchangeUser user = settled()) {
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
    static Counts firstSync(int contacts) {
        try (ExchangeUser user = new ExchangeUser(contacts, 0)) {
            return counted(user, contacts);
        }
    }

    /** The round after it, which is told of what was written. */
    static Counts afterFirstSync(int contacts) {
        try (ExchangeUser user = new ExchangeUser(contacts, 0)) {
            counted(user, contacts);
            return counted(user, 0);
        }
    }

    private static ExchangeUser settled() {
        ExchangeUser user = new ExchangeUser(CONTACTS, EVENTS);
        user.settle();
        return user;
    }

    private static Counts idle(ExchangeUser user) {
        return counted(user, 0);
    }

    private static Counts counted(ExchangeUser user, int writes) {
        Counts before = soFar(user);
        int written = user.sync().writes();
        if (written != writes || !user.isInStep()) {
            throw new IllegalStateException(
                    "a round was to write " + writes + " records and to leave the sides in step, and wrote " + written
                            + "; counts of its requests would mean nothing");
        }
        return soFar(user).minus(before);
    }

    private static Counts soFar(ExchangeUser user) {
        List<LoopbackRequest> requests = user.exchange().requests();
        return new Counts(
                requests.size(),
                count(requests, READS),
                count(requests, FOLDERS),
                count(requests, Set.of("CreateItem")),
                user.store().contentCommits());
    }

    private static int count(List<LoopbackRequest> requests, Set<String> operations) {
        return (int) requests.stream()
                .filter(request -> operations.contains(request.operation()))
                .count();
    }
}
