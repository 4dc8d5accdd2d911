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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a round has done so far, and which records it leaves alone from here on. */
final class RoundLog {

    private final List<SyncPlan> passes = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Set<Outcome> leftAlone = new LinkedHashSet<>();
    private final Set<RecordKey> setAside = new HashSet<>();

    void pass(SyncPlan plan) {
        passes.add(plan);
        plan.skips().forEach(skip -> leftAlone.add(new Outcome.Skipped(skip)));
        // Held deletions are planned again in every pass: the last word counts.
        leftAlone.removeIf(Outcome.Withheld.class::isInstance);
        for (PlannedChange change : plan.changes()) {
            if (change instanceof PlannedChange.Held held) {
                leftAlone.add(new Outcome.Withheld(held));
            }
        }
    }

    void applied(PlannedChange change) {
        applied(change, change.records());
    }

    void applied(PlannedChange change, List<RecordKey> records) {
        outcomes.add(new Outcome.Applied(change, records));
    }

    void add(Outcome outcome) {
        outcomes.add(outcome);
    }

    /** Whether no record was left unread or for later, behind which a late arrival might hide. */
    boolean allWasLookedAt() {
        return setAside.isEmpty()
                && leftAlone.stream()
                        .noneMatch(outcome -> outcome.code() == OutcomeCode.UNREADABLE
                                || outcome.code() == OutcomeCode.QUARANTINED
                                || outcome.code() == OutcomeCode.DEFERRED
                                || outcome.code() == OutcomeCode.OWN_DUPLICATE);
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
        return new RoundReport(passes, all, ledger.journal(), nextTry(ledger, now));
    }

    private static @Nullable Instant nextTry(Ledger ledger, Instant now) {
        return ledger.state().quarantine().stream()
                .map(QuarantineEntry::nextTry)
                .filter(moment -> moment.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
