package io.github.crosstie.testkit;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.state.RecordKey;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * Sentences about what came of syncing. A failure shows codes and ids, never a record's values. Not thread-safe, as all
 * assertions.
 *
 * @param <S> the type of the assertion itself
 * @param <A> what it is about
 */
public abstract class OutcomesAssert<S extends OutcomesAssert<S, A>, A> extends AbstractAssert<S, A> {

    OutcomesAssert(A actual, Class<?> selfType) {
        super(actual, selfType);
    }

    abstract List<Outcome> outcomes();

    /**
     * No record was written, on either side.
     *
     * @return this
     */
    public S wroteNothing() {
        return wrote(0);
    }

    /**
     * So many records were created, updated and deleted, on both sides together.
     *
     * @param records how many
     * @return this
     */
    public S wrote(int records) {
        return counted(
                records,
                applied(PlannedChange.RemoteWrite.class, Side.CRM)
                        + applied(PlannedChange.RemoteWrite.class, Side.MAIL),
                "written");
    }

    /**
     * So many records were created in the CRM.
     *
     * @param records how many
     * @return this
     */
    public S createdInCrm(int records) {
        return counted(records, applied(PlannedChange.Create.class, Side.CRM), "created in the CRM");
    }

    /**
     * So many records were created in the mailbox.
     *
     * @param records how many
     * @return this
     */
    public S createdInMailbox(int records) {
        return counted(records, applied(PlannedChange.Create.class, Side.MAIL), "created in the mailbox");
    }

    /**
     * So many updates were made in the CRM.
     *
     * @param records how many
     * @return this
     */
    public S updatedInCrm(int records) {
        return counted(records, applied(PlannedChange.Update.class, Side.CRM), "updated in the CRM");
    }

    /**
     * So many updates were made in the mailbox.
     *
     * @param records how many
     * @return this
     */
    public S updatedInMailbox(int records) {
        return counted(records, applied(PlannedChange.Update.class, Side.MAIL), "updated in the mailbox");
    }

    /**
     * So many records were deleted in the CRM.
     *
     * @param records how many
     * @return this
     */
    public S deletedInCrm(int records) {
        return counted(records, applied(PlannedChange.Delete.class, Side.CRM), "deleted in the CRM");
    }

    /**
     * So many records were deleted in the mailbox.
     *
     * @param records how many
     * @return this
     */
    public S deletedInMailbox(int records) {
        return counted(records, applied(PlannedChange.Delete.class, Side.MAIL), "deleted in the mailbox");
    }

    /**
     * At least one outcome has the code.
     *
     * @param code the code
     * @return this
     */
    public S hasOutcome(OutcomeCode code) {
        if (times(code) == 0) {
            failWithMessage("expected an outcome %s, but there were:%s", code, told());
        }
        return myself;
    }

    /**
     * No outcome has the code.
     *
     * @param code the code
     * @return this
     */
    public S hasNoOutcome(OutcomeCode code) {
        if (times(code) > 0) {
            failWithMessage("expected no outcome %s, but there were:%s", code, told());
        }
        return myself;
    }

    /**
     * So many outcomes have the code.
     *
     * @param code the code
     * @param times how many
     * @return this
     */
    public S reports(OutcomeCode code, int times) {
        if (times(code) != times) {
            failWithMessage("expected %s outcomes %s, but there were:%s", times, code, told());
        }
        return myself;
    }

    /**
     * Each of some records has an outcome with the code.
     *
     * @param code the code
     * @param records ids of the records, of either side
     * @return this
     */
    public S reports(OutcomeCode code, ItemId... records) {
        for (ItemId record : records) {
            if (outcomes().stream()
                    .noneMatch(outcome -> outcome.code() == code
                            && outcome.records().stream().map(RecordKey::id).anyMatch(record::equals))) {
                failWithMessage("expected an outcome %s about %s, but there were:%s", code, record, told());
            }
        }
        return myself;
    }

    /**
     * It ended early.
     *
     * @param code why
     * @return this
     */
    public S stoppedWith(OutcomeCode code) {
        if (stops().stream().noneMatch(stop -> stop.code() == code)) {
            failWithMessage("expected it to stop with %s, but there were:%s", code, told());
        }
        return myself;
    }

    /**
     * It did not end early.
     *
     * @return this
     */
    public S ranToItsEnd() {
        if (!stops().isEmpty()) {
            failWithMessage("expected it to run to its end, but there were:%s", told());
        }
        return myself;
    }

    /**
     * It ended early and asks to be called again at a moment.
     *
     * @param moment the moment
     * @return this
     */
    public S waitsUntil(Instant moment) {
        if (stops().stream().noneMatch(stop -> Objects.equals(stop.retryAt(), moment))) {
            failWithMessage("expected it to wait until %s, but there were:%s", moment, told());
        }
        return myself;
    }

    private List<Outcome.Stopped> stops() {
        return outcomes().stream()
                .filter(Outcome.Stopped.class::isInstance)
                .map(Outcome.Stopped.class::cast)
                .toList();
    }

    private S counted(int expected, int found, String what) {
        if (expected != found) {
            failWithMessage("expected %s records to be %s, not %s:%s", expected, what, found, told());
        }
        return myself;
    }

    private int applied(Class<? extends PlannedChange.RemoteWrite> type, Side side) {
        return (int) outcomes().stream()
                .filter(outcome -> outcome instanceof Outcome.Applied applied
                        && type.isInstance(applied.change())
                        && type.cast(applied.change()).side() == side)
                .count();
    }

    private int times(OutcomeCode code) {
        return (int)
                outcomes().stream().filter(outcome -> outcome.code() == code).count();
    }

    private String told() {
        List<Outcome> outcomes = outcomes();
        return outcomes.isEmpty()
                ? " none"
                : outcomes.stream().map(OutcomesAssert::line).collect(Collectors.joining("\n  ", "\n  ", ""));
    }

    private static String line(Outcome outcome) {
        String change = outcome instanceof Outcome.Applied applied
                ? " " + applied.change().getClass().getSimpleName()
                        + (applied.change() instanceof PlannedChange.RemoteWrite write ? " on " + write.side() : "")
                : "";
        String when =
                outcome instanceof Outcome.Stopped stop && stop.retryAt() != null ? " until " + stop.retryAt() : "";
        return outcome.code() + change + when + " " + outcome.records();
    }
}
