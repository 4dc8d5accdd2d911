package io.github.crosstie.ews;

import io.github.crosstie.ews.internal.item.ExceptionReading;
import io.github.crosstie.ews.internal.item.ItemMapping;
import io.github.crosstie.ews.internal.item.ItemRecord;
import io.github.crosstie.ews.internal.item.ModifiedOccurrence;
import io.github.crosstie.ews.internal.operation.ItemKey;
import io.github.crosstie.ews.internal.operation.Result;
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
        Map<String, Result<ItemRecord>> occurrences = occurrences(items);
        return items.stream().map(item -> whole(item, occurrences)).toList();
    }

    private List<Result<ItemRecord>> get(List<ItemKey> ids) {
        return mailbox.getItem().get(ids, mapping.shape(), BATCH, mapping::read);
    }

    /** What is wrong with one of its occurrences is wrong with the series, unless the occurrence has just gone. */
    private static Result<ItemRecord> whole(Result<ItemRecord> item, Map<String, Result<ItemRecord>> occurrences) {
        if (!(item instanceof Result.Done<ItemRecord> done)
                || done.value().modified().isEmpty()) {
            return item;
        }
        Map<String, ItemRecord> read = new HashMap<>();
        for (ModifiedOccurrence modified : done.value().modified()) {
            Result<ItemRecord> occurrence = occurrences.get(modified.key().id());
            if (occurrence instanceof Result.Done<ItemRecord> told) {
                read.put(modified.key().id(), told.value());
            } else if (occurrence instanceof Result.Failed<ItemRecord> failed && !Outcomes.isGone(failed.trouble())) {
                return occurrence;
            }
        }
        return new Result.Done<>(ExceptionReading.whole(done.value(), read));
    }

    /** What the server says of each occurrence that has something of its own, by its id. */
    private Map<String, Result<ItemRecord>> occurrences(List<Result<ItemRecord>> items) {
        List<ItemKey> ids = new ArrayList<>();
        for (Result<ItemRecord> item : items) {
            if (item instanceof Result.Done<ItemRecord> done) {
                done.value()
                        .modified()
                        .forEach(modified -> ids.add(ItemKey.of(modified.key().id())));
            }
        }
        Map<String, Result<ItemRecord>> occurrences = new HashMap<>();
        List<Result<ItemRecord>> read = ids.isEmpty() ? List.of() : get(ids);
        for (int at = 0; at < read.size(); at++) {
            occurrences.put(ids.get(at).id(), read.get(at));
        }
        return occurrences;
    }
}
