package io.github.crosstie.graph;

import io.github.crosstie.connector.Notification;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.graph.internal.item.ItemMapping;
import io.github.crosstie.graph.internal.item.ItemRecord;
import io.github.crosstie.graph.internal.operation.Items;
import io.github.crosstie.graph.internal.wire.GraphAnswer;
import io.github.crosstie.graph.internal.wire.GraphTrouble;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What is looked at before anything is written: whether the mailbox can hold it, whether people would be told who are
 * not to be, and of some writes the item as it is: where one property on the wire holds several fields, and where an
 * event may have become a meeting.
 */
final class Precheck {

    private final Mailbox mailbox;
    private final ItemMapping mapping;
    private final Items items;
    private final Reading reading;
    private final AttendeeSafety safety;

    Precheck(Mailbox mailbox, ItemMapping mapping, Items items, Reading reading) {
        this.mailbox = mailbox;
        this.mapping = mapping;
        this.items = items;
        this.reading = reading;
        this.safety = new AttendeeSafety(mailbox.address());
    }

    static Write at(Map<Integer, Write> writes, Integer place) {
        return Objects.requireNonNull(writes.get(place), "write");
    }

    static String id(Write write) {
        if (write instanceof Write.Update update) {
            return update.id().value();
        }
        return ((Write.Delete) write).id().value();
    }

    /** Why a write cannot be made, as far as it says itself. */
    Optional<WriteOutcome> refusal(Write write) {
        if (items.kind() == ItemKind.CONTACT) {
            return Optional.empty();
        }
        return write instanceof Write.Create creation
                ? expressible(creation.item()).or(() -> safety.refusal(write))
                : safety.refusal(write);
    }

    private Optional<WriteOutcome> expressible(Item item) {
        if (item.get(EventFields.TIME).isEmpty()) {
            return Optional.of(new WriteOutcome.Rejected("NO_TIME", "an event has no time; give it one", true));
        }
        return mapping.cannotExpress(item)
                .map(reason -> new WriteOutcome.Rejected("UNSUPPORTED_RECURRENCE", reason, true));
    }

    /** The items as they are that have to be read first; those that cannot be written have their outcome then. */
    Map<Integer, Present> present(SortedMap<Integer, Write> writes, Sending sending) {
        List<Integer> places = writes.keySet().stream()
                .filter(place -> asks(at(writes, place)))
                .toList();
        Map<Integer, Present> present = new HashMap<>();
        List<GraphAnswer> answers = places.isEmpty()
                ? List.of()
                : sending.ask(
                        places,
                        () -> Items.all(
                                mailbox.channel(),
                                places.stream()
                                        .map(place -> mapping.asking(items.get(id(at(writes, place)))))
                                        .toList()));
        if (answers == null) {
            return present;
        }
        for (int at = 0; at < places.size(); at++) {
            Integer place = places.get(at);
            Write write = at(writes, place);
            GraphAnswer answer = answers.get(at);
            Optional<GraphTrouble> trouble = answer.trouble();
            if (trouble.isPresent()) {
                sending.put(place, unread(trouble.get()));
                continue;
            }
            Present item = new Present(answer.body(), mapping.read(answer.body()));
            obstacle(write, item)
                    .ifPresentOrElse(outcome -> sending.put(place, outcome), () -> present.put(place, item));
        }
        return present;
    }

    private boolean asks(Write write) {
        if (write instanceof Write.Create) {
            return false;
        }
        boolean mayTell = items.kind() == ItemKind.EVENT && write.notification() == Notification.NONE;
        return mayTell
                || (write instanceof Write.Update update
                        && (mapping.needsBefore(update.fields().keySet()) || SeriesWrites.concerns(update)));
    }

    private WriteOutcome unread(GraphTrouble trouble) {
        if (Outcomes.isGone(trouble)) {
            return new WriteOutcome.Gone();
        }
        // Nothing has been written: what would leave a write in doubt puts this one off.
        return trouble.mayHaveHappened()
                ? new WriteOutcome.Deferred(mailbox.clock().instant())
                : Outcomes.ofTrouble(trouble);
    }

    private Optional<WriteOutcome> obstacle(Write write, Present present) {
        ItemRecord record = present.record();
        if (reading.isElsewhere(record)) {
            return Optional.of(new WriteOutcome.Gone());
        }
        if (!record.version().equals(expectedVersion(write))) {
            return Optional.of(new WriteOutcome.Conflict());
        }
        String trouble = record.trouble();
        if (trouble != null && write instanceof Write.Update) {
            return Optional.of(new WriteOutcome.Rejected("UNREADABLE", trouble, true));
        }
        Optional<WriteOutcome> refusal =
                items.kind() == ItemKind.EVENT ? safety.refusal(write, present.json()) : Optional.empty();
        return refusal.isEmpty() && write instanceof Write.Update update ? unchangeable(update, present) : refusal;
    }

    private Optional<WriteOutcome> unchangeable(Write.Update update, Present present) {
        return mapping.cannotChange(update.fields(), present.record(), present.json())
                .map(reason -> new WriteOutcome.Rejected("UNCHANGEABLE", reason, true));
    }

    private static String expectedVersion(Write write) {
        return write instanceof Write.Update update
                ? update.expectedVersion().value()
                : ((Write.Delete) write).expectedVersion().value();
    }
}
