package io.github.crosstie.testkit.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackFaultsTest extends GraphTest {

    private static final String ADA = "{\"givenName\":\"Ada\"}";
    private static final String DELTA = ANNA + "/contactFolders/contacts/contacts/delta";

    @Test
    void throttlesWithAndWithoutAWordAboutWhen() {
        graph.faults().next().throttle(Duration.ofMinutes(5));
        graph.faults().next().throttle();
        graph.faults().next().serviceUnavailable(Duration.ofSeconds(30));
        graph.faults().next().serviceUnavailable();

        Rest.Reply told = post();
        Rest.Reply untold = post();
        Rest.Reply busy = post();
        Rest.Reply untoldBusy = post();

        assertThat(told.status()).isEqualTo(429);
        assertThat(told.code()).isEqualTo("ApplicationThrottled");
        assertThat(told.header("Retry-After")).isEqualTo("300");
        assertThat(told.header("request-id")).isNotEmpty();
        assertThat(untold.status()).isEqualTo(429);
        assertThat(untold.header("Retry-After")).isEmpty();
        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.header("Retry-After")).isEqualTo("30");
        assertThat(untoldBusy.header("Retry-After")).isEmpty();
        assertThat(contacts.list()).isEmpty();
    }

    @Test
    void countsWhoComesBackTooEarly() {
        graph.mailbox("ben@acme.example");
        graph.faults().next("GET contacts").throttle(Duration.ofMinutes(5));
        rest.get(ANNA + "/contacts");
        clock.advance(Duration.ofSeconds(299));

        rest.get("/users/ben@acme.example/contacts");
        assertThat(graph.faults().calledTooEarly()).isZero();
        rest.get(ANNA + "/contacts");
        assertThat(graph.faults().calledTooEarly()).isOne();
        clock.advance(Duration.ofSeconds(1));
        rest.get(ANNA + "/contacts");
        assertThat(graph.faults().calledTooEarly()).isOne();
    }

    @Test
    void countsWhoComesBackTooEarlyAfterAPartOfABatch() {
        graph.faults().next("DELETE contacts").throttle(Duration.ofMinutes(5));
        String batch =
                "{\"requests\":[{\"id\":\"1\",\"method\":\"DELETE\",\"url\":\"/users/anna@acme.example/contacts/x\"}]}";

        rest.post("/$batch", batch);
        assertThat(graph.faults().calledTooEarly()).isZero();
        rest.get(ANNA + "/contacts");

        assertThat(graph.faults().calledTooEarly()).isOne();
    }

    @Test
    void refusesWithAnyStatusAndCode() {
        graph.faults().next("POST").refuse(403, "ErrorAccessDenied");
        graph.faults().next("POST").unauthorized();
        graph.faults().next("POST").badGateway();

        assertThat(rest.get(ANNA + "/contacts").status()).isEqualTo(200);
        assertThat(post().code()).isEqualTo("ErrorAccessDenied");
        assertThat(post().status()).isEqualTo(401);
        Rest.Reply gateway = post();
        assertThat(gateway.status()).isEqualTo(502);
        assertThat(gateway.header("Content-Type")).isEqualTo("text/html");
        assertThat(gateway.text()).contains("502 Bad Gateway");
        assertThat(contacts.list()).isEmpty();
    }

    @Test
    void losesRequestsAndAnswers() {
        graph.faults().next("POST contacts").loseRequest();
        assertThatThrownBy(this::post).isInstanceOf(UncheckedIOException.class);
        assertThat(contacts.list()).isEmpty();

        graph.faults().next("POST contacts").loseAnswer();
        assertThatThrownBy(this::post).isInstanceOf(UncheckedIOException.class);
        assertThat(contacts.list()).hasSize(1);

        graph.faults().next("POST contacts").loseAnswerToGateway(504);
        assertThat(post().status()).isEqualTo(504);
        assertThat(contacts.list()).hasSize(2);

        graph.faults().next("POST contacts").breakOff();
        assertThatThrownBy(() -> rest.sendOnce("POST", ANNA + "/contacts", ADA, Map.of()))
                .isInstanceOf(IOException.class);
        assertThat(contacts.list()).hasSize(3);
        assertThat(post().status()).isEqualTo(201);
    }

    @Test
    void stallsUntilItIsClosed() throws Exception {
        graph.faults().next().stall();
        CompletableFuture<Rest.Reply> answer = CompletableFuture.supplyAsync(() -> rest.get(ANNA + "/contacts"));
        assertThatThrownBy(() -> answer.get(200, TimeUnit.MILLISECONDS)).hasNoCause();

        graph.close();

        assertThatThrownBy(() -> answer.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(UncheckedIOException.class);
    }

    @Test
    void dripsAnAnswerThatIsWhole() {
        graph.faults().next().drip();

        assertThat(rest.get(ANNA).value("mail")).isEqualTo("anna@acme.example");
    }

    @Test
    void letsSomebodyActInBetween() {
        Rest.Reply ada = post();
        graph.faults()
                .next("PATCH contacts")
                .meanwhile(() -> contacts.edit(contacts.list().get(0).id(), "JobTitle", "Countess"));

        Rest.Reply late = rest.send(
                "PATCH",
                ANNA + "/contacts/" + ada.value("id"),
                "{\"surname\":\"King\"}",
                Map.of("If-Match", ada.value("@odata.etag")));

        assertThat(late.status()).isEqualTo(412);
    }

    @Test
    void spoilsAChosenPage() {
        for (int i = 0; i < 5; i++) {
            contacts.put(Map.of("GivenName", "N" + i));
        }
        Map<String, String> two = Map.of("Prefer", "odata.maxpagesize=2");
        graph.faults().nth("delta", 2).emptyPage();
        graph.faults().nth("contacts/delta", 3).repeatPage();
        graph.faults().nth("GET contactFolders/contacts/delta", 4).removeUnknown();

        Round round = follow(DELTA, two);

        assertThat(round.sizes()).containsExactly(2, 0, 4, 2);
        assertThat(round.removed()).hasSize(1);
        assertThat(round.names()).containsExactly("N0", "N1", "N2", "N3", "N2", "N3", "", "N4");
        assertThat(follow(round.deltaLink(), two).entries()).isEmpty();
    }

    @Test
    void losesTheStateOfAChosenPage() {
        for (int i = 0; i < 3; i++) {
            contacts.put(Map.of("GivenName", "N" + i));
        }
        graph.faults().nth("delta", 2).expire();
        Rest.Reply page = rest.get(DELTA, Map.of("Prefer", "odata.maxpagesize=2"));

        Rest.Reply gone = rest.get(page.nextLink());

        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.code()).isEqualTo("SyncStateNotFound");
        assertThat(rest.get(page.nextLink()).items()).hasSize(1);
    }

    @Test
    void leadsToAnotherHost() {
        graph.faults().next("delta").strayLinks();

        assertThat(rest.get(DELTA).deltaLink()).startsWith("http://graph.invalid/v1.0/users(");

        graph.faults().next("delta").strayLinks(graph.exchange().url());

        String port = ":" + graph.exchange().url().getPort() + "/v1.0/users(";
        assertThat(rest.get(DELTA).deltaLink()).contains(port);
        assertThat(rest.get(DELTA).deltaLink()).startsWith(graph.url().toString());
    }

    @Test
    void findsNothingRightAfterAWrite() {
        post();
        graph.faults().next("GET contacts").findNothing();

        assertThat(rest.get(ANNA + "/contacts").items()).isEmpty();
        assertThat(rest.get(ANNA + "/contacts").items()).hasSize(1);
    }

    @Test
    void tellsMoreThanClientsKnow() {
        post();
        graph.faults().every("GET").unknownProperties();

        assertThat(rest.get(ANNA + "/contacts").items().get(0).has("ofTheFuture"))
                .isTrue();
        graph.faults().clear();
        assertThat(rest.get(ANNA + "/contacts").text()).doesNotContain("ofTheFuture");
    }

    @Test
    void refusesAFifthRequestAtATimeForOneMailbox() throws Exception {
        graph.mailbox("ben@acme.example");
        graph.faults().holdRequests();
        List<CompletableFuture<Rest.Reply>> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            answers.add(CompletableFuture.supplyAsync(() -> rest.get(ANNA + "/contacts")));
        }
        graph.faults().awaitHeld(4);
        CompletableFuture<Rest.Reply> fifth = CompletableFuture.supplyAsync(() -> rest.get(ANNA + "/contacts"));
        graph.faults().awaitHeld(5);
        answers.add(CompletableFuture.supplyAsync(() -> rest.get("/users/ben@acme.example/contacts")));
        graph.faults().awaitHeld(6);

        graph.faults().releaseRequests();

        assertThat(fifth.get(30, TimeUnit.SECONDS).status()).isEqualTo(429);
        assertThat(fifth.get().header("Retry-After")).isEqualTo("1");
        for (CompletableFuture<Rest.Reply> answer : answers) {
            assertThat(answer.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
        }
        assertThat(graph.mostAtOnce()).isEqualTo(5);
    }

    @Test
    void keepsWhatWasAskedWithoutCredentials() {
        post();
        graph.keepBodies(false);
        post();

        LoopbackRequest first = graph.requests().get(0);
        assertThat(first.operation()).isEqualTo("POST contacts");
        assertThat(first.address()).isEqualTo(ANNA + "/contacts");
        assertThat(first.body()).isEqualTo(ADA);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.answer()).contains("\"givenName\":\"Ada\"");
        assertThat(first.toString()).doesNotContain(graph.accessToken());
        assertThat(graph.requests().get(1).body() + graph.requests().get(1).answer())
                .isEmpty();
    }

    @Test
    void countsRequestsFromOne() {
        assertThatThrownBy(() -> graph.faults().nth("GET", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("counted from 1");
    }

    private Rest.Reply post() {
        return rest.post(ANNA + "/contacts", ADA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"POST contcats", "Contact", "post contacts", "POST /contacts", "PUT contacts", "contacts delta"})
    void refusesOperationsThatTheServerDoesNotHave(String operation) {
        assertThatThrownBy(() -> graph.faults().next(operation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("operation '" + operation + "'");
        assertThatThrownBy(() -> graph.faults().every(operation)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> graph.count(operation)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsOfASentenceWithoutAnEnd() {
        LoopbackGraph unfinished = LoopbackGraph.start(clock);
        unfinished.faults().every("POST");

        assertThatThrownBy(unfinished::close)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("every request for POST")
                .hasMessageContaining("loseAnswer()");
    }

    @Test
    void aDeltaNeverFindsNothing() {
        post();
        FaultChoice delta = graph.faults().next("GET contactFolders/contacts/delta");
        assertThatThrownBy(delta::findNothing)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lateChanges()");
        delta.unknownProperties();
        graph.faults().clear();
        graph.faults().next("GET").findNothing();

        assertThat(rest.get(DELTA).json().get("value")).hasSize(1);
    }
}
