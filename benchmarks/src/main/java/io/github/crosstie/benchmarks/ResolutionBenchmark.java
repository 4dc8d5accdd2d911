package io.github.crosstie.benchmarks;

import io.github.crosstie.assignment.AssignmentResolver;
import io.github.crosstie.assignment.Enrollment;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.assignment.Roster;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.directory.UserId;
import java.util.HashMap;
import java.util.Map;
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

/** Who syncs by what, for everybody: the library beside the expansion of every assignment into a set of users. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ResolutionBenchmark {

    /** Users in the organization. */
    @Param({"10000", "100000"})
    public int users = 10_000;

    private OrganizationSetup setup = SyntheticOrganization.of(1, 1);

    /** Makes the organization and checks that both ways agree. */
    @Setup
    public void prepare() {
        setup = SyntheticOrganization.of(users, 50);
        Map<UserId, ConfigurationId> ours = new HashMap<>();
        resolver().enrollments().forEach((Enrollment each) -> ours.put(each.user(), each.configuration()));
        if (!ours.equals(setExpansion())) {
            throw new IllegalStateException("the two resolutions differ; the comparison would mean nothing");
        }
    }

    /**
     * The library.
     *
     * @return the roster
     */
    @Benchmark
    public Roster resolver() {
        return AssignmentResolver.resolve(setup.directory(), setup.configurations());
    }

    /**
     * What a user would write.
     *
     * @return each user's configuration
     */
    @Benchmark
    public Map<UserId, ConfigurationId> setExpansion() {
        return SetExpansion.resolve(setup);
    }
}
