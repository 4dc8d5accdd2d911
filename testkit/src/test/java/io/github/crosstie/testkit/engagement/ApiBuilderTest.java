package io.github.crosstie.testkit.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.engagement.api.AccessToken;
import io.github.crosstie.engagement.api.AccountEngagementApi;
import io.github.crosstie.testkit.MutableClock;
import java.net.Authenticator;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiBuilderTest {

    private static AccountEngagementApi.Builder builder(HttpClient client) {
        return AccountEngagementApi.builder()
                .client(client)
                .tokens(() -> AccessToken.of("token"))
                .clock(MutableClock.create());
    }

    private static AccountEngagementApi.Builder builder() {
        return builder(LoopbackTest.CLIENT);
    }

    @Test
    @DisplayName("goes to the production host unless told otherwise")
    void goesToProduction() {
        assertThat(builder().build()).hasToString("AccountEngagementApi[https://pi.pardot.com]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://pi.pardot.com", "ftp://pi.pardot.com", "pi.pardot.com", "https:///path"})
    @DisplayName("G6: lets no token travel in the clear unless the host allows it")
    void refusesPlainHttp(String url) {
        assertThatThrownBy(() -> builder().service(URI.create(url)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allowPlainHttp()");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://me:secret@host", "https://host?key=secret", "https://host#secret"})
    @DisplayName("G6: refuses a base URL with more than a host and a path, and does not show it")
    void refusesSecretsInTheUrl(String url) {
        assertThatThrownBy(() -> builder().service(URI.create(url)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    @DisplayName("a client and tokens have to be set, and the message names both")
    void wantsClientAndTokens() {
        assertThatThrownBy(AccountEngagementApi.builder().client(LoopbackTest.CLIENT)::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("set client and tokens");
    }

    @Test
    @DisplayName("keeps the path of a base URL")
    void keepsThePath() {
        assertThat(builder().service(URI.create("https://proxy:8443/ae/")).build())
                .hasToString("AccountEngagementApi[https://proxy:8443/ae]");
    }

    @Test
    @DisplayName("refuses a client whose authenticator would take the token's place")
    void refusesAnAuthenticator() {
        HttpClient client =
                HttpClient.newBuilder().authenticator(new Authenticator() {}).build();

        assertThatThrownBy(() -> builder(client)).hasMessageContaining("authenticator");
    }

    @Test
    @DisplayName("G6: refuses a client that would carry the token wherever a redirect points")
    void refusesRedirects() {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        assertThatThrownBy(() -> builder(client)).hasMessageContaining("Redirect.NEVER");
    }

    @Test
    @DisplayName("U: takes no more than five requests at a time and no more than 1,000 users a page")
    void keepsToTheLimitsOfTheApi() {
        assertRefused(builder -> builder.concurrency(6), "concurrency");
        assertRefused(builder -> builder.concurrency(0), "concurrency");
        assertRefused(builder -> builder.pageSize(1_001), "pageSize");
        assertRefused(builder -> builder.pageSize(0), "pageSize");
        assertRefused(builder -> builder.deadline(Duration.ZERO), "deadline");
        assertRefused(builder -> builder.deadline(Duration.ofDays(1)), "deadline");
    }

    private static void assertRefused(UnaryOperator<AccountEngagementApi.Builder> setting, String name) {
        assertThatThrownBy(() -> setting.apply(builder()).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name);
    }

    @Test
    @DisplayName("opens a unit without calling anybody")
    void opensWithoutCalling() {
        AccountEngagementApi api =
                builder().service(URI.create("https://nowhere.invalid")).build();

        assertThat(api.open(new BusinessUnitId("0Uv5f0000008OIsCAM"))
                        .capabilities()
                        .writes())
                .isEmpty();
    }
}
