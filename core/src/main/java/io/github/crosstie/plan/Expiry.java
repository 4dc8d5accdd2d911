package io.github.crosstie.plan;

import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.item.Item;
import io.github.crosstie.state.RecordKey;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What makes a planned change outdated by the mere passing of time: the window of events, and deletions of past ones.
 */
final class Expiry {

    private final Scope scope;

    Expiry(Scope scope) {
        this.scope = scope;
    }

    /** Why it is too late for a change; empty if it is not. */
    Optional<String> of(PlannedChange change, Map<RecordKey, ReadOutcome> readings, ZonedDateTime now) {
        if (change instanceof PlannedChange.Delete delete) {
            if (readings.get(delete.pair().on(delete.side().other())) instanceof ReadOutcome.Found) {
                // It leaves by a change of settings, and follows no deletion (S14).
                return Optional.empty();
            }
            return found(readings, delete.pair().on(delete.side()))
                    .filter(item -> !scope.inFuture(item, now))
                    .map(item -> "its time has come since, and deletions of past events do not propagate");
        }
        if (change instanceof PlannedChange.Create create) {
            return found(readings, create.source())
                    .filter(item -> !scope.inWindow(List.of(item), now))
                    .map(item -> "it has left the window of time since");
        }
        return Optional.empty();
    }

    private static Optional<Item> found(Map<RecordKey, ReadOutcome> readings, RecordKey record) {
        return readings.get(record) instanceof ReadOutcome.Found found
                ? Optional.of(found.record().item())
                : Optional.empty();
    }
}
