package io.github.crosstie.ews;

import io.github.crosstie.connector.Notification;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.ews.internal.item.EventMapping;
import io.github.crosstie.ews.internal.item.ItemRecord;
import io.github.crosstie.ews.internal.item.SeriesIntent;
import io.github.crosstie.ews.internal.operation.ItemKey;
import io.github.crosstie.ews.internal.operation.MeetingMessages;
import io.github.crosstie.ews.internal.operation.PropertyChange;
import io.github.crosstie.ews.internal.operation.Result;
import io.github.crosstie.ews.internal.soap.ResponseCode;
import io.github.crosstie.ews.internal.soap.Trouble;
import io.github.crosstie.ews.internal.soap.TroubleKind;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.internal.exchange.SeriesUpdate;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes series (S6). A change that takes several requests leaves a {@link SeriesIntent} on the series with the first
 * of them and takes it away with the last. Where it stops half-way, nobody knows what became of it, and the series
 * counts as it was; the engine plans the change again, which then goes on from what is there. What people did to the
 * series meanwhile is kept, and told once it is whole.
 */
final class SeriesChanges {

    /** What is not known cannot be completed. */
    private static final ResponseCode UNREADABLE = new ResponseCode("UNREADABLE", TroubleKind.ITEM, false);

    private final Mailbox mailbox;
    private final EventMapping mapping;
    private final WholeItems items;
    private final BodyTypes bodies;

    SeriesChanges(Mailbox mailbox, EventMapping mapping, WholeItems items) {
        this.mailbox = mailbox;
        this.mapping = mapping;
        this.items = items;
        this.bodies = new BodyTypes(mailbox);
    }

    /** Whether a change needs the whole event. */
    static boolean concerns(Map<Field<?>, @Nullable Object> changed) {
        return changed.containsKey(EventFields.TIME)
                || changed.keySet().stream().anyMatch(field -> field.type().makesSeries());
    }

    WriteOutcome update(Write.Update update) {
        ItemKey key = new ItemKey(update.id().value(), update.expectedVersion().value());
        Result<ItemRecord> read = items.read(List.of(ItemKey.of(key.id()))).get(0);
        if (read instanceof Result.Failed<ItemRecord> failed) {
            return Outcomes.of(failed.trouble(), mailbox.clock());
        }
        ItemRecord is = ((Result.Done<ItemRecord>) read).value();
        if (!Outcomes.version(is.key()).equals(update.expectedVersion())) {
            return new WriteOutcome.Conflict();
        }
        if (is.trouble() != null) {
            return new WriteOutcome.Rejected("UNREADABLE", is.trouble(), true);
        }
        Optional<SeriesIntent> begun = is.underWay(mailbox.address());
        Item before = begun.map(intent -> intent.undone(is.item())).orElse(is.item());
        return refusal(SeriesUpdate.rule(before, update.fields())).orElseGet(() -> {
            Item after = SeriesUpdate.after(before, update.fields());
            return refusal(after).orElseGet(() -> write(update, new Change(is, begun, before, after)));
        });
    }

    /**
     * A change of one series.
     *
     * @param is the series as it is
     * @param begun what an earlier change had begun
     * @param before the series as it counts
     * @param after the series as it is to be
     */
    private record Change(ItemRecord is, Optional<SeriesIntent> begun, Item before, Item after) {

        /** Whoever was told of the earlier change is told if this one is undone. */
        Notification undoing(Notification notification) {
            return begun.map(SeriesIntent::notification)
                    .filter(earlier -> earlier != Notification.NONE)
                    .orElse(notification);
        }

        /** With what people have done to the series since the earlier change stopped. */
        Item wanted() {
            return begun.map(intent -> SeriesHalfWay.withDoings(after, SeriesHalfWay.doings(is.item(), intent)))
                    .orElse(after);
        }
    }

    private Optional<WriteOutcome> refusal(Item series) {
        return mapping.cannotExpress(series)
                .map(obstacle -> new WriteOutcome.Rejected("UNSUPPORTED_RECURRENCE", obstacle, true));
    }

