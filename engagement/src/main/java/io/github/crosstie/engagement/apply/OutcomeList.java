package io.github.crosstie.engagement.apply;

import io.github.crosstie.engagement.plan.UserChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The outcomes of a run, in whatever order they come in. Not thread-safe. */
final class OutcomeList {

    private final List<ChangeOutcome> outcomes = new ArrayList<>();
    private final Set<UserChange> told = new HashSet<>();

    void add(ChangeOutcome outcome) {
        outcomes.add(outcome);
        told.add(outcome.change());
    }

    boolean tells(UserChange change) {
        return told.contains(change);
    }

    boolean isFinal() {
        return outcomes.stream().allMatch(ChangeOutcome::isFinal);
    }

    /**
     * In the order of a plan; a change of role that a guard parted from its update stands behind the rest of that
     * update.
     */
    List<ChangeOutcome> inOrderOf(List<UserChange> plan) {
        Map<UserChange, Integer> places = new HashMap<>();
        Map<Object, Integer> byUser = new HashMap<>();
        for (int place = 0; place < plan.size(); place++) {
            places.put(plan.get(place), place);
            byUser.put(plan.get(place).user(), place);
        }
        List<ChangeOutcome> sorted = new ArrayList<>(outcomes);
        sorted.sort(Comparator.comparingInt(outcome -> places.getOrDefault(
                outcome.change(), byUser.getOrDefault(outcome.change().user(), plan.size()))));
        return sorted;
    }
}
