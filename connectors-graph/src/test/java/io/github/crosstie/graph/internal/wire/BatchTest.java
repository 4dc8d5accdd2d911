package io.github.crosstie.graph.internal.wire;

import static io.github.crosstie.graph.internal.wire.ScriptedGraph.error;
import static io.github.crosstie.graph.internal.wire.ScriptedGraph.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.http.internal.AnswerLost;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Many calls in one request, and an outcome for each. */
@ParameterizedClass
@EnumSource(Way.class)
@Timeout(30)
class BatchTest extends Scene {

    private void answers(String... parts) {
        server.behave((exchange, request) -> json(exchange, 200, "{\"responses\":[" + String.join(",", parts) + "]}"));
    }

    private static String part(String id, int status, String headers, String body) {
        return "{\"id\":\"" + id + "\",\"status\":" + status + ",\"headers\":{" + headers + "},\"body\":" + body + "}";
    }

    private static String refused(String id, int status, String code) {
        return part(id, status, "", "{\"error\":{\"code\":\"" + code + "\",\"message\":\"private\"}}");
    }

    @Test
    void sendsEachCallAsAPartWithEverythingItNeeds() {
        answers();

        channel()
                .batch(List.of(
                        change().ifMatch("W/\"1\"").preferring("outlook.timezone=\"UTC\""),
                        remove(),
                        read().query("$select", "id,subject")));

        JsonNode sent = server.received().get(0).json().path("requests");
        assertThat(server.received().get(0).uri()).hasToString("/v1.0/$batch");
        assertThat(server.received().get(0).method()).isEqualTo("POST");
        assertThat(sent).hasSize(3);
        assertThat(sent.get(0)).isEqualTo(ScriptedGraph.parsed("""
                {"id":"1","method":"PATCH","url":"/users/ada@example.com/contacts/A",
                 "headers":{"If-Match":"W/\\"1\\"","Content-Type":"application/json",
                            "Prefer":"IdType=\\"ImmutableId\\", outlook.timezone=\\"UTC\\""},
                 "body":{"subject":"private"}}"""));
        assertThat(sent.get(1).path("method").asText()).isEqualTo("DELETE");
        assertThat(sent.get(1).has("body")).isFalse();
        assertThat(sent.get(2).path("url").asText()).isEqualTo("/users/ada@example.com/contacts/A?$select=id,subject");
    }

    @Test
    void givesEachCallItsOwnAnswerWhateverTheOrder() {
        answers(
                refused("3", 412, "ErrorIrresolvableConflict"),
                part("1", 201, "\"ETag\":\"W/\\\"9\\\"\"", "{\"id\":\"new\"}"),
                refused("4", 404, "ErrorItemNotFound"),
                "{\"id\":\"2\",\"status\":204}");

        List<GraphAnswer> answers = channel().batch(List.of(create(), remove(), change(), change()));

        assertThat(answers).extracting(GraphAnswer::status).containsExactly(201, 204, 412, 404);
        assertThat(answers.get(0).header("etag")).contains("W/\"9\"");
        assertThat(answers.get(0).body().path("id").asText()).isEqualTo("new");
        assertThat(answers.get(1).required().isMissingNode()).isTrue();
        assertThat(answers.get(2).trouble()).map(GraphTrouble::kind).contains(TroubleKind.CONFLICT);
        assertThat(answers.get(3).trouble()).map(GraphTrouble::kind).contains(TroubleKind.GONE);
        assertThat(answers.get(3).where())
                .isEqualTo("change contact, part 4 of batch of 4: create contact for a…@example.com at 127.0.0.1"
                        + " (client-request-id ours-1) (request-id srv-1)");
    }

    @Test
    void aThrottledPartIsAnOutcomeAndThePauseHoldsForTheMailbox() {
        answers(
                "{\"id\":\"1\",\"status\":204}",
                part("2", 429, "\"Retry-After\":\"40\"", "{\"error\":{\"code\":\"TooManyRequests\"}}"),
                refused("3", 424, "FailedDependency"));
        GraphChannel channel = channel();

        List<GraphAnswer> answers = channel.batch(List.of(remove(), change(), change()));
        clock.advance(Duration.ofSeconds(39));

        assertThat(answers.get(0).succeeded()).isTrue();
        assertThat(answers.get(1).trouble()).hasValueSatisfying(trouble -> {
            assertThat(trouble.kind()).isEqualTo(TroubleKind.THROTTLED);
            assertThat(trouble.retryAt()).isEqualTo(clock.instant().plusSeconds(1));
            assertThat(trouble.mayHaveHappened()).isFalse();
        });
        assertThat(answers.get(2).trouble()).hasValueSatisfying(trouble -> {
            assertThat(trouble.kind()).isEqualTo(TroubleKind.TRANSIENT);
            assertThat(trouble.mayHaveHappened()).isFalse();
        });
        assertThat(trouble(channel, read())).isInstanceOf(ThrottledException.class);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void aPartThatTheServerForgotMayHaveBeenDone() {
        answers("{\"id\":\"2\",\"status\":204}", "{\"id\":\"7\",\"status\":204}");

        List<GraphAnswer> answers = channel().batch(List.of(remove(), remove()));

        assertThat(answers.get(0).trouble())
                .hasValueSatisfying(
                        trouble -> assertThat(trouble.mayHaveHappened()).isTrue());
        assertThat(answers.get(1).succeeded()).isTrue();
    }

    @Test
    void aPartThatAGatewayFailedMayHaveBeenDone() {
        answers(refused("1", 504, "UnknownError"), refused("2", 503, "ErrorServerBusy"));

        assertThat(channel().batch(List.of(create(), create())))
                .allSatisfy(answer -> assertThat(answer.trouble().orElseThrow().mayHaveHappened())
                        .isTrue());
    }

    @Test
    void aBatchThatFailsAsAWholeIsAnException() {
        server.behave((exchange, request) -> error(exchange, 504, "UnknownError"));
        GraphChannel channel = channel();

        CrosstieException thrown =
                Assertions.catchThrowableOfType(CrosstieException.class, () -> channel.batch(List.of(create())));

        assertThat(thrown).isInstanceOf(UnavailableException.class);
        assertThat(AnswerLost.isBehind(thrown)).isTrue();
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void aBatchThatIsRefusedAsAWholeIsAnException() {
        server.behave((exchange, request) -> error(exchange, 400, "BadRequest"));
        GraphChannel channel = channel();

        assertThatThrownBy(() -> channel.batch(List.of(create()))).isInstanceOf(ContractBrokenException.class);
    }

    @Test
    void takesTwentyCallsAndNoMore() {
        answers(IntStream.rangeClosed(1, 20)
                .mapToObj(id -> "{\"id\":\"" + id + "\",\"status\":204}")
                .toArray(String[]::new));
        GraphChannel channel = channel();

        assertThat(channel.batch(Collections.nCopies(20, remove()))).hasSize(20).allMatch(GraphAnswer::succeeded);
        assertThatThrownBy(() -> channel.batch(Collections.nCopies(21, remove())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> channel.batch(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesACallThatFollowsALink() {
        GraphCall link = read().following(server.root() + "/x");
        GraphChannel channel = channel();

        assertThatThrownBy(() -> channel.batch(List.of(link)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not put it into a batch");
    }
}
