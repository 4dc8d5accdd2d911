package io.github.crosstie.testkit.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionsTest extends EventTest {

    private static final String URL = "https://host.example/notifications";
    private static final String LIFE = "https://host.example/life";

    @Test
    void tellsOfWhatHappensInACalendar() {
        Rest.Reply made = subscribe("users/anna@acme.example/events", "created,updated,deleted");
        String id = event("Review", "2026-03-03");
        patch(id, "'subject':'Changed'");
        rest.delete(EVENTS + "/" + id);

        List<LoopbackNotification> told = graph.subscriptions().take();

        assertThat(told).singleElement().extracting(LoopbackNotification::url).isEqualTo(URL);
        JsonNode value = Rest.json(told.get(0).body()).path("value");
        assertThat(value.findValuesAsText("changeType")).containsExactly("created", "updated", "deleted");
        assertThat(value.path(0).path("subscriptionId").asText()).isEqualTo(made.value("id"));
        assertThat(value.path(0).path("clientState").asText()).isEqualTo("secret");
        assertThat(value.path(0).path("resource").asText()).isEqualTo("Users/anna%40acme.example/Events/" + id);
        assertThat(value.path(0).path("resourceData").path("id").asText()).isEqualTo(id);
        assertThat(graph.subscriptions().take()).isEmpty();
    }

    @Test
    void tellsOnlyOfTheChangesAndTheFolderThatWereAskedFor() {
        subscribe("users/anna@acme.example/events", "deleted");
        String id = event("Review", "2026-03-03");
        rest.delete(ANNA + "/contacts/" + create("{\"givenName\":\"Ada\"}"));

        assertThat(graph.subscriptions().take()).isEmpty();
        rest.delete(EVENTS + "/" + id);
        assertThat(graph.subscriptions().take()).hasSize(1);
    }

    @Test
    void tellsOfContacts() {
        subscribe("me/contacts", "created");
        String id = create("{\"givenName\":\"Ada\"}");

        JsonNode told = Rest.json(graph.subscriptions().take().get(0).body())
                .path("value")
                .path(0);

        assertThat(told.path("resourceData").path("@odata.type").asText()).isEqualTo("#Microsoft.Graph.Contact");
        assertThat(told.path("resourceData").path("id").asText()).isEqualTo(id);
    }

    @Test
    void tellsOfAllFoldersUnlessOneIsNamed() {
        String trips = rest.post(ANNA + "/calendars", "{\"name\":\"Trips\"}").value("id");
        String all = subscribe("users/anna@acme.example/events", "created").value("id");
        String own =
                subscribe("users/anna@acme.example/calendar/events", "created").value("id");
        String other = subscribe("users/anna@acme.example/calendars/" + trips + "/events", "created")
                .value("id");
        rest.post(ANNA + "/calendars/" + trips + "/events", json("{" + hour("2026-03-03") + "}"));

        JsonNode told = Rest.json(graph.subscriptions().take().get(0).body()).path("value");

        assertThat(told.findValuesAsText("subscriptionId"))
                .containsExactly(all, other)
                .doesNotContain(own);
        assertThat(subscribe("me/calendars/nowhere/events", "created").status()).isEqualTo(404);
    }

    @Test
    void tellsImmutableIdsIfTheSubscriptionPrefersThem() {
        rest.send("POST", "/subscriptions", body("users/anna@acme.example/events", "deleted", 60), Rest.IMMUTABLE);
        String id = rest.send("POST", EVENTS, json("{" + hour("2026-03-03") + "}"), Rest.IMMUTABLE)
                .value("id");
        rest.delete(EVENTS + "/" + id);

        assertThat(graph.subscriptions().take().get(0).body()).contains("\"id\":\"" + id + "\"");
    }

    @Test
    void tellsADeletedOccurrenceAsAChangeOfItsSeries() {
        String series = series("Review");
        subscribe("users/anna@acme.example/events", "updated,deleted");
        rest.delete(EVENTS + "/" + occurrence(series, 1));

        JsonNode told = Rest.json(graph.subscriptions().take().get(0).body()).path("value");

        assertThat(told.findValuesAsText("changeType")).containsExactly("updated");
        assertThat(told.path(0).path("resourceData").path("id").asText()).isEqualTo(series);
    }

    @Test
    void keepsTheSecretToItself() {
        Rest.Reply made = subscribe("me/events", "created");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("clientState").isNull()).isTrue();
        assertThat(rest.get("/subscriptions/" + made.value("id")).text()).doesNotContain("secret");
        assertThat(rest.get("/subscriptions").items()).hasSize(1);
    }

    @Test
    void makesNoSubscriptionForAnEndpointThatDoesNotAnswer() {
        graph.subscriptions().endpoint((url, token) -> url.startsWith(LIFE) ? "<html>404</html>" : token);

        Rest.Reply refused = subscribe("me/events", "created");

        assertThat(refused.code()).isEqualTo("ValidationError");
        assertThat(graph.subscriptions().ids()).isEmpty();
    }

    @Test
    void asksTheEndpointWithATokenInItsAddress() {
        graph.subscriptions()
                .endpoint((url, token) ->
                        URLDecoder.decode(url.replaceFirst(".*validationToken=", ""), StandardCharsets.UTF_8));

        assertThat(subscribe("me/events", "created").status()).isEqualTo(201);
    }

    @Test
    void livesUntilItExpiresUnlessItIsRenewed() {
        String id = subscribe("me/events", "created").value("id");
        clock.advance(Duration.ofMinutes(50));
        Rest.Reply renewed = rest.patch("/subscriptions/" + id, "{\"expirationDateTime\":\"" + inMinutes(60) + "\"}");
        clock.advance(Duration.ofMinutes(50));

        assertThat(renewed.status()).isEqualTo(200);
        assertThat(graph.subscriptions().ids()).containsExactly(id);
        clock.advance(Duration.ofMinutes(11));
        assertThat(graph.subscriptions().ids()).isEmpty();
        event("Review", "2026-03-03");
        assertThat(graph.subscriptions().take()).isEmpty();
        assertThat(rest.patch("/subscriptions/" + id, "{\"expirationDateTime\":\"" + inMinutes(60) + "\"}")
                        .code())
                .isEqualTo("ResourceNotFound");
    }

    @Test
    void endsWhenItIsDeleted() {
        String id = subscribe("me/events", "created").value("id");

        assertThat(rest.delete("/subscriptions/" + id).status()).isEqualTo(204);
        assertThat(graph.subscriptions().ids()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reauthorizationRequired", "missed", "subscriptionRemoved"})
    void tellsOfItsOwnLife(String event) {
        String id = subscribe("me/events", "created").value("id");

        List<LoopbackNotification> told = graph.subscriptions().lifecycle(event);

        assertThat(told).singleElement().extracting(LoopbackNotification::url).isEqualTo(LIFE);
        JsonNode value = Rest.json(told.get(0).body()).path("value").path(0);
        assertThat(value.path("lifecycleEvent").asText()).isEqualTo(event);
        assertThat(value.path("subscriptionId").asText()).isEqualTo(id);
        assertThat(value.has("changeType")).isFalse();
        assertThat(graph.subscriptions().ids().isEmpty()).isEqualTo(event.equals("subscriptionRemoved"));
    }

    @Test
    void isAuthorizedAgain() {
        String id = subscribe("me/events", "created").value("id");

        assertThat(rest.post("/subscriptions/" + id + "/reauthorize", "").status())
                .isEqualTo(204);
    }

    @Test
    void refusesWhatGraphRefuses() {
        assertThat(subscribe("me/drive", "created").status()).isEqualTo(400);
        assertThat(subscribe("users/nobody@acme.example/events", "created").status())
                .isEqualTo(404);
        assertThat(subscribe("me/events", "renamed").status()).isEqualTo(400);
        assertThat(rest.post("/subscriptions", "{}").status()).isEqualTo(400);
        assertThat(rest.post("/subscriptions", body("me/events", "created", 4231))
                        .text())
                .contains("4230 minutes");
        assertThat(rest.post("/subscriptions", body("me/events", "created", -1)).status())
                .isEqualTo(400);
        assertThat(rest.post("/subscriptions", body("me/events", "created", 60).replace("https", "http"))
                        .status())
                .isEqualTo(400);
        assertThat(graph.subscriptions().ids()).isEmpty();
    }

    private Rest.Reply subscribe(String resource, String changes) {
        return rest.send("POST", "/subscriptions", body(resource, changes, 60), Map.of());
    }

    private String body(String resource, String changes, int minutes) {
        return json("{'changeType':'" + changes + "','notificationUrl':'" + URL + "','lifecycleNotificationUrl':'"
                + LIFE
                + "','resource':'" + resource + "','clientState':'secret','expirationDateTime':'" + inMinutes(minutes)
                + "'}");
    }

    private String inMinutes(int minutes) {
        return clock.instant().plus(Duration.ofMinutes(minutes)).toString();
    }
}
