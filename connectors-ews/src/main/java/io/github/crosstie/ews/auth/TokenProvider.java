package io.github.crosstie.ews.auth;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * Where bearer tokens come from: the host's OAuth library, its vault, its own cache. Implementations are thread-safe and
 * keep tokens to themselves: out of logs, messages and {@code toString}. They throw {@link
 * io.github.crosstie.fault.UnauthorizedException} when somebody has to renew consent or secret, and {@link
 * io.github.crosstie.fault.UnavailableException} when the issuer does not answer.
 *
 * <pre>{@code
 * EwsAuth auth = EwsAuth.bearer(TokenProvider.from(tokens::current));
 * }</pre>
 */
@FunctionalInterface
public interface TokenProvider {

    /**
     * A token for a request. Asked before each request, so it should come from a cache.
     *
     * @param target what the request goes to
     * @return the token alone, without its scheme
     */
    String token(SignInTarget target);

    /**
     * A token in place of one that the server has refused. Called at most once a request, by one thread at a time, and
     * only if {@link #token} still gives the refused one. Unless overridden, asks {@link #token}.
     *
     * @param target what the request goes to
     * @param refused the token that was refused
     * @return another token; the refused one if there is no other
     */
    default String renew(SignInTarget target, String refused) {
        return token(target);
    }

    /**
     * One token for everything, as for a trial or a test: it is not renewed when it runs out.
     *
     * @param token the token alone, without its scheme
     * @return the provider
     */
    static TokenProvider constant(String token) {
        Objects.requireNonNull(token, "token");
        return target -> token;
    }

    /**
     * The host's own source of tokens, whatever server and mailbox they are for.
     *
     * @param tokens gives a token that has not run out; asked before each request
     * @return the provider
     */
    static TokenProvider from(Supplier<String> tokens) {
        Objects.requireNonNull(tokens, "tokens");
        return target -> tokens.get();
    }
}
