package io.github.crosstie.benchmarks;

import io.github.crosstie.diff.Differences;
import io.github.crosstie.diff.LinkIndex;
import io.github.crosstie.diff.Listing;
import io.github.crosstie.diff.ListingReader;
import io.github.crosstie.diff.RecordSnapshot;
import io.github.crosstie.diff.SyncedPair;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The three-way difference of links that stay in memory and a listing of each side (P1). What every record looks like is a number
 * that all ways are given, and every way is checked against what the links were made to hold.
 *
 * <p>A listing has found its links when it was read; that is not in the time of {@link #crosstie}, nor in that of
 * {@link #resolvedObjects}, but in those of {@link #crosstieFromVersions} and of the other ways over objects. Ten million links need
 * {@code -p links=10000000 -jvmArgsAppend -Xmx12g}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DiffBenchmark {

    private static final long SEED = 20_261_125;

    /** Links that stay in memory. */
    @Param({"10000", "100000", "1000000"})
    public int links = 10_000;

    SyntheticLinks synthetic() {
        return new SyntheticLinks(links);
    }

    /** The library's index and two listings. */
    @State(Scope.Benchmark)
    public static class Indexed {

        private LinkIndex index =
                LinkIndex.create(List.of(), RandomGeneratorFactory.getDefault().create(SEED));
        private Listing crm = index.listing(Side.CRM).partial();
        private Listing mail = index.listing(Side.MAIL).partial();

        /**
         * Makes and checks them.
         *
         * @param benchmark tells the size
         */
        @Setup(Level.Trial)
        public void prepare(DiffBenchmark benchmark) {
            SyntheticLinks synthetic = benchmark.synthetic();
            index = index(synthetic);
            crm = listing(synthetic, Side.CRM);
            mail = listing(synthetic, Side.MAIL);
            diff().requireEqual(synthetic.outcome(), "the index");
        }

        private Listing listing(SyntheticLinks synthetic, Side side) {
            ListingReader reader = index.listing(side);
            synthetic.list(side, link -> reader.add(record(synthetic, side, link)));
            return reader.complete();
        }

        Outcome diff() {
            return Outcome.of(index.compare(crm, mail));
        }

        Differences compare() {
            return index.compare(crm, mail);
        }
    }

    /** The library's index, and the records that both sides list, each with its version. */
    @State(Scope.Benchmark)
    public static class Versions {

        private LinkIndex index =
                LinkIndex.create(List.of(), RandomGeneratorFactory.getDefault().create(SEED));
        private final Map<Side, List<RecordSnapshot>> records = new EnumMap<>(Side.class);

        /**
         * Makes and checks them.
         *
         * @param benchmark tells the size
         */
        @Setup(Level.Trial)
        public void prepare(DiffBenchmark benchmark) {
            SyntheticLinks synthetic = benchmark.synthetic();
            index = index(synthetic);
            for (Side side : Side.values()) {
                List<RecordSnapshot> listed = new ArrayList<>();
                synthetic.list(side, link -> listed.add(record(synthetic, side, link)));
                records.put(side, listed);
            }
            diff().requireEqual(synthetic.outcome(), "the index, from versions,");
        }

        Outcome diff() {
            return Outcome.of(index.compare(listing(Side.CRM), listing(Side.MAIL)));
        }

        private Listing listing(Side side) {
            return index.listing(side)
                    .addAll(Objects.requireNonNull(records.get(side)))
                    .complete();
        }
    }

    /** The difference of so many links, to be found again and again. */
    static Supplier<Differences> difference(int links) {
        DiffBenchmark benchmark = new DiffBenchmark();
        benchmark.links = links;
        Indexed indexed = new Indexed();
        indexed.prepare(benchmark);
        return indexed::compare;
    }

    private static LinkIndex index(SyntheticLinks synthetic) {
        return index(() -> IntStream.range(0, synthetic.links())
                .mapToObj(link -> known(synthetic, link))
                .iterator());
    }

    static LinkIndex index(Iterable<SyncedPair> pairs) {
        LinkIndex index =
                LinkIndex.create(List.of(), RandomGeneratorFactory.getDefault().create(SEED));
        index.putAll(pairs);
        return index;
    }

    static SyncedPair known(SyntheticLinks synthetic, int link) {
        return new SyncedPair(known(synthetic, Side.CRM, link), known(synthetic, Side.MAIL, link));
    }

    private static RecordSnapshot known(SyntheticLinks synthetic, Side side, int link) {
        return RecordSnapshot.of(synthetic.id(side, link), SyntheticLinks.version(synthetic.known(side, link)));
    }

    private static RecordSnapshot record(SyntheticLinks synthetic, Side side, int link) {
        return RecordSnapshot.of(synthetic.id(side, link), SyntheticLinks.version(synthetic.now(side, link)));
    }

    /** Objects and maps. */
    @State(Scope.Benchmark)
    public static class Mapped {

        private LinkObjects objects = new LinkObjects(new SyntheticLinks(0));

        /**
         * Makes and checks them.
         *
         * @param benchmark tells the size
         */
        @Setup(Level.Trial)
        public void prepare(DiffBenchmark benchmark) {
            SyntheticLinks synthetic = benchmark.synthetic();
            objects = new LinkObjects(synthetic);
            objects.diff().requireEqual(synthetic.outcome(), "well-written objects");
            objects.naiveDiff().requireEqual(synthetic.outcome(), "naive objects");
        }
    }

    /** Objects whose links were looked up before. */
    @State(Scope.Benchmark)
    public static class Resolved {

        private LinkObjects objects = new LinkObjects(new SyntheticLinks(0));
        private Map<Side, List<LinkObjects.Resolved>> resolved = objects.resolved();

        /**
         * Makes and checks them.
         *
         * @param benchmark tells the size
         */
        @Setup(Level.Trial)
        public void prepare(DiffBenchmark benchmark) {
            SyntheticLinks synthetic = benchmark.synthetic();
            objects = new LinkObjects(synthetic);
            resolved = objects.resolved();
            objects.diff(resolved).requireEqual(synthetic.outcome(), "objects looked up before");
        }
    }

    /** The four columns that have to be read whatever one does. */
    @State(Scope.Benchmark)
    public static class Columns {

        private long[][] columns = new long[0][0];

        /**
         * Makes them.
         *
         * @param benchmark tells the size
         */
        @Setup(Level.Trial)
        public void prepare(DiffBenchmark benchmark) {
            SyntheticLinks synthetic = benchmark.synthetic();
            columns = new long[4][synthetic.links()];
            for (int link = 0; link < synthetic.links(); link++) {
                columns[0][link] = synthetic.known(Side.CRM, link);
                columns[1][link] = synthetic.now(Side.CRM, link);
                columns[2][link] = synthetic.known(Side.MAIL, link);
                columns[3][link] = synthetic.now(Side.MAIL, link);
            }
        }
    }

    /**
     * The library: everything that differs is found, and all else counted.
     *
     * @param state index and listings
     * @return what differs
     */
    @Benchmark
    public Differences crosstie(Indexed state) {
        return state.compare();
    }

    /**
     * The same, and every difference is made and looked at.
     *
     * @param state index and listings
     * @return what differs
     */
    @Benchmark
    public Object crosstieWithValues(Indexed state) {
        return state.diff();
    }

    /**
     * The library, with both listings read from records with versions first.
     *
     * @param state index and records
     * @return what differs
     */
    @Benchmark
    public Object crosstieFromVersions(Versions state) {
        return state.diff();
    }

    /**
     * No way is faster: the known and the listed fingerprints of both sides are read once.
     *
     * @param state the columns
     * @return their sum
     */
    @Benchmark
    public long bound(Columns state) {
        long sum = 0;
        for (long[] column : state.columns) {
            for (long value : column) {
                sum += value;
            }
        }
        return sum;
    }

    /**
     * Links as objects, found in maps that stay.
     *
     * @param state the objects
     * @return what differs
     */
    @Benchmark
    public Object wellWrittenObjects(Mapped state) {
        return state.objects.diff();
    }

    /**
     * Links as objects, each listed record holding on to its link.
     *
     * @param state the objects
     * @return what differs
     */
    @Benchmark
    public Object resolvedObjects(Resolved state) {
        return state.objects.diff(state.resolved);
    }

    /**
     * A map of each listing, made anew.
     *
     * @param state the objects
     * @return what differs
     */
    @Benchmark
    public Object naiveObjects(Mapped state) {
        return state.objects.naiveDiff();
    }
}
