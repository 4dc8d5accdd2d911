package io.github.crosstie.benchmarks;

import static io.github.crosstie.benchmarks.goal.Figure.time;

import io.github.crosstie.assignment.AssignmentResolver;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.benchmarks.goal.Figure;
import io.github.crosstie.benchmarks.goal.Goal;
import io.github.crosstie.benchmarks.goal.Line;
import io.github.crosstie.benchmarks.goal.Metric;
import io.github.crosstie.benchmarks.goal.Unit;
import io.github.crosstie.diff.SyncedPair;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What the library aims at in performance. In short: beside the alternatives that a goal names and the best of the
 * others; in full: beside all of them, at all sizes.
 */
final class GoalList {

    private static final int SHORT = 100_000;
    private static final double MICROSECOND = 1_000;
    private static final double SECOND = 1_000_000_000;

    private GoalList() {}

    static List<Goal> of(Goals.Extent extent) {
        boolean full = extent == Goals.Extent.FULL;
        return List.of(
                Goal.of("P1", "three-way difference of resident links", differences(full)),
                Goal.of("P2", "difference of a listing, through the public API", listings(full)),
                Goal.of("P3", "who syncs by what", resolution(full)),
                Goal.of("P4", "which mailboxes clash", conflicts(full)),
                Goal.of("P5", "User Sync: from the bytes of a listing to a plan", userSync(full)),
                resident(),
                RequestGoal.goal(),
                rounds(),
                PageGoal.goal());
    }

