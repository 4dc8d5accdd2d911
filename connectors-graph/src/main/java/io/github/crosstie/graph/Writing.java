package io.github.crosstie.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.graph.internal.item.EventMapping;
import io.github.crosstie.graph.internal.item.ItemMapping;
import io.github.crosstie.graph.internal.operation.Etag;
import io.github.crosstie.graph.internal.operation.Items;
import io.github.crosstie.graph.internal.operation.Place;
import io.github.crosstie.graph.internal.wire.GraphAnswer;
import io.github.crosstie.graph.internal.wire.GraphCall;
import io.github.crosstie.graph.internal.wire.GraphChannel;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The writes of one call: as many a request as it takes, and one by one those series that are more than one item on
 * the wire. Updates and deletions are refused by the server if somebody was faster.
 */
final class Writing {

    private final Mailbox mailbox;
    private final ItemMapping mapping;
    private final Items items;
    private final Reading reading;
    private final TagSearch tags;
    private final Precheck precheck;
    private final @Nullable SeriesWrites series;

    Writing(Mailbox mailbox, ItemMapping mapping, Items items, Reading reading, TagSearch tags) {
        this.mailbox = mailbox;
        this.mapping = mapping;
        this.items = items;
        this.reading = reading;
        this.tags = tags;
        this.precheck = new Precheck(mailbox, mapping, items, reading);
        this.series = mapping instanceof EventMapping events ? new SeriesWrites(mailbox, events, items, tags) : null;
    }

    List<WriteOutcome> write(Place folder, List<Write> writes) {
        Sending sending = new Sending(mailbox.clock());
        SortedMap<Integer, Write> open = new TreeMap<>();
        for (int place = 0; place < writes.size(); place++) {
            Optional<WriteOutcome> refusal = precheck.refusal(writes.get(place));
            if (refusal.isPresent()) {
                sending.put(place, refusal.get());
            } else {
                open.put(place, writes.get(place));
            }
        }
        Map<Integer, Present> present = precheck.present(open, sending);
        open.keySet().removeIf(sending::has);
        SortedMap<Integer, Write> alone = new TreeMap<>(open);
        alone.entrySet()
                .removeIf(write ->
                        series == null || !SeriesWrites.concerns(write.getValue(), present.get(write.getKey())));
        open.keySet().removeAll(alone.keySet());
        sendTogether(folder, open, present, sending);
        alone.forEach((place, write) ->
                sending.send(List.of(place), () -> List.of(alone(folder, write, present.get(place)))));
        return settled(open, present, sending);
    }

    private WriteOutcome alone(Place folder, Write write, @Nullable Present present) {
        SeriesWrites writes = Objects.requireNonNull(series, "series");
        return write instanceof Write.Create creation
                ? writes.create(folder, creation)
                : writes.update((Write.Update) write, Objects.requireNonNull(present, "present"));
    }

    private void sendTogether(
            Place folder, SortedMap<Integer, Write> writes, Map<Integer, Present> present, Sending sending) {
        List<Integer> places = new ArrayList<>();
        List<GraphCall> calls = new ArrayList<>();
        writes.forEach((place, write) -> {
            Optional<GraphCall> call = call(folder, write, present.get(place));
            if (call.isPresent()) {
                places.add(place);
                calls.add(call.get());
            } else if (write instanceof Write.Update update) {
                // Nothing of it is written in this direction.
                sending.put(place, new WriteOutcome.Written(update.id(), update.expectedVersion()));
            }
        });
        for (int from = 0; from < places.size(); from += GraphChannel.LARGEST_BATCH) {
            int to = Math.min(places.size(), from + GraphChannel.LARGEST_BATCH);
            List<Integer> some = places.subList(from, to);
            List<GraphCall> asked = calls.subList(from, to);
            sending.send(some, () -> {
                List<GraphAnswer> answers = mailbox.channel().batch(asked);
                List<WriteOutcome> outcomes = new ArrayList<>();
                for (int at = 0; at < some.size(); at++) {
                    outcomes.add(Outcomes.of(Precheck.at(writes, some.get(at)), answers.get(at)));
                }
                return outcomes;
            });
        }
    }

    /** Nothing if there is nothing to change. */
    private Optional<GraphCall> call(Place folder, Write write, @Nullable Present present) {
        if (write instanceof Write.Create creation) {
            return Optional.of(items.create(folder, body(creation)));
        }
        if (write instanceof Write.Delete deletion) {
            return Optional.of(items.delete(deletion.id().value())
                    .ifMatch(Etag.of(deletion.expectedVersion().value())));
        }
        Write.Update update = (Write.Update) write;
        Item.Builder after = present == null ? Item.builder(items.kind()) : present.record().item().toBuilder();
        update.fields().forEach(after::put);
        ObjectNode body = mapping.update(update.fields(), after.build(), present == null ? null : present.json());
        return body.isEmpty()
                ? Optional.empty()
                : Optional.of(items.change(update.id().value(), body)
                        .ifMatch(Etag.of(update.expectedVersion().value())));
    }

    private ObjectNode body(Write.Create creation) {
        ObjectNode body = mapping.create(creation.item(), tags.stamp(creation.tag()));
        return items.kind() == ItemKind.EVENT ? SeriesWrites.onceOnly(body, creation.tag()) : body;
    }

    /**
     * A record that was deleted meanwhile has another version as well: the server does not say which of the two it
     * is.
     */
    private List<WriteOutcome> settled(
            SortedMap<Integer, Write> writes, Map<Integer, Present> present, Sending sending) {
        List<WriteOutcome> outcomes = new ArrayList<>(sending.outcomes());
        List<Integer> doubtful = writes.keySet().stream()
                .filter(place -> outcomes.get(place) instanceof WriteOutcome.Conflict && !present.containsKey(place))
                .toList();
        if (doubtful.isEmpty()) {
            return outcomes;
        }
        try {
            List<ReadOutcome> now = reading.read(doubtful.stream()
                    .map(place -> Precheck.id(Precheck.at(writes, place)))
                    .toList());
            for (int at = 0; at < doubtful.size(); at++) {
                if (now.get(at) instanceof ReadOutcome.Absent) {
                    outcomes.set(doubtful.get(at), new WriteOutcome.Gone());
                }
            }
        } catch (CrosstieException e) {
            // They stay conflicts, which the engine looks at itself.
            return outcomes;
        }
        return outcomes;
    }
}
