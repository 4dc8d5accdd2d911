package io.github.crosstie.apply;

import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.QuarantineEntry;
import io.github.crosstie.state.RecordKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a round has done so far, and which records it leaves alone from here on. Of a very large round it keeps the beginning. */
final class RoundLog {

    private final Audience audience;
    private final List<SyncPlan> passes = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Set<Outcome> leftAlone = new LinkedHashSet<>();
    private final Fingerprints leftAloneBeyond = new Fingerprints();
    private final List<Outcome> withheld = new ArrayList<>();
    private final Map<OutcomeCode, Integer> numbers = new EnumMap<>(OutcomeCode.class);
    private final Set<RecordKey> setAside = new HashSet<>();
    private int plans;
    private int planned;
    private int writes;
    private int withheldCount;

    RoundLog(Audience audience) {
        this.audience = audience;
    }

    /** Held deletions are planned again in every pass: the last word counts. */
    void beginPass() {
        withheld.clear();
        withheldCount = 0;
    }

    void planned(SyncPlan plan) {
        audience.planned(plan);
        plans++;
        planned += plan.changes().size() + plan.skips().size();
        if (passes.isEmpty() || planned <= RoundReport.KEPT) {
            passes.add(plan);
        }
        plan.skips().forEach(skip -> leave(new Outcome.Skipped(skip)));
        for (PlannedChange change : plan.changes()) {
            if (change instanceof PlannedChange.Held held) {
                withhold(new Outcome.Withheld(held));
            }
        }
    }

    private void leave(Outcome outcome) {
        audience.outcome(outcome);
        boolean isNew = leftAlone.size() < RoundReport.KEPT
                ? leftAlone.add(outcome)
                : !leftAlone.contains(outcome) && leftAloneBeyond.add(Fingerprints.of(outcome.toString()));
        if (isNew) {
            count(outcome);
        }
    }

    private void withhold(Outcome outcome) {
        audience.outcome(outcome);
        withheldCount++;
        if (withheld.size() < RoundReport.KEPT) {
            withheld.add(outcome);
        }
    }

    void applied(PlannedChange change) {
        applied(change, change.records());
    }

    void applied(PlannedChange change, List<RecordKey> records) {
        keep(new Outcome.Applied(change, records));
    }

    void add(Outcome outcome) {
        keep(outcome);
    }

    private void keep(Outcome outcome) {
        audience.outcome(outcome);
        count(outcome);
        writes += RoundTotals.isWrite(outcome) ? 1 : 0;
        if (outcomes.size() < RoundReport.KEPT || outcome instanceof Outcome.Stopped) {
            outcomes.add(outcome);
        }
    }

    private void count(Outcome outcome) {
        numbers.merge(outcome.code(), 1, Integer::sum);
    }

    /** Whether no record was left unread or for later, behind which a late arrival might hide. */
    boolean allWasLookedAt() {
        return setAside.isEmpty()
                && !numbers.containsKey(OutcomeCode.UNREADABLE)
                && !numbers.containsKey(OutcomeCode.QUARANTINED)
                && !numbers.containsKey(OutcomeCode.DEFERRED)
                && !numbers.containsKey(OutcomeCode.OWN_DUPLICATE);
    }

    void setAside(Collection<RecordKey> records) {
        setAside.addAll(records);
    }

    Set<RecordKey> setAside() {
        return setAside;
    }

    RoundReport report(Ledger ledger, Instant now) {
        List<Outcome> all = new ArrayList<>(outcomes);
        all.addAll(leftAlone);
        all.addAll(withheld);
        Map<OutcomeCode, Integer> counted = new EnumMap<>(OutcomeCode.class);
        counted.putAll(numbers);
        if (withheldCount > 0) {
            counted.merge(OutcomeCode.DELETIONS_HELD, withheldCount, Integer::sum);
        }
        RoundTotals totals = new RoundTotals(new TreeMap<>(counted), plans, writes, ledger.journalLines(), 0);
        return new RoundReport(passes, all, ledger.journal(), totals, nextTry(ledger, now));
    }

    private static @Nullable Instant nextTry(Ledger ledger, Instant now) {
        return ledger.state().quarantine().stream()
                .map(QuarantineEntry::nextTry)
                .filter(moment -> moment.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
