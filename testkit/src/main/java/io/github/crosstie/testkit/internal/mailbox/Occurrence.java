package io.github.crosstie.testkit.internal.mailbox;

import io.github.crosstie.testkit.internal.mailbox.StoredItem.StoredException;
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
public record Occurrence(
        StoredItem master, LocalDate date, int index, Instant originalStart, Instant start, Instant end) {

    public String id() {
        return Ids.occurrence(master.id, date);
    }

    public String changeKey() {
        StoredException exception = exception();
        return exception == null ? master.changeKey : exception.changeKey;
    }

    public @Nullable StoredException exception() {
        return master.exceptions.get(date);
    }

    public boolean isDeleted() {
        return master.deleted.contains(date);
    }

    /** The properties of the series, changed to those of the occurrence. */
    public Properties properties() {
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
