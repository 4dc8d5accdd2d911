package io.github.crosstie.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.graph.item.EventMapping;
import io.github.crosstie.graph.operation.Etag;
import io.github.crosstie.graph.operation.Items;
import io.github.crosstie.graph.operation.Place;
import io.github.crosstie.graph.wire.GraphAnswer;
import io.github.crosstie.graph.wire.GraphCall;
import io.github.crosstie.internal.exchange.SeriesUpdate;
import io.github.crosstie.internal.exchange.Stamp;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes series (S6). The server takes what occurrences have of their own one by one, so that it takes several
 * requests. A new series carries its mark, and invites anybody, only once it is whole: until then nobody sees it as a
 * record, and the next attempt removes what an earlier one left behind. Where a change of a series stops half-way,
 * nobody knows what became of it: the engine reads it again and goes on from there.
 */
final class SeriesWrites {

    private final Mailbox mailbox;
    private final EventMapping mapping;
    private final Items items;
    private final TagSearch tags;
    private final Occurring occurring;

    SeriesWrites(Mailbox mailbox, EventMapping mapping, Items items, TagSearch tags) {
        this.mailbox = mailbox;
        this.mapping = mapping;
        this.items = items;
        this.tags = tags;
        this.occurring = new Occurring(mailbox, mapping, items);
    }

    /** Whether a write of an event is more than one request, or needs the whole event. */
    static boolean concerns(Write write) {
        if (write instanceof Write.Create creation) {
            Item item = creation.item();
            return item.get(EventFields.RECURRENCE).isPresent()
                    && (item.get(EventFields.CANCELLED_OCCURRENCES).isPresent()
                            || item.get(EventFields.EXCEPTIONS).isPresent());
        }
        return write instanceof Write.Update update
                && (update.fields().containsKey(EventFields.TIME)
                        || update.fields().keySet().stream()
                                .anyMatch(field -> field.type().makesSeries()));
    }

    /** Whether a write is more than one request, of an event that was read before if it has to be. */
    static boolean concerns(Write write, @Nullable Present present) {
        return concerns(write)
                && !(present != null
                        && write instanceof Write.Update update
                        && update.fields().keySet().stream()
                                .noneMatch(field -> field.type().makesSeries())
                        && present.record().item().get(EventFields.RECURRENCE).isEmpty());
    }

    /** An event that the server makes once, however often this very attempt reaches it. */
    static ObjectNode onceOnly(ObjectNode body, CorrelationTag tag) {
        return body.put(
                "transactionId",
                UUID.nameUUIDFromBytes(tag.value().getBytes(StandardCharsets.UTF_8))
                        .toString());
    }

    WriteOutcome create(Place folder, Write.Create creation) {
        Stamp whole = tags.stamp(creation.tag());
        Stamp unfinished = whole.unfinished(creation.idempotencyKey());
        tags.find(folder, unfinished).forEach(this::remove);
        Item quiet = withoutAttendees(creation.item());
        GraphAnswer made = mailbox.channel()
                .call(items.create(
                        folder, onceOnly(mapping.create(withoutOccurrences(quiet), unfinished), creation.tag())));
        if (!made.succeeded()) {
            return Outcomes.of(creation, made);
        }
        String id = made.body().path("id").asText("");
        try {
            occurring.write(id, withoutOccurrences(quiet), quiet, made.body());
            GraphAnswer finished =
                    RefusedException.required(mailbox.channel().call(items.change(id, finishing(creation, whole))));
            return written(id, finished);
        } catch (RefusedException e) {
            remove(id);
            return e.outcome() instanceof WriteOutcome.Gone || e.outcome() instanceof WriteOutcome.Conflict
                    ? new WriteOutcome.Unknown("somebody changed the series while it was made")
                    : e.outcome();
        }
    }

    /** What makes it everybody's business: its mark, and the people that it invites. */
    private ObjectNode finishing(Write.Create creation, Stamp whole) {
        Map<Field<?>, @Nullable Object> people = new HashMap<>();
        EventFields.ATTENDEES.forEach(
                field -> creation.item().get(field).ifPresent(attendees -> people.put(field, attendees)));
        ObjectNode body = people.isEmpty()
                ? JsonNodeFactory.instance.objectNode()
                : mapping.update(people, creation.item(), null);
        return body.setAll(mapping.stamped(whole));
    }

