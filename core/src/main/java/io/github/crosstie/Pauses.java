package io.github.crosstie;

import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.state.CollectionKey;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps to what a system asked for: to be left alone until some moment or until somebody has seen to it (F7, F8). */
record Pauses(Context context) {

    /** Which of a user's kinds rest, each with its report; empty if the systems may be called. */
    Map<ItemKind, RoundReport> resting(Admission.Admitted admitted) {
        Map<ItemKind, RoundReport> resting = new EnumMap<>(ItemKind.class);
        admitted.kinds().forEach(kind -> report(admitted, kind).ifPresent(report -> resting.put(kind, report)));
        return resting;
    }

    /** Why nobody may be called for one kind: its own pause or another's, as they share the systems. */
    Optional<RoundReport> keeping(Admission.Admitted admitted, ItemKind kind) {
        return affecting(admitted, kind)
                .flatMap(one -> report(admitted, one).stream())
                .findFirst();
    }

    void requireNone(Admission.Admitted admitted, ItemKind kind) {
        affecting(admitted, kind)
                .forEach(one -> context.parking(admitted.collection(one)).requireAllowed());
    }

    /** What keeps one kind from running keeps the others too: they share the systems, and the time. */
    static boolean concernsAll(RoundReport report) {
        return report.stopped()
                .filter(stop -> stop.code() == OutcomeCode.THROTTLED
                        || stop.code() == OutcomeCode.AUTH_EXPIRED
                        || stop.code() == OutcomeCode.ACCESS_BLOCKED
                        || stop.code() == OutcomeCode.CANCELLED
                        || stop.code() == OutcomeCode.OUT_OF_TIME)
                .isPresent();
    }

    /** Notes why the records of a user could not be opened. */
    RoundReport begin(Admission.Admitted admitted, ItemKind kind, CrosstieException cause) {
        return context.parking(admitted.collection(kind)).park(cause);
    }

    boolean end(OrganizationId organization, UserId user) {
        boolean ended = true;
        for (ItemKind kind : ItemKind.values()) {
            CollectionKey collection = new CollectionKey(organization, user, kind);
            if (context.store().pause(collection).isPresent()) {
                ended &= context.parking(collection).resume();
            }
        }
        return ended;
    }

    private Optional<RoundReport> report(Admission.Admitted admitted, ItemKind kind) {
        return context.parking(admitted.collection(kind)).parked();
    }

    private static Stream<ItemKind> affecting(Admission.Admitted admitted, ItemKind kind) {
        return Stream.concat(Stream.of(kind), admitted.kinds().filter(other -> other != kind));
    }
}
