package io.github.crosstie.state;

import java.time.Instant;
import java.util.Objects;

/**
 * Somebody released held deletions, and the next round has not carried them out yet.
 *
 * @param token with which token
 * @param offer up to which offer of the hold
 * @param size how many deletions the token stood for when it was given
 * @param at when
 */
public record Release(ReleaseToken token, int offer, int size, Instant at) {

    /** Requires token and moment. */
    public Release {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(at, "at");
    }
}
