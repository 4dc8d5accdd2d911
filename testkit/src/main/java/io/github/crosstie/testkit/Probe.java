package io.github.crosstie.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Assumptions;

/** An endpoint under test, used as its capabilities allow and no further. */
final class Probe {

    /** What many systems insist on: never cleared. */
    private static final Set<Field<?>> KEPT =
            Set.of(ContactFields.SURNAME, EventFields.SUBJECT, EventFields.TIME, EventFields.SENSITIVITY);

    /** By what people know a record. */
    private static final Set<Field<?>> BRIEF = Set.of(
            ContactFields.GIVEN_NAME,
            ContactFields.SURNAME,
            ContactFields.EMAIL_ADDRESS,
            EventFields.SUBJECT,
            EventFields.TIME);

    private final Endpoint endpoint;
    private final ItemKind kind;
    private final Function<String, Item.Builder> samples;
    private int attempts;

    Probe(Endpoint endpoint, ItemKind kind, Function<String, Item.Builder> samples) {
        this.endpoint = endpoint;
        this.kind = kind;
        this.samples = samples;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    ItemKind kind() {
        return kind;
    }

    Capabilities able() {
        return endpoint.capabilities();
    }

    void assumeField(Field<?> field) {
        Assumptions.assumeTrue(able().fields().contains(field), "the endpoint holds no field " + field);
    }

    void assumeTags() {
        Assumptions.assumeTrue(able().correlation(), "the endpoint keeps no tags");
    }

    /** What the endpoint can hold of a sample. */
    Item item(String name) {
        Item.Builder held = Item.builder(kind);
        samples.apply(name).build().values().forEach((field, value) -> {
            if (able().fields().contains(field)) {
                held.put(field, value);
            }
        });
        return held.build();
    }

    /** A sample with no more than its names, and its time if it is an event. */
    Item brief(String name) {
        Item.Builder brief = Item.builder(kind);
        item(name).values().forEach((field, value) -> {
            if (BRIEF.contains(field) || field.equals(edited())) {
                brief.put(field, value);
            }
        });
        return brief.build();
    }

    /** A text that differs from sample to sample; rather one that systems do not insist on, never an address. */
    Field<?> edited() {
        return lastFirst().stream()
                .filter(field -> field.type() == FieldType.TEXT && !field.equals(ContactFields.EMAIL_ADDRESS))
                .filter(field -> !Objects.equals(
                        projected(item("Ada")).value(field),
                        projected(item("Bea")).value(field)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the endpoint holds no text that differs between the samples; "
                        + "override sample and set one of " + able().fields()));
    }

    /** The fields that can be empty. */
    List<Field<?>> clearable() {
        return item("Ada").values().keySet().stream()
                .<Field<?>>map(field -> field)
                .filter(field -> !KEPT.contains(field))
                .toList();
    }

    /** The fields that both samples hold, and hold differently. */
    List<Field<?>> differing(String one, String other) {
        Item first = projected(item(one));
        Item second = projected(item(other));
        return first.values().keySet().stream()
                .<Field<?>>map(field -> field)
                .filter(field -> second.value(field) != null)
                .filter(field -> !Objects.equals(first.value(field), second.value(field)))
                .toList();
    }

    /** A record holds what the endpoint says that it holds of an item; values are told, as they are those of samples. */
    void assertHolds(ItemId id, Item item) {
        Item held = record(id).item();
        Item expected = projected(item);
        Set<Field<?>> fields = new TreeSet<>(held.values().keySet());
        fields.addAll(expected.values().keySet());
        List<String> differences = fields.stream()
                .filter(field -> !Objects.equals(held.value(field), expected.value(field)))
                .map(field ->
                        field + "=expected <" + expected.value(field) + ">, and it holds <" + held.value(field) + ">")
                .toList();
        assertThat(differences).as("fields that differ").isEmpty();
        assertThat(held).isEqualTo(expected);
    }

    private List<Field<?>> lastFirst() {
        List<Field<?>> standard = kind == ItemKind.CONTACT ? ContactFields.STANDARD : EventFields.STANDARD;
        List<Field<?>> fields = new ArrayList<>(item("Ada").values().keySet());
        fields.removeAll(standard);
        List<Field<?>> reversed = new ArrayList<>(standard);
        Collections.reverse(reversed);
        reversed.retainAll(item("Ada").values().keySet());
        reversed.addAll(fields);
        return reversed;
    }

    Item projected(Item item) {
        Item.Builder held = Item.builder(kind);
        item.values().forEach((field, value) -> held.put(field, endpoint.project(field, value)));
        return held.build();
    }

    WriteOutcome.Written create(String name) {
        return create(item(name));
    }

    WriteOutcome.Written create(Item item) {
        return write(creation(item));
    }

    WriteOutcome.Written create(CorrelationTag tag, String name) {
        return write(new Write.Create(tag, tag.value(), item(name)));
    }

    Write.Create creation(Item item) {
        attempts++;
        return new Write.Create(tag("attempt-" + attempts), "attempt-" + attempts, item);
    }

    WriteOutcome.Written update(WriteOutcome.Written record, String name) {
        return write(change(record, name));
    }

    /** Makes the edited field that of another sample. */
    Write.Update change(WriteOutcome.Written record, String name) {
        Field<?> field = edited();
        Object value = Objects.requireNonNull(item(name).value(field), "value of " + field);
        return new Write.Update(record.id(), record.version(), Map.of(field, value));
    }

    void delete(WriteOutcome.Written record) {
        write(deletion(record));
    }

    static Write.Delete deletion(WriteOutcome.Written record) {
        return new Write.Delete(record.id(), record.version());
    }

    WriteOutcome.Written write(Write write) {
        return written(one(write));
    }

    static WriteOutcome.Written written(WriteOutcome outcome) {
        assertThat(outcome).isInstanceOf(WriteOutcome.Written.class);
        return (WriteOutcome.Written) outcome;
    }

    WriteOutcome one(Write write) {
        List<WriteOutcome> outcomes = endpoint.write(List.of(write));
        assertThat(outcomes).hasSize(1);
        return outcomes.get(0);
    }

    /** As many of the writes as one call takes, in one call. */
    List<WriteOutcome> together(List<Write> writes) {
        Assumptions.assumeTrue(able().writeBatch() >= 2, "the endpoint takes one write a call");
        List<Write> batch = writes.subList(0, Math.min(writes.size(), able().writeBatch()));
        List<WriteOutcome> outcomes = endpoint.write(batch);
        assertThat(outcomes).as("one outcome for each write").hasSameSizeAs(batch);
        return outcomes;
    }

    ReadOutcome read(ItemId id) {
        List<ReadOutcome> outcomes = endpoint.read(List.of(id));
        assertThat(outcomes).as("one outcome for one id").hasSize(1);
        return outcomes.get(0);
    }

    RemoteItem record(ItemId id) {
        ReadOutcome outcome = read(id);
        assertThat(outcome).isInstanceOf(ReadOutcome.Found.class);
        return ((ReadOutcome.Found) outcome).record();
    }

    List<Tagged> find(List<CorrelationTag> tags) {
        List<Tagged> found = new ArrayList<>();
        int batch = able().readBatch();
        for (int from = 0; from < tags.size(); from += batch) {
            found.addAll(endpoint.find(tags.subList(from, Math.min(tags.size(), from + batch))));
        }
        return found;
    }

    static CorrelationTag tag(String name) {
        return new CorrelationTag("v1/contract/" + name);
    }
}
