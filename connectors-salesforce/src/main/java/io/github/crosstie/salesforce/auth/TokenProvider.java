package io.github.crosstie.salesforce.auth;

/**
 * Gives requests their session. Implemented by {@link OAuthSignIn}, and by hosts that sign in by themselves. Thread-safe; asked before
 * every request, so an implementation keeps the session while it is good.
 *
 * <pre>{@code
 * TokenProvider host = () -> new AccessToken(vault.salesforceToken(), URI.create("https://acme.my.salesforce.com"));
 * }</pre>
 */
@FunctionalInterface
public interface TokenProvider {

    /**
     * The present session.
     *
     * @return a session that is believed to be good
     * @throws io.github.crosstie.fault.UnauthorizedException if the sign-in is refused: a person has to mend it
     * @throws io.github.crosstie.fault.UnavailableException if whoever issues tokens does not answer
     */
    AccessToken token();

    /**
     * Another session in place of one that was refused. Called once for a refused session at a time; may answer with the refused one
     * if there is no other.
     *
     * @param refused the session that Salesforce refused
     * @return a newer session
     * @throws io.github.crosstie.fault.CrosstieException as from {@link #token}
     */
    default AccessToken renew(AccessToken refused) {
        return token();
    }
}
