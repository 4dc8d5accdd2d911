package io.github.crosstie.examples;

import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.engagement.UserSync;
import io.github.crosstie.engagement.apply.ApplyReport;
import io.github.crosstie.engagement.memory.InMemoryEngagement;
import io.github.crosstie.engagement.memory.InMemoryLedgers;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.engagement.report.PlanText;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.state.UnitState;
import io.github.crosstie.state.ReleaseToken;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;

/** User Sync in short: what opting in would do to the business units of an organization, and that it does it. */
final class UserSyncGlance {

    private static final int LINES_SHOWN = 1;

    private final Directory directory;
    private final Clock clock;
    private final PrintWriter out;

    UserSyncGlance(Directory directory, Clock clock, PrintWriter out) {
        this.directory = directory;
        this.clock = clock;
        this.out = out;
    }

    /** Shows it, over units in memory; true if everything came as planned. */
    boolean show() {
        List<BusinessUnit> units = SampleUnits.of(directory);
        InMemoryEngagement engagement = InMemoryEngagement.create(clock);
        InMemoryLedgers ledgers = InMemoryLedgers.create();
        for (BusinessUnit unit : units) {
            ledgers.put(unit.id(), UnitLedger.of(UnitState.ASSIGNED));
            engagement.unit(unit.id());
        }
        UserSync sync = UserSync.builder(directory, units)
                .target(engagement)
                .ledgers(ledgers)
                .clock(clock)
                .build();
        UserSyncPlan plan = sync.plan();
        PlanText.of(plan, LINES_SHOWN)
                .lines()
                .filter(line -> !line.contains("token"))
                .forEach(out::println);
        for (UnitPlan unit : plan.units()) {
            ReleaseToken token = unit.optInToken().orElseThrow();
            plan = sync.optIn(plan, unit.unit(), token, "a Salesforce admin", "an engagement admin");
        }
        ApplyReport report = sync.apply(released(plan));
        boolean idle = sync.plan().isIdle();
        out.println("Two admins opt in: " + report.written() + " writes, then "
                + (idle ? "nothing is left to do" : "something is left to do"));
        return report.isAsPlanned() && idle;
    }

    private static UserSyncPlan released(UserSyncPlan plan) {
        UserSyncPlan released = plan;
        for (UnitPlan unit : plan.units()) {
            if (unit.token().isPresent()) {
                released = released.release(unit.unit(), unit.token().get());
            }
        }
        return released;
    }
}
