package io.github.crosstie.salesforce.internal.record;

import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.http.internal.AnswerLost;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What became of each write, and of those that were not sent because an earlier request failed. Not thread-safe. */
final class WriteOutcomes {

    private static final Duration LATER = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<Write, WriteOutcome> known = new LinkedHashMap<>();
    private boolean isSent;
    private @Nullable CrosstieException failure;

    WriteOutcomes(Clock clock) {
        this.clock = clock;
    }

    void put(Write write, WriteOutcome outcome) {
        known.put(write, outcome);
    }

    <W extends Write> void step(List<W> writes, Function<List<W>, List<WriteOutcome>> request) {
        if (writes.isEmpty()) {
            return;
        }
        CrosstieException earlier = failure;
        if (earlier != null) {
            writes.forEach(write -> known.put(write, notSent(earlier)));
            return;
        }
        try {
            List<WriteOutcome> outcomes = request.apply(writes);
            isSent = true;
            for (int at = 0; at < writes.size(); at++) {
                known.put(writes.get(at), outcomes.get(at));
            }
        } catch (CrosstieException e) {
            failure = e;
            if (AnswerLost.isBehind(e)) {
                isSent = true;
                writes.forEach(write -> known.put(write, new WriteOutcome.Unknown(String.valueOf(e.getMessage()))));
            } else if (isSent) {
                writes.forEach(write -> known.put(write, notSent(e)));
            } else {
                throw e;
            }
        }
    }

    private WriteOutcome notSent(CrosstieException trouble) {
        Instant until = trouble instanceof ThrottledException throttled
                ? throttled.retryAt()
                : clock.instant().plus(LATER);
        return new WriteOutcome.Deferred(until);
    }

    WriteOutcome of(Write write) {
        return Objects.requireNonNull(known.get(write), "outcome of a write");
    }
}
