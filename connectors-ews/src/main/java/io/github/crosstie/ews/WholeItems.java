package io.github.crosstie.ews;

import io.github.crosstie.ews.item.ExceptionReading;
import io.github.crosstie.ews.item.ItemMapping;
import io.github.crosstie.ews.item.ItemRecord;
import io.github.crosstie.ews.item.ModifiedOccurrence;
import io.github.crosstie.ews.operation.ItemKey;
import io.github.crosstie.ews.operation.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads items with all that belongs to them: of a series also the occurrences that have something of their own (S6).
 */
final class WholeItems {

    private static final int BATCH = 50;

    private final Mailbox mailbox;
    private final ItemMapping mapping;

    WholeItems(Mailbox mailbox, ItemMapping mapping) {
        this.mailbox = mailbox;
        this.mapping = mapping;
    }

    /** A result for each id, in their order. */
    List<Result<ItemRecord>> read(List<ItemKey> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Result<ItemRecord>> items = get(ids);
        Map<String, ItemRecord> occurrences = occurrences(items);
        List<Result<ItemRecord>> whole = new ArrayList<>(items.size());
        for (Result<ItemRecord> item : items) {
            whole.add(
                    item instanceof Result.Done<ItemRecord> done
                                    && !done.value().modified().isEmpty()
                            ? new Result.Done<>(ExceptionReading.whole(done.value(), occurrences))
                            : item);
        }
        return whole;
    }

    private List<Result<ItemRecord>> get(List<ItemKey> ids) {
        return mailbox.getItem().get(ids, mapping.shape(), BATCH, mapping::read);
    }

    private Map<String, ItemRecord> occurrences(List<Result<ItemRecord>> items) {
        List<ItemKey> ids = new ArrayList<>();
        for (Result<ItemRecord> item : items) {
            if (item instanceof Result.Done<ItemRecord> done) {
                done.value().modified().stream()
                        .map(ModifiedOccurrence::key)
                        .map(key -> ItemKey.of(key.id()))
                        .forEach(ids::add);
            }
        }
        Map<String, ItemRecord> occurrences = new HashMap<>();
        List<Result<ItemRecord>> read = ids.isEmpty() ? List.of() : get(ids);
        for (int at = 0; at < read.size(); at++) {
            if (read.get(at) instanceof Result.Done<ItemRecord> done) {
                occurrences.put(ids.get(at).id(), done.value());
            }
        }
        return occurrences;
    }
}
