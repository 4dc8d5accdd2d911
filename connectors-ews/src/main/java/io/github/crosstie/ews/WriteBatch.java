package io.github.crosstie.ews;

import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.ews.internal.item.EventMapping;
import io.github.crosstie.ews.internal.item.ItemMapping;
import io.github.crosstie.ews.internal.operation.FolderReference;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The writes of one call, as few requests as they go into: deletions, new items, changes, and series one by one. */
final class WriteBatch {

    private final Mailbox mailbox;
    private final ItemKind kind;
    private final ItemMapping mapping;
    private final Deletions deletions;
    private final Creations creations;
    private final Updates updates;
    private final @Nullable SeriesCreations newSeries;
    private final @Nullable SeriesChanges series;
    private final @Nullable TidyingUp tidyingUp;

    WriteBatch(
            Mailbox mailbox,
            ItemKind kind,
            ItemMapping mapping,
            WholeItems items,
            TagSearch tags,
            EwsEndpoint.Remembered remembered) {
        this.mailbox = mailbox;
        this.kind = kind;
        this.mapping = mapping;
        this.deletions = new Deletions(mailbox);
        this.creations = new Creations(mailbox, mapping, tags, remembered.traces());
        this.updates = new Updates(mailbox, mapping);
        EventMapping events = mapping instanceof EventMapping ofEvents ? ofEvents : null;
        this.newSeries = events == null ? null : new SeriesCreations(mailbox, events, tags, remembered);
        this.series = events == null ? null : new SeriesChanges(mailbox, events, items);
        this.tidyingUp = series == null ? null : new TidyingUp(mailbox, items, series, remembered.leftovers());
    }

    List<WriteOutcome> write(FolderReference folder, List<Write> writes) {
        Sending sending = new Sending(mailbox.clock());
        SortedMap<Integer, Write.Delete> deleted = new TreeMap<>();
        SortedMap<Integer, Write.Create> created = new TreeMap<>();
        SortedMap<Integer, Write.Update> changed = new TreeMap<>();
        SortedMap<Integer, Supplier<WriteOutcome>> alone = new TreeMap<>();
        for (int place = 0; place < writes.size(); place++) {
            Write write = writes.get(place);
            if (write instanceof Write.Delete deletion) {
                deleted.put(place, deletion);
            } else if (write instanceof Write.Update update) {
                if (series != null && SeriesChanges.concerns(update.fields())) {
                    alone.put(place, () -> series.update(update));
                } else {
                    changed.put(place, update);
                }
            } else if (write instanceof Write.Create creation) {
                Optional<WriteOutcome> refusal = refusal(creation.item());
                if (refusal.isPresent()) {
                    sending.put(place, refusal.get());
                } else if (newSeries != null && SeriesCreations.concerns(creation.item())) {
                    alone.put(place, () -> newSeries.create(folder, creation));
                } else {
                    created.put(place, creation);
                }
            }
        }
        deletions.send(deleted, sending);
        creations.send(folder, created, sending);
        updates.send(kind, changed, sending);
        alone.forEach((place, write) -> sending.send(List.of(place), () -> List.of(write.get())));
        if (tidyingUp != null && !sending.isBroken()) {
            tidyingUp.tidyUp();
        }
        return sending.outcomes();
    }

    private Optional<WriteOutcome> refusal(Item item) {
        if (kind == ItemKind.EVENT && item.get(EventFields.TIME).isEmpty()) {
            return Optional.of(new WriteOutcome.Rejected("NO_TIME", "an event has no time; give it one", true));
        }
        return mapping.cannotExpress(item)
                .map(reason -> new WriteOutcome.Rejected("UNSUPPORTED_RECURRENCE", reason, true));
    }
}
