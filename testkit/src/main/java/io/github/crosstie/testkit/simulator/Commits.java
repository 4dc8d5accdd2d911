package io.github.crosstie.testkit.simulator;

import io.github.crosstie.diff.FieldConflict;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.Intent;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that was ever stored, and who had the right to do so. */
final class Commits {

    private final World world;
    private final List<List<StateChange>> commits = new ArrayList<>();
    /** What the journal has ever kept. */
    private final List<FieldConflict> losses = new ArrayList<>();
    /** What was about to be overwritten. */
    private final List<FieldConflict> intended = new ArrayList<>();

    private long newest;

    Commits(World world) {
        this.world = world;
    }

    void acquired(Fence fence) {
        newest = Math.max(newest, fence.epoch());
        world.census().doubt();
    }

    void committed(Fence fence, List<StateChange> changes) {
        if (fence.epoch() < newest) {
            world.violate(
                    Invariant.FENCING,
                    "a commit of lease " + fence.epoch() + " took effect although lease " + newest + " had been given");
        }
        commits.add(changes);
        for (StateChange change : changes) {
            if (change instanceof StateChange.Journal line) {
                losses.add(line.entry().conflict());
            } else if (change instanceof StateChange.PutIntent put) {
                intended.addAll(conflicts(put.intent()));
            } else if (change instanceof StateChange.PutLink put) {
                world.census().linked(put.link());
            }
        }
    }

    private static List<FieldConflict> conflicts(Intent intent) {
        if (intent instanceof Intent.Update update) {
            return update.conflicts();
        }
        if (intent instanceof Intent.Delete deletion) {
            return deletion.conflicts();
        }
        return intent instanceof Intent.RemoveDuplicate removal ? removal.conflicts() : List.of();
    }

    /** The last words of a lease: without effect where a newer one was given. */
    void released(Fence fence, List<StateChange> last) {
        if (fence.epoch() == newest) {
            committed(fence, last);
        }
    }

    int size() {
        return commits.size();
    }

    /** Brings a new store to where an old one was after so many commits. */
    void restore(StateStore store, CollectionKey collection, int count, Instant now) {
        Fence fence = store.acquire(collection, "restoration", now, Duration.ofMinutes(1))
                .orElseThrow();
        for (List<StateChange> changes : commits.subList(0, count)) {
            store.commit(fence, changes);
        }
        store.release(fence);
        // Nobody can journal any more what a write has overwritten of which only the lost store knew.
        losses.addAll(intended);
        newest = fence.epoch();
        commits.subList(count, commits.size()).clear();
    }

    /** Whether the journal ever kept a value that was lost in a field. */
    boolean journaled(Side side, Field<?> field, Object value, Projections projections) {
        for (FieldConflict conflict : losses) {
            Object lost = lost(conflict, field);
            boolean same = lost != null
                    && (projections.same(side, field, value, side.other(), lost)
                            || (lost instanceof Set<?> set && set.contains(value)));
            if (same) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Object lost(FieldConflict conflict, Field<?> field) {
        Object lost = conflict.lost();
        return lost == null || !world.vocabulary().seenAs(conflict.field()).contains(field)
                ? null
                : world.vocabulary()
                        .seen(Item.builder(conflict.field().kind())
                                .put(conflict.field(), lost)
                                .build())
                        .value(field);
    }
}
