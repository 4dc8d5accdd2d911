package io.github.crosstie.testkit.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchTest extends GraphTest {

    private static final String TYPED = "\"headers\":{\"Content-Type\":\"application/json\"},";

    @Test
    void answersEachPartOnItsOwnInAnotherOrder() {
        LoopbackItem ada = contacts.put(Map.of("GivenName", "Ada"));

        Rest.Reply answer = batch(
                create("1", "Ben"),
                "{\"id\":\"2\",\"method\":\"GET\",\"url\":\"" + ANNA + "/contacts/" + ItemIds.rest(ada.id()) + "\"}",
                "{\"id\":\"3\",\"method\":\"DELETE\",\"url\":\"" + ANNA + "/contacts/AAMkbm9uZQ==\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("responses"))
                .extracting(part ->
                        part.path("id").asText() + " " + part.path("status").asInt())
                .containsExactly("3 400", "2 200", "1 201");
        assertThat(part(answer, "2").path("body").path("givenName").asText()).isEqualTo("Ada");
        assertThat(part(answer, "1").path("headers").path("Location").asText()).contains("/contacts('");
        assertThat(contacts.list()).hasSize(2);
    }

    @Test
    void heedsTheHeadersOfEachPart() {
        LoopbackItem ada = contacts.put(Map.of("GivenName", "Ada"));
        String patch = "{\"id\":\"1\",\"method\":\"PATCH\",\"url\":\"" + ANNA + "/contacts/" + ItemIds.rest(ada.id())
                + "\",\"headers\":{\"content-type\":\"application/json\",\"If-Match\":\"W/\\\"old\\\"\","
                + "\"Prefer\":\"IdType=\\\"ImmutableId\\\"\"},\"body\":{\"jobTitle\":\"Clerk\"}}";

        Rest.Reply stale = batch(patch);
        Rest.Reply current = batch(patch.replace("old", ada.changeKey()));

        assertThat(part(stale, "1").path("status").asInt()).isEqualTo(412);
        assertThat(part(current, "1").path("status").asInt()).isEqualTo(200);
        assertThat(part(current, "1").path("body").path("id").asText()).startsWith("AAkA");
    }

    @Test
    void doesNotDoWhatDependsOnAFailure() {
        Rest.Reply answer = batch(
                "{\"id\":\"1\",\"method\":\"DELETE\",\"url\":\"" + ANNA + "/contacts/AAMkbm9uZQ==\"}",
                create("2", "Ben").replace("{\"id\"", "{\"dependsOn\":[\"1\"],\"id\""),
                create("3", "Cy").replace("{\"id\"", "{\"dependsOn\":[\"2\"],\"id\""),
                create("4", "Di"));

        assertThat(part(answer, "2").path("status").asInt()).isEqualTo(424);
        assertThat(part(answer, "3").path("status").asInt()).isEqualTo(424);
        assertThat(contacts.list())
                .extracting(contact -> contact.value("GivenName"))
                .containsExactly("Di");
    }

    @Test
    void takesTwentyPartsAndNoMore() {
        String twenty =
                IntStream.range(0, 20).mapToObj(i -> create("" + i, "N" + i)).collect(Collectors.joining(","));

        assertThat(batch(twenty).json().path("responses")).hasSize(20);
        assertThat(batch(twenty, create("21", "N")).status()).isEqualTo(400);
        assertThat(contacts.list()).hasSize(20);
    }

    @Test
    void refusesABodyWithoutAType() {
        Rest.Reply answer = batch(create("1", "Ada").replace(TYPED, ""));

        assertThat(part(answer, "1").path("status").asInt()).isEqualTo(400);
        assertThat(contacts.list()).isEmpty();
    }

    @Test
    void refusesBatchesThatAreNone() {
        assertThat(rest.post("/$batch", "{}").status()).isEqualTo(400);
        assertThat(batch(create("1", "A"), create("1", "B")).status()).isEqualTo(400);
        assertThat(batch(create("1", "A").replace("{\"id\"", "{\"dependsOn\":[\"9\"],\"id\""))
                        .status())
                .isEqualTo(400);
        assertThat(rest.get("/$batch").status()).isEqualTo(405);
        assertThat(contacts.list()).isEmpty();
    }

    @Test
    void throttlesOnePartInsideA200() {
        graph.faults().nth("POST contacts", 2).throttle(Duration.ofSeconds(7));

        Rest.Reply answer = batch(create("1", "Ada"), create("2", "Ben"), create("3", "Cy"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(part(answer, "2").path("status").asInt()).isEqualTo(429);
        assertThat(part(answer, "2").path("headers").path("Retry-After").asText())
                .isEqualTo("7");
        assertThat(part(answer, "2").path("body").path("error").path("code").asText())
                .isEqualTo("ApplicationThrottled");
        assertThat(contacts.list())
                .extracting(contact -> contact.value("GivenName"))
                .containsExactly("Ada", "Cy");
    }

    @Test
    void breaksOffWithTheAnswerToAPart() {
        graph.faults().nth("POST contacts", 2).loseAnswer();

        assertThatThrownBy(() -> batch(create("1", "Ada"), create("2", "Ben"), create("3", "Cy")))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(contacts.list())
                .extracting(contact -> contact.value("GivenName"))
                .containsExactly("Ada", "Ben");
    }

    @Test
    void isCutShortWithTheAnswerToAPart() {
        graph.faults().next("POST contacts").breakOff();

        assertThatThrownBy(() -> batch(create("1", "Ada"), create("2", "Ben")))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(contacts.list()).hasSize(2);
    }

    @Test
    void showsAGatewaysPageInAPart() {
        graph.faults().next("POST contacts").badGateway();

        JsonNode part = part(batch(create("1", "Ada")), "1");

        assertThat(part.path("status").asInt()).isEqualTo(502);
        assertThat(part.path("body").asText()).contains("<html>");
        assertThat(part.path("headers").path("Content-Type").asText()).isEqualTo("text/html");
    }

    @Test
    void countsPartsAsRequestsForTheirOperations() {
        batch(create("1", "Ada"), create("2", "Ben"));

        assertThat(graph.requests()).extracting(LoopbackRequest::operation).containsExactly("POST $batch");
        assertThat(graph.parts()).extracting(LoopbackRequest::part).containsExactly("1", "2");
        assertThat(graph.parts()).extracting(LoopbackRequest::status).containsExactly(201, 201);
        assertThat(graph.count("POST contacts")).isEqualTo(2);
        assertThat(graph.parts().get(0).header("authorization")).isEqualTo("...");
    }

    private Rest.Reply batch(String... parts) {
        return rest.post("/$batch", "{\"requests\":[" + String.join(",", parts) + "]}");
    }

    private static String create(String id, String name) {
        return "{\"id\":\"" + id + "\",\"method\":\"POST\",\"url\":\"" + ANNA + "/contacts\"," + TYPED
                + "\"body\":{\"givenName\":\"" + name + "\"}}";
    }

    private static JsonNode part(Rest.Reply answer, String id) {
        for (JsonNode part : answer.json().path("responses")) {
            if (part.path("id").asText().equals(id)) {
                return part;
            }
        }
        throw new AssertionError("no part " + id + " in " + answer.text());
    }
}
