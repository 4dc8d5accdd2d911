package io.github.crosstie.graph.auth;

import java.util.Objects;
import java.util.Optional;

/**
 * A token that the server did not take.
 *
 * @param token the token
 * @param claims what the server wants the next one to say, as the JSON that OAuth libraries take, if it said so: after a
 *     password change, for instance, when the old token has not run out yet
 */
public record TokenRefusal(String token, Optional<String> claims) {

    /** Checks that nothing is missing. */
    public TokenRefusal {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(claims, "claims");
    }

    /** Shows no token. */
    @Override
    public String toString() {
        return claims.isPresent() ? "TokenRefusal[with claims]" : "TokenRefusal[without claims]";
    }
}
