package io.github.crosstie.engagement.report;

import io.github.crosstie.engagement.plan.GuardVerdict;
import io.github.crosstie.engagement.plan.Totals;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.engagement.state.UnitState;
import java.util.ArrayList;
import java.util.List;

/**
 * A plan as text without personal data: who, what, why, by which way, and what a guard holds. A change of an e-mail
 * address, which is also where mail is sent from, carries {@code (!)}.
 */
public final class PlanText {

    private PlanText() {}

    /**
     * A whole plan.
     *
     * @param plan the plan
     * @return lines, each ended by a line feed
     */
    public static String of(UserSyncPlan plan) {
        return of(plan, Integer.MAX_VALUE);
    }

    /**
     * A plan of which each list is cut short.
     *
     * @param plan the plan
     * @param most how many lines of each list are shown; 0 or more
     * @return lines, each ended by a line feed
     */
    public static String of(UserSyncPlan plan, int most) {
        List<String> lines = new ArrayList<>();
        plan.units().forEach(unit -> add(unit, most, lines));
        plan.unreached()
                .forEach(unit -> lines.add("Business unit " + unit.unit() + " not looked at: " + unit.message()));
        return String.join("\n", lines) + "\n";
    }

    private static void add(UnitPlan plan, int most, List<String> lines) {
        Totals totals = plan.totals();
        lines.add("Business unit " + plan.name() + ": " + totals.creations() + " to create, " + totals.updates()
                + " to update, " + totals.restorations() + " to restore, " + totals.recyclings() + " to recycle, "
                + totals.held() + " held, " + totals.left() + " left alone; " + totals.inStep() + " in step");
        add("  ", plan.changes().stream().map(ChangePhrase::of).toList(), most, lines);
        plan.guards().stream().filter(GuardVerdict::holds).forEach(verdict -> lines.add("  ! " + verdict.reason()));
        add(
                "  held: ",
                plan.held().stream().map(each -> ChangePhrase.of(each.change())).toList(),
                most,
                lines);
        plan.optInToken().ifPresent(token -> lines.add("  to opt in: token " + token));
        String when = plan.basis().state() == UnitState.OPTED_IN ? "" : ", after opting in";
        plan.token().ifPresent(token -> lines.add("  to release what a guard holds" + when + ": token " + token));
        add(
                "  left alone: ",
                plan.left().stream()
                        .map(each -> (each.user() == null ? "unit's user " + each.target() : "user " + each.user())
                                + ": " + each.reason().text() + " ("
                                + each.reason().rule() + ")")
                        .toList(),
                most,
                lines);
    }

    private static void add(String prefix, List<String> items, int most, List<String> lines) {
        items.stream().limit(most).forEach(item -> lines.add(prefix + item));
        if (items.size() > most) {
            lines.add(prefix + "and " + (items.size() - most) + " more");
        }
    }
}
