package io.github.crosstie.benchmarks;

import static io.github.crosstie.benchmarks.goal.Figure.time;

import io.github.crosstie.benchmarks.goal.Figure;
import io.github.crosstie.benchmarks.goal.Goal;
import io.github.crosstie.benchmarks.goal.Line;
import io.github.crosstie.benchmarks.goal.Metric;
import java.util.List;

/** What the library aims at in performance. */
final class GoalList {

    private static final double MICROSECOND = 1_000;
    private static final double SECOND = 1_000_000_000;

    private GoalList() {}

    static List<Goal> of(Goals.Extent extent) {
        return List.of(notYet("P5", "User Sync: from the bytes of a listing to a plan"), resident(),
                notYet("P7", "requests and commits of an idle round, of one changed item, after a crash"), rounds(),
                notYet("P9", "reading pages of EWS and Graph"));
    }

    private static Goal notYet(String id, String promise) {
        return Goal.notYet(id, promise);
    }

    private static Goal resident() {
        int links = 10_000;
        Figure.Measured merge = time(MergeBenchmark.class, "threeWayMerge").with("links", links);
        return Goal.of(
                "P6",
                "what a link takes",
                Line.of("merge of one contact, of ten one edited on either side", merge.per(links))
                        .atMost(MICROSECOND)
                        .better(0, "maps and equals", time(MergeBenchmark.class, "mapsAndEquals")
                                .with("links", links)
                                .per(links)));
    }

    private static Goal rounds() {
        Figure.Measured poll = time(QuietRoundBenchmark.class, "httpPoll").by(Metric.PROCESSOR_TIME);
        Figure.Measured quiet = time(QuietRoundBenchmark.class, "crosstie")
                .with("links", 100)
                .by(Metric.PROCESSOR_TIME);
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
