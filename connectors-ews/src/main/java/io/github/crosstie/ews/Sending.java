package io.github.crosstie.ews;

import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.ews.internal.transport.AnswerLost;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.ThrottledException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what became of each write of one call while requests are sent. The first request that fails as a whole is the
 * last one: if nothing was sent before it and it was not carried out, it fails the call; else its writes are unknown or
 * put off, and so are those not sent yet. Where single writes are refused because the mailbox is busy, the channel knows
 * and sends nothing more, so that the rest is put off until the same moment. For one thread.
 */
final class Sending {

    private final Clock clock;
    private final Map<Integer, WriteOutcome> outcomes = new TreeMap<>();
    private @Nullable CrosstieException broken;
    private boolean anythingSent;

    Sending(Clock clock) {
        this.clock = clock;
    }

    void put(int place, WriteOutcome outcome) {
        outcomes.put(place, outcome);
    }

    boolean has(int place) {
        return outcomes.containsKey(place);
    }

    /** Whether nothing more is to be sent. */
    boolean isBroken() {
        return broken != null;
    }

    /** Asks something that changes nothing, before some writes; nothing if there was no answer. */
    <T> @Nullable T ask(Collection<Integer> places, Supplier<T> question) {
        if (isBroken()) {
            putOff(places);
            return null;
        }
        try {
            return question.get();
        } catch (CrosstieException e) {
            broken = e;
            putOff(places);
            return null;
        }
    }

    /** Sends one request that writes, whose answer has an outcome for each of the places. */
    void send(List<Integer> places, Supplier<List<WriteOutcome>> request) {
        if (isBroken()) {
            putOff(places);
            return;
        }
        try {
            List<WriteOutcome> answered = request.get();
            anythingSent = true;
            for (int at = 0; at < places.size(); at++) {
                put(places.get(at), answered.get(at));
            }
        } catch (CrosstieException e) {
            broken = e;
            if (AnswerLost.isBehind(e)) {
                anythingSent = true;
                places.forEach(place -> put(place, unknown(e)));
            } else {
                putOff(places);
            }
        }
    }

    /** Something was sent whose outcome is not known yet. */
    void sent() {
        anythingSent = true;
    }

    static WriteOutcome unknown(CrosstieException e) {
        return new WriteOutcome.Unknown(String.valueOf(e.getMessage()));
    }

    private void putOff(Collection<Integer> places) {
        places.forEach(place -> put(place, new WriteOutcome.Deferred(until())));
    }

    private Instant until() {
        return broken instanceof ThrottledException throttled ? throttled.retryAt() : clock.instant();
    }

    /** What became of them, in their order. */
    List<WriteOutcome> outcomes() {
        if (broken != null && !anythingSent) {
            throw broken;
        }
        return List.copyOf(outcomes.values());
    }
}
