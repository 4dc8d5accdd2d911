package io.github.crosstie.plan;

import io.github.crosstie.item.Side;
import io.github.crosstie.state.RecordKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * In what two plans differ (G1). A change of one plan and a change of the other are the same one if they are of one
 * kind, about the same records and write to the same side. Equal plans, and only they, have no difference.
 *
 * @param header what the headers say and the plans presume differently, by path
 * @param added changes that the second plan alone has, in its order
 * @param dropped changes that the first plan alone has, in its order
 * @param changed changes that both have, with other contents, in the order of the second plan
 * @param addedSkips what the second plan alone leaves alone, in its order
 * @param droppedSkips what the first plan alone leaves alone, in its order
 * @param reordered whether the plans have the same changes and skips, but in another order
 */
public record PlanDifference(
        List<HeaderDifference> header,
        List<PlannedChange> added,
        List<PlannedChange> dropped,
        List<Changed> changed,
        List<Skip> addedSkips,
        List<Skip> droppedSkips,
        boolean reordered) {

    /**
     * A change with other contents than before.
     *
     * @param before as it was
     * @param after as it is
     */
    public record Changed(PlannedChange before, PlannedChange after) {
        /** Requires both. */
        public Changed {
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }
    }

    /** What makes two changes the same one. */
    private record Identity(ChangeKind kind, @Nullable Side side, List<RecordKey> records) {

        static Identity of(PlannedChange change) {
            Side side = change instanceof PlannedChange.RemoteWrite write ? write.side() : null;
            return new Identity(change.kind(), side, change.records());
        }
    }

    /** Copies the lists. */
    public PlanDifference {
        header = List.copyOf(header);
        added = List.copyOf(added);
        dropped = List.copyOf(dropped);
        changed = List.copyOf(changed);
        addedSkips = List.copyOf(addedSkips);
        droppedSkips = List.copyOf(droppedSkips);
    }

    /**
     * Compares two plans.
     *
     * @param before the first plan
     * @param after the second plan
     * @return their difference, the same on every run
     */
    public static PlanDifference between(SyncPlan before, SyncPlan after) {
        Pairing<PlannedChange> changes = Pairing.of(before.changes(), after.changes(), Identity::of);
        Pairing<Skip> skips = Pairing.of(before.skips(), after.skips(), Function.identity());
        List<Changed> changed = changes.both().stream()
                .filter(both -> !both.before().equals(both.after()))
                .map(both -> new Changed(both.before(), both.after()))
                .toList();
        boolean isSame = changed.isEmpty() && changes.isWhole() && skips.isWhole();
        boolean reordered = isSame
                && !(before.changes().equals(after.changes()) && before.skips().equals(after.skips()));
        return new PlanDifference(
                headers(PlanTexts.of(before), PlanTexts.of(after)),
                changes.added(),
                changes.dropped(),
                changed,
                skips.added(),
                skips.dropped(),
                reordered);
    }

    private static List<HeaderDifference> headers(Map<String, String> before, Map<String, String> after) {
        SortedSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        return paths.stream()
                .filter(path -> !Objects.equals(before.get(path), after.get(path)))
                .map(path -> new HeaderDifference(path, before.get(path), after.get(path)))
                .toList();
    }

    /**
     * Whether there is none.
     *
     * @return true if the plans are equal
     */
    public boolean isEmpty() {
        return header.isEmpty()
                && added.isEmpty()
                && dropped.isEmpty()
                && changed.isEmpty()
                && addedSkips.isEmpty()
                && droppedSkips.isEmpty()
                && !reordered;
    }

    /**
     * Whether the two ask for the same changes, whatever they presume and whenever they were made.
     *
     * @return true if no change was added, dropped or changed
     */
    public boolean asksForTheSame() {
        return added.isEmpty() && dropped.isEmpty() && changed.isEmpty();
    }
}
