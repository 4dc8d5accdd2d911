package io.github.crosstie.salesforce;

import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.salesforce.auth.AccessToken;
import io.github.crosstie.salesforce.auth.TokenProvider;

/** Hands on a host's sessions, and refuses one that would travel where anybody on the way can read it. */
final class EncryptedSessions implements TokenProvider {

    private final TokenProvider tokens;

    EncryptedSessions(TokenProvider tokens) {
        this.tokens = tokens;
    }

    @Override
    public AccessToken token() {
        return encrypted(tokens.token());
    }

    @Override
    public AccessToken renew(AccessToken refused) {
        return encrypted(tokens.renew(refused));
    }

    private static AccessToken encrypted(AccessToken session) {
        if (!"https".equalsIgnoreCase(session.instance().getScheme())) {
            throw new UnauthorizedException("session for " + session.instance().getHost() + ": its address is no https"
                    + " one, so it would travel without encryption; nothing was sent. Have the TokenProvider give the"
                    + " https address, or call allowPlainHttp() for a server on this machine");
        }
        return session;
    }
}