    private static int[] sizes(boolean full, int... more) {
        return full ? IntStream.concat(IntStream.of(SHORT), IntStream.of(more)).toArray() : new int[] {SHORT};
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static List<Line> differences(boolean full) {
        List<Line> lines = new ArrayList<>();
        for (int links : sizes(full, 1_000_000, 10_000_000)) {
            Figure.Measured ours = time(DiffBenchmark.class, "crosstie").with("links", links);
            Line difference = Line.of("three-way difference of " + number(links) + " links", ours)
                    .better(100, "well-written objects", ours.method("wellWrittenObjects"))
                    .within(2, "four streams", ours.method("bound"));
            lines.add(full ? difference.better(0, "naive objects", ours.method("naiveObjects")) : difference);
            lines.add(Line.of(
                            "garbage of it, a link, of fifty one changed",
                            ours.by(Metric.GARBAGE).per(links))
                    .atMost(1)
                    .better(
                            0,
                            "well-written objects",
                            ours.method("wellWrittenObjects").by(Metric.GARBAGE).per(links)));
        }
        return lines;
    }

    private static List<Line> listings(boolean full) {
        List<Line> lines = new ArrayList<>();
        for (int links : sizes(full, 1_000_000)) {
            Figure.Measured ours = time(ListingDiffBenchmark.class, "crosstie")
                    .with("links", links)
                    .with("inOrder", true);
            Line listing = Line.of("difference of a listing of " + number(links) + " contacts", ours)
                    .better(3, "HashMap", ours.method("hashMap"))
                    .better(5.5, "Guava", ours.method("guava"))
                    .better(0, "DuckDB, on fingerprints", ours.method("duckDb"))
                    .within(1.15, "bare loop", ours.method("bareLoop"));
            lines.add(
                    full
                            ? listing.better(0, "Eclipse Collections", ours.method("eclipseCollections"))
                                    .better(0, "H2", ours.method("h2"))
                                    .better(0, "SQLite", ours.method("sqlite"))
                            : listing);
        }
        return lines;
    }

    private static List<Line> resolution(boolean full) {
        List<Line> lines = new ArrayList<>();
        for (int users : sizes(full, 1_000_000)) {
            Figure.Measured ours = time(ResolutionBenchmark.class, "crosstie").with("users", users);
            Line resolve = Line.of("resolve " + number(users) + " users", ours)
                    .better(300, "HashSet", ours.method("hashSet"))
                    .better(5, "BitSet", ours.method("bitSet"))
                    .better(0, "user lists", ours.method("lists"))
                    .within(Double.POSITIVE_INFINITY, "one pass", ours.method("bound"));
            lines.add(full ? resolve.better(0, "RoaringBitmap", ours.method("roaringBitmap")) : resolve);
            lines.add(Line.of(
                            "what a roster of them keeps, a user",
                            new Figure.Probed(
                                    "roster of " + number(users) + " users", Unit.MEMORY, () -> roster(users), users))
                    .atMost(16));
            Figure.Measured one = time(OneUserBenchmark.class, "crosstie").with("users", users);
            lines.add(Line.of("one of them", one).atMost(100).better(0, "walk", one.method("walk")));
            lines.add(Line.of("why, with every route and path", one.method("explain"))
                    .atMost(50 * MICROSECOND)
                    .better(0, "walk without paths", one.method("explainByWalk")));
        }
        return lines;
    }

    private static double roster(int users) {
        OrganizationSetup setup = SyntheticOrganization.of(users, 200);
        try {
            return RetainedMemory.of(() -> AssignmentResolver.resolve(setup.directory(), setup.configurations()));
        } finally {
            Reference.reachabilityFence(setup);
        }
    }

    private static List<Line> conflicts(boolean full) {
        List<Line> lines = new ArrayList<>();
        for (int users : sizes(full, 5_000_000)) {
            Figure.Measured cold = time(ConflictBenchmark.class, "cold").with("users", users / 5);
            lines.add(Line.of("conflicts of " + number(users) + " users in five organizations", cold)
                    .better(4.5, "map of lists", cold.method("mapOfListsCold"))
                    .within(Double.POSITIVE_INFINITY, "one pass", cold.method("bound")));
            lines.add(Line.of("the same after 100 changed in each", cold.method("recheck"))
                    .better(50, "map of lists", cold.method("mapOfListsRecheck"))
                    .within(Double.POSITIVE_INFINITY, "one pass", cold.method("bound")));
        }
        return lines;
    }

    private static List<Line> userSync(boolean full) {
        List<Line> lines = new ArrayList<>();
        Figure.Measured bytes = time(UserListingBenchmark.class, "crosstie").with("users", SHORT);
        for (int changed : new int[] {0, 10}) {
            Figure.Measured ours = bytes.with("changed", changed);
            Line line = Line.of(listing(changed), ours)
                    .better(6, "bind both sides", ours.method("bindBothSides"))
                    .better(0, "bind the listing, keep the CRM's objects", ours.method("bindListing"));
            lines.add(full ? line.better(0, "ours, keeping nothing", ours.method("fromNothing")) : line);
        }
        Figure.Measured quiet = bytes.with("changed", 0).by(Metric.GARBAGE).per(UserListingBenchmark.listed(SHORT));
        lines.add(Line.of("garbage of it, an unchanged user", quiet)
                .atMost(64)
                .better(0, "bind both sides", quiet.method("bindBothSides")));
        for (int users : sizes(full, 1_000_000)) {
            Figure.Measured plan = time(UserSyncBenchmark.class, "crosstie").with("users", users);
            Figure.Measured loops = plan.method("plainLoops");
            double limit = SECOND * users / 1_000_000; // a second for a million
            lines.add(Line.of("plan of " + number(users) + " users in five units, nothing found out before", plan)
                    .atMost(limit)
                    .better(0, "hash maps and loops", loops));
            lines.add(Line.of("the same once more", plan.method("again"))
                    .atMost(limit)
                    .better(0, "hash maps and loops", loops));
            if (full) {
                lines.add(after("user", plan.method("userMoved"), loops));
                lines.add(after("group", plan.method("groupMoved"), loops));
                lines.add(after("role", plan.method("roleMoved"), loops));
            }
        }
        return lines;
    }

    private static String listing(int changed) {
        return "bytes of a unit's listing to a plan, " + number(SHORT) + " users in the CRM, "
                + (changed == 0 ? "none" : number(changed)) + " changed";
    }

    private static Line after(String moved, Figure.Measured ours, Figure.Measured loops) {
        return Line.of("after one " + moved + " moved", ours).better(0, "hash maps and loops", loops);
    }

    private static Goal resident() {
        int links = 10_000;
        Figure.Measured merge = time(MergeBenchmark.class, "threeWayMerge").with("links", links);
        Figure index =
                new Figure.Probed("index of " + number(SHORT) + " links", Unit.MEMORY, () -> index(SHORT), SHORT);
        return Goal.of(
                "P6",
                "what a link takes",
                Line.of("what an index keeps, a link, beside the ids", index).atMost(64),
                Line.of("merge of one contact, of ten one edited on either side", merge.per(links))
                        .atMost(MICROSECOND)
                        .better(
                                0,
                                "maps and equals",
                                time(MergeBenchmark.class, "mapsAndEquals")
                                        .with("links", links)
                                        .per(links)));
    }

    private static double index(int links) {
        SyntheticLinks synthetic = new SyntheticLinks(links);
        List<SyncedPair> pairs = IntStream.range(0, links)
                .mapToObj(link -> DiffBenchmark.known(synthetic, link))
                .toList();
        try {
            return RetainedMemory.of(() -> DiffBenchmark.index(pairs));
        } finally {
            Reference.reachabilityFence(pairs);
        }
    }

    private static Goal rounds() {
        Figure.Measured poll = time(QuietRoundBenchmark.class, "httpPoll").by(Metric.PROCESSOR_TIME);
        Figure.Measured quiet =
                time(QuietRoundBenchmark.class, "crosstie").with("links", 100).by(Metric.PROCESSOR_TIME);
        Figure.Measured writing = time(QuietRoundBenchmark.class, "writingRound")
                .with("links", 100)
                .by(Metric.PROCESSOR_TIME);
        Figure.Measured twoPolls = poll.per(0.5);
        return Goal.of(
                "P8",
                "what the engine takes",
                Line.of("quiet round of 100 contacts, processor time", quiet.with("round", "anew"))
                        .within(0.1, "two HTTP polls", twoPolls)
                        .atMost(SECOND / 5_000),
                Line.of("the same by a round that is kept", quiet.with("round", "kept"))
                        .within(Double.POSITIVE_INFINITY, "two HTTP polls", twoPolls),
                Line.of("round that finds one contact changed", writing)
                        .within(Double.POSITIVE_INFINITY, "two HTTP polls", twoPolls));
    }
}
