package io.github.crosstie.examples.house;

import io.github.crosstie.testkit.exchange.FaultChoice;
import io.github.crosstie.testkit.exchange.LoopbackExchange;
import io.github.crosstie.testkit.graph.LoopbackGraph;
import io.github.crosstie.testkit.salesforce.LoopbackRequest;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What goes wrong on the three servers while everybody is synced once: which requests is drawn, and what becomes of
 * them.
 */
final class Storm {

    private static final Duration PAUSE = Duration.ofSeconds(40);

    private final Clock clock;
    private final RandomGenerator random;
    private final Supplier<Runnable> deeds;
    private final List<BooleanSupplier> struck = new ArrayList<>();

    /**
     * A storm without any fault.
     *
     * @param deeds what somebody does just before a request is worked on
     */
    Storm(Clock clock, RandomGenerator random, Supplier<Runnable> deeds) {
        this.clock = clock;
        this.random = random;
        this.deeds = deeds;
    }

    /** How many faults have met a request. */
    int struck() {
        return (int) struck.stream().filter(BooleanSupplier::getAsBoolean).count();
    }

    void over(LoopbackSalesforce salesforce, int requests) {
        Draw draw = new Draw(requests, () -> salesforce.requests().size());
        List<Consumer<io.github.crosstie.testkit.salesforce.FaultChoice>> faults = List.of(
                io.github.crosstie.testkit.salesforce.FaultChoice::serviceUnavailable,
                io.github.crosstie.testkit.salesforce.FaultChoice::loseRequest,
                io.github.crosstie.testkit.salesforce.FaultChoice::loseAnswer,
                io.github.crosstie.testkit.salesforce.FaultChoice::breakOff,
                io.github.crosstie.testkit.salesforce.FaultChoice::cutShort,
                io.github.crosstie.testkit.salesforce.FaultChoice::endSessions,
                place -> place.refuse("SERVER_UNAVAILABLE", "Too many requests are waiting."),
                place -> place.answer(502, "text/html", "<html>Bad gateway</html>"),
                place -> place.meanwhile(deeds.get()));
        for (Consumer<io.github.crosstie.testkit.salesforce.FaultChoice> fault : faults) {
            for (int each = 0; each < 2; each++) {
                fault.accept(salesforce.faults().nth(draw.next()));
            }
        }
        salesforce
                .faults()
                .nth(draw.late())
                .meanwhile(
                        () -> salesforce.faults().throttleUntil(clock.instant().plus(PAUSE)));
        for (int each = 0; each < 3; each++) {
            int before = writes(salesforce);
            int place = each;
            salesforce.faults().next(Storm::isWrite).loseAnswer();
            struck.add(() -> writes(salesforce) > before + place);
        }
    }

    private static boolean isWrite(LoopbackRequest request) {
        return !request.method().equals("GET") && request.path().contains("/composite");
    }

    private static int writes(LoopbackSalesforce salesforce) {
        return (int) salesforce.requests().stream().filter(Storm::isWrite).count();
    }

    void over(LoopbackExchange exchange, int requests) {
        Draw draw = new Draw(requests, () -> exchange.requests().size());
        List<Consumer<FaultChoice>> faults = List.of(
                choice -> choice.throttle(PAUSE),
                choice -> choice.throttleInMessage(PAUSE),
                choice -> choice.serviceUnavailable(PAUSE),
                FaultChoice::serviceUnavailable,
                FaultChoice::loseRequest,
                FaultChoice::loseAnswer,
                FaultChoice::breakOff,
                FaultChoice::badGateway,
                choice -> choice.loseAnswerToGateway(502),
                choice -> choice.meanwhile(deeds.get()));
        for (Consumer<FaultChoice> fault : faults) {
            for (int each = 0; each < 2; each++) {
                fault.accept(exchange.faults().nth(draw.next()));
            }
        }
        exchange.faults().nth(draw.next()).drip();
        for (String write : List.of("CreateItem", "UpdateItem", "SyncFolderItems")) {
            Draw ofWrites = new Draw(20, () -> exchange.count(write));
            exchange.faults().nth(write, ofWrites.next()).loseAnswer();
            exchange.faults().nth(write, ofWrites.next()).loseAnswer();
        }
    }

    void over(LoopbackGraph graph, int requests) {
        Draw draw = new Draw(requests, () -> graph.requests().size());
        List<Consumer<io.github.crosstie.testkit.graph.FaultChoice>> faults = List.of(
                choice -> choice.throttle(PAUSE),
                choice -> choice.serviceUnavailable(PAUSE),
                io.github.crosstie.testkit.graph.FaultChoice::throttle,
                io.github.crosstie.testkit.graph.FaultChoice::loseRequest,
                io.github.crosstie.testkit.graph.FaultChoice::loseAnswer,
                io.github.crosstie.testkit.graph.FaultChoice::breakOff,
                io.github.crosstie.testkit.graph.FaultChoice::badGateway,
                choice -> choice.loseAnswerToGateway(504),
                choice -> choice.meanwhile(deeds.get()));
        for (Consumer<io.github.crosstie.testkit.graph.FaultChoice> fault : faults) {
            for (int each = 0; each < 2; each++) {
                fault.accept(graph.faults().nth("", draw.next()));
            }
        }
        graph.faults().nth("", draw.next()).drip();
        Draw pages = new Draw(120, () -> graph.count("delta"));
        graph.faults().nth("delta", pages.next()).emptyPage();
        graph.faults().nth("delta", pages.next()).repeatPage();
        graph.faults().nth("delta", pages.next()).removeUnknown();
        graph.faults().nth("delta", pages.next()).lateChanges();
        // Nobody has been given a state before the first storm that could expire.
        if (pages.before > 0) {
            graph.faults().nth("delta", pages.next()).expire();
        }
        for (String write : List.of("POST contacts", "POST events", "PATCH")) {
            Draw ofWrites = new Draw(20, () -> graph.count(write));
            graph.faults().nth(write, ofWrites.next()).loseAnswer();
        }
    }

    /** Draws requests, none of them twice, and remembers them. */
    private final class Draw {

        private final Set<Integer> drawn = new HashSet<>();
        private final int among;
        private final IntSupplier requests;
        private final int before;

        Draw(int among, IntSupplier requests) {
            this.among = among;
            this.requests = requests;
            before = requests.getAsInt();
        }

        int next() {
            int request = 1 + random.nextInt(among);
            while (drawn.contains(request)) {
                request = 1 + random.nextInt(among);
            }
            return drawn(request);
        }

        /** For what puts an end to everything. */
        int late() {
            return drawn(among + 1);
        }

        private int drawn(int request) {
            drawn.add(request);
            int last = before + request;
            struck.add(() -> requests.getAsInt() >= last);
            return request;
        }
    }
}
