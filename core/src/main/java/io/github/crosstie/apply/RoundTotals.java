package io.github.crosstie.apply;

import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.JournalEntry;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much a round did, exact however large it was.
 *
 * @param outcomes how many outcomes of each code there were; a code without any is missing
 * @param plans how many plans were carried out
 * @param writes how many records were created, updated and deleted
 * @param journalLines how many values were overwritten (S3)
 * @param journalDropped how many lines of the journal were dropped, as they were older than {@link RoundPolicy#journalRetention}
 */
public record RoundTotals(
        SortedMap<OutcomeCode, Integer> outcomes, int plans, int writes, int journalLines, int journalDropped) {

    /** Copies the numbers. */
    public RoundTotals {
        outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    }

    static RoundTotals of(List<SyncPlan> plans, List<Outcome> outcomes, List<JournalEntry> journal) {
        Map<OutcomeCode, Integer> numbers = new EnumMap<>(OutcomeCode.class);
        outcomes.forEach(outcome -> numbers.merge(outcome.code(), 1, Integer::sum));
        int writes = (int) outcomes.stream().filter(RoundTotals::isWrite).count();
        return new RoundTotals(new TreeMap<>(numbers), plans.size(), writes, journal.size(), 0);
    }

    static boolean isWrite(Outcome outcome) {
        return outcome instanceof Outcome.Applied applied && applied.change() instanceof PlannedChange.RemoteWrite;
    }

    RoundTotals plus(Outcome outcome) {
        SortedMap<OutcomeCode, Integer> more = new TreeMap<>(outcomes);
        more.merge(outcome.code(), 1, Integer::sum);
        return new RoundTotals(more, plans, writes + (isWrite(outcome) ? 1 : 0), journalLines, journalDropped);
    }

    RoundTotals dropping(int lines) {
        return new RoundTotals(outcomes, plans, writes, journalLines, journalDropped + lines);
    }

    /**
     * How many outcomes there were of a code.
     *
     * @param code the code
     * @return the number, 0 or more
     */
    public int count(OutcomeCode code) {
        return outcomes.getOrDefault(code, 0);
    }

    /**
     * How many outcomes there were.
     *
     * @return the number, 0 or more
     */
    public int count() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }
}
