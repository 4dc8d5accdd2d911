package io.github.crosstie.apply;

import io.github.crosstie.item.Side;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.HeldDeletion;
import io.github.crosstie.state.RecordKey;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The records of deletions that no reading tells of before they are planned, as those by a change of settings (S14). They are put
 * off from where they turn up to where all deletions of a pass are decided, so that the guard sees them as a whole (S13).
 */
final class DeletionsTogether {

    private final Set<RecordKey> records = new TreeSet<>();

    /** Takes the deletions out of a slice that must not decide them: which records to plan it without. */
    Set<RecordKey> putOff(SyncPlan plan) {
        Set<RecordKey> found = new TreeSet<>();
        for (PlannedChange change : plan.changes()) {
            if (change instanceof PlannedChange.Delete || change instanceof PlannedChange.Held) {
                found.addAll(change.records());
            }
        }
        records.addAll(found);
        return found;
    }

    /** What the next pass decides first: what was put off, and what waits for a person already. */
    Set<RecordKey> toDecide(CollectionState state) {
        Set<RecordKey> together = new TreeSet<>(records);
        for (HeldDeletion held : state.hold().deletions()) {
            together.addAll(List.of(new RecordKey(Side.CRM, held.crm()), new RecordKey(Side.MAIL, held.mail())));
        }
        together.removeIf(
                key -> state.observation(key) == null || state.linkOf(key).isEmpty());
        return together;
    }
}
