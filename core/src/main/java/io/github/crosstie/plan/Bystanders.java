package io.github.crosstie.plan;

import io.github.crosstie.item.Side;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.Observation;
import java.util.SortedSet;
import java.util.TreeSet;

/** Wakes the records that were left alone beside a linked one, when that link ends: they may be meant now. */
final class Bystanders {

    private final MatchKeys keys;

    Bystanders(MatchKeys keys) {
        this.keys = keys;
    }

    void awaken(PlanInput input, Draft draft) {
        SortedSet<String> freed = new TreeSet<>();
        for (LinkId id : draft.ending()) {
            input.state().link(id).ifPresent(link -> freed.addAll(keysOf(link)));
        }
        if (freed.isEmpty()) {
            return;
        }
        draft.stayAwake(freed);
        for (Observation waiting : input.state().waitingFor(freed)) {
            draft.add(new PlannedChange.Awaken(waiting.key()));
        }
    }

    private SortedSet<String> keysOf(Link link) {
        SortedSet<String> all = new TreeSet<>();
        for (Side side : Side.values()) {
            Half half = link.on(side);
            if (half != null) {
                all.addAll(keys.all(side, half.base()));
            }
        }
        return all;
    }
}
