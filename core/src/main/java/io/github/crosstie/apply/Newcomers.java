package io.github.crosstie.apply;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.PlanHeader;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.Planner;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.RecordKey;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Records without a link that were created or edited since a plan was made: one of them may be the counterpart of
 * what the plan creates or matches (S2). Reads on from the plan's own cursors and stores nothing, so that the next
 * round sees it all again.
 */
final class Newcomers {

    private final FreshLook look;
    private final CollectionState state;
    private final Planner planner;
    private final Sides sides;
    private final Map<Side, Set<String>> keys = new EnumMap<>(Side.class);
    private final Set<Side> unknown = EnumSet.noneOf(Side.class);

    private Newcomers(FreshLook look, CollectionState state, Planner planner, Sides sides) {
        this.look = look;
        this.state = state;
        this.planner = planner;
        this.sides = sides;
    }

    static Newcomers since(PlanHeader header, FreshLook look, CollectionState state, Planner planner, Sides sides) {
        Newcomers newcomers = new Newcomers(look, state, planner, sides);
        for (Side side : Side.values()) {
            try {
                newcomers.note(side, newcomers.told(side, header.cursor(side)));
            } catch (CursorExpiredException expired) {
                newcomers.unknown.add(side);
            }
        }
        return newcomers;
    }

    private SortedSet<RecordKey> told(Side side, @Nullable Cursor from) {
        Endpoint endpoint = sides.on(side);
        SortedSet<RecordKey> told = new TreeSet<>();
        Cursor cursor = from;
        boolean more = true;
        while (more) {
            ChangePage page = endpoint.changes(cursor);
            for (Change change : page.changes()) {
                RecordKey key = new RecordKey(side, change.id());
                if (change instanceof Change.Upserted && state.linkOf(key).isEmpty() && !state.isDetached(key)) {
                    told.add(key);
                }
            }
            more = page.more();
            if (more && page.next().equals(cursor)) {
                throw new ContractBrokenException(side + " endpoint says that more follows, but stays at one cursor");
            }
            cursor = page.next();
        }
        return told;
    }

    private void note(Side side, SortedSet<RecordKey> told) {
        Set<String> noted = new TreeSet<>();
        for (ReadOutcome outcome : FreshLook.read(told, sides).values()) {
            if (outcome instanceof ReadOutcome.Found found && !look.isAsPlanned(found.record(), side)) {
                noted.addAll(planner.matchKeys(side, found.record()));
            }
        }
        keys.put(side, noted);
    }

    /** Whether a change asks for a record of which a newcomer may be the counterpart. */
    static boolean concern(PlannedChange change) {
        return change instanceof PlannedChange.Match
                || (change instanceof PlannedChange.Create create && create.link() == null);
    }

    /** Why a match or a first creation does not hold any more; empty if it does. */
    Optional<String> objection(PlannedChange change) {
        if (change instanceof PlannedChange.Create create) {
            return objection(create.source(), EnumSet.of(create.side()));
        }
        return change.records().stream()
                .flatMap(record -> objection(record, EnumSet.allOf(Side.class)).stream())
                .findFirst();
    }

    private Optional<String> objection(RecordKey record, Set<Side> among) {
        RemoteItem found = look.found(record);
        SortedSet<String> own = found == null ? new TreeSet<>() : planner.matchKeys(record.side(), found);
        for (Side side : among) {
            if (unknown.contains(side)) {
                return Optional.of("what has changed on the " + side + " side since can no longer be told, so that a"
                        + " counterpart of " + record + " may have turned up");
            }
            if (!Collections.disjoint(own, keys.getOrDefault(side, Set.of()))) {
                return Optional.of("a record that may be the counterpart of " + record + " has turned up on the " + side
                        + " side");
            }
        }
        return Optional.empty();
    }
}
