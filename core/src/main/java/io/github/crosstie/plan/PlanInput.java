package io.github.crosstie.plan;

import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Observation;
import io.github.crosstie.state.RecordKey;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is made from.
 *
 * @param state links and observations; only read
 * @param readings what was read, by record; a linked record that is not among them holds what was last seen of it
 * @param setAside records that this round leaves alone, because a write of theirs failed
 * @param deletionsMade how many deletions were made of late that count with those to come, or may have been made as the answer
 *     was lost: those of this round, and those within the guard's window (S13)
 * @param now the present moment, in the zone in which the window's days are counted
 * @param holdDeletions why all deletions are to be held for a reason outside of the collection; null if they are not
 */
public record PlanInput(
        CollectionState state,
        SortedMap<RecordKey, ReadOutcome> readings,
        Set<RecordKey> setAside,
        int deletionsMade,
        ZonedDateTime now,
        @Nullable String holdDeletions) {

    /**
     * Copies the readings.
     *
     * @param state links and observations
     * @param readings what was read
     * @param setAside records to leave alone
     * @param deletionsMade deletions made already
     * @param now the present moment
     */
    public PlanInput(
            CollectionState state,
            Map<RecordKey, ReadOutcome> readings,
            Set<RecordKey> setAside,
            int deletionsMade,
            ZonedDateTime now) {
        this(state, new TreeMap<>(readings), setAside, deletionsMade, now, null);
    }

    /**
     * The same with all deletions held.
     *
     * @param cause why
     * @return a changed copy
     */
    public PlanInput holdingDeletions(String cause) {
        return new PlanInput(state, readings, setAside, deletionsMade, now, Objects.requireNonNull(cause, "cause"));
    }

    /** Copies the collections. */
    public PlanInput {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(now, "now");
        readings = Collections.unmodifiableSortedMap(new TreeMap<>(readings));
        setAside = Set.copyOf(setAside);
    }

    /** Whether the change stream told of a record's deletion, and no read has refuted it since (S10). */
    boolean toldDeleted(RecordKey key) {
        Observation observed = state.observation(key);
        return observed != null && observed.removal() == Removal.DELETED;
    }
}
