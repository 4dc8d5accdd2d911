package io.github.crosstie.ews.auth;

/**
 * Where bearer tokens come from: the host's OAuth library, its vault, its own cache. Implementations are thread-safe.
 * They throw {@link io.github.crosstie.fault.UnauthorizedException} when somebody has to renew consent or secret, and
 * {@link io.github.crosstie.fault.UnavailableException} when the issuer does not answer.
 */
@FunctionalInterface
public interface TokenSource {

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
}
