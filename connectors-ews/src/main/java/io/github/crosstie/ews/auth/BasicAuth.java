package io.github.crosstie.ews.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Name and password in each request, over https alone. */
final class BasicAuth implements EwsAuth {

    static final String WAY = "Basic sign-in";

    private final Credentials account;

    BasicAuth(Credentials account) {
        if (account.user().indexOf(':') >= 0) {
            throw new IllegalArgumentException(WAY + ": the user's name holds a colon, which ends the name on the wire;"
                    + " write it as DOMAIN\\user or as an address");
        }
        this.account = account;
    }

    @Override
    public SignIn begin(SignInTarget target) {
        if (!target.encrypted()) {
            throw new IllegalArgumentException(WAY + " to " + target.host()
                    + ": it would show the password to everybody on the way; use https, or another way to sign in");
        }
        return new SignIn() {
            @Override
            public String first() {
                byte[] pair = (account.user() + ":" + account.password()).getBytes(StandardCharsets.UTF_8);
                return "Basic " + Base64.getEncoder().encodeToString(pair);
            }

            @Override
            public Optional<String> next(Challenge challenge) {
                return Optional.empty();
            }
        };
    }

    @Override
    public String toString() {
        return WAY;
    }
}
