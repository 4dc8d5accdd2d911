package io.github.crosstie.apply;

import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one round did.
 *
 * @param passes the plans that were carried out, one for each pass; a pass after the first plans anew what was overtaken or
 *     has turned up. The last may be idle
 * @param outcomes what became of every change and of every record left alone
 * @param journal the values that were overwritten (S3)
 */
public record RoundReport(List<SyncPlan> passes, List<Outcome> outcomes, List<JournalEntry> journal) {

    /** Copies the lists. */
    public RoundReport {
        passes = List.copyOf(passes);
        outcomes = List.copyOf(outcomes);
        journal = List.copyOf(journal);
    }

    RoundReport with(Outcome outcome) {
        List<Outcome> all = new ArrayList<>(outcomes);
        all.add(outcome);
        return new RoundReport(passes, all, journal);
    }

    /**
     * The plan of the first pass.
     *
     * @return the plan, or empty if the round stopped before it
     */
    public Optional<SyncPlan> plan() {
        return passes.stream().findFirst();
    }

    /**
     * How many remote writes were made.
     *
     * @return the number of records created, updated and deleted
     */
    public int writes() {
        return (int) outcomes.stream()
                .filter(outcome -> outcome instanceof Outcome.Applied applied
                        && applied.change() instanceof PlannedChange.RemoteWrite)
                .count();
    }

    /**
     * Why the round ended early.
     *
     * @return the reason, or empty if it did not
     */
    public Optional<Outcome.Stopped> stopped() {
        return outcomes.stream()
                .filter(Outcome.Stopped.class::isInstance)
                .map(Outcome.Stopped.class::cast)
                .findFirst();
    }
}
