package io.github.crosstie.benchmarks;

import io.github.crosstie.assignment.Enrollment;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.assignment.Resolution;
import io.github.crosstie.assignment.Roster;
import io.github.crosstie.assignment.Route;
import io.github.crosstie.assignment.RouteVerdict;
import io.github.crosstie.benchmarks.StrongestFirst.Claim;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Member;
import io.github.crosstie.directory.Role;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
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
 * One user of a large organization: by what they sync, why, and what a change of their role does; and what becomes of everybody
 * when a role moves or a group is nested. The library answers from a roster, the walk from the assignments. A thousand users
 * take turns.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms6g", "-Xmx6g"})
public class OneUserBenchmark {

    private static final int TURNS = 1_024;

    /** Users in the organization. */
    @Param({"10000", "100000", "1000000"})
    public int users = 10_000;

    private OrganizationSetup setup = SyntheticOrganization.of(1, 1);
    private List<Claim> claims = List.of();
    private Roster roster = setup.roster();
    private List<User> turns = List.of();
    private List<User> promoted = List.of();
    private Directory withMovedRole = setup.directory();
    private Directory withNestedGroup = setup.directory();
    private int turn;

    /** Makes the organization and its changes, and checks that both ways agree. */
    @Setup
    public void prepare() {
        setup = SyntheticOrganization.of(users, 200);
        claims = StrongestFirst.claims(setup.configurations());
        roster = setup.roster();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(users);
        List<User> all = setup.directory().users().all();
        turns = random.ints(TURNS, 0, all.size()).mapToObj(all::get).toList();
        promoted = turns.stream().map(user -> promoted(user, random)).toList();
        withMovedRole = withMovedRole();
        withNestedGroup = withNestedGroup();
        check();
    }

    private User promoted(User user, RandomGenerator random) {
        RoleId role = setup.directory()
                .roles()
                .id(random.nextInt(setup.directory().roles().size()));
        return user.toBuilder().role(role).build();
    }

    private Directory withMovedRole() {
        List<Role> roles = setup.directory().roles().all();
        Role role = roles.get(roles.size() / 3);
        RoleId parent = roles.get(roles.size() / 5).id();
        return setup.directory()
                .update()
                .put(new Role(role.id(), role.developerName(), role.name(), parent, role.portal()))
                .build();
    }

    private Directory withNestedGroup() {
        int inner = setup.directory().groups().size() - 1;
        return setup.directory()
                .update()
                .addMember(
                        setup.directory().groups().at(1).id(),
                        new Member.OfGroup(setup.directory().groups().at(inner).id()))
                .build();
    }

    private void check() {
        for (int at = 0; at < TURNS; at++) {
            UserId user = turns.get(at).id();
            turn = at;
            Optional<ConfigurationId> configuration = walk();
            turn = at;
            requireSame("walk", crosstie().map(Enrollment::configuration), configuration);
            turn = at;
            Resolution explained = explain();
            requireSame("explanation", explained.configuration(), configuration);
            turn = at;
            requireSame("routes", routes(explained), Set.copyOf(explainByWalk()));
            turn = at;
            Roster changed = roleChange();
            turn = at;
            requireSame("role change", changed.enrollment(user).map(Enrollment::configuration), roleChangeByWalk());
        }
        requireSame(
                "moved role",
                answers(roleMoved()),
                answers(setup.with(withMovedRole).roster()));
        requireSame(
                "nested group",
                answers(groupNested()),
                answers(setup.with(withNestedGroup).roster()));
    }

    private static Set<Assignment> routes(Resolution resolution) {
        return resolution.routes().stream()
                .filter(route -> route.verdict() != RouteVerdict.SUPERSEDED)
                .map(Route::assignment)
                .collect(Collectors.toSet());
    }

    private static List<Enrollment> answers(Roster roster) {
        return roster.enrollments().toList();
    }

    private static void requireSame(String way, Object ours, Object theirs) {
        if (!ours.equals(theirs)) {
            throw new IllegalStateException(way + " answers otherwise; the comparison would mean nothing");
        }
    }

    private int next() {
        int now = turn;
        turn = (now + 1) % TURNS;
        return now;
    }

    /**
     * By what a user syncs, from a roster.
     *
     * @return the enrollment
     */
    @Benchmark
    public Optional<Enrollment> crosstie() {
        return roster.enrollment(turns.get(next()).id());
    }

    /**
     * By what a user syncs, from the assignments.
     *
     * @return the configuration
     */
    @Benchmark
    public Optional<ConfigurationId> walk() {
        return new AssignmentWalk(setup.directory(), turns.get(next())).effective(claims);
    }

    /**
     * Why a user syncs by what: every route with its verdict and a witness path.
     *
     * @return the explanation
     */
    @Benchmark
    public Resolution explain() {
        return roster.resolution(turns.get(next()).id());
    }

    /**
     * The assignments that mean a user, without verdicts and paths.
     *
     * @return the assignments
     */
    @Benchmark
    public Set<Assignment> explainByWalk() {
        Set<Assignment> routes = new HashSet<>();
        new AssignmentWalk(setup.directory(), turns.get(next()))
                .routes(claims)
                .map(Claim::assignment)
                .forEach(routes::add);
        return routes;
    }

    /**
     * A user changes role: the next snapshot of the directory and the next roster.
     *
     * @return the roster
     */
    @Benchmark
    public Roster roleChange() {
        Directory changed = setup.directory().update().put(promoted.get(next())).build();
        return roster.update(changed, setup.configurations());
    }

    /**
     * A user changes role: the walk anew.
     *
     * @return the configuration
     */
    @Benchmark
    public Optional<ConfigurationId> roleChangeByWalk() {
        return new AssignmentWalk(setup.directory(), promoted.get(next())).effective(claims);
    }

    /**
     * A role moves below another: the next roster, given the next snapshot of the directory.
     *
     * @return the roster
     */
    @Benchmark
    public Roster roleMoved() {
        return roster.update(withMovedRole, setup.configurations());
    }

    /**
     * A group is nested in another: the next roster, given the next snapshot of the directory.
     *
     * @return the roster
     */
    @Benchmark
    public Roster groupNested() {
        return roster.update(withNestedGroup, setup.configurations());
    }

    /**
     * A role moves below another: the next snapshot of the directory.
     *
     * @return the directory
     */
    @Benchmark
    public Directory directoryWithMovedRole() {
        return withMovedRole();
    }

    /**
     * A group is nested in another: the next snapshot of the directory.
     *
     * @return the directory
     */
    @Benchmark
    public Directory directoryWithNestedGroup() {
        return withNestedGroup();
    }
}
