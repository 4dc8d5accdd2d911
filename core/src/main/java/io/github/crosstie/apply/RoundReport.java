package io.github.crosstie.apply;

import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one round did. Of a very large one the lists keep the beginning, {@link #KEPT} entries each; the totals are exact in any
 * case, and a {@link SyncListener} is told of everything.
 *
 * @param passes the plans that were carried out, one for each pass; a pass after the first plans anew what was overtaken or
 *     has turned up. The last may be idle
 * @param outcomes what became of every change and of every record left alone
 * @param journal the values that were overwritten (S3)
 * @param totals how much it did
 * @param nextTry when the first of the records in quarantine is due, the deferred ones included; null if none is
 */
public record RoundReport(
        List<SyncPlan> passes,
        List<Outcome> outcomes,
        List<JournalEntry> journal,
        RoundTotals totals,
        @Nullable Instant nextTry) {

    /**
     * How many outcomes are kept that were done or failed, how many of records left alone, how many lines of the journal, and how
     * many changes and records left alone the kept plans hold together; of plans the first is kept however long it is. Why
     * the round ended early is kept in any case.
     */
    public static final int KEPT = 5_000;

    /** Copies the lists. */
    public RoundReport {
        passes = List.copyOf(passes);
        outcomes = List.copyOf(outcomes);
        journal = List.copyOf(journal);
    }

    /**
     * A report of a round of which everything is kept.
     *
     * @param passes the plans that were carried out
     * @param outcomes what became of every change and record
     * @param journal the values that were overwritten
     */
    public RoundReport(List<SyncPlan> passes, List<Outcome> outcomes, List<JournalEntry> journal) {
        this(passes, outcomes, journal, RoundTotals.of(passes, outcomes, journal), null);
    }

    static RoundReport of(Outcome.Stopped stopped) {
        return new RoundReport(List.of(), List.of(stopped), List.of());
    }

    RoundReport with(Outcome outcome) {
        List<Outcome> all = new ArrayList<>(outcomes);
        all.add(outcome);
        return new RoundReport(passes, all, journal, totals.plus(outcome), nextTry);
    }

    RoundReport dropping(int journalLines) {
        return journalLines == 0
                ? this
                : new RoundReport(passes, outcomes, journal, totals.dropping(journalLines), nextTry);
    }

    /**
     * Whether the lists hold everything that the round did.
     *
     * @return true unless it was larger than a report
     */
    public boolean isWhole() {
        return outcomes.size() == totals.count()
                && passes.size() == totals.plans()
                && journal.size() == totals.journalLines();
    }

    /**
     * The plan of the first pass; of a round in slices that of the first slice.
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
        return totals.writes();
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

    /**
     * Before which moment no round of this collection makes sense: the one that a system told, or that grows with each failure in
     * a row, or after which refused credentials are tried again.
     *
     * @return the moment, or empty if the round did not end early or nothing but a person can mend it
     */
    public Optional<Instant> retryAt() {
        return stopped().map(Outcome.Stopped::retryAt);
    }

    /**
     * When the next round has something to do at the latest, even if nothing changes on either side: the moment of
     * {@link #retryAt} if the round ended early, else when the first record in quarantine is due.
     *
     * @return the moment, or empty if only changes bring new work
     */
    public Optional<Instant> nextDue() {
        return stopped().isPresent() ? retryAt() : Optional.ofNullable(nextTry);
    }
}
