package io.github.crosstie.testkit.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.crosstie.engagement.api.AccessToken;
import io.github.crosstie.engagement.api.AccountEngagementApi;
import io.github.crosstie.engagement.api.TokenProvider;
import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApiTokensTest extends LoopbackTest {

    private static final String SECRET = "00Dsecret!nobody.may.see.this";

    /** Keeps its token until it is told that it was refused. */
    private final class Cache implements TokenProvider {
        private AccessToken token = server.tokens().token();
        private final List<AccessToken> refusals = new ArrayList<>();

        @Override
        public AccessToken token() {
            return token;
        }

        @Override
        public AccessToken renew(AccessToken refused) {
            refusals.add(refused);
            token = server.tokens().renew(refused);
            return token;
        }
    }

    private AccountEngagementApi api(TokenProvider tokens) {
        return AccountEngagementApi.builder()
                .client(CLIENT)
                .tokens(tokens)
                .clock(clock)
                .service(server.url())
                .allowPlainHttp()
                .build();
    }

    @Test
    @DisplayName("184: asks once for another token when a session has ended, and goes on")
    void asksForAnotherToken() {
        add("Ada");
        Cache tokens = new Cache();
        AccessToken ended = tokens.token();
        server.endSessions();

        assertThat(api(tokens).open(unit.id()).list(null).users()).hasSize(1);

        assertThat(tokens.refusals).containsExactly(ended);
    }

    @Test
    @DisplayName("184: gives up when the other token is refused, too")
    void givesUpWhenTheOtherTokenIsRefused() {
        server.faults().next().refuse(EngagementCode.BAD_TOKEN);
        server.faults().next().refuse(EngagementCode.BAD_TOKEN);
        List<AccessToken> tokens = new ArrayList<>(List.of(AccessToken.of("one"), AccessToken.of("two")));

        assertThatThrownBy(() -> api(() -> tokens.remove(0)).open(unit.id()).list(null))
                .isInstanceOf(UnauthorizedException.class);

        assertThat(server.requests()).hasSize(2);
    }

    @Test
    @DisplayName("184: gives up at once when there is no other token")
    void givesUpWhenThereIsNoOtherToken() {
        assertThatThrownBy(
                        () -> api(() -> AccessToken.of(SECRET)).open(unit.id()).list(null))
                .isInstanceOf(UnauthorizedException.class);

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    @DisplayName("takes a token provider that fails for trouble of this unit alone, and passes on what it says itself")
    void takesAFailingProviderForTroubleOfTheUnit() {
        assertThatThrownBy(() -> api(() -> {
                            throw new IllegalStateException("no vault");
                        })
                        .open(unit.id())
                        .list(null))
                .isInstanceOf(UnavailableException.class)
                .hasMessageNotContaining("vault")
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> api(() -> {
                            throw new UnauthorizedException("sign in again");
                        })
                        .open(unit.id())
                        .list(null))
                .isInstanceOf(UnauthorizedException.class)
                .hasMessage("sign in again");
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(EngagementCode.class)
    @DisplayName("G6: no code brings the token into an exception, its causes or its stack trace")
    void keepsTheTokenOutOfExceptions(EngagementCode code) {
        server.faults().next().refuse(code);
        Throwable thrown = catchThrowable(
                () -> api(() -> AccessToken.of(SECRET)).open(unit.id()).list(null));

        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));

        assertThat(trace.toString()).doesNotContain(SECRET);
    }

    @Test
    @DisplayName("G6: nothing that can be printed shows the token, and a bad one is refused without being shown")
    void keepsTheTokenOutOfTexts() {
        AccountEngagementApi api = api(() -> AccessToken.of(SECRET));

        assertThat(api.toString() + api.open(unit.id()) + AccessToken.of(SECRET) + server.requests())
                .doesNotContain(SECRET);
        assertThatThrownBy(() -> AccessToken.of(SECRET + "\r"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(SECRET);
    }
}
