package io.github.crosstie.engagement.api;

/**
 * Where access tokens come from; the host implements it. A token is one of Salesforce's, with the scope {@code
 * pardot_api}, of a user who is synced to the business unit and may view users.
 *
 * <p>Thread-safe: asked before each request, by the threads that list, several at a time; so keep a token as long as it
 * lives. Implementations throw {@link io.github.crosstie.fault.UnauthorizedException} when there is none until a person
 * does something, and {@link io.github.crosstie.fault.UnavailableException} when there is none for now; any other
 * exception counts as the second.
 *
 * <pre>{@code
 * TokenProvider tokens = () -> AccessToken.of(session.get());        // of Salesforce, with the scope pardot_api
 * }</pre>
 */
@FunctionalInterface
public interface TokenProvider {

    /**
     * The token for the next request.
     *
     * @return a token that is believed to be good
     */
    AccessToken token();

    /**
     * A token in place of one that was refused just now: a new one, unless somebody else has got one meanwhile. Called at
     * most once a request. Unless overridden, asks {@link #token}.
     *
     * @param refused the token that was refused
     * @return another token; an equal one to the refused one if there is no better
     */
    default AccessToken renew(AccessToken refused) {
        return token();
    }
}
