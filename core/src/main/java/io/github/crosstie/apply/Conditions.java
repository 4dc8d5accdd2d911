package io.github.crosstie.apply;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Write;
import io.github.crosstie.internal.measure.Measures;
import io.github.crosstie.internal.measure.SafetyMeasure;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import java.util.List;

/** The versions that writes are conditional on: those that were planned on, unless a test takes that measure away. */
record Conditions(Measures measures) {

    List<Write> of(Endpoint endpoint, Side side, List<Write> writes) {
        return measures.include(SafetyMeasure.CONDITIONAL_WRITE)
                ? writes
                : writes.stream()
                        .map(write -> onPresentVersion(endpoint, side, write))
                        .toList();
    }

    /** As good as no condition at all. */
    private static Write onPresentVersion(Endpoint endpoint, Side side, Write write) {
        if (write instanceof Write.Update update) {
            return new Write.Update(
                    update.id(),
                    present(endpoint, side, update.id(), update.expectedVersion()),
                    update.fields(),
                    update.notification());
        }
        return write instanceof Write.Delete delete
                ? new Write.Delete(
                        delete.id(),
                        present(endpoint, side, delete.id(), delete.expectedVersion()),
                        delete.notification())
                : write;
    }

    private static ItemVersion present(Endpoint endpoint, Side side, ItemId id, ItemVersion otherwise) {
        return Survey.read(endpoint, side, List.of(id)).get(0) instanceof ReadOutcome.Found found
                ? found.record().version()
                : otherwise;
    }
}
