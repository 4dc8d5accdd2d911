package io.github.crosstie.connector;

import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.ItemKind;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an endpoint can do, declared as a value.
 *
 * @param fields the fields that it can hold, of one kind; a field that is not among them is
 *     neither written to this side nor read from it, and what was last seen in it is kept
 * @param correlation whether it stores tags with records and finds records by them
 * @param conditionalWrites whether it refuses an update or deletion of another version by itself; false if it can only read,
 *     compare and write, which leaves a short gap
 * @param readBatch how many ids one read, or tags one look-up, takes at most; 1 or more
 * @param writeBatch how many writes one call takes at most; 1 or more
 * @param silentWrites whether it can write a meeting without the system sending mail to attendees (S7)
 * @param claims whether it can keep a mailbox claim (S12)
 */
public record Capabilities(
        SortedSet<Field<?>> fields,
        boolean correlation,
        boolean conditionalWrites,
        int readBatch,
        int writeBatch,
        boolean silentWrites,
        boolean claims) {

    /**
     * Copies the fields and checks the numbers.
     *
     * @throws IllegalArgumentException if a batch is smaller than 1
     */
    public Capabilities {
        fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
        if (readBatch < 1 || writeBatch < 1) {
            throw new IllegalArgumentException("capabilities with a read batch of " + readBatch
                    + " and a write batch of " + writeBatch + ": use 1 or more");
        }
    }

    /**
     * An endpoint that can write silently and keeps no claim.
     *
     * @param fields the fields that it can hold
     * @param correlation whether it stores tags with records and finds records by them
     * @param conditionalWrites whether it refuses an update or deletion of another version by itself
     * @param readBatch how many ids one read takes at most
     * @param writeBatch how many writes one call takes at most
     */
    public Capabilities(
            SortedSet<Field<?>> fields, boolean correlation, boolean conditionalWrites, int readBatch, int writeBatch) {
        this(fields, correlation, conditionalWrites, readBatch, writeBatch, true, false);
    }

    /**
     * All standard fields of a kind, tags, conditional writes, batches of 100.
     *
     * @param kind contacts or events
     * @return the capabilities
     */
    public static Capabilities full(ItemKind kind) {
        Collection<Field<?>> standard = kind == ItemKind.CONTACT ? ContactFields.STANDARD : EventFields.STANDARD;
        return new Capabilities(new TreeSet<>(standard), true, true, 100, 100, true, false);
    }

    /**
     * The same with other fields.
     *
     * @param fields the fields that the side can hold
     * @return a changed copy
     */
    public Capabilities withFields(Collection<? extends Field<?>> fields) {
        return new Capabilities(
                new TreeSet<>(fields), correlation, conditionalWrites, readBatch, writeBatch, silentWrites, claims);
    }

    /**
     * The same with or without tags.
     *
     * @param correlation whether records are found by tag
     * @return a changed copy
     */
    public Capabilities withCorrelation(boolean correlation) {
        return new Capabilities(fields, correlation, conditionalWrites, readBatch, writeBatch, silentWrites, claims);
    }

    /**
     * The same with or without conditional writes.
     *
     * @param conditionalWrites whether an update or deletion of another version is refused by the system itself
     * @return a changed copy
     */
    public Capabilities withConditionalWrites(boolean conditionalWrites) {
        return new Capabilities(fields, correlation, conditionalWrites, readBatch, writeBatch, silentWrites, claims);
    }

    /**
     * The same with other batches.
     *
     * @param readBatch most ids a read, or tags a look-up; 1 or more
     * @param writeBatch most writes a call; 1 or more
     * @return a changed copy
     * @throws IllegalArgumentException if a batch is smaller than 1
     */
    public Capabilities withBatches(int readBatch, int writeBatch) {
        return new Capabilities(fields, correlation, conditionalWrites, readBatch, writeBatch, silentWrites, claims);
    }

    /**
     * The same with or without silent writes.
     *
     * @param silentWrites whether meetings can be written without mail to attendees
     * @return a changed copy
     */
    public Capabilities withSilentWrites(boolean silentWrites) {
        return new Capabilities(fields, correlation, conditionalWrites, readBatch, writeBatch, silentWrites, claims);
    }

    /**
     * The same with or without claims.
     *
     * @param claims whether a mailbox claim can be kept
     * @return a changed copy
     */
    public Capabilities withClaims(boolean claims) {
        return new Capabilities(fields, correlation, conditionalWrites, readBatch, writeBatch, silentWrites, claims);
    }
}
