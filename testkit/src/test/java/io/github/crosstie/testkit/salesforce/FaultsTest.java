package io.github.crosstie.testkit.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the way, and limits. */
class FaultsTest extends SalesforceTest {

    private static final String CONTACT = "{\"LastName\":\"L\"}";

    @Test
    @DisplayName("faults queue up for the next requests, one each, and count")
    void queuesUp() throws Exception {
        salesforce.faults().next().refuse("SERVER_UNAVAILABLE", "Server is busy");
        salesforce.faults().next().serviceUnavailable();
        salesforce.faults().nth(4).refuse(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred");

        Answer first = get("/limits");
        Answer second = get("/limits");

        assertThat(first.status()).isEqualTo(503);
        assertThat(first.code()).isEqualTo("SERVER_UNAVAILABLE");
        assertThat(second.status()).isEqualTo(503);
        assertThat(second.header("Content-Type")).isEqualTo("text/html");
        assertThat(get("/limits").status()).isEqualTo(200);
        assertThat(get("/limits").code()).isEqualTo("UNKNOWN_EXCEPTION");
        assertThat(get("/limits").status()).isEqualTo(200);
        assertThatThrownBy(() -> salesforce.faults().nth(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("faults wait for requests of their kind")
    void waitsForRequests() throws Exception {
        salesforce.faults().next("/query").answer(502, "text/plain", "Bad Gateway");
        salesforce.faults().next(request -> request.body().contains("Babbage")).serviceUnavailable();
        salesforce.faults().every(request -> request.method().equals("DELETE")).serviceUnavailable();

        assertThat(get("/limits").status()).isEqualTo(200);
        assertThat(post("/sobjects/Contact", CONTACT).status()).isEqualTo(201);
        assertThat(query("SELECT Id FROM User").status()).isEqualTo(502);
        assertThat(query("SELECT Id FROM User").status()).isEqualTo(200);
        assertThat(post("/sobjects/Contact", "{\"LastName\":\"Babbage\"}").status())
                .isEqualTo(503);
        assertThat(delete("/sobjects/Contact/" + contact("L")).status()).isEqualTo(503);
        assertThat(delete("/sobjects/Contact/" + contact("L")).status()).isEqualTo(503);
        salesforce.faults().clear();
        assertThat(delete("/sobjects/Contact/" + contact("L")).status()).isEqualTo(204);
    }

    @Test
    @DisplayName("an operation is named by its method, by its path without ids, or by both; faults and counts agree")
    void namesOperations() throws Exception {
        salesforce.faults().next("POST /query").badGateway();
        salesforce.faults().nth("/sobjects/Contact/describe", 2).badGateway();
        salesforce.faults().every("DELETE").serviceUnavailable();

        assertThat(query("SELECT Id FROM User").status()).as("no POST").isEqualTo(200);
        assertThat(post("/sobjects/Contact", CONTACT).status()).isEqualTo(201);
        assertThat(get("/sobjects/Contact/describe").status()).as("the first").isEqualTo(200);
        assertThat(get("/sobjects/Contact/describe").status()).as("the second").isEqualTo(502);
        assertThat(delete("/sobjects/Contact/" + contact("L")).status()).isEqualTo(503);

        assertThat(salesforce.count("POST")).isEqualTo(1);
        assertThat(salesforce.count("/sobjects/Contact")).isEqualTo(2);
        assertThat(salesforce.count("GET /query")).isEqualTo(1);
    }

    @Test
    @DisplayName("an operation is a whole path, and no path that only contains it")
    void takesWholePaths() throws Exception {
        get("/queryAll?q=SELECT+Id+FROM+User");
        get("/jobs/query");
        get("/jobs/query/750000000000001AAA/results");
        post("/composite/sobjects/Contact", "{\"ids\":[],\"fields\":[\"Id\"]}");
        String ada = contact("Lovelace");
        get("/sobjects/Contact/" + ada);
        get("/sobjects/Contact/deleted/");
        get("/sobjects/Contact/Id/" + ada);

        assertThat(salesforce.count("/query")).isZero();
        assertThat(salesforce.count("/queryAll")).isOne();
        assertThat(salesforce.count("/jobs/query")).isOne();
        assertThat(salesforce.count("/jobs/query/results")).isOne();
        assertThat(salesforce.count("POST /sobjects/Contact")).isZero();
        assertThat(salesforce.count("POST /composite/sobjects/Contact")).isOne();
        assertThat(salesforce.count("POST /composite/sobjects")).isZero();
        assertThat(salesforce.count("GET /sobjects/Contact")).isOne();
        assertThat(salesforce.count("GET /sobjects/Contact/" + ada)).isOne();
        assertThat(salesforce.count("GET /sobjects/Contact/003000000000000AAA")).isZero();
        assertThat(salesforce.count("/sobjects/Contact/deleted")).isOne();
        assertThat(salesforce.count("/sobjects/Contact/Id")).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Contact",
                "post /query",
                "/compos",
                "/composit/contact",
                "POST /composite/sobject",
                "/sobjects/Kontakt",
                "/composite/sobjects/Contact/Titel",
                "/sobjects/Contact/delete/now",
                "/query-all"
            })
    @DisplayName("an operation that the server does not have is refused at once, in faults and in counts")
    void refusesUnknownOperations(String operation) {
        assertThatThrownBy(() -> salesforce.faults().next(operation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("operation '" + operation + "'");
        assertThatThrownBy(() -> salesforce.faults().every(operation)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> salesforce.count(operation)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("a sentence without an end is told when the server closes")
    void wantsWholeSentences() {
        LoopbackSalesforce unfinished = LoopbackSalesforce.start(clock);
        unfinished.faults().next("POST");

        assertThatThrownBy(unfinished::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("request 1 for POST")
                .hasMessageContaining("serviceUnavailable()");
    }

    @Test
    @DisplayName("every request has a fault until they are cleared, and nobody is put off any more")
    void clears() throws Exception {
        salesforce.faults().every().badGateway();
        salesforce.faults().throttleUntil(clock.instant().plusSeconds(60));
        assertThat(get("/limits").status()).isEqualTo(502);
        assertThat(get("/limits").status()).isEqualTo(502);

        salesforce.faults().clear();

        assertThat(get("/limits").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("F2: a lost request has no effect, a lost answer has")
    void losesRequestsAndAnswers() {
        salesforce.faults().next().loseRequest();
        assertThatThrownBy(() -> post("/sobjects/Contact", CONTACT)).isInstanceOf(IOException.class);
        assertThat(organization.contacts().count()).isZero();

        salesforce.faults().next().loseAnswer();
        assertThatThrownBy(() -> post("/sobjects/Contact", CONTACT)).isInstanceOf(IOException.class);
        assertThat(organization.contacts().count()).isEqualTo(1);
    }

    @Test
    @DisplayName("an answer breaks off, or ends in the middle as if it were whole")
    void cutsAnswers() throws Exception {
        salesforce.faults().next().breakOff();
        assertThatThrownBy(() -> post("/sobjects/Contact", CONTACT)).isInstanceOf(IOException.class);

        salesforce.faults().next().cutShort();
        Answer cut = post("/sobjects/Contact", CONTACT);

        assertThat(cut.status()).isEqualTo(201);
        assertThat(cut.text()).startsWith("{\"id\":\"003").doesNotContain("}");
        assertThat(organization.contacts().count()).isEqualTo(2);
    }

    @Test
    @DisplayName("a request hangs without an effect, or its answer stalls after it, until the server closes")
    void hangs() throws Exception {
        salesforce.faults().next("/sobjects/Contact").hang();
        salesforce.faults().next("/sobjects/Account").stall();

        CompletableFuture<HttpResponse<String>> hanging = CLIENT.sendAsync(
                request(DATA + "/sobjects/Contact").POST(json(CONTACT)).build(), HttpResponse.BodyHandlers.ofString());
        HttpResponse<InputStream> stalled = CLIENT.send(
                request(DATA + "/sobjects/Account")
                        .POST(json("{\"Name\":\"Acme\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(stalled.body().read()).isEqualTo('{');
        assertThat(organization.records("Account").count()).isEqualTo(1);
        assertThat(hanging).isNotDone();
        salesforce.close();

        assertThat(hanging).failsWithin(30, TimeUnit.SECONDS);
        assertThatThrownBy(() -> stalled.body().readAllBytes()).isInstanceOf(IOException.class);
        assertThat(organization.contacts().count()).isZero();
    }

    private static HttpRequest.BodyPublisher json(String json) {
        return HttpRequest.BodyPublishers.ofString(json);
    }

    @Test
    @DisplayName("sessions end, and people act, just before a request is looked at")
    void actsMeanwhile() throws Exception {
        String id = contact("Babbage");
        salesforce.faults().nth(2).meanwhile(() -> organization.contacts().delete(id));
        salesforce.faults().nth(3).endSessions();

        assertThat(patch("/sobjects/Contact/" + id, "{}").status()).isEqualTo(204);
        assertThat(patch("/sobjects/Contact/" + id, "{}").code()).isEqualTo("ENTITY_IS_DELETED");
        assertThat(patch("/sobjects/Contact/" + id, "{}").code()).isEqualTo("INVALID_SESSION_ID");
        signInAgain();
        assertThat(get("/limits").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("a mistake in a test's own action is told, and does not look like a broken line")
    void tellsMistakes() throws Exception {
        salesforce.faults().next().meanwhile(() -> organization.contacts().delete("nonsense"));

        Answer answer = get("/limits");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).contains("Contact: MALFORMED_ID");
    }

    @Test
    @DisplayName("the daily limit counts 24 hours, and every answer tells the count")
    void limitsDays() throws Exception {
        salesforce.limits().daily(2);

        Answer first = get("/limits");
        clock.advance(Duration.ofHours(1));
        Answer second = get("/shoes");
        Answer third = get("/limits");
        clock.advance(Duration.ofHours(23));
        Answer fourth = get("/limits");

        assertThat(first.header("Sforce-Limit-Info")).isEqualTo("api-usage=1/2");
        assertThat(second.header("Sforce-Limit-Info")).isEqualTo("api-usage=2/2");
        assertThat(third.status()).isEqualTo(403);
        assertThat(third.text())
                .isEqualTo(
                        "[{\"message\":\"TotalRequests Limit exceeded.\",\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]");
        assertThat(fourth.status()).isEqualTo(200);
    }

    @Test
    @DisplayName("requests beyond those at a time are refused")
    void limitsConcurrency() throws Exception {
        salesforce.limits().concurrent(2);
        salesforce.faults().holdRequests();
        List<CompletableFuture<HttpResponse<String>>> three = Stream.generate(
                        () -> CLIENT.sendAsync(request(DATA + "/limits").build(), HttpResponse.BodyHandlers.ofString()))
                .limit(3)
                .toList();
        salesforce.faults().awaitHeld(3);
        salesforce.faults().releaseRequests();

        List<Integer> statuses = three.stream()
                .map(CompletableFuture::join)
                .map(HttpResponse::statusCode)
                .toList();

        assertThat(statuses).containsExactlyInAnyOrder(200, 200, 403);
        assertThat(salesforce.mostAtOnce()).isEqualTo(3);
    }

    @Test
    @DisplayName("counts who comes too early, but not who finds out")
    void countsWhoComesTooEarly() throws Exception {
        Instant moment = clock.instant().plusSeconds(60);
        salesforce.faults().throttleUntil(moment);

        assertThat(get("/limits").code()).isEqualTo("REQUEST_LIMIT_EXCEEDED");
        assertThat(salesforce.faults().calledTooEarly()).isZero();
        assertThat(get("/limits").status()).isEqualTo(403);
        assertThat(salesforce.faults().calledTooEarly()).isEqualTo(1);

        clock.set(moment);
        assertThat(get("/limits").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("tells what came, refused or not")
    void logsRequests() throws Exception {
        post("/sobjects/Contact", CONTACT);
        get("/shoes?colour=red");

        assertThat(salesforce.requests())
                .containsExactly(
                        new LoopbackRequest("POST", DATA + "/sobjects/Contact", "", CONTACT),
                        new LoopbackRequest("GET", DATA + "/shoes", "colour=red", ""));
        assertThat(salesforce.count("POST /sobjects/Contact")).isEqualTo(1);
        assertThat(salesforce.requests().get(0)).hasToString("POST " + DATA + "/sobjects/Contact");
        salesforce.forgetRequests();
        assertThat(salesforce.requests()).isEmpty();
    }

    @Test
    @DisplayName("zips bodies both ways for those who ask")
    void zips() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(CONTACT.getBytes(StandardCharsets.UTF_8));
        }

        HttpResponse<byte[]> answer = CLIENT.send(
                request(DATA + "/sobjects/Contact")
                        .header("Content-Encoding", "gzip")
                        .header("Accept-Encoding", "gzip")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes.toByteArray()))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                .asString()
                .startsWith("{\"id\":\"003");
        assertThat(organization.contacts().count()).isEqualTo(1);
    }
}
