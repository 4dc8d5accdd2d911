package io.github.crosstie.state;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the last round of a collection ended, and when one went through last (S18).
 *
 * @param ended when it ended
 * @param stop why it did not do all there was to do; null if it went through
 * @param success when the last round ended that went through; null if none ever did
 */
public record LastRound(
        Instant ended, @Nullable StopReason stop, @Nullable Instant success) {

    /** Requires the moment. */
    public LastRound {
        Objects.requireNonNull(ended, "ended");
    }

    static LastRound after(@Nullable LastRound before, StateChange.EndRound end) {
        Instant earlier = before == null ? null : before.success;
        return new LastRound(end.at(), end.stop(), end.stop() == null ? end.at() : earlier);
    }
}