    private void remove(String id) {
        mailbox.channel().call(items.delete(id));
    }

    private static Item withoutAttendees(Item series) {
        Item.Builder quiet = series.toBuilder();
        EventFields.ATTENDEES.forEach(quiet::clear);
        return quiet.build();
    }

    private static Item withoutOccurrences(Item series) {
        return series.toBuilder()
                .clear(EventFields.CANCELLED_OCCURRENCES)
                .clear(EventFields.EXCEPTIONS)
                .build();
    }

    WriteOutcome update(Write.Update update, Present present) {
        Item before = present.record().item();
        Optional<String> obstacle = mapping.cannotExpress(SeriesUpdate.rule(before, update.fields()));
        if (obstacle.isEmpty()) {
            obstacle = mapping.cannotExpress(SeriesUpdate.after(before, update.fields()));
        }
        return obstacle.<WriteOutcome>map(reason -> new WriteOutcome.Rejected("UNSUPPORTED_RECURRENCE", reason, true))
                .orElseGet(() -> update(update, present, SeriesUpdate.after(before, update.fields())));
    }

    private WriteOutcome update(Write.Update update, Present present, Item after) {
        String id = update.id().value();
        boolean written = false;
        try {
            GraphAnswer last = null;
            ObjectNode body = mapping.update(update.fields(), after, present.json());
            if (!body.isEmpty()) {
                last = RefusedException.required(mailbox.channel()
                        .call(items.change(id, body)
                                .ifMatch(Etag.of(update.expectedVersion().value()))));
                written = true;
            }
            if (after.get(EventFields.RECURRENCE).isEmpty()) {
                return last == null
                        ? new WriteOutcome.Written(update.id(), update.expectedVersion())
                        : written(id, last);
            }
            return finished(update, present, after, written);
        } catch (RefusedException e) {
            return written ? new WriteOutcome.Unknown("a series was changed in part: " + e.getMessage()) : e.outcome();
        } catch (CrosstieException e) {
            if (written) {
                return Sending.unknown(e);
            }
            throw e;
        }
    }

    /** Brings the occurrences to what they are to be, whatever the server made of them when the series was changed. */
    private WriteOutcome finished(Write.Update update, Present present, Item after, boolean written)
            throws RefusedException {
        String id = update.id().value();
        Present is = written ? reread(id) : present;
        if (SeriesUpdate.bringsBack(is.record().item(), after)) {
            restart(id, after, is);
            is = reread(id);
        }
        boolean more = occurring.write(id, is.record().item(), after, is.json());
        String version = more ? reread(id).record().version() : is.record().version();
        return new WriteOutcome.Written(update.id(), new ItemVersion(version));
    }

    private Present reread(String id) throws RefusedException {
        JsonNode json = RefusedException.required(mailbox.channel().call(mapping.asking(items.get(id))))
                .body();
        return new Present(json, mapping.read(json));
    }

    /** The server forgets cancelled occurrences once the event is no series any more. */
    private void restart(String id, Item after, Present is) throws RefusedException {
        Map<Field<?>, @Nullable Object> single = new HashMap<>();
        single.put(EventFields.RECURRENCE, null);
        Map<Field<?>, @Nullable Object> series = new HashMap<>();
        series.put(EventFields.RECURRENCE, after.value(EventFields.RECURRENCE));
        Item alone = after.toBuilder().clear(EventFields.RECURRENCE).build();
        RefusedException.required(mailbox.channel().call(change(id, mapping.update(single, alone, is.json()))));
        RefusedException.required(mailbox.channel().call(change(id, mapping.update(series, after, is.json()))));
    }

    private GraphCall change(String id, ObjectNode body) {
        return items.change(id, body);
    }

    private static WriteOutcome written(String id, GraphAnswer answer) {
        return new WriteOutcome.Written(new ItemId(id), new ItemVersion(Etag.version(answer, answer.body())));
    }
}
