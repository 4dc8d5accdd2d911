package io.github.crosstie.benchmarks;

import com.google.common.collect.MapDifference;
import com.google.common.collect.Maps;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.diff.Difference;
import io.github.crosstie.diff.FieldRule;
import io.github.crosstie.diff.LinkIndex;
import io.github.crosstie.diff.RecordSnapshot;
import io.github.crosstie.diff.RecordStatus;
import io.github.crosstie.diff.SyncedPair;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;
import org.jspecify.annotations.Nullable;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One listing of contacts, twelve texts each, against what is known of them (P2): from an {@code Iterable} of records to the
 * changed, gone and new ones. Whatever stays in memory was made before; what the listing brings is read from records each time. The
 * databases alone are given fingerprints and loaded tables. Every way is checked against what the contacts were made to hold.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ListingDiffBenchmark {

    private static final long SEED = 20_261_125;

    /** Linked contacts. */
    @Param({"10000", "100000", "1000000"})
    public int links = 10_000;

    /** Whether the side lists in the order in which the links were made, as most do, or in any order. */
    @Param({"true", "false"})
    public boolean inOrder = true;

    private List<RecordSnapshot> listed = List.of();
    private Found expected = new Found();

    SyntheticContacts contacts() {
        return SyntheticContacts.of(links);
    }

    List<RecordSnapshot> listed() {
        return listed;
    }

    /** Makes the listing. */
    @Setup
    public void list() {
        listed = contacts().listed(inOrder);
        expected = contacts().found();
    }

    /** The library's index. */
    @State(Scope.Benchmark)
    public static class Indexed {

        private LinkIndex index = index();

        private static LinkIndex index() {
            List<FieldRule> rules = SyntheticContacts.FIELDS.stream()
                    .map(field -> new FieldRule(field, field, SyncDirection.BOTH))
                    .toList();
            return LinkIndex.create(rules, RandomGeneratorFactory.getDefault().create(SEED));
        }

        /**
         * Makes and checks it.
         *
         * @param benchmark tells the contacts
         */
        @Setup
        public void prepare(ListingDiffBenchmark benchmark) {
            SyntheticContacts contacts = benchmark.contacts();
            index = index();
            index.putAll(() -> IntStream.range(0, benchmark.links)
                    .mapToObj(link -> new SyncedPair(
                            contacts.known(link),
                            RecordSnapshot.of(contacts.links().id(Side.MAIL, link), new ItemVersion("1"))))
                    .iterator());
            diff(benchmark.listed).requireEqual(benchmark.expected, "the index");
        }

        Found diff(Iterable<RecordSnapshot> listed) {
            Found found = new Found();
            for (Difference difference :
                    index.compare(index.listing(Side.CRM).addAll(listed).complete())) {
                if (difference instanceof Difference.Unlinked unlinked) {
                    found.isNew(unlinked.record().id());
                } else if (difference instanceof Difference.OfLink link) {
                    if (link.crm().status() == RecordStatus.GONE) {
                        found.isGone(link.crm().id());
                    } else {
                        found.isChanged(link.crm().id());
                    }
                }
            }
            return found;
        }
    }

    /** Arrays. */
    @State(Scope.Benchmark)
    public static class Bare {

        private BareListingDiff arrays = new BareListingDiff(SyntheticContacts.of(1));

        /**
         * Makes and checks them.
         *
         * @param benchmark tells the contacts
         */
        @Setup
        public void prepare(ListingDiffBenchmark benchmark) {
            arrays = new BareListingDiff(benchmark.contacts());
            arrays.diff(benchmark.listed).requireEqual(benchmark.expected, "the bare loop");
        }
    }

    /** Items in the JDK's map. */
    @State(Scope.Benchmark)
    public static class Hashed {

        private MapListingDiff map = new MapListingDiff(SyntheticContacts.of(0), new HashMap<>());

        /**
         * Makes and checks it.
         *
         * @param benchmark tells the contacts
         */
        @Setup
        public void prepare(ListingDiffBenchmark benchmark) {
            map = new MapListingDiff(benchmark.contacts(), new HashMap<>());
            map.diff(benchmark.listed).requireEqual(benchmark.expected, "the map");
        }
    }

    /** Items in a map of Eclipse Collections. */
    @State(Scope.Benchmark)
    public static class Unified {

        private MapListingDiff map = new MapListingDiff(SyntheticContacts.of(0), UnifiedMap.newMap());

        /**
         * Makes and checks it.
         *
         * @param benchmark tells the contacts
         */
        @Setup
        public void prepare(ListingDiffBenchmark benchmark) {
            map = new MapListingDiff(benchmark.contacts(), UnifiedMap.newMap());
            map.diff(benchmark.listed).requireEqual(benchmark.expected, "Eclipse Collections");
        }
    }

    /** Items in a map that Guava compares with a map of the listing. */
    @State(Scope.Benchmark)
    public static class Compared {

        private final Map<ItemId, Item> known = new HashMap<>();

        /**
         * Makes and checks it.
         *
         * @param benchmark tells the contacts
         */
        @Setup
        public void prepare(ListingDiffBenchmark benchmark) {
            known.clear();
            for (int link = 0; link < benchmark.links; link++) {
                put(known, benchmark.contacts().known(link));
            }
            diff(benchmark.listed).requireEqual(benchmark.expected, "Guava");
        }

        Found diff(Iterable<RecordSnapshot> listed) {
            Map<ItemId, Item> now = new HashMap<>();
            listed.forEach(record -> put(now, record));
            MapDifference<ItemId, Item> difference = Maps.difference(known, now);
            Found found = new Found();
            difference.entriesDiffering().keySet().forEach(found::isChanged);
            difference.entriesOnlyOnLeft().keySet().forEach(found::isGone);
            difference.entriesOnlyOnRight().keySet().forEach(found::isNew);
            return found;
        }

        private static void put(Map<ItemId, Item> items, RecordSnapshot record) {
            items.put(record.id(), Objects.requireNonNull(record.item()));
        }
    }

    /** Two tables in H2. */
    @State(Scope.Benchmark)
    public static class H2 extends Tables {
        /** Tables in H2. */
        public H2() {
            super(SqlListingDiff.Database.H2);
        }
    }

    /** Two tables in SQLite. */
    @State(Scope.Benchmark)
    public static class Sqlite extends Tables {
        /** Tables in SQLite. */
        public Sqlite() {
            super(SqlListingDiff.Database.SQLITE);
        }
    }

    /** Two tables in DuckDB. */
    @State(Scope.Benchmark)
    public static class DuckDb extends Tables {
        /** Tables in DuckDB. */
        public DuckDb() {
            super(SqlListingDiff.Database.DUCK_DB);
        }
    }

    /** Two tables in a database. */
    public abstract static class Tables {

        private final SqlListingDiff.Database database;
        private @Nullable SqlListingDiff tables;

        Tables(SqlListingDiff.Database database) {
            this.database = database;
        }

        /**
         * Fills and checks them.
         *
         * @param benchmark tells the contacts
         * @throws SQLException if the database cannot
         */
        @Setup
        public void prepare(ListingDiffBenchmark benchmark) throws SQLException {
            tables = new SqlListingDiff(database, benchmark.contacts().links());
            diff().requireEqual(benchmark.expected, database.toString());
        }

        /**
         * Closes the database.
         *
         * @throws SQLException if the database cannot
         */
        @TearDown
        public void close() throws SQLException {
            Objects.requireNonNull(tables).close();
        }

        Found diff() throws SQLException {
            return Objects.requireNonNull(tables).diff();
        }
    }

    /**
     * The library.
     *
     * @param state the index
     * @return what differs
     */
    @Benchmark
    public Object crosstie(Indexed state) {
        return state.diff(listed);
    }

    /**
     * The same by hand, over arrays.
     *
     * @param state the arrays
     * @return what differs
     */
    @Benchmark
    public Object bareLoop(Bare state) {
        return state.arrays.diff(listed);
    }

    /**
     * The JDK's map, and items compared with {@code equals}.
     *
     * @param state the map
     * @return what differs
     */
    @Benchmark
    public Object hashMap(Hashed state) {
        return state.map.diff(listed);
    }

    /**
     * Eclipse Collections' map, and items compared with {@code equals}.
     *
     * @param state the map
     * @return what differs
     */
    @Benchmark
    public Object eclipseCollections(Unified state) {
        return state.map.diff(listed);
    }

    /**
     * Guava's difference of two maps, the second made of the listing.
     *
     * @param state the first map
     * @return what differs
     */
    @Benchmark
    public Object guava(Compared state) {
        return state.diff(listed);
    }

    /**
     * H2 joins two tables.
     *
     * @param state the tables
     * @return what differs
     * @throws SQLException if the database cannot
     */
    @Benchmark
    public Object h2(H2 state) throws SQLException {
        return state.diff();
    }

    /**
     * SQLite joins two tables.
     *
     * @param state the tables
     * @return what differs
     * @throws SQLException if the database cannot
     */
    @Benchmark
    public Object sqlite(Sqlite state) throws SQLException {
        return state.diff();
    }

    /**
     * DuckDB joins two tables.
     *
     * @param state the tables
     * @return what differs
     * @throws SQLException if the database cannot
     */
    @Benchmark
    public Object duckDb(DuckDb state) throws SQLException {
        return state.diff();
    }
}
