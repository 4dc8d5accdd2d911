package io.github.crosstie.dispatch;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.plan.OutcomeCode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a result means for when to come back.
 *
 * @param failed whether something kept the mailbox from being synced
 * @param answered whether the organization's systems answered to the end: nobody called them for a user who is held, or at whose mailbox
 *     another worker is
 * @param shared whether what failed is likely to fail for others of the organization too
 * @param told until when a system asks to be left alone; null if none did
 */
record Verdict(
        boolean failed,
        boolean answered,
        boolean shared,
        @Nullable Instant told) {

    private static final Set<OutcomeCode> HARMLESS =
            EnumSet.of(OutcomeCode.CANCELLED, OutcomeCode.OUT_OF_TIME, OutcomeCode.LEASED_ELSEWHERE);

    private static final Set<OutcomeCode> SHARED = EnumSet.of(
            OutcomeCode.THROTTLED, OutcomeCode.UNAVAILABLE, OutcomeCode.AUTH_EXPIRED, OutcomeCode.ACCESS_BLOCKED);

    static Verdict of(SyncResult result) {
        if (!(result instanceof SyncResult.Synced synced)) {
            return new Verdict(false, false, false, null);
        }
        List<Outcome.Stopped> all = synced.rounds().values().stream()
                .map(RoundReport::stopped)
                .flatMap(Optional::stream)
                .toList();
        boolean answered = all.isEmpty() && !synced.rounds().isEmpty();
        List<Outcome.Stopped> stops =
                all.stream().filter(stop -> !HARMLESS.contains(stop.code())).toList();
        Instant told = stops.stream()
                .flatMap(stop -> Optional.ofNullable(stop.retryAt()).stream())
                .reduce((one, other) -> one.isAfter(other) ? one : other)
                .orElse(null);
        return new Verdict(
                !stops.isEmpty(), answered, stops.stream().anyMatch(stop -> SHARED.contains(stop.code())), told);
    }

    static Verdict of(Throwable thrown) {
        boolean shared = thrown instanceof ThrottledException
                || thrown instanceof UnavailableException
                || thrown instanceof UnauthorizedException
                || thrown instanceof AccessBlockedException;
        return new Verdict(
                true, false, shared, thrown instanceof ThrottledException throttled ? throttled.retryAt() : null);
    }
}
