package io.github.crosstie.salesforce.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OAuthSignInTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final KeyPair KEYS = keys();

    private final MutableClock clock = MutableClock.create();
    private LoopbackSalesforce salesforce;
    private String user;

    @BeforeEach
    void start() {
        salesforce = LoopbackSalesforce.start(clock);
        salesforce.app().trust(KEYS.getPublic());
        user = salesforce.organization().addUser("ada@acme.example", "Lovelace");
    }

    @AfterEach
    void stop() {
        salesforce.close();
    }

    @Test
    @DisplayName("signs in by an assertion that Salesforce verifies")
    void signsInByJwt() {
        AccessToken session = jwt().token();

        assertThat(session.instance()).isEqualTo(salesforce.url());
        assertThat(session.value()).isNotBlank();
    }

    @Test
    @DisplayName("signs in by client credentials")
    void signsInByClientCredentials() {
        AccessToken session = builder()
                .clientCredentials(
                        salesforce.app().consumerKey(), salesforce.app().consumerSecret())
                .build()
                .token();

        assertThat(session.instance()).isEqualTo(salesforce.url());
    }

    @Test
    @DisplayName("goes on by a refresh token")
    void signsInByRefreshToken() {
        AccessToken session = builder()
                .refreshToken(
                        salesforce.app().consumerKey(),
                        salesforce.app().consumerSecret(),
                        salesforce.app().refreshToken(user))
                .build()
                .token();

        assertThat(session.instance()).isEqualTo(salesforce.url());
    }

    @Test
    @DisplayName("keeps a session until it is refused")
    void keepsTheSession() {
        OAuthSignIn signIn = jwt();
        AccessToken first = signIn.token();

        assertThat(signIn.token()).isSameAs(first);
        assertThat(signIn.renew(first)).isNotEqualTo(first);
        assertThat(signIns()).isEqualTo(2);
    }

    @Test
    @DisplayName("asks for one new session, however many requests were refused at the same time")
    void renewsOnce() throws Exception {
        OAuthSignIn signIn = jwt();
        AccessToken refused = signIn.token();
        ExecutorService workers = Executors.newFixedThreadPool(8);
        try {
            Callable<AccessToken> renewal = () -> signIn.renew(refused);
            List<Future<AccessToken>> renewed =
                    workers.invokeAll(Stream.generate(() -> renewal).limit(8).toList());

            AccessToken next = signIn.token();
            for (Future<AccessToken> one : renewed) {
                assertThat(one.get()).isEqualTo(next);
            }
            assertThat(signIns()).isEqualTo(2);
        } finally {
            workers.shutdownNow();
        }
    }

    @Test
    @DisplayName("F8: says what to do about a user who has not approved the app")
    void tellsTheRemedy() {
        salesforce.app().disapprove(user);

        assertThatThrownBy(() -> jwt().token())
                .isInstanceOf(UnauthorizedException.class)
                .hasMessageContaining("hasn't approved this consumer")
                .hasMessageContaining("pre-authorize");
    }

    @Test
    @DisplayName("F8: an assertion for another audience is refused, and another audience can be set")
    void heedsTheAudience() {
        salesforce.acceptAudience("https://login.salesforce.com");

        assertThatThrownBy(() -> builder()
                        .jwtBearer(salesforce.app().consumerKey(), "ada@acme.example", KEYS.getPrivate())
                        .audience(URI.create("https://elsewhere.example"))
                        .build()
                        .token())
                .isInstanceOf(UnauthorizedException.class)
                .hasMessageContaining("audience");
        assertThat(builder()
                        .jwtBearer(salesforce.app().consumerKey(), "ada@acme.example", KEYS.getPrivate())
                        .audience(URI.create("https://login.salesforce.com"))
                        .build()
                        .token())
                .isNotNull();
    }

    @Test
    @DisplayName("F8: a revoked refresh token needs a person")
    void tellsOfRevocation() {
        String token = salesforce.app().refreshToken(user);
        salesforce.app().revokeRefreshTokens();

        assertThatThrownBy(() -> builder()
                        .refreshToken(
                                salesforce.app().consumerKey(), salesforce.app().consumerSecret(), token)
                        .build()
                        .token())
                .isInstanceOf(UnauthorizedException.class)
                .hasMessageContaining("sign in again")
                .hasMessageNotContaining(token);
    }

    @Test
    @DisplayName("a gateway's page of HTML means: later")
    void takesGatewaysForUnavailable() {
        salesforce.faults().next("/services/oauth2/token").serviceUnavailable();

        assertThatThrownBy(() -> jwt().token())
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("not JSON");
    }

    @Test
    @DisplayName("F7: too many sign-ins wait for a minute by the clock")
    void waitsWhenThrottled() {
        salesforce
                .faults()
                .next("/services/oauth2/token")
                .answer(
                        400,
                        "application/json",
                        "{\"error\":\"invalid_grant\",\"error_description\":\"login rate exceeded\"}");

        assertThatThrownBy(() -> jwt().token())
                .isInstanceOfSatisfying(
                        ThrottledException.class,
                        throttled -> assertThat(throttled.retryAt())
                                .isEqualTo(clock.instant().plus(Duration.ofMinutes(1))));
    }

    @Test
    @DisplayName("an answer that names an instance without encryption is refused unless that was allowed")
    void refusesPlainInstances() {
        salesforce
                .faults()
                .next("/services/oauth2/token")
                .answer(200, "application/json", "{\"access_token\":\"00D!x\",\"instance_url\":\"not an address\"}");

        assertThatThrownBy(() -> jwt().token())
                .isInstanceOf(ContractBrokenException.class)
                .hasMessageNotContaining("00D!x");
    }

    @Test
    @DisplayName("refuses a login address without encryption, and says how to allow it")
    void refusesPlainLogins() {
        assertThatThrownBy(() -> OAuthSignIn.builder()
                        .client(CLIENT)
                        .login(salesforce.url())
                        .clock(clock)
                        .clientCredentials("key", "secret")
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allowPlainHttp()");
    }

    @Test
    @DisplayName("refuses to be built without a flow")
    void wantsAFlow() {
        assertThatThrownBy(() -> builder().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jwtBearer");
    }

    @Test
    @DisplayName("shows no secret")
    void showsNoSecret() {
        OAuthSignIn signIn = jwt();
        AccessToken session = signIn.token();

        assertThat(signIn + " " + session).doesNotContain(session.value());
    }

    private OAuthSignIn.Builder builder() {
        return OAuthSignIn.builder()
                .client(CLIENT)
                .login(salesforce.url())
                .clock(clock)
                .allowPlainHttp();
    }

    private OAuthSignIn jwt() {
        return builder()
                .jwtBearer(salesforce.app().consumerKey(), "ada@acme.example", KEYS.getPrivate())
                .build();
    }

    private long signIns() {
        return salesforce.count("POST /services/oauth2/token");
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
