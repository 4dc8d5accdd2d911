package io.github.crosstie.testkit.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Several requests in one. */
class CompositeTest extends SalesforceTest {

    private static String part(String id, String method, String path, String more) {
        return "{\"method\":\"%s\",\"url\":\"%s\",\"referenceId\":\"%s\"%s}".formatted(method, DATA + path, id, more);
    }

    private static String composite(boolean allOrNone, String... parts) {
        return "{\"allOrNone\":" + allOrNone + ",\"compositeRequest\":[" + String.join(",", parts) + "]}";
    }

    @Test
    @DisplayName("later requests name answers of earlier ones; all of it is one request of the day")
    void refers() throws Exception {
        Answer answer = post(
                "/composite",
                composite(
                        true,
                        part("acme", "POST", "/sobjects/Account", ",\"body\":{\"Name\":\"Acme\"}"),
                        part(
                                "who",
                                "POST",
                                "/sobjects/Contact",
                                ",\"body\":{\"LastName\":\"L\",\"AccountId\":\"@{acme.id}\"}"),
                        part("again", "GET", "/sobjects/Contact/@{who.id}?fields=AccountId", ""),
                        part("all", "GET", "/query?q=SELECT+Id+FROM+Contact", ""),
                        part("one", "GET", "/sobjects/Contact/@{all.records[0].Id}", "")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/compositeResponse/0/httpStatusCode").asInt())
                .isEqualTo(201);
        assertThat(answer.json().at("/compositeResponse/0/referenceId").asText())
                .isEqualTo("acme");
        assertThat(answer.json().at("/compositeResponse/0/httpHeaders/Location").asText())
                .startsWith(DATA + "/sobjects/Account/001");
        assertThat(answer.json().at("/compositeResponse/2/body/AccountId"))
                .isEqualTo(answer.json().at("/compositeResponse/0/body/id"));
        assertThat(answer.json().at("/compositeResponse/4/body/LastName").asText())
                .isEqualTo("L");
        assertThat(salesforce.limits().used()).isEqualTo(1);
    }

    @Test
    @DisplayName("all or none: one bad request takes the others back")
    void rollsBack() throws Exception {
        Answer answer = post(
                "/composite",
                composite(
                        true,
                        part("acme", "POST", "/sobjects/Account", ",\"body\":{\"Name\":\"Acme\"}"),
                        part("who", "POST", "/sobjects/Contact", ",\"body\":{}")));

        assertThat(answer.json().at("/compositeResponse/0/body/0/errorCode").asText())
                .isEqualTo("PROCESSING_HALTED");
        assertThat(answer.json().at("/compositeResponse/1/body/0/errorCode").asText())
                .isEqualTo("REQUIRED_FIELD_MISSING");
        assertThat(organization.records("Account").count()).isZero();
    }

    @Test
    @DisplayName("without it, a bad request stops those alone that name its answer")
    void goesOn() throws Exception {
        Answer answer = post(
                "/composite",
                composite(
                        false,
                        part("who", "POST", "/sobjects/Contact", ",\"body\":{}"),
                        part("again", "GET", "/sobjects/Contact/@{who.id}", ""),
                        part("acme", "POST", "/sobjects/Account", ",\"body\":{\"Name\":\"Acme\"}")));

        assertThat(answer.json().at("/compositeResponse/0/httpStatusCode").asInt())
                .isEqualTo(400);
        assertThat(answer.json().at("/compositeResponse/1/body/0/errorCode").asText())
                .isEqualTo("PROCESSING_HALTED");
        assertThat(answer.json().at("/compositeResponse/2/httpStatusCode").asInt())
                .isEqualTo(201);
    }

    @Test
    @DisplayName("each request has conditions of its own")
    void takesHeaders() throws Exception {
        String id = contact("Babbage");
        clock.advance(Duration.ofSeconds(1));
        organization.contacts().edit(id, "Title", "Lord");
        String stale = ",\"httpHeaders\":{\"If-Unmodified-Since\":\"Mon, 02 Mar 2026 08:00:00 GMT\"}";

        Answer answer = post(
                "/composite",
                composite(
                        false,
                        part("one", "PATCH", "/sobjects/Contact/" + id, stale + ",\"body\":{\"Title\":\"Sir\"}"),
                        part("two", "PATCH", "/sobjects/Contact/" + id, ",\"body\":{\"Department\":\"Works\"}")));

        assertThat(answer.json().at("/compositeResponse/0/httpStatusCode").asInt())
                .isEqualTo(412);
        assertThat(answer.json().at("/compositeResponse/1/httpStatusCode").asInt())
                .isEqualTo(204);
        assertThat(organization.contacts().get(id).text("Title")).isEqualTo("Lord");
    }

    @Test
    @DisplayName("collections inside count on their own, or with all")
    void nests() throws Exception {
        String good = part(
                "many",
                "POST",
                "/composite/sobjects",
                ",\"body\":{\"allOrNone\":true,\"records\":[{\"attributes\":{\"type\":\"Contact\"},\"LastName\":\"L\"}]}");
        String bad = part("who", "POST", "/sobjects/Contact", ",\"body\":{}");

        post("/composite", composite(true, good, bad));
        assertThat(organization.contacts().count()).isZero();

        post("/composite", composite(false, good, bad));
        assertThat(organization.contacts().count()).isEqualTo(1);
    }

    @Test
    @DisplayName("takes 25 requests, five of them queries or collections")
    void limitsSize() throws Exception {
        String[] many = IntStream.range(0, 26)
                .mapToObj(number -> part("r" + number, "GET", "/limits", ""))
                .toArray(String[]::new);
        String[] queries = IntStream.range(0, 6)
                .mapToObj(number -> part("r" + number, "GET", "/query?q=SELECT+Id+FROM+User", ""))
                .toArray(String[]::new);

        assertThat(post("/composite", composite(false, many)).code()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(post("/composite", composite(false, queries)).code()).isEqualTo("LIMIT_EXCEEDED");
        assertThat(get("/composite").status()).isEqualTo(405);
    }

    @Test
    @DisplayName("a batch runs requests that have nothing to do with each other")
    void batches() throws Exception {
        String id = contact("Babbage");
        String parts = "{\"method\":\"GET\",\"url\":\"v67.0/sobjects/Contact/" + id + "?fields=LastName\"},"
                + "{\"method\":\"PATCH\",\"url\":\"v67.0/sobjects/Contact/" + id
                + "\",\"richInput\":{\"Title\":\"Sir\"}},"
                + "{\"method\":\"GET\",\"url\":\"v67.0/shoes\"}";

        Answer answer = post("/composite/batch", "{\"batchRequests\":[" + parts + "]}");

        assertThat(answer.json().path("hasErrors").asBoolean()).isTrue();
        assertThat(answer.json().at("/results/0/result/LastName").asText()).isEqualTo("Babbage");
        assertThat(answer.json().at("/results/1/statusCode").asInt()).isEqualTo(204);
        assertThat(answer.json().at("/results/2/statusCode").asInt()).isEqualTo(404);
        String tooMany = IntStream.range(0, 26)
                .mapToObj(number -> "{\"method\":\"GET\",\"url\":\"v67.0/limits\"}")
                .collect(Collectors.joining(","));
        assertThat(post("/composite/batch", "{\"batchRequests\":[" + tooMany + "]}")
                        .code())
                .isEqualTo("LIMIT_EXCEEDED");
    }
}
