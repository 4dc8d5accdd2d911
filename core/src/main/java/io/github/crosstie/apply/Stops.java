package io.github.crosstie.apply;

import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.state.IdSource;
import io.github.crosstie.state.Pause;
import io.github.crosstie.state.PauseReason;
import io.github.crosstie.state.StopReason;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What trouble of a whole collection means: whether a caller can plan for it, and until when the collection is left alone. */
final class Stops {

    private static final double CHANCES = 1L << Integer.SIZE;

    private final RetryPolicy retries;
    private final IdSource ids;

    Stops(RetryPolicy retries, IdSource ids) {
        this.retries = retries;
        this.ids = ids;
    }

    /** Why a round ends; empty for what nobody can plan for, which stays an exception. */
    static Optional<OutcomeCode> code(CrosstieException trouble) {
        if (trouble instanceof MailboxUnavailableException) {
            return Optional.of(OutcomeCode.MAILBOX_UNAVAILABLE);
        }
        if (trouble instanceof CursorExpiredException) {
            return Optional.of(OutcomeCode.RESYNC_REQUIRED);
        }
        return reason(trouble).map(Stops::code);
    }

    static OutcomeCode code(PauseReason reason) {
        return switch (reason) {
            case THROTTLED -> OutcomeCode.THROTTLED;
            case UNAVAILABLE -> OutcomeCode.UNAVAILABLE;
            case UNAUTHORIZED -> OutcomeCode.AUTH_EXPIRED;
            case ACCESS_BLOCKED -> OutcomeCode.ACCESS_BLOCKED;
        };
    }

    /** What is stored of the code that ended a round. */
    static StopReason reason(OutcomeCode code) {
        return switch (code) {
            case THROTTLED -> StopReason.THROTTLED;
            case UNAVAILABLE -> StopReason.UNAVAILABLE;
            case AUTH_EXPIRED -> StopReason.UNAUTHORIZED;
            case ACCESS_BLOCKED -> StopReason.ACCESS_BLOCKED;
            case CANCELLED -> StopReason.CANCELLED;
            case OUT_OF_TIME -> StopReason.OUT_OF_TIME;
            case MAILBOX_CLAIMED -> StopReason.MAILBOX_CLAIMED;
            case MAILBOX_UNAVAILABLE, RESYNC_REQUIRED -> StopReason.RESYNC_REQUIRED;
            default -> StopReason.BROKEN;
        };
    }

    private static Optional<PauseReason> reason(CrosstieException trouble) {
        if (trouble instanceof ThrottledException) {
            return Optional.of(PauseReason.THROTTLED);
        }
        if (trouble instanceof UnavailableException) {
            return Optional.of(PauseReason.UNAVAILABLE);
        }
        if (trouble instanceof UnauthorizedException) {
            return Optional.of(PauseReason.UNAUTHORIZED);
        }
        return trouble instanceof AccessBlockedException ? Optional.of(PauseReason.ACCESS_BLOCKED) : Optional.empty();
    }

    /** Until when a collection is left alone; empty where waiting mends nothing. */
    Optional<Pause> pause(CrosstieException trouble, @Nullable Pause before, Instant now) {
        return reason(trouble).map(reason -> {
            int failures = before != null && before.reason() == reason ? before.failures() + 1 : 1;
            return new Pause(reason, until(trouble, reason, failures, now), failures, message(trouble));
        });
    }

    private Instant until(CrosstieException trouble, PauseReason reason, int failures, Instant now) {
        if (trouble instanceof ThrottledException throttled) {
            return throttled.retryAt();
        }
        return reason.needsAuthorization()
                ? now.plus(retries.authorization())
                : now.plus(retries.delay(failures, chance(ids.next())));
    }

    /** Ids are drawn at random in production and in a row in tests; what they hash to is spread evenly in both. */
    private static double chance(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> Integer.SIZE;
        return (hash & 0xffffffffL) / CHANCES;
    }

    /** What a round says that was not allowed to begin. */
    static Outcome.Stopped stopped(Pause pause) {
        String before = pause.reason().needsAuthorization()
                ? "; nobody is called before " + pause.until() + " unless it is mended and resumed before: "
                        + "call Crosstie.resume or SyncRound.resume"
                : "; nobody is called before " + pause.until();
        return new Outcome.Stopped(code(pause.reason()), pause.message() + before, pause.until());
    }

    /** The trouble that a pause stems from. */
    static CrosstieException trouble(Pause pause) {
        String message = stopped(pause).message();
        return switch (pause.reason()) {
            case THROTTLED -> new ThrottledException(message, pause.until(), null);
            case UNAVAILABLE -> new UnavailableException(message);
            case UNAUTHORIZED -> new UnauthorizedException(message);
            case ACCESS_BLOCKED -> new AccessBlockedException(message);
        };
    }

    static String message(CrosstieException trouble) {
        return Objects.requireNonNullElse(
                trouble.getMessage(), trouble.getClass().getSimpleName());
    }
}
