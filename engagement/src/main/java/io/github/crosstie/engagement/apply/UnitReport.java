package io.github.crosstie.engagement.apply;

import io.github.crosstie.configuration.BusinessUnitId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a unit's plan.
 *
 * @param unit which unit
 * @param outcomes one for each change of the plan, in its order; an update whose change of role a guard holds has two
 * @param stopped why the run ended early; null if it went through
 */
public record UnitReport(
        BusinessUnitId unit,
        List<ChangeOutcome> outcomes,
        @Nullable String stopped) {

    /** Copies the list. */
    public UnitReport {
        Objects.requireNonNull(unit, "unit");
        outcomes = List.copyOf(outcomes);
    }

    /**
     * How many changes were written by this run.
     *
     * @return the number of writes
     */
    public int written() {
        return (int)
                outcomes.stream().filter(ChangeOutcome.Made.class::isInstance).count();
    }

    /**
     * Whether the same plan is worth no other run.
     *
     * @return true if nothing was left unfinished, or the plan was refused as a whole
     */
    public boolean isFinished() {
        return outcomes.stream().allMatch(ChangeOutcome::isFinal) && (stopped == null || isRefused());
    }

    private boolean isRefused() {
        return outcomes.stream().allMatch(ChangeOutcome.Outdated.class::isInstance);
    }

    /**
     * Whether everything that the plan asks for is there now, as far as the system can carry it.
     *
     * @return true if each change was made, by this run or before
     */
    public boolean isAsPlanned() {
        return stopped == null && outcomes.stream().allMatch(ChangeOutcome::isMade);
    }

    /**
     * From when on another run may succeed.
     *
     * @return the latest moment that an outcome names, or empty if none does
     */
    public Optional<Instant> retryAt() {
        return outcomes.stream()
                .map(each -> each instanceof ChangeOutcome.Unfinished unfinished ? unfinished.retryAt() : null)
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
    }
}
