package io.github.crosstie.testkit.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.testkit.exchange.LoopbackExchange;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignInTest extends GraphTest {

    @Test
    void needsAToken() {
        Rest.Reply none = new Rest(graph.url().toString(), "").get(ANNA + "/contacts");
        Rest.Reply wrong = new Rest(graph.url().toString(), "guess").get(ANNA + "/contacts");

        assertThat(none.status()).isEqualTo(401);
        assertThat(none.code()).isEqualTo("InvalidAuthenticationToken");
        assertThat(wrong.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(wrong.status()).isEqualTo(401);
    }

    @Test
    void endsSessions() {
        graph.endSessions();

        assertThat(rest.get(ANNA + "/contacts").status()).isEqualTo(401);
        assertThat(new Rest(graph).get(ANNA + "/contacts").status()).isEqualTo(200);
    }

    @Test
    void letsAPersonIntoTheOwnMailboxOnly() {
        graph.mailbox("ben@acme.example").contacts().put(Map.of("GivenName", "Ada"));
        graph.grant("bens-token", "ben@acme.example");
        Rest ben = new Rest(graph.url().toString(), "bens-token");

        assertThat(ben.get("/me/contacts").items()).hasSize(1);
        assertThat(ben.get("/me").value("mail")).isEqualTo("ben@acme.example");
        assertThat(ben.get("/users/ben@acme.example/contacts").items()).hasSize(1);
        assertThat(ben.get(ANNA + "/contacts").code()).isEqualTo("ErrorAccessDenied");
    }

    @Test
    void refusesMailboxesThatAreNotThereNotForItOrElsewhere() {
        assertThat(rest.get("/users/nobody@acme.example/contacts").code()).isEqualTo("ErrorInvalidUser");
        graph.deny("anna@acme.example");
        assertThat(rest.get(ANNA + "/contacts").status()).isEqualTo(403);
        graph.admit("anna@acme.example");
        graph.keepOnPremises("anna@acme.example");
        assertThat(rest.get(ANNA + "/contacts").code()).isEqualTo("MailboxNotEnabledForRESTAPI");
        graph.admit("anna@acme.example");
        assertThat(rest.get(ANNA + "/contacts").status()).isEqualTo(200);
    }

    @Test
    void findsAMailboxByItsOtherAddressesToo() {
        anna.alias("a.almond@acme.example");

        String id = rest.get(ANNA).value("id");
        assertThat(rest.get("/users/" + id).value("mail")).isEqualTo("anna@acme.example");
        assertThat(rest.get("/users/A.Almond@acme.example").value("userPrincipalName"))
                .isEqualTo("anna@acme.example");
    }

    @Test
    void showsTheMailboxesOfAnotherServerAndLeavesItOpen() {
        try (LoopbackExchange exchange = LoopbackExchange.start(clock)) {
            exchange.mailbox("cy@acme.example").contacts().put(Map.of("GivenName", "Ada"));
            LoopbackGraph over = LoopbackGraph.over(exchange);
            Rest client = new Rest(over);

            String id = client.get("/users/cy@acme.example/contacts")
                    .items()
                    .get(0)
                    .path("id")
                    .asText();
            String version = client.patch("/users/cy@acme.example/contacts/" + id, "{\"jobTitle\":\"Countess\"}")
                    .value("changeKey");
            over.close();

            assertThat(exchange.mailbox("cy@acme.example").contacts().list())
                    .singleElement()
                    .satisfies(contact -> {
                        assertThat(contact.value("JobTitle")).isEqualTo("Countess");
                        assertThat(contact.changeKey()).isEqualTo(version);
                    });
            assertThat(over.exchange()).isSameAs(exchange);
        }
    }
}
