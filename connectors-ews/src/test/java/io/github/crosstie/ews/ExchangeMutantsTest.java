package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.exchange.LoopbackExchange;
import io.github.crosstie.testkit.simulator.History;
import io.github.crosstie.testkit.simulator.SideSource;
import io.github.crosstie.testkit.simulator.Simulation;
import java.net.URI;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Takes the connector's measures away, one at a time, and sees to it that the oracle of random histories notices. */
class ExchangeMutantsTest {

    private static final int BUDGET = 400;

    /** Edits of one event at the same moment are rare: earlier histories have none that an overwriting update loses. */
    private static final int FIRST_WITH_A_LOST_EDIT = 170;

    private final LoopbackExchange exchange = LoopbackExchange.start();

    /** What the connector relies on, and how it is taken away from requests or from answers. */
    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    enum Measure {
        CONDITIONAL_UPDATES_OF_CONTACTS(
                ItemKind.CONTACT,
                request -> request.replace("\"NeverOverwrite\"", "\"AlwaysOverwrite\""),
                UnaryOperator.identity()),
        MARK_OF_CREATED_CONTACTS(
                ItemKind.CONTACT,
                UnaryOperator.identity(),
                answer -> answer.replace("\"CrosstieTag\"", "\"CrosstieGat\"")),
        MARK_OF_CREATED_EVENTS(
                ItemKind.EVENT,
                UnaryOperator.identity(),
                answer -> answer.replace("\"CrosstieTag\"", "\"CrosstieGat\"")),
        CONDITIONAL_UPDATES_OF_EVENTS(
                ItemKind.EVENT,
                request -> request.replace("\"NeverOverwrite\"", "\"AlwaysOverwrite\""),
                UnaryOperator.identity()),
        CANCELLED_OCCURRENCES(
                ItemKind.EVENT,
                UnaryOperator.identity(),
                answer -> answer.replaceAll("(?s)<t:DeletedOccurrences>.*?</t:DeletedOccurrences>", "")),
        CHANGED_OCCURRENCES(
                ItemKind.EVENT,
                UnaryOperator.identity(),
                answer -> answer.replaceAll("(?s)<t:ModifiedOccurrences>.*?</t:ModifiedOccurrences>", ""));

        private final ItemKind kind;
        private final UnaryOperator<String> ofRequests;
        private final UnaryOperator<String> ofAnswers;

        Measure(ItemKind kind, UnaryOperator<String> ofRequests, UnaryOperator<String> ofAnswers) {
            this.kind = kind;
            this.ofRequests = ofRequests;
            this.ofAnswers = ofAnswers;
        }
    }

    @BeforeEach
    void keepOnlyCounts() {
        exchange.keepEnvelopes(false);
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("the oracle notices a measure of the connector's that is missing")
    void noticesWhatIsMissing(Measure missing) {
        try (Relay relay = new Relay(exchange.url(), missing.ofRequests, missing.ofAnswers)) {
            Optional<String> noticed = notice(missing, relay.url());

            System.out.println("without " + missing + ": " + noticed.orElse("nobody notices"));
            assertThat(noticed)
                    .as("without " + missing + ", in " + BUDGET + " histories")
                    .isPresent();
        }
    }

    private Optional<String> notice(Measure missing, URI server) {
        ItemKind kind = missing.kind;
        int first = missing == Measure.CONDITIONAL_UPDATES_OF_EVENTS ? FIRST_WITH_A_LOST_EDIT : 0;
        SideSource side =
                kind == ItemKind.CONTACT ? ExchangeSide.on(exchange, server) : ExchangeCalendar.on(exchange, server);
        Simulation simulation = Simulation.builder().kind(kind).mail(side).build();
        for (int seed = first; seed < first + BUDGET; seed++) {
            History history = simulation.run(seed);
            if (!history.violations().isEmpty()) {
                return Optional.of(
                        "history " + (seed + 1) + " has " + history.violations().get(0));
            }
        }
        return Optional.empty();
    }
}
