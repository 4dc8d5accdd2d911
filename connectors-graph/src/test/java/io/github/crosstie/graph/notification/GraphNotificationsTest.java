package io.github.crosstie.graph.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.item.ItemKind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host does with the requests that Graph sends to it. */
class GraphNotificationsTest {

    private static final String SECRET = "a-secret";
    private static final URI URL = URI.create("https://crm.acme.example/graph");

    private static String change(String secret) {
        return """
                {"subscriptionId":"S1","subscriptionExpirationDateTime":"2026-05-01T00:00:00Z","changeType":"updated",
                 "resource":"Users/0f0f/Events/E1","resourceData":{"@odata.type":"#Microsoft.Graph.Event","id":"E1"},
                 "clientState":%s,"tenantId":"t"}""".formatted(secret);
    }

    private static String lifecycle(String event) {
        return "{\"subscriptionId\":\"S1\",\"lifecycleEvent\":\"" + event + "\",\"clientState\":\"" + SECRET + "\"}";
    }

    private static DecodedNotices decoded(String... entries) {
        return GraphNotifications.decode("{\"value\":[" + String.join(",", entries) + "]}", SECRET);
    }

    @Test
    void answersATrialWithTheTokenAsItWas() {
        assertThat(GraphNotifications.validation("a=b&validationToken=Validation%3a+one+%2B+two%c3%a9"))
                .contains("Validation: one + twoé");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "a=b", "xvalidationToken=a", "validationToken", "validationToken=%zz"})
    void takesNothingElseForATrial(String query) {
        assertThat(GraphNotifications.validation(query)).isEmpty();
    }

    @Test
    void tellsWhichItemOfWhichSubscriptionChanged() {
        assertThat(decoded(change("\"" + SECRET + "\"")))
                .isEqualTo(new DecodedNotices(List.of(new GraphNotice.ItemChanged("S1", "E1")), 0));
    }

    @Test
    void tellsWhatBecomesOfTheSubscription() {
        assertThat(decoded(
                                lifecycle("reauthorizationRequired"),
                                lifecycle("subscriptionRemoved"),
                                lifecycle("missed"),
                                lifecycle("somethingNew"))
                        .notices())
                .containsExactly(
                        new GraphNotice.RenewalNeeded("S1"),
                        new GraphNotice.SubscriptionRemoved("S1"),
                        new GraphNotice.NoticesMissed("S1"),
                        new GraphNotice.NoticesMissed("S1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"another\"", "\"\"", "null", "[\"a-secret\"]", "\"a-secret \""})
    void leavesOutWhatDoesNotCarryTheSecret(String secret) {
        DecodedNotices decoded = decoded(change(secret), change("\"" + SECRET + "\""));

        assertThat(decoded.refused()).isEqualTo(1);
        assertThat(decoded.notices()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "private", "{}", "[]", "{\"value\":{}}", "{\"value\":[private", "{\"value\":[]}{}", "null"})
    void refusesWhatGraphDoesNotSend(String body) {
        assertThatThrownBy(() -> GraphNotifications.decode(body, SECRET))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Graph did not send this")
                .hasMessageNotContaining("private");
    }

    @Test
    void withoutASecretNothingIsRead() {
        String unsigned = "{\"value\":[{\"subscriptionId\":\"s\",\"resourceData\":{\"id\":\"A\"}}]}";

        assertThatThrownBy(() -> GraphNotifications.decode(unsigned, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("secret");
    }

    @Test
    void entriesThatAreNothingAreRefusedOneByOne() {
        assertThat(decoded("1", "null", "{}", lifecycle("missed")))
                .isEqualTo(new DecodedNotices(List.of(new GraphNotice.NoticesMissed("S1")), 3));
    }

    @Test
    void aSubscriptionIsRenewedHalfWayToItsEnd() {
        Instant now = Instant.parse("2026-05-01T00:00:00Z");

        GraphSubscription subscription = GraphSubscription.until(
                "S1", new Owner("ada@example.com"), ItemKind.EVENT, now, now.plus(Duration.ofHours(10)));

        assertThat(subscription.renewAt()).isEqualTo(now.plus(Duration.ofHours(5)));
    }

    @ParameterizedTest
    @CsvSource({
        "http://x.example/a, s, PT1H",
        "https:///a, s, PT1H",
        "https://x.example/a, ' ', PT1H",
        "https://x.example/a, s, PT0S",
        "https://x.example/a, s, PT71H"
    })
    void refusesARequestThatGraphWouldRefuse(URI url, String secret, Duration lifetime) {
        assertThatThrownBy(() -> new SubscriptionRequest(
                        new Owner("ada@example.com"), ItemKind.EVENT, URL, url, secret, lifetime))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRequestShowsNoSecret() {
        assertThat(SubscriptionRequest.of(new Owner("ada@example.com"), ItemKind.CONTACT, URL, SECRET))
                .hasToString("SubscriptionRequest[CONTACT of a…@example.com to crm.acme.example]");
    }
}
