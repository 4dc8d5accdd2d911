package io.github.crosstie.diff;

import io.github.crosstie.internal.hash.Hash64;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Reduces what a record looks like to 64 bits: the sum of a hash of each mapped field, so that the order of fields does not
 * matter. Equal content has equal fingerprints; an edit goes unseen with a chance of one in 2^64. Makes no garbage for texts.
 * Not thread-safe.
 */
final class Fingerprinter implements BiConsumer<Field<?>, Object> {

    /** No fingerprint; nothing has this one. */
    static final long NONE = 0;

    private final long seed;
    private final Field<?>[] fields;
    private final long[] seeds;
    private int next;
    private long sum;

    Fingerprinter(long seed, Collection<Field<?>> fields) {
        this.seed = seed;
        this.fields = fields.stream().distinct().sorted().toArray(Field<?>[]::new);
        this.seeds = new long[this.fields.length];
        for (int field = 0; field < seeds.length; field++) {
            seeds[field] = Hash64.of(seed, this.fields[field].name());
        }
    }

    /** The fingerprint of the mapped fields. */
    long of(Item item) {
        next = 0;
        sum = seed;
        item.values().forEach(this);
        return usable(Hash64.of(seed, sum));
    }

    /** The fingerprint of a version: of another domain than those of contents. */
    long of(ItemVersion version) {
        return usable(Hash64.of(~seed, version.value()));
    }

    private static long usable(long hash) {
        return hash == NONE ? 1 : hash;
    }

    /** An item tells its fields in their order, which is that of the mapped ones: each is found at or after the last one. */
    @Override
    public void accept(Field<?> field, Object value) {
        while (next < fields.length && !fields[next].equals(field)) {
            int order = fields[next].compareTo(field);
            if (order > 0) {
                return;
            }
            if (order == 0) {
                break;
            }
            next++;
        }
        if (next < fields.length) {
            sum += hash(seeds[next++], value);
        }
    }

    private static long hash(long seed, Object value) {
        if (value instanceof String text) {
            return Hash64.of(seed, text);
        }
        if (value instanceof LocalDate day) {
            return Hash64.of(seed, day.toEpochDay());
        }
        if (value instanceof Set<?> texts) {
            return hash(seed, texts);
        }
        if (value instanceof EventTime.Timed timed) {
            return hash(hash(seed, timed.start()), timed.end());
        }
        if (value instanceof EventTime.AllDay days) {
            return Hash64.of(
                    Hash64.of(seed, days.firstDay().toEpochDay()), days.endDay().toEpochDay());
        }
        if (value instanceof CancelledOccurrences cancelled) {
            return starts(seed, cancelled.starts());
        }
        if (value instanceof OccurrenceExceptions exceptions) {
            return hash(seed, exceptions);
        }
        // Recurrences and sensitivities: their texts are equal if they are, and only then.
        return Hash64.of(seed, value.toString());
    }

    /** Sets of an item are in order. */
    private static long hash(long seed, Set<?> texts) {
        long hash = Hash64.of(seed, texts.size());
        for (Object text : texts) {
            hash = Hash64.of(hash, (String) text);
        }
        return hash;
    }

    private static long hash(long seed, ZonedDateTime moment) {
        long hash = Hash64.of(seed, moment.toEpochSecond());
        hash = Hash64.of(hash, moment.getNano());
        hash = Hash64.of(hash, moment.getOffset().getTotalSeconds());
        return Hash64.of(hash, moment.getZone().getId());
    }

    private static long starts(long seed, Collection<OriginalStart> starts) {
        long hash = Hash64.of(seed, starts.size());
        for (OriginalStart start : starts) {
            hash = hash(hash, start);
        }
        return hash;
    }

    /** Two moments are the same start if they are the same instant, whatever their zones. */
    private static long hash(long seed, OriginalStart start) {
        if (start instanceof OriginalStart.At at) {
            long second = Hash64.of(seed, at.moment().toEpochSecond());
            return Hash64.of(second, at.moment().getNano());
        }
        return Hash64.of(~seed, ((OriginalStart.OnDay) start).day().toEpochDay());
    }

    private static long hash(long seed, OccurrenceExceptions exceptions) {
        long hash = Hash64.of(seed, exceptions.byStart().size());
        for (var entry : exceptions.byStart().entrySet()) {
            hash = hash(hash(hash, entry.getKey()), entry.getValue());
        }
        return hash;
    }

    private static long hash(long seed, OccurrenceException exception) {
        long hash = Hash64.of(seed, exception.changed().values().size());
        for (var entry : exception.changed().values().entrySet()) {
            hash = hash(Hash64.of(hash, entry.getKey().name()), entry.getValue());
        }
        for (Field<?> field : exception.cleared()) {
            hash = Hash64.of(hash, field.name());
        }
        return hash;
    }
}
