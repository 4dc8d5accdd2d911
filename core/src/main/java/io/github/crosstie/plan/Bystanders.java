package io.github.crosstie.plan;

import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.diff.Views;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.Observation;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Wakes the records that were left alone beside a linked one, when that link ends: they may be meant now. */
final class Bystanders {

    private final MatchKeys keys;
    private final ThreeWayMerge merge;

    Bystanders(MatchKeys keys, ThreeWayMerge merge) {
        this.keys = keys;
        this.merge = merge;
    }

    void awaken(PlanInput input, Draft draft) {
        SortedSet<String> freed = new TreeSet<>();
        boolean anyKey = false;
        for (LinkId id : draft.ending()) {
            Link link = input.state().link(id).orElse(null);
            if (link != null) {
                Views seen = link.isHashed() ? LinkReading.of(input, link).recalled(link, merge) : link.bases();
                anyKey |= !addKeys(link, seen, freed);
            }
        }
        if (anyKey) {
            draft.stayAwake(keys -> !keys.isEmpty());
            wake(waitingForAny(input), draft);
        } else if (!freed.isEmpty()) {
            draft.stayAwake(keys -> !Collections.disjoint(keys, freed));
            wake(input.state().waitingFor(freed), draft);
        }
    }

    /** False if not all keys are known, because digests of the values are kept and nobody holds them any more. */
    private boolean addKeys(Link link, Views seen, SortedSet<String> freed) {
        boolean areKnown = true;
        for (Side side : Side.values()) {
            if (link.on(side) != null) {
                freed.addAll(keys.all(side, seen.on(side)));
                areKnown &= !keys.areUnknown(side, seen.on(side));
            }
        }
        return areKnown;
    }

    private static List<Observation> waitingForAny(PlanInput input) {
        return input.state().observations().stream()
                .filter(seen -> seen.waiting() != null && !seen.waiting().keys().isEmpty())
                .toList();
    }

    private static void wake(List<Observation> waiting, Draft draft) {
        waiting.forEach(seen -> draft.add(new PlannedChange.Awaken(seen.key())));
    }
}
