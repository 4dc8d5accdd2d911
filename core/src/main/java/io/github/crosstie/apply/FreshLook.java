package io.github.crosstie.apply;

import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.LinkBasis;
import io.github.crosstie.plan.PlanBasis;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.RecordBasis;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.RecordKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The records of a stored plan, read again, and its links as they are now: a change holds if all that it was based on
 * is as it was (G1). More than the change itself touches is compared, so that a change is rather left to the next
 * round than made in ignorance.
 */
final class FreshLook {

    private final CollectionState state;
    private final Map<RecordKey, LinkBasis> links;
    private final Map<LinkId, LinkBasis> byId = new HashMap<>();
    private final Map<RecordKey, RecordBasis> records = new HashMap<>();
    private final SortedMap<RecordKey, ReadOutcome> readings = new TreeMap<>();

    private FreshLook(SyncPlan plan, CollectionState state) {
        this.state = state;
        links = plan.basis().linksByRecord();
        plan.basis().links().forEach(basis -> byId.put(basis.id(), basis));
        plan.basis().records().forEach(basis -> records.put(basis.record(), basis));
    }

    /** Reads the plan's records, as many a call as the sides take. */
    static FreshLook at(SyncPlan plan, CollectionState state, Sides sides) {
        FreshLook look = new FreshLook(plan, state);
        SortedSet<RecordKey> wanted = new TreeSet<>();
        plan.changes().forEach(change -> wanted.addAll(change.records()));
        plan.basis().records().forEach(basis -> wanted.add(basis.record()));
        look.readings.putAll(read(wanted, sides));
        return look;
    }

    static Map<RecordKey, ReadOutcome> read(SortedSet<RecordKey> wanted, Sides sides) {
        Map<RecordKey, ReadOutcome> read = new HashMap<>();
        for (Side side : Side.values()) {
            List<ItemId> ids = new ArrayList<>();
            wanted.stream().filter(key -> key.side() == side).forEach(key -> ids.add(key.id()));
            Survey.read(sides.on(side), side, ids)
                    .forEach(outcome -> read.put(new RecordKey(side, outcome.id()), outcome));
        }
        return read;
    }

    SortedMap<RecordKey, ReadOutcome> readings() {
        return Collections.unmodifiableSortedMap(readings);
    }

    /** A record that was read and is there; null otherwise. */
    @Nullable
    RemoteItem found(RecordKey record) {
        return readings.get(record) instanceof ReadOutcome.Found found ? found.record() : null;
    }

    /** Whether a record has the version that the plan is based on. */
    boolean isAsPlanned(RemoteItem record, Side side) {
        RecordBasis basis = records.get(new RecordKey(side, record.id()));
        return basis != null && record.version().equals(basis.version());
    }

    /** What of a change's basis does not hold any more; empty if all does. */
    Optional<String> objection(PlannedChange change) {
        for (RecordKey record : change.records()) {
            Optional<String> reason = link(record).or(() -> reading(record));
            if (reason.isPresent()) {
                return reason;
            }
        }
        Optional<LinkId> named = PlanBasis.named(change);
        if (named.isPresent()) {
            return named(change.records().get(0), named.get());
        }
        return change instanceof PlannedChange.Create || change instanceof PlannedChange.Match
                ? detached(change)
                : Optional.empty();
    }

    private Optional<String> link(RecordKey record) {
        LinkBasis planned = links.get(record);
        Optional<Link> now = state.linkOf(record);
        if (planned == null) {
            return now.map(link -> record + " has been linked since");
        }
        if (now.isEmpty()) {
            return Optional.of("the link of " + record + " has been dropped since");
        }
        return link(record, planned, now.get());
    }

    private Optional<String> link(RecordKey record, LinkBasis planned, Link now) {
        if (!planned.equals(LinkBasis.of(now))) {
            return Optional.of("the link of " + record + " has moved on since: a round has dealt with it");
        }
        return state.intent(now.id())
                .map(open -> "a write to the link of " + record + " is still to be found out about");
    }

    /** A record that an attempt of a link made, so that the link and its records count as well. */
    private Optional<String> named(RecordKey record, LinkId id) {
        LinkBasis planned = byId.get(id);
        Optional<Link> now = state.link(id);
        if (planned == null || now.isEmpty()) {
            return planned == null && now.isEmpty()
                    ? Optional.empty()
                    : Optional.of("the link that made " + record + " is not what it was");
        }
        for (RecordKey linked : planned.records()) {
            Optional<String> reason = link(linked, planned, now.get()).or(() -> reading(linked));
            if (reason.isPresent()) {
                return reason;
            }
        }
        return Optional.empty();
    }

    private Optional<String> detached(PlannedChange change) {
        return change.records().stream()
                .filter(state::isDetached)
                .findFirst()
                .map(record -> record + " has been detached since");
    }

    private Optional<String> reading(RecordKey record) {
        RecordBasis planned = records.get(record);
        if (planned == null) {
            return Optional.of("the plan does not say which version of " + record + " it is based on");
        }
        ReadOutcome now = readings.get(record);
        if (now instanceof ReadOutcome.Found found) {
            return found(record, planned, found.record());
        }
        if (now instanceof ReadOutcome.Absent absent) {
            return absent(record, planned, absent.removal());
        }
        return Optional.of(record + " cannot be read");
    }

    private static Optional<String> found(RecordKey record, RecordBasis planned, RemoteItem now) {
        if (planned.version() == null) {
            return Optional.of(record + " was gone and is there again");
        }
        return now.version().equals(planned.version())
                ? Optional.empty()
                : Optional.of(record + " has been edited since");
    }

    private static Optional<String> absent(RecordKey record, RecordBasis planned, Removal now) {
        if (planned.removal() == null) {
            return Optional.of(record + " is gone");
        }
        return now == planned.removal() || now == Removal.DELETED
                ? Optional.empty()
                : Optional.of(record + " is out of view, but no longer provably deleted");
    }
}
