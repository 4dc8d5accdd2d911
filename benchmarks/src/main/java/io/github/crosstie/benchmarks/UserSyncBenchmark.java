package io.github.crosstie.benchmarks;

import io.github.crosstie.directory.Directory;
import io.github.crosstie.engagement.guard.DemotionGuard;
import io.github.crosstie.engagement.guard.RoleOrder;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.engagement.planner.UserSyncPlanner;
import io.github.crosstie.engagement.planner.UserSyncSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What is due in five business units (P5), from a directory and listings in memory: the library beside hash maps and
 * loops. The library also looks for collisions, orders, guards and explains, which the loops do not. {@code crosstie}
 * and {@code plainLoops} begin with nothing found out; {@code again} plans once more by what was found out before, and
 * the {@code moved} methods do so after one user, group or role has moved.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms6g", "-Xmx6g"})
public class UserSyncBenchmark {

    private static final UserSyncSettings SETTINGS =
            UserSyncSettings.DEFAULT.with(new DemotionGuard(SyntheticBusinessUnits.GENEROUS, RoleOrder.DEFAULT));

    /** Users of the CRM. */
    @Param({"10000", "50000", "100000", "1000000"})
    public int users = 10_000;

    private SyntheticBusinessUnits made = new SyntheticBusinessUnits(1);
    private UserSyncPlanner planner = planner(made.directory);
    private Plain plain = Plain.of(made, made.directory);
    private Directory userMoved = made.directory;
    private Directory groupMoved = made.directory;
    private Directory roleMoved = made.directory;

    /** The same for the plain way. */
    private record Plain(
            PlainUserSync.Structure structure, List<PlainUserSync.Person> people, List<PlainUserSync.Unit> units) {

        static Plain of(SyntheticBusinessUnits made, Directory directory) {
            List<PlainUserSync.Unit> units = new ArrayList<>();
            for (int unit = 0; unit < made.units.size(); unit++) {
                units.add(PlainViews.unit(
                        made.units.get(unit),
                        true,
                        made.observed.get(unit).listing().users()));
            }
            return new Plain(PlainViews.structure(directory), PlainViews.people(directory), units);
        }

        List<List<PlainUserSync.Decision>> decide() {
            List<List<PlainUserSync.Decision>> decisions = new ArrayList<>();
            units.forEach(unit -> decisions.add(PlainUserSync.decide(structure, people, unit)));
            return decisions;
        }

        void requireSame(UserSyncPlan plan) {
            List<List<PlainUserSync.Decision>> decisions = decide();
            List<UnitPlan> plans = plan.units();
            for (int unit = 0; unit < plans.size(); unit++) {
                PlainViews.requireSame(plans.get(unit), decisions.get(unit));
            }
        }
    }

    /** Makes the organization and checks that both ways decide the same, before and after each change. */
    @Setup
    public void prepare() {
        made = new SyntheticBusinessUnits(users);
        planner = planner(made.directory);
        plain = Plain.of(made, made.directory);
        userMoved = made.withOneUserMoved();
        groupMoved = made.withOneGroupMoved();
        roleMoved = made.withOneRoleMoved();
        plain.requireSame(crosstie());
        plain.requireSame(again());
        Plain.of(made, userMoved).requireSame(userMoved());
        Plain.of(made, groupMoved).requireSame(groupMoved());
        Plain.of(made, roleMoved).requireSame(roleMoved());
        if (plan(planner).equals(groupMoved()) || plan(planner).equals(userMoved())) {
            throw new IllegalStateException("nothing follows from a move; the comparison would mean nothing");
        }
    }

    private UserSyncPlanner planner(Directory directory) {
        return UserSyncPlanner.create(directory, made.units, made.observed, SETTINGS);
    }

    private static UserSyncPlan plan(UserSyncPlanner planner) {
        return planner.plan(unit -> SyntheticBusinessUnits.LEDGER, SyntheticBusinessUnits.NOW);
    }

    /**
     * The library, from the beginning.
     *
     * @return the plan
     */
    @Benchmark
    public UserSyncPlan crosstie() {
        return plan(planner(made.directory));
    }

    /**
     * The library, when nothing has changed.
     *
     * @return the plan
     */
    @Benchmark
    public UserSyncPlan again() {
        return plan(planner);
    }

    /**
     * The library, after one user has moved to another role.
     *
     * @return the plan
     */
    @Benchmark
    public UserSyncPlan userMoved() {
        return plan(planner.withDirectory(userMoved));
    }

    /**
     * The library, after one group has moved into another.
     *
     * @return the plan
     */
    @Benchmark
    public UserSyncPlan groupMoved() {
        return plan(planner.withDirectory(groupMoved));
    }

    /**
     * The library, after one role has moved below another.
     *
     * @return the plan
     */
    @Benchmark
    public UserSyncPlan roleMoved() {
        return plan(planner.withDirectory(roleMoved));
    }

    /**
     * What a user would write.
     *
     * @return the decisions, by unit
     */
    @Benchmark
    public List<List<PlainUserSync.Decision>> plainLoops() {
        return plain.decide();
    }
}
