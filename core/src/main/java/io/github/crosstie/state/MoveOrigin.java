package io.github.crosstie.state;

import io.github.crosstie.connector.ScopeIdentity;
import java.time.Instant;
import java.util.Objects;

/**
 * Which way into the mailbox a collection was synced by before its mailbox moved to another one (S22).
 *
 * @param scope what the mail side stood for then
 * @param at when the move was committed
 */
public record MoveOrigin(ScopeIdentity scope, Instant at) {

    /** Requires both parts. */
    public MoveOrigin {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(at, "at");
    }
}
