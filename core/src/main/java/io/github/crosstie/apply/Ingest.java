package io.github.crosstie.apply;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.internal.measure.Measures;
import io.github.crosstie.internal.measure.SafetyMeasure;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Observation;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what changed on a side, page by page, each page's observations and cursor in one commit. A listing of everything
 * is a comparison with what is known: what it does not show is looked at, never deleted for that (G3). A listing that is not
 * proven complete stays under way, and the next round begins it anew.
 */
final class Ingest {

    private final Ledger ledger;
    private final CarriedRecords carried;
    private final Checkpoint checkpoint;
    private final Measures measures;
    private final Instant began;
    private final Audience audience;
    private final Set<Side> neverListed = EnumSet.noneOf(Side.class);

    Ingest(
            Ledger ledger,
            CarriedRecords carried,
            Checkpoint checkpoint,
            Measures measures,
            Instant began,
            Audience audience) {
        this.audience = audience;
        this.measures = measures;
        this.began = began;
        this.ledger = ledger;
        this.carried = carried;
        this.checkpoint = checkpoint;
        for (Side side : Side.values()) {
            if (ledger.state().cursor(side) == null && ledger.state().scanned(side) == null) {
                neverListed.add(side);
            }
        }
    }

    void ingest(Side side, Endpoint endpoint) {
        if (ledger.state().cursor(side) == null) {
            ledger.commit(List.of(new StateChange.BeginScan(side)));
        }
        try {
            readPages(side, endpoint);
        } catch (CursorExpiredException expired) {
            if (ledger.state().cursor(side) == null) {
                throw new ContractBrokenException(
                        side + " endpoint rejected a listing of everything as an expired cursor", expired);
            }
            ledger.commit(List.of(new StateChange.BeginScan(side)));
            readPages(side, endpoint);
        }
    }

    private void readPages(Side side, Endpoint endpoint) {
        int told = 0;
        boolean more = true;
        while (more) {
            Cursor cursor = ledger.state().cursor(side);
            checkpoint.pass();
            ChangePage page = endpoint.changes(cursor);
            if (page.more() && page.next().equals(cursor)) {
                throw new ContractBrokenException(side + " endpoint says that more follows, but stays at one cursor");
            }
            List<StateChange> changes = observations(side, page);
            if (changes.stream().allMatch(Ingest::isQuiet)) {
                changes.forEach(quiet -> deferUnlessKnown(quiet, cursor));
            } else if (measures.include(SafetyMeasure.CURSOR_WITH_CHANGES)) {
                ledger.commit(changes);
            } else {
                int last = changes.size() - 1;
                ledger.commit(changes.subList(last, last + 1));
                ledger.commit(changes.subList(0, last));
            }
            told += page.changes().size();
            audience.progress(told, null);
            more = page.more();
        }
    }

    /** Whether a change is told again from the place before it, if it is not stored. */
    private static boolean isQuiet(StateChange change) {
        return change instanceof StateChange.SetCursor || change instanceof StateChange.ForgetEcho;
    }

    /** A page without news costs no commit of its own. */
    private void deferUnlessKnown(StateChange quiet, @Nullable Cursor known) {
        if (!(quiet instanceof StateChange.SetCursor set && set.cursor().equals(known))) {
            ledger.defer(quiet);
        }
    }

    private List<StateChange> observations(Side side, ChangePage page) {
        PageNotes notes = new PageNotes(ledger.state());
        for (Change change : page.changes()) {
            RecordKey key = new RecordKey(side, change.id());
            notes.add(key, change);
            carried.note(key, change, isNewlyListed(key));
        }
        Set<ItemId> scanned = ledger.state().scanned(side);
        if (scanned == null) {
            return changed(side, page, notes);
        }
        Set<ItemId> listed = listed(page);
        if (page.more()) {
            return notes.changes(
                    new StateChange.MarkScanned(side, listed), new StateChange.SetCursor(side, page.next()));
        }
        boolean trustsAbsence = !measures.include(SafetyMeasure.VERIFYING_READ);
        if (!page.complete() && !trustsAbsence) {
            // Not proven to show everything: listed again in the next round, until it is.
            return notes.changes(new StateChange.BeginScan(side));
        }
        unlisted(side, id -> listed.contains(id) || scanned.contains(id))
                .forEach(key -> notes.add(
                        key, new Change.Removed(key.id(), trustsAbsence ? Removal.DELETED : Removal.UNKNOWN)));
        return notes.changes(new StateChange.EndScan(side), new StateChange.SetCursor(side, page.next()));
    }

    /** What a page of what changed leads to; after the last one, whatever should have been told and was not is looked at. */
    private List<StateChange> changed(Side side, ChangePage page, PageNotes notes) {
        List<StateChange> changes = notes.changes();
        if (!page.more()) {
            changes.addAll(Echoes.missed(side, ledger.state(), notes::isHeard, began));
        }
        changes.add(new StateChange.SetCursor(side, page.next()));
        return changes;
    }

    /** In the first listing of a side nothing was told before, so nothing of it can be told again but by the listing itself. */
    private boolean isNewlyListed(RecordKey key) {
        CollectionState state = ledger.state();
        return neverListed.contains(key.side())
                && state.observation(key) == null
                && state.linkOf(key).isEmpty();
    }

    private static Set<ItemId> listed(ChangePage page) {
        Set<ItemId> listed = new HashSet<>();
        for (Change change : page.changes()) {
            if (change instanceof Change.Upserted) {
                listed.add(change.id());
            }
        }
        return listed;
    }

    /** Known records of a side that a complete listing did not show. */
    private Set<RecordKey> unlisted(Side side, Predicate<ItemId> listed) {
        CollectionState state = ledger.state();
        Set<RecordKey> unlisted = new TreeSet<>();
        Stream.of(
                        state.links().stream().flatMap(link -> Stream.ofNullable(link.key(side))),
                        state.observations().stream().map(Observation::key),
                        state.detached().stream())
                .flatMap(keys -> keys)
                .filter(key -> key.side() == side && !listed.test(key.id()))
                .forEach(unlisted::add);
        return unlisted;
    }
}