    private WriteOutcome write(Write.Update update, Change change) {
        Item all = change.wanted();
        Item wanted = held(all);
        if (intent(update, change, wanted).text().length() > SeriesIntent.MOST_CHARACTERS) {
            return new WriteOutcome.Rejected(
                    "SERIES_TOO_LARGE",
                    "the occurrences of the series have too much of their own to be changed step by step; shorten their"
                            + " texts",
                    true);
        }
        SeriesSteps steps = new SeriesSteps(mailbox, mapping, update.notification());
        try {
            ItemKey key = write(update, change, wanted, steps);
            return all.equals(change.after())
                    ? Outcomes.written(key)
                    : new WriteOutcome.Unknown("somebody changed the series while it was written; it is read again");
        } catch (SeriesSteps.Refused e) {
            WriteOutcome outcome = Outcomes.of(e.trouble(), mailbox.clock());
            return steps.written()
                    ? new WriteOutcome.Unknown("a series was changed in part: " + Outcomes.code(e.trouble()))
                    : outcome;
        } catch (CrosstieException e) {
            if (steps.written()) {
                return Sending.unknown(e);
            }
            throw e;
        }
    }

    /** As the mailbox will hold it: what is compared with what is there must be cut alike. */
    private Item held(Item series) {
        Item.Builder held = Item.event();
        series.values().forEach((field, value) -> held.put(field, mapping.project(field, value)));
        return held.build();
    }

    private SeriesIntent intent(Write.Update update, Change change, Item wanted) {
        return SeriesIntent.of(
                mailbox.address(), change.is().uid(), change.undoing(update.notification()), change.before(), wanted);
    }

    private ItemKey write(Write.Update update, Change change, Item wanted, SeriesSteps steps)
            throws SeriesSteps.Refused {
        ItemRecord is = change.is();
        Map<Field<?>, @Nullable Object> fields = SeriesHalfWay.withRule(update.fields(), is.item(), wanted);
        List<PropertyChange> changes = new ArrayList<>(
                mapping.update(fields, wanted, bodies.html(is.key().id(), fields)));
        MeetingMessages messages =
                changes.isEmpty() ? MeetingMessages.NONE : MeetingMail.ofChange(update.notification(), fields.keySet());
        boolean series = wanted.get(EventFields.RECURRENCE).isPresent();
        boolean noted = series
                && (change.begun().isPresent() || SeriesHalfWay.takesSeveral(is.item(), wanted, !changes.isEmpty()));
        if (noted) {
            changes.add(intent(update, change, wanted).change());
        } else if (is.intent().isPresent()) {
            changes.add(new PropertyChange.Delete(SeriesIntent.PATH));
        }
        ItemKey key = changes.isEmpty() ? is.key() : steps.change(messages, is.key(), changes);
        if (series) {
            key = finish(key, steps, is, wanted);
        }
        return noted
                ? steps.change(MeetingMessages.NONE, key, List.of(new PropertyChange.Delete(SeriesIntent.PATH)))
                : key;
    }

    /** Brings the occurrences to what they are to be, whatever the server made of them when the series was changed. */
    private ItemKey finish(ItemKey key, SeriesSteps steps, ItemRecord before, Item wanted) throws SeriesSteps.Refused {
        Item is = steps.written() ? reread(key.id()).item() : before.item();
        ItemKey last = key;
        if (SeriesUpdate.bringsBack(is, wanted)) {
            last = steps.restart(last, wanted);
            is = reread(key.id()).item();
        }
        return steps.writeOccurrences(last, is, wanted);
    }

    private ItemRecord reread(String id) throws SeriesSteps.Refused {
        ItemRecord read = SeriesSteps.well(items.read(List.of(ItemKey.of(id))));
        if (read.trouble() != null) {
            throw new SeriesSteps.Refused(new Trouble(UNREADABLE));
        }
        return read;
    }
}
