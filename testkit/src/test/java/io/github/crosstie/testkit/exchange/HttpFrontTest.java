package io.github.crosstie.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class HttpFrontTest extends ExchangeTest {

    private static final String CHANGES = sync("contacts", "", 512);

    @Test
    void letsInWhoeverBringsTheToken() {
        server.requireBearer("good");

        HttpResponse<String> refused = soap.post(CHANGES, "Authorization", "Bearer bad");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(soap.post(CHANGES, "Authorization", "Bearer good").statusCode())
                .isEqualTo(200);
        assertThat(server.requests().toString()).doesNotContain("Bearer");
    }

    @Test
    void worksInTheMailboxOfTheUserWhoSignedIn() {
        server.mailbox("ben@acme.example").contacts().put(Map.of("GivenName", "Ada"));
        server.requireBasic("ben@acme.example", "secret");

        String answer = soap.post(CHANGES, "Authorization", Access.basic("ben@acme.example", "secret"))
                .body();

        assertThat(answer).contains("<t:Create>");
        assertThat(soap.post(CHANGES, "Authorization", Access.basic("ben@acme.example", "wrong"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void asksAnyRuleForCredentials() {
        server.requireAuthorization(header -> header.startsWith("Negotiate "), "Negotiate");

        assertThat(soap.post(CHANGES).headers().firstValue("WWW-Authenticate")).contains("Negotiate");
        assertThat(soap.post(CHANGES, "Authorization", "Negotiate abc").statusCode())
                .isEqualTo(200);
    }

    @Test
    void actsAsTheOwnerOfAnotherMailbox() {
        LoopbackMailbox ben = server.mailbox("ben@acme.example").alias("b@acme.example");
        LoopbackItem ada = ben.contacts().put(Map.of("GivenName", "Ada"));

        assertThat(soap.blocks(impersonate("PrimarySmtpAddress", "ben@acme.example"))
                        .message(CHANGES)
                        .in("m:Changes"))
                .hasSize(1);
        assertThat(soap.blocks(impersonate("SmtpAddress", "b@acme.example")).code(get(ada.id())))
                .isEqualTo("NoError");
        assertThat(soap.blocks(impersonate("PrimarySmtpAddress", "anna@acme.example"))
                        .code(get(ada.id())))
                .isEqualTo("ErrorItemNotFound");
        assertThat(soap.blocks(impersonate("PrimarySmtpAddress", "nobody@acme.example"))
                        .code(CHANGES))
                .isEqualTo("ErrorNonExistentMailbox");
        assertThat(soap.blocks(impersonate("PrimarySmtpAddress", "b@acme.example"))
                        .post(CHANGES)
                        .body())
                .contains("ErrorNonPrimarySmtpAddress", "<t:Value Name=\"Primary\">ben@acme.example</t:Value>");
        server.denyImpersonation("ben@acme.example");
        assertThat(soap.blocks(impersonate("PrimarySmtpAddress", "ben@acme.example"))
                        .code(CHANGES))
                .isEqualTo("ErrorImpersonateUserDenied");
    }

    @Test
    void compressesIfTheClientTakesThat() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.url())
                .header("Accept-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofString(soap.envelope(CHANGES)))
                .build();

        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(uncompressed(answer.body())).startsWith("<?xml").contains("ServerVersionInfo");
    }

    @Test
    void tellsItsVersionAndRefusesNewerOnes() {
        assertThat(soap.post(CHANGES).body()).contains("MajorVersion=\"15\"");
        server.version("Exchange2010_SP2");

        assertThat(soap.code(CHANGES)).isEqualTo("ErrorInvalidServerVersion");
        assertThat(soap.version("Exchange2010_SP2").code(CHANGES)).isEqualTo("NoError");
        assertThat(soap.version("Exchange2019").code(CHANGES)).isEqualTo("ErrorInvalidServerVersion");
    }

    @Test
    void leadsBackWithACookieAndTheIdsOfRequests() {
        HttpResponse<String> first =
                soap.post(CHANGES, "client-request-id", "of-the-client", "return-client-request-id", "true");
        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();

        HttpResponse<String> second = soap.post(CHANGES, "Cookie", cookie.substring(0, cookie.indexOf(';')));

        assertThat(first.headers().firstValue("client-request-id")).contains("of-the-client");
        assertThat(first.headers().firstValue("request-id")).isPresent();
        assertThat(cookie).startsWith("X-BackEndCookie=");
        assertThat(second.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void refusesWhatTheSchemaDoesNotAllow() {
        assumeTrue(SchemaJudge.ifPresent().isPresent(), "SKIPPED: EWS schema (set " + SchemaJudge.FOLDER + ")");

        HttpResponse<String> refused = soap.post("<m:GetItem><m:ItemIds/></m:GetItem>");

        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(refused.body()).contains("ErrorSchemaValidation", "<t:Value Name=\"Violation\">");
    }

    @Test
    void refusesWhatIsNoRequest() throws Exception {
        assertThat(status(URI.create(server.url() + "x"), "POST")).isEqualTo(404);
        assertThat(status(server.url(), "GET")).isEqualTo(405);
        assertThat(status(server.url(), "POST")).isEqualTo(400);
    }

    @Test
    void keepsEnvelopesUnlessToldNotTo() {
        soap.send(CHANGES);
        server.keepEnvelopes(false);
        soap.send(CHANGES);

        assertThat(server.requests())
                .extracting(request -> request.answer().isEmpty())
                .containsExactly(false, true);
        assertThat(server.requests()).extracting(LoopbackRequest::status).containsExactly(200, 200);
        server.keepEnvelopes(true);
    }

    private static int status(URI url, String method) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .method(method, HttpRequest.BodyPublishers.ofString("no envelope"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String uncompressed(byte[] bytes) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String impersonate(String kind, String address) {
        return "<t:ExchangeImpersonation><t:ConnectingSID><t:" + kind + ">" + address + "</t:" + kind
                + "></t:ConnectingSID></t:ExchangeImpersonation>";
    }

    @Override
    boolean judged() {
        return false;
    }
}
