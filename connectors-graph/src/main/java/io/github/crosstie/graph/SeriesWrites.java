package io.github.crosstie.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.graph.internal.item.EventMapping;
import io.github.crosstie.graph.internal.operation.Etag;
import io.github.crosstie.graph.internal.operation.Items;
import io.github.crosstie.graph.internal.operation.Place;
import io.github.crosstie.graph.internal.wire.GraphAnswer;
import io.github.crosstie.http.internal.AnswerLost;
import io.github.crosstie.internal.exchange.SeriesUpdate;
import io.github.crosstie.internal.exchange.Stamp;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
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
        if (!removed(tags.find(folder, unfinished))) {
            return new WriteOutcome.Unknown("what an earlier attempt left of the series could not be removed");
        }
        Item quiet = withoutAttendees(creation.item());
        GraphAnswer made = mailbox.channel()
                .call(items.create(
                        folder, onceOnly(mapping.create(withoutOccurrences(quiet), unfinished), creation.tag())));
        if (!made.succeeded()) {
            return Outcomes.of(creation, made);
        }
        String id = made.body().path("id").asText("");
        if (id.isEmpty()) {
            return new WriteOutcome.Unknown("the server does not tell the id of the series that it made");
        }
        try {
            Steps steps = new Steps(mailbox.channel());
            occurring.write(id, withoutOccurrences(quiet), quiet, made.body(), steps);
            return written(id, steps.take(items.change(id, finishing(creation, whole))));
        } catch (RefusedException e) {
            return unmade(id, e.outcome());
        } catch (CrosstieException e) {
            throw unfinished(id, e);
        }
    }

    /** What became of a creation of which the server refuses a part. */
    private WriteOutcome unmade(String id, WriteOutcome refusal) {
        if (refusal instanceof WriteOutcome.Unknown) {
            return refusal;
        }
        if (!removed(List.of(id))) {
            return new WriteOutcome.Unknown("a series that the server refuses a part of could not be removed");
        }
        return refusal instanceof WriteOutcome.Gone || refusal instanceof WriteOutcome.Conflict
                ? new WriteOutcome.Unknown("somebody changed the series while it was made")
                : refusal;
    }

    /**
     * The series is there, so that the creation is in doubt: else the next attempt would not look for what this one
     * left. Removed at once if it surely invites nobody yet.
     */
    private CrosstieException unfinished(String id, CrosstieException failure) {
        if (!AnswerLost.isBehind(failure)) {
            try {
                removed(List.of(id));
            } catch (CrosstieException e) {
                failure.addSuppressed(e);
            }
        }
        return AnswerLost.mark(failure);
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

    /** Whether none of them is there any more. */
    private boolean removed(List<String> ids) {
        try {
            for (String id : ids) {
                GraphAnswer answer = mailbox.channel().call(items.delete(id));
                if (!answer.succeeded() && !Outcomes.isGone(answer.trouble().orElseThrow())) {
                    return false;
                }
            }
            return true;
        } catch (CrosstieException e) {
            throw AnswerLost.mark(e);
        }
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
        Steps steps = new Steps(mailbox.channel());
        try {
            GraphAnswer last = null;
            ObjectNode body = mapping.update(update.fields(), after, present.json());
            if (!body.isEmpty()) {
                last = steps.take(items.change(id, body)
                        .ifMatch(Etag.of(update.expectedVersion().value())));
            }
            if (after.get(EventFields.RECURRENCE).isEmpty()) {
                return last == null
                        ? new WriteOutcome.Written(update.id(), update.expectedVersion())
                        : written(id, last);
            }
            return finished(update, present, after, steps);
        } catch (RefusedException e) {
            return steps.areBegun()
                    ? new WriteOutcome.Unknown("a series was changed in part: " + e.getMessage())
                    : e.outcome();
        } catch (CrosstieException e) {
            throw steps.areBegun() ? AnswerLost.mark(e) : e;
        }
    }

    /** Brings the occurrences to what they are to be, whatever the server made of them when the series was changed. */
    private WriteOutcome finished(Write.Update update, Present present, Item after, Steps steps)
            throws RefusedException {
        String id = update.id().value();
        Present is = steps.areBegun() ? reread(id) : present;
        if (SeriesUpdate.bringsBack(is.record().item(), after)) {
            restart(id, after, is, steps);
            is = reread(id);
        }
        boolean more = occurring.write(id, is.record().item(), after, is.json(), steps);
        String version = more ? reread(id).record().version() : is.record().version();
        return new WriteOutcome.Written(update.id(), new ItemVersion(version));
    }

    private Present reread(String id) throws RefusedException {
        JsonNode json = RefusedException.required(mailbox.channel().call(mapping.asking(items.get(id))))
                .body();
        return new Present(json, mapping.read(json));
    }

    /** The server forgets cancelled occurrences once the event is no series any more. */
    private void restart(String id, Item after, Present is, Steps steps) throws RefusedException {
        Map<Field<?>, @Nullable Object> single = new HashMap<>();
        single.put(EventFields.RECURRENCE, null);
        Map<Field<?>, @Nullable Object> series = new HashMap<>();
        series.put(EventFields.RECURRENCE, after.value(EventFields.RECURRENCE));
        Item alone = after.toBuilder().clear(EventFields.RECURRENCE).build();
        steps.take(items.change(id, mapping.update(single, alone, is.json())));
        steps.take(items.change(id, mapping.update(series, after, is.json())));
    }

    private static WriteOutcome written(String id, GraphAnswer answer) {
        return new WriteOutcome.Written(new ItemId(id), new ItemVersion(Etag.version(answer, answer.body())));
    }
}
