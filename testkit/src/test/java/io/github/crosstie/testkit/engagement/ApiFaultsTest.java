package io.github.crosstie.testkit.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiFaultsTest extends LoopbackTest {

    private static final Duration SHORT = Duration.ofMillis(150);

    @Test
    @DisplayName("a gateway's page of HTML is trouble that passes, with its status")
    void reportsABadGateway() {
        server.faults().next().badGateway();

        assertThatThrownBy(() -> open().list(null))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("502");
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of(301, InvalidInputException.class),
                Arguments.of(401, UnauthorizedException.class),
                Arguments.of(403, AccessBlockedException.class),
                Arguments.of(404, InvalidInputException.class),
                Arguments.of(408, UnavailableException.class),
                Arguments.of(429, ThrottledException.class),
                Arguments.of(500, UnavailableException.class),
                Arguments.of(503, UnavailableException.class));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    @DisplayName("a status without a code of the API becomes an exception that names it")
    void readsTheStatusWhereThereIsNoCode(int status, Class<? extends CrosstieException> expected) {
        server.faults().next().answer(status, "text/plain", "who knows");

        assertThatThrownBy(() -> open().list(null))
                .isInstanceOf(expected)
                .hasMessageContaining("status " + status)
                .hasMessageNotContaining("who knows");
    }

    @Test
    @DisplayName("a connection that breaks before the answer is trouble that passes")
    void reportsADroppedConnection() {
        server.faults().next().loseAnswer();
        server.faults().next().loseAnswer(); // the client may repeat a read on a fresh connection by itself

        assertThatThrownBy(() -> open().list(null)).isInstanceOf(UnavailableException.class);
    }

    @Test
    @DisplayName("an answer that breaks off is trouble that passes, never a short page")
    void reportsAnAnswerThatBreaksOff() {
        add("Ada");
        server.faults().next().breakOff();

        assertThatThrownBy(() -> open().list(null)).isInstanceOf(UnavailableException.class);
    }

    @Test
    @DisplayName("G3: an answer that ends in the middle is trouble that passes, never a short page")
    void reportsAnAnswerThatIsCutShort() {
        add("Ada");
        server.faults().next().cutShort();

        assertThatThrownBy(() -> open().list(null))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("ends in the middle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>please sign in</html>", "{\"values\":[}", "{\"values\":nope}", "\u0001\u0002"})
    @DisplayName("an answer that is not JSON is trouble that passes: somebody on the way gave it")
    void reportsAnswersThatAreNotJson(String body) {
        server.faults().next().answer(200, "application/json", body);

        assertThatThrownBy(() -> open().list(null))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("not JSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "\"values\"",
                "{}",
                "{\"values\":{}}",
                "{\"values\":[1]}",
                "{\"values\":[{\"isDeleted\":false}]}",
                "{\"values\":[{\"id\":\" \",\"isDeleted\":false}]}",
                "{\"values\":[{\"id\":1}]}",
                "{\"values\":[{\"id\":1,\"isDeleted\":\"perhaps\"}]}",
                "{\"values\":[{\"id\":1,\"isDeleted\":false,\"email\":{\"work\":\"x\"}}]}",
                "{\"values\":[],\"nextPageToken\":[]}",
                "{\"code\":\"many\"}",
                "{\"code\":99999999999999}"
            })
    @DisplayName("JSON that is not the API's is a defect, never a guess")
    void reportsAnswersThatAreNotTheApis(String body) {
        server.faults().next().answer(200, "application/json", body);

        assertThatThrownBy(() -> open().list(null))
                .isInstanceOf(ContractBrokenException.class)
                .hasMessageContaining("none of the API's");
    }

    @Test
    @DisplayName("reads no answer larger than a page can be")
    void readsNoHugeAnswer() {
        server.faults().next().answer(200, "application/json", "[" + " ".repeat(9 << 20) + "]");

        assertThatThrownBy(() -> open().list(null))
                .isInstanceOf(ContractBrokenException.class)
                .hasMessageContaining("more than 8388608 bytes");
    }

    @Test
    @DisplayName("reads no text longer than a value can be")
    void readsNoHugeText() {
        String text = "x".repeat(1 << 17);
        server.faults()
                .next()
                .answer(
                        200,
                        "application/json",
                        "{\"values\":[{\"id\":1,\"isDeleted\":false,\"email\":\"" + text + "\"}]}");

        assertThatThrownBy(() -> open().list(null))
                .isInstanceOf(ContractBrokenException.class)
                .hasMessageContaining("too long");
    }

    @Test
    @DisplayName("waits for no answer longer than the deadline")
    void waitsNoLongerThanTheDeadline() {
        server.faults().next().hang();
        UnitEndpoint endpoint = server.api(CLIENT).deadline(SHORT).build().open(unit.id());

        assertThatThrownBy(() -> endpoint.list(null))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("PT0.15S");
    }

    @Test
    @DisplayName("waits for no body longer than the deadline, though the headers came in time")
    void waitsForNoBodyLongerThanTheDeadline() {
        add("Ada");
        server.faults().next().stall();
        UnitEndpoint endpoint = server.api(CLIENT).deadline(SHORT).build().open(unit.id());

        assertThatThrownBy(() -> endpoint.list(null))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("PT0.15S");
    }

    @Test
    @DisplayName("keeps the lane free and the endpoint usable after trouble of any kind")
    void goesOnAfterTrouble() {
        add("Ada");
        UnitEndpoint endpoint = server.api(CLIENT).concurrency(1).build().open(unit.id());
        server.faults().next().badGateway();
        server.faults().next().breakOff();
        server.faults().next().answer(200, "application/json", "{");
        for (int trouble = 0; trouble < 3; trouble++) {
            assertThatThrownBy(() -> endpoint.list(null)).isInstanceOf(UnavailableException.class);
        }

        assertThat(endpoint.list(null).users()).hasSize(1);
    }

    @Test
    @DisplayName("gives up when its thread is interrupted, and keeps the interruption")
    void givesUpWhenInterrupted() {
        UnitEndpoint endpoint = open();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> endpoint.list(null)).isInstanceOf(UnavailableException.class);

        assertThat(Thread.interrupted()).isTrue();
    }
}
