package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.ews.auth.EwsAuth;
import io.github.crosstie.ews.auth.SignInTarget;
import io.github.crosstie.ews.auth.TokenProvider;
import io.github.crosstie.ews.autodiscover.Autodiscover;
import io.github.crosstie.ews.autodiscover.EwsLocator;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.testkit.exchange.LoopbackExchange;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.security.auth.Subject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The lines that the documentation of this module's types shows. */
class ApiExamplesTest {

    /** A cache of the host's. */
    private interface Tokens {
        String current();
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final Tokens tokens = () -> "token";
    private final Supplier<Subject> subject = Subject::new;

    @Test
    @DisplayName("one server for all mailboxes")
    void connector() {
        // spotless:off
        EwsConnector exchange = EwsConnector.builder()
                .client(client) // the host's, shared by everything
                .auth(EwsAuth.bearer(TokenProvider.from(tokens::current))) // or kerberos, ntlm, basic
                .server(URI.create("https://mail.acme.example/EWS/Exchange.asmx"))
                .impersonate() // if the account acts for all mailboxes
                .userZones(owner -> ZoneId.of("Europe/Berlin"))
                .build();
        // spotless:on

        assertThat(exchange.side()).isEqualTo(Side.MAIL);
    }

    @Test
    @DisplayName("servers that are found")
    void autodiscover() {
        // spotless:off
        EwsLocator locator = Autodiscover.builder()
                .client(client)
                .auth(EwsAuth.kerberos(subject))
                .server("branch.acme.example", URI.create("https://mail.branch.acme.example/EWS/Exchange.asmx"))
                .trust("mail.acme-hosting.example")
                .build();
        // spotless:on

        assertThat(locator.locate(new Owner("anna@branch.acme.example"))).hasHost("mail.branch.acme.example");
    }

    @Test
    @DisplayName("ids for another wire")
    void ids() {
        try (LoopbackExchange server = LoopbackExchange.start()) {
            LoopbackItem ada = server.mailbox("anna@acme.example").contacts().put(Map.of("GivenName", "Ada"));
            EwsConnector exchange = EwsConnector.builder()
                    .client(client)
                    .auth(EwsAuth.bearer(TokenProvider.constant("any")))
                    .server(server.url())
                    .utc()
                    .allowPlainHttp()
                    .build();
            Owner anna = new Owner("anna@acme.example");
            List<ItemId> linked = List.of(new ItemId(ada.id()));
            // spotless:off
            List<Optional<String>> entryIds = exchange.ids(anna).toEntryIds(linked);
            // spotless:on

            assertThat(entryIds).hasSize(1).doesNotContain(Optional.empty());
        }
    }

    @Test
    @DisplayName("tokens from the host's own cache")
    void bearer() {
        // spotless:off
        EwsAuth auth = EwsAuth.bearer(TokenProvider.from(tokens::current));
        // spotless:on
        SignInTarget target = new SignInTarget(URI.create("https://mail.acme.example"), new Owner("anna@acme.example"));

        assertThat(auth.begin(target).first()).isEqualTo("Bearer token");
    }
}
