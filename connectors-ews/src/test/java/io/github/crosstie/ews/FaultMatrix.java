package io.github.crosstie.ews;

import io.github.crosstie.testkit.exchange.FaultChoice;
import io.github.crosstie.testkit.exchange.LoopbackFaults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Rounds in which something goes wrong at one request: at each request of the round its answer is lost, and at
 * every third one in turn something else happens. Both sides are to end up as people made them.
 */
final class FaultMatrix {

    /** Whether each request has every fault, which takes minutes; otherwise a lost answer, and every third one another. */
    private static final boolean ALL = Boolean.getBoolean("crosstie.faults.all");

    private static final Map<String, Consumer<FaultChoice>> FAULTS = faults();
    private static final String FROM_HERE_ON = "answer lost, and all that follows";

    private static Map<String, Consumer<FaultChoice>> faults() {
        Map<String, Consumer<FaultChoice>> faults = new LinkedHashMap<>();
        faults.put("answer lost", FaultChoice::loseAnswer);
        faults.put("request lost", FaultChoice::loseRequest);
        faults.put(FROM_HERE_ON, FaultChoice::loseAnswer);
        faults.put("busy", fault -> fault.throttle(Duration.ofSeconds(30)));
        faults.put("carried out, then 503", fault -> fault.loseAnswerToGateway(503));
        faults.put("transient, item by item", fault -> fault.refuse("ErrorTimeoutExpired"));
        faults.put("answer broken off", FaultChoice::breakOff);
        faults.put("busy, said in the message", fault -> fault.throttleInMessage(Duration.ofSeconds(30)));
        faults.put("503", FaultChoice::serviceUnavailable);
        faults.put("502", FaultChoice::badGateway);
        faults.put("error page", FaultChoice::errorPage);
        faults.put("transient", fault -> fault.fault("ErrorInternalServerTransientError"));
        faults.put("moving", fault -> fault.fault("ErrorMailboxMoveInProgress"));
        return faults;
    }

    /** What goes wrong at a request. */
    private static List<String> faultsAt(int request) {
        List<String> names = List.copyOf(FAULTS.keySet());
        if (ALL) {
            return names;
        }
        String other = names.get(1 + request / 3 % (names.size() - 1));
        return request % 3 == 0 ? List.of(names.get(0), other) : List.of(names.get(0));
    }

    private static void plan(String fault, int request, LoopbackFaults faults) {
        FAULTS.getOrDefault(fault, FaultChoice::loseAnswer).accept(faults.nth(request));
        for (int later = 1; later < 40 && fault.equals(FROM_HERE_ON); later++) {
            faults.nth(request + later).loseRequest();
        }
    }

    private final Supplier<SyncedMailbox> users;

    /**
     * A matrix.
     *
     * @param users makes a user without records for each history
     */
    FaultMatrix(Supplier<SyncedMailbox> users) {
        this.users = users;
    }

    /**
     * What came of all histories of a story.
     *
     * @param requests how many requests the round takes if nothing goes wrong
     * @param histories in how many histories something went wrong
     * @param failures what is not as people made it
     */
    record Result(int requests, int histories, List<String> failures) {}

    /** Lives a story once for each fault at each request of its round, until there are so many failures. */
    Result live(FaultStory story, int mostFailures) {
        List<String> failures = new ArrayList<>();
        int requests = withoutFault(story, failures);
        int histories = 0;
        for (int request = 1; request <= requests; request++) {
            for (String fault : faultsAt(request)) {
                if (failures.size() >= mostFailures) {
                    return new Result(requests, histories, failures);
                }
                histories++;
                failures.addAll(live(story, request, fault));
            }
        }
        return new Result(requests, histories, failures);
    }

    /** How many requests the round takes if nothing goes wrong. */
    private int withoutFault(FaultStory story, List<String> failures) {
        try (SyncedMailbox user = users.get()) {
            story.live(user);
            int before = user.exchange().requests().size();
            user.sync();
            int requests = user.exchange().requests().size() - before;
            user.settle();
            if (!user.agenda().seen().equals(story.outcome())) {
                failures.add("without any fault: " + user.agenda().seen());
            }
            return requests;
        }
    }

    private List<String> live(FaultStory story, int request, String fault) {
        List<String> failures = new ArrayList<>();
        String where = fault + " at request " + request + ": ";
        try (SyncedMailbox user = users.get()) {
            story.live(user);
            List<String> unchanged = new ArrayList<>(user.agenda().seen().crmEvents());
            unchanged.retainAll(story.outcome().crmEvents());
            plan(fault, request, user.exchange().faults());
            user.sync();
            if (!user.agenda().seen().crmEvents().containsAll(unchanged)) {
                failures.add(where + "the CRM loses something for a while: "
                        + user.agenda().seen().crmEvents());
            }
            user.settle();
            if (!user.agenda().seen().equals(story.outcome())) {
                failures.add(where + user.agenda().seen());
            }
            if (!user.mailbox().sent().isEmpty()) {
                failures.add(where + "mail was sent");
            }
        }
        return failures;
    }
}
