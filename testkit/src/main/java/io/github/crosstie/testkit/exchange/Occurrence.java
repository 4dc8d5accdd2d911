package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.exchange.StoredItem.StoredException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One occurrence of a series.
 *
 * @param master the series
 * @param date the date that the rule gives it, in the zone of the series
 * @param index which one it is, from 1, deleted ones counted
 * @param originalStart when the rule lets it begin
 * @param start when it begins
 * @param end when it ends
 */
record Occurrence(StoredItem master, LocalDate date, int index, Instant originalStart, Instant start, Instant end) {

    String id() {
        return Ids.occurrence(master.id, date);
    }

    String changeKey() {
        StoredException exception = exception();
        return exception == null ? master.changeKey : exception.changeKey;
    }

    @Nullable
    StoredException exception() {
        return master.exceptions.get(date);
    }

    boolean isDeleted() {
        return master.deleted.contains(date);
    }

    /** The properties of the series, changed to those of the occurrence. */
    Properties properties() {
        Properties properties = master.properties.copy();
        properties.remove("Recurrence");
        StoredException exception = exception();
        if (exception != null) {
            properties.overlay(exception.properties);
            exception.removed.forEach(properties::remove);
        }
        properties.set("Start", start.toString());
        properties.set("End", end.toString());
        return properties;
    }
}
