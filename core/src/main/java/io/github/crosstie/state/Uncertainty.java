package io.github.crosstie.state;

import io.github.crosstie.item.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may still happen to a link by writes whose answer was never learned. It passes with time: no request lives longer than the
 * window that it is given.
 *
 * @param ambiguousUntil until when an attempt to create a half may still arrive; null if none can
 * @param earlierAttempts attempts of earlier generations that may still arrive, oldest first
 * @param lateWrites updates and deletions that may still arrive, oldest first
 */
public record Uncertainty(@Nullable Instant ambiguousUntil, List<Attempt> earlierAttempts, List<LateWrite> lateWrites) {

    /** Everything about the link is known. */
    public static final Uncertainty NONE = new Uncertainty(null, List.of(), List.of());

    /** Copies the lists. */
    public Uncertainty {
        earlierAttempts = List.copyOf(earlierAttempts);
        lateWrites = List.copyOf(lateWrites);
    }

    /**
     * Whether an attempt to create a half may still arrive.
     *
     * @return true within the window
     */
    public boolean isAmbiguous() {
        return ambiguousUntil != null;
    }

    /**
     * Whether nothing is uncertain.
     *
     * @return true if no write may still arrive
     */
    public boolean isNone() {
        return ambiguousUntil == null && lateWrites.isEmpty();
    }

    Uncertainty ambiguous(Instant until) {
        Instant latest = ambiguousUntil != null && ambiguousUntil.isAfter(until) ? ambiguousUntil : until;
        return new Uncertainty(latest, earlierAttempts, lateWrites);
    }

    Uncertainty withLate(LateWrite write) {
        List<LateWrite> all = new ArrayList<>(lateWrites);
        all.add(write);
        return new Uncertainty(ambiguousUntil, earlierAttempts, all);
    }

    /** Nothing can arrive at a record that is gone. */
    Uncertainty withoutLate(Side side) {
        List<LateWrite> rest =
                lateWrites.stream().filter(late -> late.intent().side() != side).toList();
        return new Uncertainty(ambiguousUntil, earlierAttempts, rest);
    }

    Uncertainty withEarlier(List<Attempt> attempts) {
        if (!isAmbiguous() || attempts.isEmpty()) {
            return this;
        }
        List<Attempt> all = new ArrayList<>(earlierAttempts);
        all.addAll(attempts);
        return new Uncertainty(ambiguousUntil, all, lateWrites);
    }

    Uncertainty after(Instant now) {
        List<LateWrite> open =
                lateWrites.stream().filter(late -> late.until().isAfter(now)).toList();
        return ambiguousUntil == null || ambiguousUntil.isAfter(now)
                ? new Uncertainty(ambiguousUntil, earlierAttempts, open)
                : new Uncertainty(null, List.of(), open);
    }
}
