package io.github.crosstie.examples;

import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.plan.Totals;
import java.util.Locale;

/** How much some plans ask for together. */
final class Foreseen {

    private int creates;
    private int updates;
    private int deletes;
    private int links;
    private int writes;

    void add(SyncPlan plan) {
        Totals totals = plan.header().totals();
        creates += totals.crmCreates() + totals.mailCreates();
        updates += totals.crmUpdates() + totals.mailUpdates();
        deletes += totals.crmDeletes() + totals.mailDeletes();
        links += totals.matches();
        writes += totals.writes();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d to create, %d to update, %d to delete, %d to link (%d writes)",
                creates,
                updates,
                deletes,
                links,
                writes);
    }
}
