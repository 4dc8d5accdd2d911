package io.github.crosstie.benchmarks;

import io.github.crosstie.assignment.AssignmentResolver;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.assignment.Roster;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
 * Who syncs by what, and whom inactive configurations claim, for everybody: the library beside expansions of every assignment
 * into the users that it means. Each call starts from the directory and the configurations and keeps nothing from the call
 * before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms6g", "-Xmx6g"})
public class ResolutionBenchmark {

    /** Users in the organization. */
    @Param({"10000", "100000", "1000000"})
    public int users = 10_000;

    private OrganizationSetup setup = SyntheticOrganization.of(1, 1);
    private StreamingBound columns = new StreamingBound(setup.directory().users());

    /** Makes the organization and checks that all ways agree. */
    @Setup
    public void prepare() {
        setup = SyntheticOrganization.of(users, 200);
        columns = new StreamingBound(setup.directory().users());
        Expansion.Answers answers = bySlot(crosstie());
        requireSame("hashSet", answers, bySlot(hashSet()));
        requireSame("bitSet", answers, bitSet());
        requireSame("lists", answers, lists());
        requireSame("roaringBitmap", answers, roaringBitmap());
    }

    private static void requireSame(String way, Expansion.Answers ours, Expansion.Answers theirs) {
        if (!Arrays.equals(ours.effective(), theirs.effective())
                || !ours.dormant().equals(theirs.dormant())) {
            throw new IllegalStateException(way + " resolves otherwise; the comparison would mean nothing");
        }
    }

    private static Expansion.Answers bySlot(Roster roster) {
        int count = roster.directory().users().size();
        BitSet dormant = new BitSet(count);
        IntStream.range(0, count).filter(roster::dormant).forEach(dormant::set);
        List<SyncConfiguration> configurations = roster.configurations().configurations();
        return new Expansion.Answers(
                IntStream.range(0, count)
                        .map(slot -> roster.configuration(slot)
                                .map(configurations::indexOf)
                                .orElse(-1))
                        .toArray(),
                dormant);
    }

    private Expansion.Answers bySlot(HashSetExpansion.Answers answers) {
        Map<ConfigurationId, Integer> ordinals = new HashMap<>();
        setup.configurations().configurations().forEach(each -> ordinals.put(each.id(), ordinals.size()));
        BitSet dormant = new BitSet();
        List<User> all = setup.directory().users().all();
        int[] effective = new int[all.size()];
        for (int slot = 0; slot < effective.length; slot++) {
            UserId user = all.get(slot).id();
            ConfigurationId configuration = answers.effective().get(user);
            effective[slot] = configuration == null ? -1 : ordinals.getOrDefault(configuration, -1);
            dormant.set(slot, answers.dormant().contains(user));
        }
        return new Expansion.Answers(effective, dormant);
    }

    /**
     * The library.
     *
     * @return the roster
     */
    @Benchmark
    public Roster crosstie() {
        return AssignmentResolver.resolve(setup.directory(), setup.configurations());
    }

    /**
     * What a user would write.
     *
     * @return each user's configuration, and whom inactive ones claim
     */
    @Benchmark
    public HashSetExpansion.Answers hashSet() {
        return HashSetExpansion.resolve(setup);
    }

    /**
     * A bit set of user slots for each target.
     *
     * @return each user's configuration, and whom inactive ones claim
     */
    @Benchmark
    public Expansion.Answers bitSet() {
        return BitSetExpansion.resolve(setup);
    }

    /**
     * A walk over the lists of users of each target.
     *
     * @return each user's configuration, and whom inactive ones claim
     */
    @Benchmark
    public Expansion.Answers lists() {
        return ListExpansion.resolve(setup);
    }

    /**
     * A compressed bitmap for each target.
     *
     * @return each user's configuration, and whom inactive ones claim
     */
    @Benchmark
    public Expansion.Answers roaringBitmap() {
        return RoaringExpansion.resolve(setup);
    }

    /**
     * One pass over profiles, roles and groups of users: what nothing can be quicker than.
     *
     * @return one integer a user
     */
    @Benchmark
    public int[] bound() {
        return columns.pass();
    }
}
