package io.github.crosstie.examples;

import io.github.crosstie.assignment.WitnessPath;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.EngagementSet;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.UserSync;
import io.github.crosstie.engagement.apply.ApplyReport;
import io.github.crosstie.engagement.memory.InMemoryEngagement;
import io.github.crosstie.engagement.memory.InMemoryLedgers;
import io.github.crosstie.engagement.memory.InMemoryUnit;
import io.github.crosstie.engagement.plan.HeldChange;
import io.github.crosstie.engagement.plan.LeftAlone;
import io.github.crosstie.engagement.plan.SetRoute;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.engagement.planner.PersonInUnit;
import io.github.crosstie.engagement.planner.PersonView;
import io.github.crosstie.engagement.report.PlanText;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.state.UnitState;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.state.ReleaseToken;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** User Sync once from the first preview to the way back, over units in memory. Sequences, and only sequences. */
class EngagementWalk {

    private static final int LINES_SHOWN = 2;
    private static final int FAULTS_SHOWN = 20;

    private final List<Directory> directories;
    private final Clock clock;
    private final PrintWriter out;
    private int inStep;
    private int units;
    private int left;
    private int faults;

    EngagementWalk(List<Directory> directories, Clock clock, PrintWriter out) {
        this.directories = directories;
        this.clock = clock;
        this.out = out;
    }

    /** Runs it; true if every unit of every organization is in step. */
    boolean run() {
        boolean clean = true;
        for (Directory directory : directories) {
            clean &= walk(directory);
        }
        boolean good = clean && faults == 0 && inStep > 0;
        say("");
        say((good ? "in step: " : "NOT in step: ") + inStep + " users, " + units + " business units, " + faults
                + " faults; " + left + " left alone for a stated reason");
        out.flush();
        return good;
    }

    private boolean walk(Directory directory) {
        title(directory.organization() + ": " + directory.users().size() + " users");
        List<BusinessUnit> sample = SampleUnits.of(directory);
        InMemoryEngagement engagement = InMemoryEngagement.create(clock);
        InMemoryLedgers ledgers = InMemoryLedgers.create();
        for (BusinessUnit unit : sample) {
            ledgers.put(unit.id(), UnitLedger.of(UnitState.ASSIGNED));
            engagement.unit(unit.id());
        }
        UserSync sync = UserSync.builder(directory, sample)
                .target(engagement)
                .ledgers(ledgers)
                .clock(clock)
                .build();
        sync.plan().units().forEach(unit -> usersOfOldTimes(unit, engagement.unit(unit.unit())));
        boolean clean = optIn(sync);
        showPerson(sync, directory);
        clean &= emptyTheSetsAndBack(sync.withUnits(
                sample.stream().map(EngagementWalk::withIndividualsOnly).toList()));
        beforeVerification(engagement);
        return finish(directory, sample, sync, engagement) && clean;
    }

    /** Room for a test to spoil something before the verification. */
    void beforeVerification(InMemoryEngagement engagement) {}

    /** Every third user was there before, with another title; the first of them lies in the recycle bin. */
    private static void usersOfOldTimes(UnitPlan preview, InMemoryUnit unit) {
        List<UserChange.Create> creations = preview.held().stream()
                .map(HeldChange::change)
                .filter(UserChange.Create.class::isInstance)
                .map(UserChange.Create.class::cast)
                .toList();
        for (int each = 0; each < creations.size(); each += 3) {
            EngagementUserId made = unit.add(creations.get(each).values().with(UserField.TITLE, "As it was"));
            if (each == 3) {
                unit.recycle(made);
            }
        }
    }

    private boolean optIn(UserSync sync) {
        UserSyncPlan plan = sync.plan();
        say("The preview, before anybody opts in:");
        out.print(PlanText.of(plan, LINES_SHOWN));
        for (UnitPlan unit : plan.units()) {
            ReleaseToken token = unit.optInToken().orElseThrow();
            plan = sync.optIn(plan, unit.unit(), token, "a Salesforce admin", "an engagement admin");
        }
        ApplyReport report = sync.apply(released(plan));
        say("Two admins opt in: " + report.written() + " writes");
        return report.isAsPlanned();
    }

    private void showPerson(UserSync sync, Directory directory) {
        PersonView person = directory.users().all().stream()
                .limit(200)
                .map(user -> sync.person(user.id()))
                .max(Comparator.comparingInt((PersonView each) -> each.units().stream()
                        .mapToInt(unit -> unit.routes().size())
                        .sum()))
                .orElseThrow();
        say("The person who is in the most sets: user " + person.user());
        for (PersonInUnit unit : person.units()) {
            say("  " + unit.name() + ": " + unit.decision().reason());
            unit.routes().stream()
                    .map(SetRoute::path)
                    .map(WitnessPath::toString)
                    .forEach(path -> say("    " + path));
        }
    }

    private static BusinessUnit withIndividualsOnly(BusinessUnit unit) {
        BusinessUnit changed = unit;
        for (EngagementSet set : EngagementSet.values()) {
            List<Assignment> kept = unit.assignments(set).stream()
                    .filter(each -> each.kind() == AssignmentKind.USER)
                    .toList();
            changed = changed.withAssignments(set, kept);
        }
        return changed;
    }

    private boolean emptyTheSetsAndBack(UserSync sync) {
        UserSyncPlan plan = sync.plan();
        say("All groups and roles leave the sets:");
        out.print(PlanText.of(plan, LINES_SHOWN));
        UserSyncPlan released = released(plan);
        ApplyReport forth = sync.apply(released);
        say("Somebody releases what was held: " + forth.written() + " writes, then "
                + (sync.verify().isInStep() ? "nothing is left to do" : "something is still left alone"));
        ApplyReport back = sync.apply(sync.undo(released));
        say("And turned back: " + back.written() + " writes");
        return forth.isAsPlanned() && back.isAsPlanned();
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

    private boolean finish(
            Directory directory, List<BusinessUnit> sample, UserSync sync, InMemoryEngagement engagement) {
        UserSyncPlan plan = sync.plan();
        UnitVerification verification = UnitVerification.of(directory, sample, engagement, leftAlone(plan));
        verification.faults().stream().limit(FAULTS_SHOWN).forEach(this::say);
        inStep += verification.inStep();
        faults += verification.faults().size();
        units += sample.size();
        return plan.isIdle() && verification.faults().isEmpty();
    }

    private Map<UserId, Set<BusinessUnitId>> leftAlone(UserSyncPlan plan) {
        Map<UserId, Set<BusinessUnitId>> units = new HashMap<>();
        for (UnitPlan unit : plan.units()) {
            for (LeftAlone each : unit.left()) {
                if (each.user() != null) {
                    units.computeIfAbsent(each.user(), none -> new HashSet<>()).add(unit.unit());
                    left++;
                }
            }
        }
        return units;
    }

    private void title(String text) {
        say("");
        say("== " + text);
    }

    private void say(String line) {
        out.println(line);
    }
}
