package io.github.crosstie.plan;

import io.github.crosstie.configuration.FieldMapping;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.HashedValue;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.item.ValueHasher;
import io.github.crosstie.state.AttemptTag;
import io.github.crosstie.state.RecordKey;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What records are matched by (S2), strongest first: contacts by e-mail, then by first and last name; events by subject,
 * start and end, and those without a subject by start and end alone; a series never by that of a single event. The CRM's record is asked for the fields that are mapped
 * to the standard ones.
 */
final class MatchKeys {

    private static final char SEPARATOR = '\u0000';

    private final ItemKind kind;
    private final List<FieldMapping> mappings;
    private final ThreeWayMerge merge;

    MatchKeys(ItemKind kind, List<FieldMapping> mappings, ThreeWayMerge merge) {
        this.kind = kind;
        this.mappings = mappings;
        this.merge = merge;
    }

    /** How many kinds of key there are. */
    int tiers() {
        return kind == ItemKind.CONTACT ? 2 : 1;
    }

    /** What a kind of key is called. */
    String name(int tier) {
        if (kind == ItemKind.EVENT) {
            return "subject, start and end";
        }
        return tier == 0 ? "e-mail" : "first and last name";
    }

    /** All keys of the record that another one is to be created from. */
    SortedSet<String> of(PlannedChange.Create create) {
        return all(create.source().side(), new RemoteItem(create.source().id(), create.sourceVersion(), create.seen()));
    }

    /** All keys of a record, what it is called itself and what it was made from included. */
    SortedSet<String> all(Side side, RemoteItem record) {
        SortedSet<String> all = all(side, record.item());
        all.add(Provenance.identity(new RecordKey(side, record.id())));
        CorrelationTag tag = record.tag();
        if (tag != null) {
            AttemptTag.parse(tag).ifPresent(parsed -> all.add(Provenance.source(side, parsed)));
        }
        return all;
    }

    /** All keys of a record's values. */
    SortedSet<String> all(Side side, Item item) {
        return IntStream.range(0, tiers())
                .boxed()
                .flatMap(tier -> key(tier, side, item).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * All keys of a record's values in the form of digests, in which those of hashed values are: as it holds them, and as both sides
     * can.
     */
    SortedSet<String> hashed(ValueHasher hasher, Side side, Item item) {
        SortedSet<String> all = all(side, hasher.hashed(item));
        Item.Builder common = Item.builder(item.kind());
        item.values().forEach((field, value) -> common.put(field, merge.common(side, field, value)));
        all.addAll(all(side, hasher.hashed(common.build())));
        return all;
    }

    /** Whether a record has keys that nobody knows, because only digests of the values are kept. */
    boolean areUnknown(Side side, Item item) {
        return item.isHashed()
                && keyFields().anyMatch(standard -> item.value(on(side, standard)) instanceof HashedValue);
    }

    private Stream<Field<?>> keyFields() {
        return kind == ItemKind.EVENT
                ? Stream.of(EventFields.SUBJECT, EventFields.TIME)
                : Stream.of(ContactFields.EMAIL_ADDRESS, ContactFields.GIVEN_NAME, ContactFields.SURNAME);
    }

    /** A record's key of one kind; empty if it lacks one of the values. */
    Optional<String> key(int tier, Side side, Item item) {
        if (kind == ItemKind.EVENT) {
            // An event without a title is equal to another one without: by its time.
            String subject = text(side, item, EventFields.SUBJECT).orElse("");
            String what = recurrence(side, item).isPresent() ? "series" : "event";
            return time(side, item).map(time -> what + SEPARATOR + subject + SEPARATOR + time);
        }
        if (tier == 0) {
            return text(side, item, ContactFields.EMAIL_ADDRESS).map(address -> "email" + SEPARATOR + folded(address));
        }
        return both(
                "name",
                text(side, item, ContactFields.GIVEN_NAME).map(MatchKeys::folded),
                text(side, item, ContactFields.SURNAME).map(MatchKeys::folded));
    }

    /** By what rule a record is repeated; empty for a single event. */
    Optional<Object> recurrence(Side side, Item item) {
        return kind == ItemKind.EVENT
                ? Optional.ofNullable(item.value(on(side, EventFields.RECURRENCE)))
                : Optional.empty();
    }

    private static Optional<String> both(String prefix, Optional<String> one, Optional<String> other) {
        return one.flatMap(a -> other.map(b -> prefix + SEPARATOR + a + SEPARATOR + b));
    }

    private Optional<String> text(Side side, Item item, Field<String> standard) {
        return held(side, item, standard)
                .map(value -> value instanceof HashedValue hashed ? hashed.likeness() : ((String) value).strip())
                .filter(text -> !text.isEmpty());
    }

    private Optional<String> time(Side side, Item item) {
        return held(side, item, EventFields.TIME).map(value -> {
            if (value instanceof HashedValue hashed) {
                return hashed.likeness();
            }
            if (value instanceof EventTime.AllDay allDay) {
                return allDay.firstDay() + "/" + allDay.endDay();
            }
            EventTime.Timed timed = (EventTime.Timed) value;
            return timed.start().toInstant() + "/" + timed.end().toInstant();
        });
    }

    /** A value as both sides can hold it: a record that one of them has cut is still known as the same. */
    private Optional<Object> held(Side side, Item item, Field<?> standard) {
        Field<?> field = on(side, standard);
        return Optional.ofNullable(merge.common(side, field, item.value(field)));
    }

    private Field<?> on(Side side, Field<?> standard) {
        if (side == Side.MAIL) {
            return standard;
        }
        return mappings.stream()
                .filter(mapping -> mapping.mail().equals(standard))
                .<Field<?>>map(FieldMapping::crm)
                .findFirst()
                .orElse(standard);
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
