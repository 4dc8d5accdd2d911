package io.github.crosstie.benchmarks;

import io.github.crosstie.testkit.exchange.LoopbackFaults;
import io.github.crosstie.testkit.exchange.LoopbackRequest;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Whether anything is written twice after a crash: the first sync of some contacts, and a change of each, broken off at
 * every point in turn. A point is a commit that is the store's last, made or not, after which another worker goes on;
 * or a write whose answer is lost.
 */
final class BrokenSyncs {

    private static final int CONTACTS = 60; // two requests of each kind
    private static final Pattern CREATED = Pattern.compile("<(?:\\w+:)?Contact>");
    private static final Pattern UPDATED = Pattern.compile("<(?:\\w+:)?ItemChange>");

    private BrokenSyncs() {}

    @SuppressWarnings("UnusedVariable") // what a sync without faults does with them
    private static void noFault(LoopbackFaults faults) {}

    /**
     * What was found.
     *
     * @param points how many points a sync was broken off at
     * @param repeated how many writes were asked for more often than once, at all of them together
     */
    record Found(int points, int repeated) {}

    static Found find() {
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
        for (String operation : new String[] {"CreateItem", "UpdateItem"}) {
            for (int number = 1; number <= 2; number++) {
                int which = number;
                Run run = run(
                        CountingStore.Break.NEVER,
                        faults -> faults.nth(operation, which).loseAnswer());
                if (!run.broke()) {
                    throw new IllegalStateException(
                            "there was no " + operation + " " + number + " whose answer to lose");
                }
                points++;
                repeated += run.repeated();
            }
        }
        return new Found(points, repeated);
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
    static Run run(CountingStore.Break planned, Consumer<LoopbackFaults> fault) {
        try (ExchangeUser user = new ExchangeUser(CONTACTS, 0)) {
            user.exchange().keepEnvelopes(true);
            user.replaceWorker(planned);
            CountingStore store = user.store();
            fault.accept(user.exchange().faults());
            user.settle();
            user.editInCrm(CONTACTS, "Changed");
            user.settle();
            int repeated = written(user) - 2 * CONTACTS;
            if (repeated < 0) {
                throw new IllegalStateException(
                        "more was written than was asked for; the requests were not understood");
            }
            boolean lost = user.exchange().requests().stream().anyMatch(request -> request.status() == 0);
            return new Run(store.isBroken() || lost, repeated);
        }
    }

    /** How many creations and updates the server was asked for. */
    private static int written(ExchangeUser user) {
        return user.exchange().requests().stream()
                .mapToInt(request -> count(request, "CreateItem", CREATED) + count(request, "UpdateItem", UPDATED))
                .sum();
    }

    private static int count(LoopbackRequest request, String operation, Pattern item) {
        return request.operation().equals(operation)
                ? (int) item.matcher(request.envelope()).results().count()
                : 0;
    }
}
