package io.github.crosstie.ews.internal.item;

import io.github.crosstie.internal.exchange.SeriesUpdate;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts a series together with its occurrences that have something of their own, which the server tells as items of
 * their own.
 */
public final class ExceptionReading {

    private ExceptionReading() {}

    /**
     * The whole series.
     *
     * @param series the series as it was read
     * @param occurrences the occurrences that it names as modified, by the ids of their items
     * @return the series with its exceptions; with trouble if one of them is missing or cannot be understood
     */
    public static ItemRecord whole(ItemRecord series, Map<String, ItemRecord> occurrences) {
        SortedMap<OriginalStart, OccurrenceException> exceptions = new TreeMap<>();
        String trouble = series.trouble();
        for (ModifiedOccurrence modified : series.modified()) {
            ItemRecord occurrence = occurrences.get(modified.key().id());
            if (occurrence == null) {
                trouble = "one of its occurrences changed while it was read; it is read again";
            } else if (occurrence.trouble() != null) {
                trouble = "one of its occurrences cannot be read: " + occurrence.trouble();
            } else if (trouble == null) {
                exceptions.put(
                        modified.start(), SeriesUpdate.exception(series.item(), modified.start(), occurrence.item()));
            }
        }
        Item item = trouble == null
                ? series.item().toBuilder()
                        .set(EventFields.EXCEPTIONS, new OccurrenceExceptions(exceptions))
                        .build()
                : series.item();
        return series.with(item, trouble);
    }
}
