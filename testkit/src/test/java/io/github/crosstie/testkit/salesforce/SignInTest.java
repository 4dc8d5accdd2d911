package io.github.crosstie.testkit.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInTest extends SalesforceTest {

    private static final String JWT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static KeyPair keys;

    @BeforeAll
    static void makeKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
    }

    private Answer token(Map<String, String> form) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(salesforce.url() + "/services/oauth2/token"))
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&")))));
    }

    private Answer jwt(String issuer, String subject, String audience, long seconds) throws Exception {
        long expires = clock.instant().getEpochSecond() + seconds;
        String signed = base64("{\"alg\":\"RS256\"}") + "."
                + base64("{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":\"%s\",\"exp\":%d}"
                        .formatted(issuer, subject, audience, expires));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        String assertion =
                signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        return token(Map.of("grant_type", JWT, "assertion", assertion));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Answer good() throws Exception {
        return jwt(salesforce.app().consumerKey(), "ada@acme.example", "https://login.salesforce.com", 180);
    }

    @Test
    @DisplayName("a signed assertion gives a session of its subject")
    void takesSignedAssertions() throws Exception {
        salesforce.app().trust(keys.getPublic());

        Answer answer = good();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("instance_url").asText())
                .isEqualTo(salesforce.url().toString());
        assertThat(answer.json().path("id").asText()).endsWith("/id/" + organization.id() + "/" + ada);
        assertThat(answer.json().has("expires_in")).isFalse();
        Answer who = send(HttpRequest.newBuilder(URI.create(salesforce.url() + "/services/oauth2/userinfo"))
                .header(
                        "Authorization",
                        "Bearer " + answer.json().path("access_token").asText()));
        assertThat(who.json().path("user_id").asText()).isEqualTo(ada);
        assertThat(who.json().path("organization_id").asText()).isEqualTo(organization.id());
    }

    @Test
    @DisplayName("an assertion signed by a key that nobody registered is refused")
    void refusesUnknownKeys() throws Exception {
        Answer answer = good();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error_description").asText()).isEqualTo("invalid assertion");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        unheard-of, ada@acme.example, https://login.salesforce.com, 60, invalid_client_id, client identifier invalid
        3MVG9loopback, bob@acme.example, https://login.salesforce.com, 60, invalid_grant, user hasn't approved this consumer
        3MVG9loopback, ada@acme.example, https://example.com, 60, invalid_grant, audience is invalid
        3MVG9loopback, ada@acme.example, https://login.salesforce.com, 0, invalid_grant, expired authorization code
        3MVG9loopback, ada@acme.example, https://login.salesforce.com, 181, invalid_grant, invalid assertion
        """)
    @DisplayName("claims that do not fit are refused in the original's words")
    void refusesClaims(String issuer, String subject, String audience, long seconds, String error, String description)
            throws Exception {
        salesforce.app().trust(keys.getPublic());

        Answer answer = jwt(issuer, subject, audience, seconds);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).isEqualTo(error);
        assertThat(answer.json().path("error_description").asText()).isEqualTo(description);
    }

    @Test
    @DisplayName("an assertion may be meant for the server itself, or for what the test says")
    void acceptsAudiences() throws Exception {
        salesforce.app().trust(keys.getPublic());
        salesforce.acceptAudience("https://acme.my.salesforce.com");

        assertThat(jwt(
                                salesforce.app().consumerKey(),
                                "ada@acme.example",
                                salesforce.url().toString(),
                                60)
                        .status())
                .isEqualTo(200);
        assertThat(jwt(salesforce.app().consumerKey(), "ada@acme.example", "https://acme.my.salesforce.com", 60)
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("inactive users and those who lost the approval get no session, and lose the one they have")
    void refusesUsers() throws Exception {
        salesforce.app().trust(keys.getPublic());
        String session = good().json().path("access_token").asText();
        organization.users().edit(ada, "IsActive", false);

        Answer inactive = good();
        Answer late = send(request(DATA + "/limits").setHeader("Authorization", "Bearer " + session));
        organization.users().edit(ada, "IsActive", true);
        salesforce.app().disapprove(ada);
        Answer disapproved = good();
        salesforce.app().approve(ada);

        assertThat(inactive.json().path("error_description").asText()).isEqualTo("inactive user");
        assertThat(late.code()).isEqualTo("INVALID_SESSION_ID");
        assertThat(disapproved.json().path("error_description").asText())
                .isEqualTo("user hasn't approved this consumer");
        assertThat(good().status()).isEqualTo(200);
    }

    @Test
    @DisplayName("client credentials give a session of the integration user, or of whom the app runs as")
    void takesClientCredentials() throws Exception {
        Map<String, String> form = Map.of(
                "grant_type", "client_credentials",
                "client_id", salesforce.app().consumerKey(),
                "client_secret", salesforce.app().consumerSecret());

        Answer integration = token(form);
        salesforce.app().runAs(ada);
        Answer asAda = token(form);
        salesforce.app().clientCredentials(false);
        Answer disabled = token(form);

        assertThat(integration.json().path("id").asText())
                .endsWith(organization.integrationUser().id());
        assertThat(asAda.json().path("id").asText()).endsWith(ada);
        assertThat(disabled.json().path("error_description").asText()).isEqualTo("no client credentials user enabled");
    }

    @Test
    @DisplayName("key and secret may come as a header; a wrong secret is refused")
    void takesBasicAuthorization() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(salesforce.url() + "/services/oauth2/token"))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"));
        String good = salesforce.app().consumerKey() + ":" + salesforce.app().consumerSecret();

        Answer accepted = send(request.setHeader(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(good.getBytes(StandardCharsets.UTF_8))));
        Answer refused = send(request.setHeader(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString((good + "x").getBytes(StandardCharsets.UTF_8))));

        assertThat(accepted.status()).isEqualTo(200);
        assertThat(refused.json().path("error").asText()).isEqualTo("invalid_client");
    }

    @Test
    @DisplayName("a refresh token gives sessions until it is revoked")
    void takesRefreshTokens() throws Exception {
        Map<String, String> form = Map.of(
                "grant_type", "refresh_token",
                "client_id", salesforce.app().consumerKey(),
                "refresh_token", salesforce.app().refreshToken(ada));

        Answer first = token(form);
        salesforce.app().revokeRefreshTokens();
        Answer second = token(form);

        assertThat(first.json().path("id").asText()).endsWith(ada);
        assertThat(second.status()).isEqualTo(400);
        assertThat(second.json().path("error_description").asText()).isEqualTo("expired access/refresh token");
    }

    @Test
    @DisplayName("other grants, missing parameters and other methods are refused")
    void refusesOtherGrants() throws Exception {
        Answer grant = token(Map.of("grant_type", "password"));
        Answer missing = token(Map.of("grant_type", JWT));
        Answer garbled = token(Map.of("grant_type", JWT, "assertion", "a.b"));
        Answer get = send(HttpRequest.newBuilder(URI.create(salesforce.url() + "/services/oauth2/token")));

        assertThat(grant.json().path("error").asText()).isEqualTo("unsupported_grant_type");
        assertThat(missing.json().path("error").asText()).isEqualTo("invalid_request");
        assertThat(garbled.json().path("error_description").asText()).isEqualTo("invalid assertion");
        assertThat(get.status()).isEqualTo(400);
    }

    @Test
    @DisplayName("a token sends its holder to the instance that the test names")
    void namesTheInstance() throws Exception {
        salesforce.app().trust(keys.getPublic());
        salesforce.instanceUrl(URI.create("http://127.0.0.1:9"));

        assertThat(good().json().path("instance_url").asText()).isEqualTo("http://127.0.0.1:9");
    }

    @Test
    @DisplayName("G6: no secret gets into the log of requests")
    void logsNoSecrets() throws Exception {
        salesforce.app().trust(keys.getPublic());
        good();
        token(Map.of("grant_type", "client_credentials", "client_secret", "geheim"));

        assertThat(salesforce.requests())
                .extracting(LoopbackRequest::body)
                .containsExactlyInAnyOrder(
                        salesforce.requests().get(0).body().replaceAll("(assertion=)[^&]*", "$1…"),
                        salesforce.requests().get(1).body().replaceAll("(client_secret=)[^&]*", "$1…"))
                .noneMatch(body -> body.contains("geheim"));
    }

    @Test
    @DisplayName("a session that was ended is refused as the original refuses it")
    void refusesEndedSessions() throws Exception {
        salesforce.endSessions();

        Answer answer = get("/limits");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text())
                .isEqualTo("[{\"message\":\"Session expired or invalid\",\"errorCode\":\"INVALID_SESSION_ID\"}]");
        signInAgain();
        assertThat(get("/limits").status()).isEqualTo(200);
    }
}
