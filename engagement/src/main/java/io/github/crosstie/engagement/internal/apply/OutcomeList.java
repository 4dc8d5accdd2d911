package io.github.crosstie.engagement.internal.apply;

import io.github.crosstie.engagement.apply.ChangeOutcome;
import io.github.crosstie.engagement.plan.UserChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The outcomes of a run, in whatever order they come in. Not thread-safe. */
final class OutcomeList {

    private final List<ChangeOutcome> outcomes = new ArrayList<>();
    private final Set<UserChange> told = new HashSet<>();
    private final Set<UserChange> made = new HashSet<>();
    private List<UserChange> expected;

    /** Expects an outcome of each of these changes. */
    OutcomeList(List<UserChange> expected) {
        this.expected = expected;
    }

    /** From now on expects outcomes of these changes: a guard may have parted some. */
    void expect(List<UserChange> changes) {
        expected = changes;
    }

    void add(ChangeOutcome outcome) {
        outcomes.add(outcome);
        told.add(outcome.change());
        if (outcome.isMade()) {
            made.add(outcome.change());
        }
    }

    /** Whether a change is there now, by this run or before. */
    boolean isMade(UserChange change) {
        return made.contains(change);
    }

    /** The run ends: whatever is expected and was not told is unfinished. */
    void leaveOpen(String reason, @Nullable Instant retryAt) {
        for (UserChange change : expected) {
            if (!tells(change)) {
                add(new ChangeOutcome.Unfinished(change, reason, retryAt));
            }
        }
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
