package io.github.crosstie.ews.autodiscover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.ews.auth.EwsAuth;
import io.github.crosstie.ews.internal.transport.TestServer;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.testkit.MutableClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AutodiscoverTest {

    private static final Owner ANNA = new Owner("anna@acme.example");
    private static final URI EWS = URI.create("https://mail.acme.example/EWS/Exchange.asmx");
    private static final String JSON = "/autodiscover/autodiscover.json/v1.0/anna%40acme.example?Protocol=EWS";
    private static final String XML = "/autodiscover/autodiscover.xml";

    private final MutableClock clock = MutableClock.create();

    @Test
    void takesTheAnswerOfTheJsonFormWithoutCredentials() {
        try (TestServer server = TestServer.start((exchange, request) -> json(exchange, EWS.toString()))) {
            assertThat(autodiscover(server).build().locate(ANNA)).isEqualTo(EWS);

            assertThat(server.received())
                    .extracting(request -> request.path().toString())
                    .containsExactly(JSON);
            assertThat(server.received().get(0).header("Authorization")).isEmpty();
        }
    }

    @Test
    void asksTheXmlFormSignedInWhereThereIsNoJson() {
        try (TestServer server = TestServer.start((exchange, request) -> {
            if (!request.path().getPath().equals(XML)) {
                exchange.sendResponseHeaders(404, -1);
            } else if (request.header("Authorization").isEmpty()) {
                exchange.sendResponseHeaders(401, -1);
            } else {
                String settings = settings("EXCH", "https://in.acme.example/", "EXPR", EWS.toString());
                TestServer.answer(exchange, 200, "text/xml", settings);
            }
        })) {
            assertThat(autodiscover(server).build().locate(ANNA)).isEqualTo(EWS);

            TestServer.Received asked = server.received().get(2);
            assertThat(asked.header("Authorization")).isEqualTo("Bearer token");
            assertThat(asked.body())
                    .contains("<EMailAddress>anna@acme.example</EMailAddress>")
                    .contains("responseschema/2006a</AcceptableResponseSchema>");
        }
    }

    @Test
    void showsNoCredentialsToAServerThatAsksForNone() {
        try (TestServer server = TestServer.start((exchange, request) -> exchange.sendResponseHeaders(404, -1))) {
            assertThatThrownBy(() -> autodiscover(server).build().locate(ANNA))
                    .isInstanceOf(UnavailableException.class);

            assertThat(server.received())
                    .hasSize(2)
                    .allMatch(request -> request.header("Authorization").isEmpty());
        }
    }

    @Test
    void followsARedirectionToAnotherService() {
        try (TestServer other = TestServer.start((exchange, request) -> json(exchange, EWS.toString()));
                TestServer server = TestServer.start((exchange, request) ->
                        redirect(exchange, other.at("/elsewhere").toString()))) {
            assertThat(autodiscover(server).build().locate(ANNA)).isEqualTo(EWS);
            assertThat(other.received())
                    .extracting(request -> request.path().toString())
                    .containsExactly("/elsewhere");
        }
    }

    @Test
    void followsRedirectionsOfTheXmlFormByUrlAndByAddress() {
        try (TestServer server = TestServer.start((exchange, request) -> {
            String body = request.body();
            if (body.contains("anna@mail.acme.example")) {
                TestServer.answer(exchange, 200, "text/xml", settings("EXPR", EWS.toString()));
            } else if (request.path().getPath().equals("/second.xml")) {
                TestServer.answer(
                        exchange, 200, "text/xml", action("redirectAddr", "RedirectAddr", "anna@mail.acme.example"));
            } else if (request.path().getPath().equals(XML)) {
                String second = "http://127.0.0.1:" + exchange.getLocalAddress().getPort() + "/second.xml";
                TestServer.answer(exchange, 200, "text/xml", action("redirectUrl", "RedirectUrl", second));
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        })) {
            assertThat(autodiscover(server).build().locate(ANNA)).isEqualTo(EWS);
        }
    }

    @Test
    void endsARedirectionInACircle() {
        try (TestServer server = TestServer.start(
                (exchange, request) -> redirect(exchange, request.path().toString()))) {
            assertThatThrownBy(() -> autodiscover(server).build().locate(ANNA))
                    .isInstanceOf(ContractBrokenException.class)
                    .hasMessageContaining("redirect in a circle");
            assertThat(server.received()).hasSize(2);
        }
    }

    @Test
    void endsARedirectionWithoutEnd() {
        try (TestServer server = TestServer.start(
                (exchange, request) -> redirect(exchange, request.path().getPath() + "x"))) {
            assertThatThrownBy(() -> autodiscover(server).build().locate(ANNA))
                    .isInstanceOf(ContractBrokenException.class)
                    .hasMessageContaining("too often");
            assertThat(server.received()).hasSizeLessThanOrEqualTo(16);
        }
    }

    @Test
    void carriesNoCredentialsOutOfTheDomain() {
        try (TestServer server = TestServer.start((exchange, request) -> {
            if (request.path().getPath().equals(XML)) {
                TestServer.answer(
                        exchange, 200, "text/xml", action("redirectUrl", "RedirectUrl", "https://evil.example/a.xml"));
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        })) {
            assertThatThrownBy(() -> autodiscover(server).build().locate(ANNA))
                    .isInstanceOf(ContractBrokenException.class)
                    .hasMessageContaining("leads to evil.example, outside the mailbox's domain");
        }
    }

    @Test
    void believesNoServerOutsideTheDomainUnlessTheHostTrustsIt() {
        URI hosted = URI.create("https://mail.hosting.example/EWS/Exchange.asmx");
        try (TestServer server = TestServer.start((exchange, request) -> json(exchange, hosted.toString()))) {
            assertThatThrownBy(() -> autodiscover(server).build().locate(ANNA))
                    .isInstanceOf(ContractBrokenException.class)
                    .hasMessageContaining("name it as trusted");
            assertThat(autodiscover(server).trust("Hosting.example").build().locate(ANNA))
                    .isEqualTo(hosted);
        }
    }

    @Test
    void isLedToNothingWithoutEncryption() {
        try (TestServer server =
                TestServer.start((exchange, request) -> json(exchange, "ftp://mail.acme.example/EWS/Exchange.asmx"))) {
            assertThatThrownBy(() -> autodiscover(server).build().locate(ANNA))
                    .isInstanceOf(ContractBrokenException.class)
                    .hasMessageContaining("without encryption");
        }
    }

    @Test
    void keepsAnAnswerUntilItIsOld() {
        try (TestServer server = TestServer.start((exchange, request) -> json(exchange, EWS.toString()))) {
            Autodiscover autodiscover =
                    autodiscover(server).keep(Duration.ofHours(1)).build();

            autodiscover.locate(ANNA);
            clock.advance(Duration.ofMinutes(59));
            autodiscover.locate(ANNA);
            int young = server.received().size();
            clock.advance(Duration.ofMinutes(2));
            autodiscover.locate(ANNA);

            assertThat(young).isEqualTo(1);
            assertThat(server.received()).hasSize(2);
        }
    }

    @Test
    @DisplayName("A mailbox that moves is looked up anew")
    void asksAnewForAMailboxThatIsForgotten() {
        try (TestServer server = TestServer.start((exchange, request) -> json(exchange, EWS.toString()))) {
            Autodiscover autodiscover = autodiscover(server).build();

            autodiscover.locate(ANNA);
            autodiscover.forget(ANNA);
            autodiscover.locate(ANNA);

            assertThat(server.received()).hasSize(2);
        }
    }

    @Test
    void asksNobodyWhereTheHostKnows() {
        try (TestServer server = TestServer.start((exchange, request) -> json(exchange, "https://x.acme.example/"))) {
            URI annas = URI.create("https://annas.acme.example/EWS/Exchange.asmx");
            Autodiscover autodiscover = autodiscover(server)
                    .server("ACME.example", EWS)
                    .server("Anna@acme.example", annas)
                    .build();

            assertThat(autodiscover.locate(ANNA)).isEqualTo(annas);
            assertThat(autodiscover.locate(new Owner("Bert@Acme.Example"))).isEqualTo(EWS);
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void tellsAMailboxThatNobodyKnows() {
        try (TestServer server = TestServer.start((exchange, request) -> {
            if (request.path().getPath().equals(XML)) {
                TestServer.answer(exchange, 200, "text/xml", """
                        <Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006">
                        <Response><Error Time="08:00" Id="1"><ErrorCode>500</ErrorCode><Message>It can't be
                        found.</Message></Error></Response></Autodiscover>""");
            } else {
                TestServer.answer(
                        exchange, 200, "application/json", "{\"ErrorCode\":\"UserNotFound\",\"ErrorMessage\":\"\"}");
            }
        })) {
            assertThatThrownBy(() -> autodiscover(server).build().locate(ANNA))
                    .isInstanceOf(MailboxUnavailableException.class)
                    .hasMessageContaining("UserNotFound")
                    .message()
                    .doesNotContain("anna@");
        }
    }

    @Test
    void tellsRefusedCredentialsBeforeAnythingElse() {
        try (TestServer server = TestServer.start((exchange, request) ->
                exchange.sendResponseHeaders(request.path().getPath().equals(XML) ? 401 : 404, -1))) {
            assertThatThrownBy(() -> autodiscover(server).build().locate(ANNA))
                    .isInstanceOf(UnauthorizedException.class)
                    .hasMessageContaining("Autodiscover for a…@acme.example at 127.0.0.1");
        }
    }

    @Test
    void leavesABusyServiceAlone() {
        try (TestServer server = TestServer.start((exchange, request) -> {
            exchange.getResponseHeaders().set("Retry-After", "30");
            exchange.sendResponseHeaders(429, -1);
        })) {
            assertThatThrownBy(() -> autodiscover(server).build().locate(ANNA)).isInstanceOf(ThrottledException.class);
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void refusesADocumentType() {
        try (TestServer server = TestServer.start((exchange, request) -> {
            if (request.path().getPath().equals(XML)) {
                TestServer.answer(
                        exchange,
                        200,
                        "text/xml",
                        "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Autodiscover>&e;</Autodiscover>");
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        })) {
            assertThatThrownBy(() -> autodiscover(server).build().locate(ANNA))
                    .isInstanceOf(ContractBrokenException.class)
                    .hasMessageContaining("document type");
        }
    }

    @Test
    void triesTheNextServiceWhenOneAnswersNonsense() {
        try (TestServer nonsense = TestServer.start(
                        (exchange, request) -> TestServer.answer(exchange, 200, "text/plain", "hello"));
                TestServer server = TestServer.start((exchange, request) -> json(exchange, EWS.toString()))) {
            Autodiscover autodiscover = autodiscover(server)
                    .services(domain -> List.of(nonsense.at("/"), server.at("/")))
                    .build();

            assertThat(autodiscover.locate(ANNA)).isEqualTo(EWS);
        }
    }

    private Autodiscover.Builder autodiscover(TestServer server) {
        return Autodiscover.builder()
                .client(TestServer.client())
                .auth(EwsAuth.bearer(target -> "token"))
                .clock(clock)
                .services(domain -> List.of(server.at("/")))
                .trust("127.0.0.1")
                .allowPlainHttp();
    }

    private static void json(HttpExchange exchange, String url) throws IOException {
        TestServer.answer(exchange, 200, "application/json", "{\"Protocol\":\"EWS\",\"Url\":\"" + url + "\"}");
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(302, -1);
    }

    private static String action(String action, String element, String value) {
        return account("<Action>%s</Action><%s>%s</%s>".formatted(action, element, value, element));
    }

    private static String settings(String... typesAndUrls) {
        StringBuilder protocols = new StringBuilder("<Action>settings</Action>");
        for (int at = 0; at < typesAndUrls.length; at += 2) {
            protocols.append("<Protocol><Type>%s</Type><Server>s</Server><EwsUrl>%s</EwsUrl></Protocol>"
                    .formatted(typesAndUrls[at], typesAndUrls[at + 1]));
        }
        return account(protocols.toString());
    }

    private static String account(String content) {
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006">
                <Response xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a">
                <User><DisplayName>Anna</DisplayName></User><Account><AccountType>email</AccountType>%s</Account>
                </Response></Autodiscover>""".formatted(content);
    }
}
