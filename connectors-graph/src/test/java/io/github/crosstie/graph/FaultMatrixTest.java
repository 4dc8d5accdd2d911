package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.graph.internal.wire.Way;
import io.github.crosstie.testkit.graph.FaultChoice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A first sync of contacts, an event and a series, both ways, in which one request goes wrong: each request once in
 * each of the ways that leave open whether it was carried out, and in turn in one of the others.
 */
class FaultMatrixTest {

    private static final Map<String, Consumer<FaultChoice>> LOST = lost();
    private static final Map<String, Consumer<FaultChoice>> OTHERS = others();

    private static Map<String, Consumer<FaultChoice>> lost() {
        Map<String, Consumer<FaultChoice>> lost = new LinkedHashMap<>();
        lost.put("request lost", FaultChoice::loseRequest);
        lost.put("answer lost", FaultChoice::loseAnswer);
        lost.put("carried out, then 504", fault -> fault.loseAnswerToGateway(504));
        return lost;
    }

    private static Map<String, Consumer<FaultChoice>> others() {
        Map<String, Consumer<FaultChoice>> others = new LinkedHashMap<>();
        others.put("answer broken off", FaultChoice::breakOff);
        others.put("429", fault -> fault.throttle(Duration.ofSeconds(30)));
        others.put("429 without end", FaultChoice::throttle);
        others.put("503", FaultChoice::serviceUnavailable);
        others.put("503 with end", fault -> fault.serviceUnavailable(Duration.ofSeconds(30)));
        others.put("502 of a gateway", FaultChoice::badGateway);
        others.put("500", fault -> fault.refuse(500, "ErrorInternalServerError"));
        others.put("410", FaultChoice::expire);
        others.put("moving", fault -> fault.refuse(503, "ErrorMailboxMoveInProgress"));
        others.put("stray links", FaultChoice::strayLinks);
        others.put("empty page", FaultChoice::emptyPage);
        others.put("page twice", FaultChoice::repeatPage);
        others.put("unknown removal", FaultChoice::removeUnknown);
        others.put("unknown properties", FaultChoice::unknownProperties);
        return others;
    }

    private static int requestsWithoutFault(Way way) {
        try (SyncedMailbox user = new SyncedMailbox(way)) {
            user.fill();
            user.sync();
            int requests = user.graph().requests().size();
            user.settle();
            assertThat(user.state()).isEqualTo(user.wanted());
            return requests;
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("F1 to F8 over the wire: whatever request goes wrong, both sides end up equal, with nothing twice and"
            + " nobody told")
    void endsUpEqual(Way way) {
        int requests = requestsWithoutFault(way);
        List<String> failures = new ArrayList<>();
        List<String> names = List.copyOf(OTHERS.keySet());

        for (int request = 1; request <= requests; request++) {
            Map<String, Consumer<FaultChoice>> faults = new LinkedHashMap<>(LOST);
            String other = names.get(request % names.size());
            faults.put(other, OTHERS.getOrDefault(other, FaultChoice::loseAnswer));
            for (Map.Entry<String, Consumer<FaultChoice>> fault : faults.entrySet()) {
                try (SyncedMailbox user = new SyncedMailbox(way)) {
                    user.fill();
                    fault.getValue().accept(user.graph().faults().nth("", request));
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
