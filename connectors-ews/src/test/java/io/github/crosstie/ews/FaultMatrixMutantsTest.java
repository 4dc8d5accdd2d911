package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Takes the connector's measures away, one at a time, and sees to it that the fault matrix notices. */
class FaultMatrixMutantsTest {

    private final List<Relay> relays = new ArrayList<>();

    /** What the connector relies on, and how it is taken away. */
    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    enum Measure {
        /** A series that is changed says so. */
        INTENT_OF_A_SERIES(
                FaultStory.OCCURRENCES_COME_BACK, answer -> answer.replace("\"CrosstieIntent\"", "\"CrosstieHidden\"")),

        /** A new series is nobody's record until it is whole. */
        MARK_OF_UNFINISHED_SERIES(FaultStory.FIRST_SYNC, answer -> answer.replace("Value>0/", "Value>1/")),

        /** Each item that is created carries a mark. */
        MARK_OF_CREATED_ITEMS(FaultStory.FIRST_SYNC, answer -> answer.replace("\"CrosstieTag\"", "\"CrosstieGat\"")),

        /** Of a series the occurrences are read, too, that have something of their own. */
        CHANGED_OCCURRENCES(
                FaultStory.EDITS_IN_THE_CRM,
                answer -> answer.replaceAll("(?s)<t:ModifiedOccurrences>.*?</t:ModifiedOccurrences>", ""));

        private final FaultStory story;
        private final UnaryOperator<String> removal;

        Measure(FaultStory story, UnaryOperator<String> removal) {
            this.story = story;
            this.removal = removal;
        }
    }

    @AfterEach
    void close() {
        relays.forEach(Relay::close);
    }

    private URI without(Measure measure, URI exchange) {
        Relay relay = new Relay(exchange, UnaryOperator.identity(), measure.removal);
        relays.add(relay);
        return relay.url();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("the matrix notices a measure that is missing")
    void noticesWhatIsMissing(Measure missing) {
        FaultMatrix matrix = new FaultMatrix(() -> new SyncedMailbox(exchange -> without(missing, exchange)));

        FaultMatrix.Result result = matrix.live(missing.story, 1);

        System.out.println("without " + missing + ": history " + result.histories() + ", " + result.failures());
        assertThat(result.failures()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "OCCURRENCES_COME_BACK")
    @DisplayName("a relay that changes nothing makes no difference")
    void seesNoDifference(FaultStory story) {
        FaultMatrix matrix = new FaultMatrix(() -> new SyncedMailbox(exchange -> {
            Relay relay = new Relay(exchange, UnaryOperator.identity(), UnaryOperator.identity());
            relays.add(relay);
            return relay.url();
        }));

        assertThat(matrix.live(story, 1).failures()).isEmpty();
    }
}
