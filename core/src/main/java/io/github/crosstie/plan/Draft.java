package io.github.crosstie.plan;

import io.github.crosstie.item.Side;
import io.github.crosstie.state.Hold;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.QuarantineEntry;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A plan in the making. */
final class Draft {

    private static final List<Class<? extends PlannedChange>> STATE_ALONE = List.of(
            PlannedChange.Refute.class,
            PlannedChange.Forget.class,
            PlannedChange.Unlink.class,
            PlannedChange.Detach.class,
            PlannedChange.Leave.class,
            PlannedChange.Awaken.class,
            PlannedChange.Adopt.class,
            PlannedChange.Match.class);

    private static final List<Class<? extends PlannedChange>> WRITES = List.of(
            PlannedChange.Update.class,
            PlannedChange.Create.class,
            PlannedChange.RemoveDuplicate.class,
            PlannedChange.Delete.class);

    private static final Comparator<PlannedChange> ORDER = Comparator.comparingInt(Draft::rank)
            .thenComparing(change -> change.records().get(0))
            .thenComparing(change -> last(change.records()));

    private final List<PlannedChange> changes = new ArrayList<>();
    private final List<Skip> skips = new ArrayList<>();
    private final Set<LinkId> released = new HashSet<>();

    void add(PlannedChange change) {
        changes.add(change);
    }

    /**
     * Adds an adoption. It is the only one of its link, and takes the place of whatever else was planned for the half link:
     * the record that is to be created is there. A second record with the link's tag is looked at once the link is whole.
     */
    void adopt(PlannedChange.Adopt adoption) {
        boolean adopted = changes.stream()
                .anyMatch(change -> change instanceof PlannedChange.Adopt other
                        && other.link().equals(adoption.link()));
        if (!adopted) {
            changes.removeIf(change -> isOfHalfLink(change, adoption.link()));
            changes.add(adoption);
        }
    }

    private static boolean isOfHalfLink(PlannedChange change, LinkId link) {
        if (change instanceof PlannedChange.Create create) {
            return link.equals(create.link());
        }
        return change instanceof PlannedChange.Unlink unlink && unlink.link().equals(link);
    }

    /** Whether a half of the link is to be created on a side. */
    boolean creates(LinkId link, Side side) {
        return changes.stream()
                .anyMatch(change -> change instanceof PlannedChange.Create create
                        && link.equals(create.link())
                        && create.side() == side);
    }

    /** Whether a record of the link, or a duplicate of one, is to be written. */
    boolean writes(Link link) {
        return changes.stream()
                .anyMatch(change -> change instanceof PlannedChange.RemoveDuplicate removal
                        ? removal.link().equals(link.id())
                        : change instanceof PlannedChange.RemoteWrite write
                                && write.records().stream().anyMatch(key -> key.equals(link.key(key.side()))));
    }

    /** The links that end by the plan. */
    Set<LinkId> ending() {
        Set<LinkId> ending = new HashSet<>();
        for (PlannedChange change : changes) {
            if (change instanceof PlannedChange.Delete delete) {
                ending.add(delete.link());
            } else if (change instanceof PlannedChange.Unlink unlink) {
                ending.add(unlink.link());
            } else if (change instanceof PlannedChange.Detach detach) {
                ending.add(detach.link());
            }
        }
        return ending;
    }

    /** Leaves nothing asleep that waits for such keys. */
    void stayAwake(Predicate<Set<String>> whoseKeys) {
        skips.replaceAll(skip -> {
            Waiting waiting = skip.waiting();
            return waiting == null || !whoseKeys.test(waiting.keys())
                    ? skip
                    : new Skip(skip.records(), skip.code(), skip.reason(), null);
        });
    }

    /** Leaves a pair unsettled, because something else is to be done to it first. */
    void dropSettlement(Pair pair) {
        changes.removeIf(change ->
                change instanceof PlannedChange.Settle settle && settle.pair().equals(pair));
    }

    void skip(List<RecordKey> records, OutcomeCode code, String reason, @Nullable Waiting waiting) {
        skips.add(new Skip(records, code, reason, waiting));
    }

    /** Turns those deletions that a person released into deletions that nothing holds (S13). */
    void release(Hold hold, Instant now) {
        changes.replaceAll(change -> {
            PlannedChange.Delete deletion = deletion(change);
            if (deletion == null || !hold.releases(deletion.held("", now))) {
                return change;
            }
            released.add(deletion.link());
            return deletion;
        });
    }

    private static PlannedChange.@Nullable Delete deletion(PlannedChange change) {
        if (change instanceof PlannedChange.Held held) {
            return held.deletion();
        }
        return change instanceof PlannedChange.Delete delete ? delete : null;
    }

    /** The deletions that nobody released. */
    List<PlannedChange.Delete> deletions() {
        return changes.stream()
                .filter(PlannedChange.Delete.class::isInstance)
                .map(PlannedChange.Delete.class::cast)
                .filter(deletion -> !released.contains(deletion.link()))
                .toList();
    }

