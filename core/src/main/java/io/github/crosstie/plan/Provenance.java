package io.github.crosstie.plan;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.internal.measure.Measures;
import io.github.crosstie.internal.measure.SafetyMeasure;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Attempt;
import io.github.crosstie.state.AttemptTag;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.Tombstone;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells from its mark where an unlinked record comes from (G4): from an attempt of the engine's own, from a person who copied a
 * record together with its mark, from another organization, or from links that a lost store has forgotten.
 */
final class Provenance {

    private static final char SEPARATOR = 0;

    private final CollectionKey collection;
    private final ThreeWayMerge merge;
    private final boolean readsTags;
    private final boolean duplicatesAreExact;

    Provenance(CollectionKey collection, ThreeWayMerge merge) {
        this.collection = collection;
        this.merge = merge;
        Measures measures = Measures.current();
        readsTags = measures.include(SafetyMeasure.TAG_AT_INGEST) && measures.include(SafetyMeasure.CORRELATION_TAG);
        duplicatesAreExact = measures.include(SafetyMeasure.EXACT_DUPLICATES);
    }

    /** Where a record comes from. */
    sealed interface Origin {}

    /** From people, as far as anybody can tell. */
    record Person() implements Origin {}

    /** From an attempt to create what its link still lacks, or is about to create once more. */
    record Missing(Link link, CorrelationTag tag) implements Origin {}

    /** From an earlier life of a link that is about to create its half again: it waits for that. */
    record Awaited() implements Origin {}

    /** From an attempt of a link that has its half by another one; what the attempt made. */
    record Duplicate(Link link, Item created) implements Origin {}

    /** From an attempt of a link that has ended since. */
    record Left(Tombstone tombstone) implements Origin {}

    /** From another organization. */
    record Foreign() implements Origin {}

    /** From a link that nobody remembers: what its source is called among {@link #identity}. */
    record Forgotten(String source) implements Origin {}

    Origin of(CollectionState state, RecordKey key, RemoteItem record, Draft draft) {
        CorrelationTag tag = readsTags ? record.tag() : null;
        if (tag == null) {
            return new Person();
        }
        Optional<Link> trying = state.linkOf(tag);
        if (trying.isPresent()) {
            return ofAttempt(trying.get(), key.side(), tag);
        }
        Optional<Tombstone> tombstone = state.tombstoneOf(tag);
        if (tombstone.isPresent()) {
            return new Left(tombstone.get());
        }
        return AttemptTag.parse(tag)
                .map(parsed -> ofUnknown(state, key.side(), tag, parsed, draft))
                .orElseGet(Person::new);
    }

    private Origin ofAttempt(Link link, Side side, CorrelationTag tag) {
        Optional<Attempt> attempt = link.attempt(tag);
        if (link.missing().filter(side::equals).isPresent()) {
            return attempt.isPresent() ? new Missing(link, tag) : new Awaited();
        }
        if (!link.uncertainty().isAmbiguous()) {
            return new Person();
        }
        Item created = link.allAttempts().stream()
                .filter(one -> one.tag().equals(tag))
                .findFirst()
                .orElseThrow()
                .content();
        return new Duplicate(link, merge.projected(side, created));
    }

    private Origin ofUnknown(CollectionState state, Side side, CorrelationTag tag, AttemptTag parsed, Draft draft) {
        if (!parsed.isOf(collection)) {
            return new Foreign();
        }
        if (parsed.side() != side || !parsed.kind().equals(collection.kind().name())) {
            return new Person();
        }
        Optional<Link> link = state.link(new LinkId(parsed.link()));
        if (link.isEmpty()) {
            return state.linkOf(new RecordKey(side.other(), new ItemId(parsed.source())))
                    .filter(waiting ->
                            waiting.missing().filter(side::equals).isPresent() || draft.creates(waiting.id(), side))
                    .<Origin>map(waiting -> new Missing(waiting, tag))
                    .orElseGet(() -> new Forgotten(source(side, parsed)));
        }
        if (lacks(link.get(), side, parsed.generation(), draft)) {
            return new Missing(link.get(), tag);
        }
        return duplicatesAreExact
                ? new Person()
                : new Duplicate(
                        link.get(), Objects.requireNonNull(link.get().on(side)).base());
    }

    /**
     * Whether a link may be waiting for a record of an attempt that a store which was set back has forgotten. Its half of an
     * earlier life, or of this one if it has had it, was another record: then this one is a person's copy.
     */
    private static boolean lacks(Link link, Side side, int generation, Draft draft) {
        if (link.missing().filter(side::equals).isPresent()) {
            return generation >= link.generation();
        }
        return draft.creates(link.id(), side) && generation > link.generation();
    }

    /** What a record is called by those that were made from it. */
    static String identity(RecordKey key) {
        return identity(key.side(), AttemptTag.source(key.id()));
    }

    /** What the source of a record is called, by the record's mark. */
    static String source(Side side, AttemptTag mark) {
        return identity(side.other(), mark.source());
    }

    private static String identity(Side side, String source) {
        return "id" + SEPARATOR + side + SEPARATOR + source;
    }
}
