package io.github.crosstie.graph.internal.wire;

import static io.github.crosstie.graph.internal.wire.ScriptedGraph.json;
import static io.github.crosstie.graph.internal.wire.ScriptedGraph.packed;
import static io.github.crosstie.graph.internal.wire.ScriptedGraph.parsed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.graph.internal.wire.ScriptedGraph.Received;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What requests look like on the wire, and that answers come back as they are. */
@ParameterizedClass
@EnumSource(Way.class)
@Timeout(30)
class CallsTest extends Scene {

    private Received sent() {
        assertThat(server.received()).hasSize(1);
        return server.received().get(0);
    }

    @Test
    void asksBelowTheMailboxSignedInAndForImmutableIds() {
        channel().call(read().preferring("outlook.timezone=\"UTC\""));

        assertThat(sent().method()).isEqualTo("GET");
        assertThat(sent().uri()).hasToString("/v1.0/users/ada@example.com/contacts/A");
        assertThat(sent().header("Authorization")).isEqualTo("Bearer " + TOKEN);
        assertThat(sent().header("Prefer")).isEqualTo("IdType=\"ImmutableId\", outlook.timezone=\"UTC\"");
        assertThat(sent().header("client-request-id")).isEqualTo("ours-1");
        assertThat(sent().header("Accept")).isEqualTo("application/json");
    }

    @Test
    void keepsWhatAnIdOrAnAddressIsMadeOf() {
        channels(GraphPolicy.DEFAULT)
                .channel(new Owner("ada#ext#/x@example.com"))
                .call(GraphCall.get("read contact", "contacts", "a+b/c=ä d"));

        assertThat(sent().uri().getRawPath())
                .isEqualTo("/v1.0/users/ada%23ext%23%2Fx@example.com/contacts/a%2Bb%2Fc%3D%C3%A4%20d");
    }

    @Test
    void keepsWhatAFilterIsMadeOf() {
        String filter = "ep/id eq 'String {A-b} Name x' and ep/value eq 'O''Neil & 5+5=100% #1?ä'";

        channel()
                .call(GraphCall.get("find contact", "contacts")
                        .query("$filter", filter)
                        .query("$top", "2"));

        assertThat(sent().uri().getQuery()).isEqualTo("$filter=" + filter + "&$top=2");
        assertThat(sent().uri().getRawQuery()).doesNotContain("+").endsWith("&$top=2");
    }

    @Test
    void asksTheServiceItselfWhereTheCallSaysSo() {
        channel().call(GraphCall.post("subscribe", NOTE, "subscriptions").inService());

        assertThat(sent().uri()).hasToString("/v1.0/subscriptions");
    }

    @Test
    void asksEveryPageWithTheSamePreferences() {
        GraphCall first = GraphCall.get("list contacts", "contacts", "delta").preferring("odata.maxpagesize=7");
        GraphChannel channel = channel();
        channel.call(first);

        channel.call(first.following(server.root() + "/users/ada/contacts/delta?$skiptoken=a%2Fb"));

        assertThat(server.received())
                .extracting(request -> request.header("Prefer"))
                .containsOnly("IdType=\"ImmutableId\", odata.maxpagesize=7");
        assertThat(server.received().get(1).uri()).hasToString("/v1.0/users/ada/contacts/delta?$skiptoken=a%2Fb");
    }

    @Test
    void sendsTheBodyAsItIs() {
        JsonNode body = parsed("{\"location\":null,\"subject\":\"Grüße\",\"n\":{\"a\":[1,2]}}");

        channel().call(GraphCall.patch("change event", body, "events", "A").ifMatch("W/\"CQAA=\""));

        assertThat(sent().method()).isEqualTo("PATCH");
        assertThat(sent().json()).isEqualTo(body);
        assertThat(sent().header("If-Match")).isEqualTo("W/\"CQAA=\"");
        assertThat(sent().header("Content-Type")).isEqualTo("application/json");
        assertThat(sent().header("Content-Length"))
                .isEqualTo(Integer.toString(body.toString().getBytes(StandardCharsets.UTF_8).length));
    }

    @Test
    void removesWithoutABody() {
        server.behave((exchange, request) -> exchange.sendResponseHeaders(204, -1));

        GraphAnswer answer = channel().call(remove().ifMatch("W/\"1\""));

        assertThat(sent().method()).isEqualTo("DELETE");
        assertThat(sent().header("If-Match")).isEqualTo("W/\"1\"");
        assertThat(sent().body()).isEmpty();
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.trouble()).isEmpty();
        assertThat(answer.required().isMissingNode()).isTrue();
    }

    @Test
    void givesTheAnswerAsItIs() {
        server.behave((exchange, request) -> {
            exchange.getResponseHeaders().set("ETag", "W/\"2\"");
            json(exchange, 201, "{\"id\":\"A\",\"@removed\":{\"reason\":\"deleted\"},\"n\":null}");
        });

        GraphAnswer answer = channel().call(create());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("etag")).contains("W/\"2\"");
        assertThat(answer.body()).isEqualTo(parsed("{\"id\":\"A\",\"@removed\":{\"reason\":\"deleted\"},\"n\":null}"));
        assertThat(answer.receivedAt()).isEqualTo(clock.instant());
    }

    @Test
    void unpacksWhatCameInPacked() {
        server.behave((exchange, request) -> packed(exchange, "{\"id\":\"packed\"}"));

        GraphAnswer answer = channel().call(read());

        assertThat(sent().header("Accept-Encoding")).isEqualTo("gzip");
        assertThat(answer.body().path("id").asText()).isEqualTo("packed");
    }

    @Test
    void refusesAnEmptyId() {
        assertThatThrownBy(() -> GraphCall.get("read contact", "contacts", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pass the id");
    }

    @Test
    void showsNothingOfWhatItSends() {
        GraphCall call = change().ifMatch("W/\"1\"");

        assertThat(call).hasToString("change contact");
        assertThat(channel().call(call).toString()).doesNotContain("private").doesNotContain(TOKEN);
    }
}