    int released() {
        return released.size();
    }

    /** The records that are to be deleted. */
    Set<RecordKey> deleted() {
        Set<RecordKey> deleted = new HashSet<>();
        for (PlannedChange change : changes) {
            if (change instanceof PlannedChange.Delete deletion) {
                deleted.add(deletion.pair().on(deletion.side()));
            }
        }
        return deleted;
    }

    /** What would make a new link, matches first, each by id. */
    List<PlannedChange> entering() {
        return entering(changes);
    }

    static List<PlannedChange> entering(List<PlannedChange> changes) {
        return changes.stream()
                .filter(change -> change instanceof PlannedChange.Match
                        || (change instanceof PlannedChange.Create create && create.link() == null))
                .sorted(ORDER)
                .toList();
    }

    /** Takes back new links with all that was planned for their records. */
    void leaveOut(Map<PlannedChange, Waiting> entering, String reason) {
        Set<List<RecordKey>> records = new HashSet<>();
        entering.keySet().forEach(change -> records.add(change.records()));
        changes.removeIf(change -> !(change instanceof PlannedChange.Refute)
                && !(change instanceof PlannedChange.Forget)
                && records.contains(change.records()));
        entering.forEach((change, waiting) -> skip(change.records(), OutcomeCode.CAP_REACHED, reason, waiting));
    }

    /** A record in quarantine may be found by its counterpart before its time, but is not created before it (S15). */
    void leaveResting(Resting resting, MatchKeys keys) {
        Set<PlannedChange> left = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PlannedChange change : changes) {
            if (change instanceof PlannedChange.Create create && create.link() == null) {
                QuarantineEntry entry = resting.entry(create.source());
                if (entry != null) {
                    left.add(change);
                    Waiting waiting = new Waiting(keys.of(create), entry.nextTry());
                    skip(List.of(create.source()), Resting.code(entry), Resting.reason(entry), waiting);
                }
            }
        }
        changes.removeIf(left::contains);
    }

    /** Leaves for later what might be there already, in a record that cannot be read (S2, S15). */
    void postponeUnlinked(Side side, Instant until, MatchKeys keys) {
        String reason =
                "a record without a link on the " + side + " side cannot be read, and might be this one; created once"
                        + " that record is read, or has failed again";
        Set<PlannedChange> left = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PlannedChange change : changes) {
            if (change instanceof PlannedChange.Create create && create.side() == side && create.link() == null) {
                left.add(change);
                SortedSet<String> waitingFor = new TreeSet<>(keys.of(create));
                waitingFor.add(Waiting.BEHIND_UNREADABLE);
                Waiting waiting = new Waiting(waitingFor, until);
                skip(List.of(create.source()), OutcomeCode.LISTING_INCOMPLETE, reason, waiting);
            }
        }
        changes.removeIf(left::contains);
    }

    /** Leaves for the next round what is to be created on a side that has not been listed completely (S2, G3). */
    void postponeCreations(Side side) {
        String reason = "the " + side + " side has not been listed completely, so the record may be there already;"
                + " tried again when a listing is complete";
        Set<PlannedChange> left = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PlannedChange change : changes) {
            if (change instanceof PlannedChange.Create create && create.side() == side) {
                left.add(change);
                skip(List.of(create.source()), OutcomeCode.LISTING_INCOMPLETE, reason, null);
            }
        }
        changes.removeIf(left::contains);
    }

    void holdDeletions(String reason) {
        holdDeletions(deletion -> true, reason);
    }

    /** Holds those of the deletions that nobody released. */
    void holdDeletions(Predicate<PlannedChange.Delete> which, String reason) {
        changes.replaceAll(change -> change instanceof PlannedChange.Delete deletion
                        && !released.contains(deletion.link())
                        && which.test(deletion)
                ? new PlannedChange.Held(deletion, reason)
                : change);
    }

    List<PlannedChange> changes() {
        return changes.stream().sorted(ORDER).toList();
    }

    List<Skip> skips() {
        return skips.stream()
                .sorted(Comparator.comparing((Skip skip) -> skip.records().get(0))
                        .thenComparing(Skip::code))
                .toList();
    }

    private static int rank(PlannedChange change) {
        if (change instanceof PlannedChange.RemoteWrite write) {
            return STATE_ALONE.size()
                    + (write.side() == Side.CRM ? 0 : WRITES.size())
                    + WRITES.indexOf(write.getClass());
        }
        int afterWrites = STATE_ALONE.size() + 2 * WRITES.size();
        if (change instanceof PlannedChange.Settle) {
            return afterWrites;
        }
        if (change instanceof PlannedChange.Held) {
            return afterWrites + 1;
        }
        int rank = STATE_ALONE.indexOf(change.getClass());
        if (rank < 0) {
            throw new IllegalStateException("a plan has no place for " + change.getClass() + "; add it to the order");
        }
        return rank;
    }

    private static RecordKey last(List<RecordKey> records) {
        return records.get(records.size() - 1);
    }
}
