package io.github.crosstie.ews.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.fault.UnauthorizedException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerAuthTest {

    private static final SignInTarget TARGET =
            new SignInTarget(URI.create("https://mail.acme.example/EWS/Exchange.asmx"), new Owner("anna@acme.example"));
    private static final Challenge REFUSED = new Challenge(List.of("Bearer error=\"invalid_token\""), null);

    @Test
    void carriesTheHostsToken() {
        assertThat(EwsAuth.bearer(target -> "t0.k-n").begin(TARGET).first()).isEqualTo("Bearer t0.k-n");
    }

    @Test
    void asksTheHostsOwnSourceEachTime() {
        AtomicInteger asked = new AtomicInteger();
        EwsAuth auth = EwsAuth.bearer(TokenProvider.from(() -> "token-" + asked.incrementAndGet()));

        assertThat(auth.begin(TARGET).first()).isEqualTo("Bearer token-1");
        assertThat(auth.begin(TARGET).first()).isEqualTo("Bearer token-2");
        assertThat(EwsAuth.bearer(TokenProvider.constant("always"))
                        .begin(TARGET)
                        .first())
                .isEqualTo("Bearer always");
    }

    @Test
    void renewsARefusedTokenOnce() {
        SignIn signIn = EwsAuth.bearer(new Cache()).begin(TARGET);
        signIn.first();

        assertThat(signIn.next(REFUSED)).contains("Bearer token-1");
        assertThat(signIn.next(REFUSED)).isEmpty();
    }

    @Test
    void givesUpWhenThereIsNoOtherToken() {
        SignIn signIn = EwsAuth.bearer(target -> "the only one").begin(TARGET);

        assertThatThrownBy(signIn::first).isInstanceOf(UnauthorizedException.class);
        SignIn other = EwsAuth.bearer(target -> "only").begin(TARGET);
        other.first();
        assertThat(other.next(REFUSED)).isEmpty();
    }

    @Test
    void sharesOneRenewalAmongRequestsThatWereRefusedTogether() throws InterruptedException, ExecutionException {
        Cache cache = new Cache();
        EwsAuth auth = EwsAuth.bearer(cache);
        CountDownLatch start = new CountDownLatch(8);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<String>> tokens = new ArrayList<>();

        for (int thread = 0; thread < 8; thread++) {
            tokens.add(threads.submit(() -> {
                SignIn signIn = auth.begin(TARGET);
                signIn.first();
                start.countDown();
                start.await();
                return signIn.next(REFUSED).orElseThrow();
            }));
        }

        for (Future<String> token : tokens) {
            assertThat(token.get()).isEqualTo("Bearer token-1");
        }
        assertThat(cache.renewals).hasValue(1);
        threads.shutdown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "line\nbreak", "ümlaut"})
    void refusesATokenThatNoHeaderCanCarryWithoutShowingIt(String token) {
        SignIn signIn = EwsAuth.bearer(target -> token).begin(TARGET);

        assertThatThrownBy(signIn::first)
                .isInstanceOf(UnauthorizedException.class)
                .hasMessageContaining("token source")
                .message()
                .doesNotContain("words")
                .doesNotContain("ümlaut");
    }

    @Test
    void saysWhoGaveNoToken() {
        SignIn signIn = EwsAuth.bearer(target -> null).begin(TARGET);

        assertThatThrownBy(signIn::first)
                .isInstanceOf(UnauthorizedException.class)
                .hasMessageContaining("TokenProvider that the host gave to EwsAuth.bearer");
    }

    @Test
    void showsNoSecret() {
        assertThat(EwsAuth.bearer(target -> "secret").toString()).isEqualTo("bearer tokens");
        assertThat(new Challenge(List.of("NTLM c2VjcmV0"), null)).hasToString("[NTLM]");
    }

    /** A host's cache of one token. */
    private static final class Cache implements TokenProvider {
        private final AtomicInteger renewals = new AtomicInteger();

        @Override
        public String token(SignInTarget target) {
            return "token-" + renewals.get();
        }

        @Override
        public String renew(SignInTarget target, String refused) {
            return "token-" + renewals.incrementAndGet();
        }
    }
}
