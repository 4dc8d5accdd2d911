package io.github.crosstie.ews.internal.transport;

import io.github.crosstie.ews.internal.soap.Answer;
import io.github.crosstie.ews.internal.soap.Envelope;
import io.github.crosstie.ews.internal.soap.EwsReader;
import io.github.crosstie.ews.internal.soap.TooMuch;
import io.github.crosstie.ews.internal.soap.TooSlow;
import io.github.crosstie.ews.internal.soap.Trouble;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.UnavailableException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads the envelopes of one answer. Whatever goes wrong in it is told with the ids of the request, and with the mark
 * {@link AnswerLost} where the server may have done what it was asked.
 */
final class AnswerReading {

    private final String where;
    private final WebAnswer answer;
    private final Clock clock;

    AnswerReading(String where, WebAnswer answer, Clock clock) {
        this.where = where;
        this.answer = answer;
        this.clock = clock;
    }

    /** The only envelope. */
    <T> T one(EwsReader<T> reader) {
        Answer<T> read = guarded(() -> Envelope.read(answer.body(), reader));
        if (read instanceof Answer.Value<T> value) {
            return value.value();
        }
        throw told(((Answer.Fault<T>) read).trouble());
    }

    /** All envelopes, until the reader has enough or the time is over. */
    void all(EwsReader<Boolean> each) {
        Optional<Trouble> trouble = guarded(() -> {
            try {
                return Optional.ofNullable(Envelope.readAll(answer.body(), each));
            } catch (UncheckedIOException e) {
                if (e.getCause() instanceof DeadlinePassedException) {
                    return Optional.empty();
                }
                throw e;
            }
        });
        if (trouble.isPresent()) {
            throw told(trouble.get());
        }
    }

    private <T> T guarded(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UncheckedIOException e) {
            throw AnswerLost.mark(broken(Objects.requireNonNull(e.getCause())));
        } catch (CrosstieException e) {
            Optional<Trouble> trouble = Trouble.of(e);
            if (trouble.isPresent()) {
                throw told(trouble.get());
            }
            CrosstieException told = e instanceof ContractBrokenException
                    ? new ContractBrokenException(where + ": " + e.getMessage(), e)
                    : e;
            throw AnswerLost.mark(told != e && TooMuch.isBehind(e) ? TooMuch.mark(told) : told);
        }
    }

    private CrosstieException told(Trouble trouble) {
        CrosstieException told = trouble.toException(where, clock);
        return trouble.mayHaveHappened() ? AnswerLost.mark(told) : told;
    }

    private CrosstieException broken(IOException cause) {
        if (cause instanceof TooLargeException) {
            return TooMuch.mark(new ContractBrokenException(
                    where + ": " + cause.getMessage() + "; ask for less at a time, or allow larger answers", cause));
        }
        if (cause instanceof DeadlinePassedException) {
            return TooSlow.mark(new UnavailableException(
                    where + ": " + cause.getMessage() + "; try again later, or allow more time", cause));
        }
        if (cause instanceof InterruptedIOException) {
            return new UnavailableException(
                    where + ": the thread was interrupted while it read the answer; run the round again", cause);
        }
        return new UnavailableException(
                where + ": the answer broke off or could not be unpacked; try again later", cause);
    }
}
