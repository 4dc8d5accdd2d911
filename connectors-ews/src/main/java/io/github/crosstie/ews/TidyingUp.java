package io.github.crosstie.ews;

import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.ews.internal.item.ItemRecord;
import io.github.crosstie.ews.internal.item.SeriesIntent;
import io.github.crosstie.ews.internal.operation.ItemKey;
import io.github.crosstie.ews.internal.operation.ItemReference;
import io.github.crosstie.ews.internal.operation.MeetingMessages;
import io.github.crosstie.ews.internal.operation.Result;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.internal.log.LogEvent;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.log.LogKeys;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes away what writes of series left half-done and nobody goes on with, such as when the record in the CRM was
 * deleted or changed back meanwhile: a new series is deleted, and a changed one becomes again what it counts as. Along
 * with other writes only, as then the claim of the mailbox has been looked at.
 */
final class TidyingUp {

    private static final Logger LOG = LoggerFactory.getLogger(TidyingUp.class);

    /** The engine itself goes on with its writes at once, or in the next round. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final Mailbox mailbox;
    private final WholeItems items;
    private final SeriesChanges changes;
    private final Leftovers leftovers;

    TidyingUp(Mailbox mailbox, WholeItems items, SeriesChanges changes, Leftovers leftovers) {
        this.mailbox = mailbox;
        this.items = items;
        this.changes = changes;
        this.leftovers = leftovers;
    }

    void tidyUp() {
        List<ItemKey> keys = leftovers
                .seenUntil(mailbox, mailbox.clock().instant().minus(PATIENCE))
                .stream()
                .map(ItemKey::of)
                .toList();
        try {
            List<Result<ItemRecord>> read = items.read(keys);
            for (int at = 0; at < keys.size(); at++) {
                if (isTidy(read.get(at))) {
                    leftovers.forget(mailbox, keys.get(at).id());
                }
            }
        } catch (ContractBrokenException broken) {
            // A defect must show itself. It would show itself in every round if they were tried again and again: the
            // next listing tells of them anew.
            keys.forEach(key -> leftovers.forget(mailbox, key.id()));
            throw broken;
        } catch (CrosstieException e) {
            // What was to be written has been written, and its outcomes count. They are tidied up the next time.
            LogEvent.SERIES_LEFT
                    .on(LOG)
                    .addKeyValue(LogKeys.REASON, e.getMessage())
                    .log();
        }
    }

    private boolean isTidy(Result<ItemRecord> result) {
        if (result instanceof Result.Failed<ItemRecord> failed) {
            return Outcomes.isGone(failed.trouble());
        }
        ItemRecord item = ((Result.Done<ItemRecord>) result).value();
        if (item.isUnfinished(mailbox.address())) {
            Result<ItemReference> deleted = mailbox.deleteItem()
                    .delete(MeetingMessages.NONE, List.of(item.key()))
                    .get(0);
            return deleted instanceof Result.Done<ItemReference>;
        }
        return item.underWay(mailbox.address())
                .map(intent -> changes.update(asItWas(item.key(), intent)))
                .filter(outcome -> !(outcome instanceof WriteOutcome.Written))
                .isEmpty();
    }

    /**
     * One of the fields that make the series: all of them are brought to what they count as. Whoever was told of the
     * change is told of this.
     */
    private static Write.Update asItWas(ItemKey key, SeriesIntent intent) {
        SortedMap<Field<?>, @Nullable Object> unchanged = new TreeMap<>();
        unchanged.put(EventFields.CANCELLED_OCCURRENCES, intent.before().value(EventFields.CANCELLED_OCCURRENCES));
        return new Write.Update(new ItemId(key.id()), Outcomes.version(key), unchanged, intent.notification());
    }
}
