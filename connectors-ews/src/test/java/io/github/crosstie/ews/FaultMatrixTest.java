package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.testkit.exchange.FaultChoice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A first sync of contacts, an event and a series, both ways, in which one request goes wrong: each request once in
 * each of the ways that leave open whether it was carried out, and in turn in one of the others.
 */
class FaultMatrixTest {

    private static final Map<String, Consumer<FaultChoice>> LOST = Map.of(
            "request lost", FaultChoice::loseRequest,
            "answer lost", FaultChoice::loseAnswer,
            "carried out, then 503", fault -> fault.loseAnswerToGateway(503));

    private static final Map<String, Consumer<FaultChoice>> OTHERS = others();

    private static Map<String, Consumer<FaultChoice>> others() {
        Map<String, Consumer<FaultChoice>> others = new LinkedHashMap<>();
        others.put("answer broken off", FaultChoice::breakOff);
        others.put("busy", fault -> fault.throttle(Duration.ofSeconds(30)));
        others.put("busy, said in the message", fault -> fault.throttleInMessage(Duration.ofSeconds(30)));
        others.put("503", FaultChoice::serviceUnavailable);
        others.put("502", FaultChoice::badGateway);
        others.put("error page", FaultChoice::errorPage);
        others.put("transient", fault -> fault.fault("ErrorInternalServerTransientError"));
        others.put("transient, item by item", fault -> fault.refuse("ErrorTimeoutExpired"));
        others.put("moving", fault -> fault.fault("ErrorMailboxMoveInProgress"));
        return others;
    }

    private static int requestsWithoutFault() {
        try (SyncedMailbox user = new SyncedMailbox()) {
            user.fill();
            user.sync();
            int requests = user.exchange().requests().size();
            user.settle();
            assertThat(user.state()).isEqualTo(user.wanted());
            return requests;
        }
    }

    @Test
    @DisplayName(
            "F1 to F8 over the wire: whatever request goes wrong, both sides end up equal, with nothing twice and nobody told")
    void endsUpEqual() {
        int requests = requestsWithoutFault();
        List<String> failures = new ArrayList<>();
        List<String> names = List.copyOf(OTHERS.keySet());

        for (int request = 1; request <= requests; request++) {
            Map<String, Consumer<FaultChoice>> faults = new LinkedHashMap<>(LOST);
            String other = names.get(request % names.size());
            faults.put(other, OTHERS.getOrDefault(other, FaultChoice::loseAnswer));
            for (Map.Entry<String, Consumer<FaultChoice>> fault : faults.entrySet()) {
                try (SyncedMailbox user = new SyncedMailbox()) {
                    user.fill();
                    fault.getValue().accept(user.exchange().faults().nth(request));
                    user.sync();
                    user.settle();
                    if (!user.state().equals(user.wanted())) {
                        failures.add(fault.getKey() + " at request " + request + ": " + user.state());
                    }
                    if (!user.mailbox().sent().isEmpty()) {
                        failures.add(fault.getKey() + " at request " + request + ": mail was sent");
                    }
                }
            }
        }

        assertThat(requests).isGreaterThan(15);
        assertThat(failures).isEmpty();
    }
}
