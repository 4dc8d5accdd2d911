package io.github.crosstie.benchmarks;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/**
 * Whether anything is written twice after a crash: the first sync of some contacts, and a change of each, broken off at
 * every point in turn. A point is a commit that is the store's last, made or not, after which another worker goes on;
 * or a write whose answer is lost.
 */
final class BrokenSyncs {

    private static final int CONTACTS = 60; // two requests of each kind

    private final LoopbackServer.Kind kind;

    BrokenSyncs(LoopbackServer.Kind kind) {
        this.kind = kind;
    }

    @SuppressWarnings("UnusedVariable") // what a sync without faults does with them
    private static void noFault(LoopbackServer server) {}

    /**
     * What was found.
     *
     * @param points how many points a sync was broken off at
     * @param repeated how many writes were asked for more often than once, at all of them together
     */
    record Found(int points, int repeated) {}

    Found find() {
        int points = 0;
        int repeated = 0;
        for (boolean done : new boolean[] {false, true}) {
            Run run = run(new CountingStore.Break(1, done), BrokenSyncs::noFault);
            for (int commit = 2; run.broke(); commit++) {
                points++;
                repeated += run.repeated();
                run = run(new CountingStore.Break(commit, done), BrokenSyncs::noFault);
            }
            // The last one did not get as far, and is a sync like any other.
            repeated += run.repeated();
        }
        for (String operation : writing()) {
            Run run = lost(operation, 1);
            for (int number = 2; run.broke(); number++) {
                points++;
                repeated += run.repeated();
                run = lost(operation, number);
            }
            repeated += run.repeated();
        }
        return new Found(points, repeated);
    }

    private List<String> writing() {
        try (LoopbackServer server = kind.start(Clock.systemUTC())) {
            return server.writing();
        }
    }

    private Run lost(String operation, int number) {
        return run(CountingStore.Break.NEVER, server -> server.loseAnswer(operation, number));
    }

    /**
     * One sync.
     *
     * @param broke whether the store broke, or an answer was lost
     * @param repeated how many writes were asked for once too often
     */
    record Run(boolean broke, int repeated) {}

    /**
     * A first sync and a change of all its contacts, until both sides are in step.
     *
     * @param planned where the store of the first worker breaks
     * @param fault what happens to requests
     */
    Run run(CountingStore.Break planned, Consumer<LoopbackServer> fault) {
        try (LoopbackUser user = new LoopbackUser(kind, CONTACTS, 0)) {
            user.server().keepBodies(true);
            user.replaceWorker(planned);
            CountingStore store = user.store();
            fault.accept(user.server());
            user.settle();
            user.editInCrm(CONTACTS, "Changed");
            user.settle();
            int repeated = written(user) - 2 * CONTACTS;
            if (repeated < 0) {
                throw new IllegalStateException(
                        "more was written than was asked for; the requests were not understood");
            }
            boolean lost = user.server().asked().stream().anyMatch(LoopbackServer.Asked::lost);
            return new Run(store.isBroken() || lost, repeated);
        }
    }

    /** How many creations and updates the server was asked for. */
    private static int written(LoopbackUser user) {
        return user.server().asked().stream()
                .mapToInt(LoopbackServer.Asked::items)
                .sum();
    }
}
