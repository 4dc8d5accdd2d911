package io.github.crosstie.testkit;

import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.plan.SyncPlan;

/**
 * Assertions that read as sentences; they stand beside AssertJ's own {@code assertThat}, both imported statically.
 *
 * <pre>{@code
 * assertThat(anna.plan(ItemKind.CONTACT)).wouldCreateInMailbox(1);
 * assertThat(anna.sync()).createdInMailbox(1).hasNoOutcome(OutcomeCode.ANSWER_LOST);
 * assertThat(anna.mailContacts()).areInStepWith(anna.crmContacts());
 * assertThat(anna.sync()).wroteNothing();
 * }</pre>
 */
public final class SyncAssertions {

    private SyncAssertions() {}

    /**
     * About one round.
     *
     * @param report what the round did
     * @return sentences to go on with
     */
    public static RoundReportAssert assertThat(RoundReport report) {
        return new RoundReportAssert(report);
    }

    /**
     * About all rounds of one user. The sentences fail if no round was run.
     *
     * @param result what came of syncing the user
     * @return sentences to go on with
     */
    public static SyncResultAssert assertThat(SyncResult result) {
        return new SyncResultAssert(result);
    }

    /**
     * About what a round would do.
     *
     * @param plan the plan
     * @return sentences to go on with
     */
    public static SyncPlanAssert assertThat(SyncPlan plan) {
        return new SyncPlanAssert(plan);
    }

    /**
     * About what a system in memory holds of one user.
     *
     * @param records the records
     * @return sentences to go on with
     */
    public static InMemoryRecordsAssert assertThat(InMemoryRecords records) {
        return new InMemoryRecordsAssert(records);
    }
}
