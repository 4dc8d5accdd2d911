package io.github.crosstie.engagement.apply;

import io.github.crosstie.configuration.BusinessUnitId;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * What came of a plan.
 *
 * @param units a report for each unit of the plan, in its order
 */
public record ApplyReport(List<UnitReport> units) {

    /** Copies the list. */
    public ApplyReport {
        units = List.copyOf(units);
    }

    /**
     * The report of one unit.
     *
     * @param unit which unit
     * @return its report
     * @throws NoSuchElementException if the plan was not about it
     */
    public UnitReport unit(BusinessUnitId unit) {
        return units.stream()
                .filter(each -> each.unit().equals(unit))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("the plan was not about business unit " + unit));
    }

    /**
     * How many changes were written by this run.
     *
     * @return the number of writes in all units
     */
    public int written() {
        return units.stream().mapToInt(UnitReport::written).sum();
    }

    /**
     * Whether the same plan is worth no other run.
     *
     * @return true if nothing was left unfinished
     */
    public boolean isFinished() {
        return units.stream().allMatch(UnitReport::isFinished);
    }

    /**
     * Whether everything that the plan asks for is there now, as far as the systems can carry it.
     *
     * @return true if each change was made, by this run or before
     */
    public boolean isAsPlanned() {
        return units.stream().allMatch(UnitReport::isAsPlanned);
    }
}
