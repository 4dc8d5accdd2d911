package io.github.crosstie.benchmarks;

import io.github.crosstie.assignment.Roster;
import io.github.crosstie.conflict.ConflictDetector;
import io.github.crosstie.conflict.ConflictKind;
import io.github.crosstie.conflict.ConflictReport;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
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
 * Which mailboxes clash in five organizations of 200 configurations each (P4): the library, which also says who takes part and
 * what to do about it, beside a map from each mailbox to a list of claimants, which says only which. {@code cold} begins with
 * rosters; {@code recheck} with what was found before and rosters in which a hundred users of each organization changed. The
 * map is given the normalized addresses of whoever did not change.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms9g", "-Xmx9g"})
public class ConflictBenchmark {

    private static final Set<ConflictKind> OVER_MAILBOXES = Set.of(
            ConflictKind.ACTIVE_IN_SEVERAL_ORGANIZATIONS,
            ConflictKind.ACTIVE_IN_SANDBOX_TOO,
            ConflictKind.LATENT_IN_ANOTHER_ORGANIZATION,
            ConflictKind.MAILBOX_SHARED_BY_USERS);

    /** Users in each of the five organizations. */
    @Param({"2000", "20000", "200000", "1000000"})
    public int users = 2_000;

    /** One user in so many has a conflict: few or many. */
    @Param({"1000"})
    public int oneConflictIn = 1_000;

    private List<Roster> before = List.of();
    private List<Roster> after = List.of();
    private ConflictReport report = ConflictDetector.create().detect(before);
    private MapOfLists.Addresses addresses = MapOfLists.Addresses.of(before);
    private long[] identities = {};

    /** Makes the landscape and checks that both ways agree on the mailboxes, before and after the change. */
    @Setup
    public void prepare() {
        before = SyntheticLandscape.of(users, oneConflictIn);
        after = SyntheticLandscape.later(before);
        report = cold();
        addresses = MapOfLists.Addresses.of(before);
        identities = new long[before.size() * users];
        for (int at = 0; at < identities.length; at++) {
            identities[at] = at * 0x9E3779B97F4A7C15L;
        }
        requireSame(report, mapOfListsCold());
        requireSame(recheck(), mapOfListsRecheck());
    }

    private static void requireSame(ConflictReport report, Set<String> clashes) {
        Set<String> ours = new TreeSet<>();
        report.conflicts().stream()
                .filter(each -> OVER_MAILBOXES.contains(each.kind()))
                .forEach(each -> ours.add(each.mailbox().orElseThrow().text().toLowerCase(Locale.ROOT)));
        if (!ours.equals(clashes) || ours.isEmpty()) {
            throw new IllegalStateException("the two ways find different mailboxes, or none; the comparison would mean"
                    + " nothing: " + ours.size() + " and " + clashes.size());
        }
    }

    /**
     * The library, from rosters.
     *
     * @return the report
     */
    @Benchmark
    public ConflictReport cold() {
        return ConflictDetector.create().detect(before);
    }

    /**
     * The library, after a change in every organization.
     *
     * @return the report
     */
    @Benchmark
    public ConflictReport recheck() {
        return report.update(after);
    }

    /**
     * What a user would write, from rosters.
     *
     * @return the mailboxes that clash
     */
    @Benchmark
    public Set<String> mapOfListsCold() {
        return MapOfLists.clashes(before, null);
    }

    /**
     * What a user would write, after a change in every organization.
     *
     * @return the mailboxes that clash
     */
    @Benchmark
    public Set<String> mapOfListsRecheck() {
        return MapOfLists.clashes(after, addresses);
    }

    /**
     * The limit: everybody's identity passed once.
     *
     * @return a sum of them
     */
    @Benchmark
    public long bound() {
        long sum = 0;
        for (long identity : identities) {
            sum += identity;
        }
        return sum;
    }
}
