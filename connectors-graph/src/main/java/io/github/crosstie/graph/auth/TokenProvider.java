package io.github.crosstie.graph.auth;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * Where bearer tokens come from: the host's OAuth library, its vault, its own cache. A token goes to the server it was
 * asked for and to no other, whatever links and redirections that server gives.
 *
 * <p>Implementations are thread-safe and keep tokens to themselves: out of logs, messages and {@code toString}. They
 * throw {@link io.github.crosstie.fault.UnauthorizedException} when somebody has to renew consent or secret, and
 * {@link io.github.crosstie.fault.UnavailableException} when the issuer does not answer. Any other exception counts as the
 * second if there is an {@link java.io.IOException} among its causes, and as the first if there is none.
 */
@FunctionalInterface
public interface TokenProvider {

    /**
     * A token for a request. Asked before each request, so it should come from a cache.
     *
     * @param request what the token is for
     * @return the token alone, without its scheme
     */
    String token(TokenRequest request);

    /**
     * A token in place of one that the server has refused. Called at most once a request, by one thread at a time, and
     * only if {@link #token} still gives the refused one. Unless overridden, asks {@link #token}.
     *
     * @param request what the token is for
     * @param refusal the token that was refused, and why as far as the server said so
     * @return another token; the refused one if there is no other
     */
    default String renew(TokenRequest request, TokenRefusal refusal) {
        return token(request);
    }

    /**
     * One token for everything, as for a trial or a test: it is not renewed when it runs out.
     *
     * @param token the token alone, without its scheme
     * @return the provider
     */
    static TokenProvider constant(String token) {
        Objects.requireNonNull(token, "token");
        return request -> token;
    }

    /**
     * The host's own source of tokens, whatever mailbox they are for.
     *
     * @param tokens gives a token that has not run out; asked before each request
     * @return the provider
     */
    static TokenProvider from(Supplier<String> tokens) {
        Objects.requireNonNull(tokens, "tokens");
        return request -> tokens.get();
    }
}
