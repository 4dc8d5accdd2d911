package io.github.crosstie.testkit;

import io.github.crosstie.item.ItemId;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.plan.Totals;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * Sentences about what a round would do, see {@link SyncAssertions#assertThat(SyncPlan)}. A failure shows kinds of
 * changes, codes and ids, never a record's values.
 */
public final class SyncPlanAssert extends AbstractAssert<SyncPlanAssert, SyncPlan> {

    SyncPlanAssert(SyncPlan actual) {
        super(actual, SyncPlanAssert.class);
    }

    /**
     * It would write nothing, on either side.
     *
     * @return this
     */
    public SyncPlanAssert wouldWriteNothing() {
        return counted(0, totals().writes(), "written");
    }

    /**
     * It would create so many records, on both sides together.
     *
     * @param records how many
     * @return this
     */
    public SyncPlanAssert wouldCreate(int records) {
        return counted(records, totals().crmCreates() + totals().mailCreates(), "created");
    }

    /**
     * It would create so many records in the CRM.
     *
     * @param records how many
     * @return this
     */
    public SyncPlanAssert wouldCreateInCrm(int records) {
        return counted(records, totals().crmCreates(), "created in the CRM");
    }

    /**
     * It would create so many records in the mailbox.
     *
     * @param records how many
     * @return this
     */
    public SyncPlanAssert wouldCreateInMailbox(int records) {
        return counted(records, totals().mailCreates(), "created in the mailbox");
    }

    /**
     * It would update so many records, on both sides together.
     *
     * @param records how many
     * @return this
     */
    public SyncPlanAssert wouldUpdate(int records) {
        return counted(records, totals().crmUpdates() + totals().mailUpdates(), "updated");
    }

    /**
     * It would delete so many records, on both sides together.
     *
     * @param records how many
     * @return this
     */
    public SyncPlanAssert wouldDelete(int records) {
        return counted(records, totals().crmDeletes() + totals().mailDeletes(), "deleted");
    }

    /**
     * It would hold so many deletions until somebody releases them (S13).
     *
     * @param deletions how many
     * @return this
     */
    public SyncPlanAssert wouldHold(int deletions) {
        return counted(deletions, totals().held(), "held");
    }

    /**
     * It would recognise so many pairs of existing records as one (S2).
     *
     * @param pairs how many
     * @return this
     */
    public SyncPlanAssert wouldMatch(int pairs) {
        return counted(pairs, totals().matches(), "matched");
    }

    /**
     * It would leave a record alone.
     *
     * @param record the record's id, on either side
     * @param code why
     * @return this
     */
    public SyncPlanAssert wouldLeaveAlone(ItemId record, OutcomeCode code) {
        isNotNull();
        if (actual.skips().stream()
                .noneMatch(skip -> skip.code() == code
                        && skip.records().stream().anyMatch(key -> key.id().equals(record)))) {
            failWithMessage("expected %s to be left alone with %s, but the plan is:%s", record, code, told());
        }
        return this;
    }

    private Totals totals() {
        isNotNull();
        return actual.header().totals();
    }

    private SyncPlanAssert counted(int expected, int found, String what) {
        if (expected != found) {
            failWithMessage("expected %s records to be %s, not %s; the plan is:%s", expected, what, found, told());
        }
        return this;
    }

    private String told() {
        String changes = actual.changes().stream()
                .map(change -> "\n  " + change.getClass().getSimpleName() + " " + change.records())
                .collect(Collectors.joining());
        String skips = actual.skips().stream()
                .map(skip -> "\n  " + skip.code() + " " + skip.records())
                .collect(Collectors.joining());
        return changes.isEmpty() && skips.isEmpty() ? " empty" : changes + skips;
    }
}
