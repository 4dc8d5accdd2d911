package io.github.crosstie.benchmarks;

import com.google.common.base.Suppliers;
import io.github.crosstie.benchmarks.ExchangeRequests.Counts;
import io.github.crosstie.benchmarks.goal.Figure;
import io.github.crosstie.benchmarks.goal.Goal;
import io.github.crosstie.benchmarks.goal.Line;
import io.github.crosstie.benchmarks.goal.Unit;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** The goal about requests and commits. They are counted, not timed: the numbers are the same on every machine. */
final class RequestGoal {

    private static final int FIRST_SYNC = 1_000;
    private static final int BATCH = 50;

    private RequestGoal() {}

    static Goal goal() {
        List<Line> lines = new ArrayList<>(idle());
        lines.addAll(changed("CRM", Side.CRM));
        lines.addAll(changed("mailbox", Side.MAIL));
        lines.addAll(crashes());
        lines.addAll(firstSync());
        return Goal.of("P7", "requests and commits", lines)
                .butNotYet("the same over Graph")
                .butNotYet("the same over Salesforce");
    }

    private static List<Line> idle() {
        Supplier<Counts> idle = Suppliers.memoize(ExchangeRequests::idle);
        return List.of(
                Line.of(
                                "EWS, idle round: requests, a collection",
                                new Figure.Probed(
                                        "requests of an idle round",
                                        Unit.COUNT,
                                        () -> idle.get().all(),
                                        ExchangeRequests.collections()))
                        .atMost(1),
                Line.of("EWS, idle round: reads of items", figure("reads of an idle round", idle, Counts::reads))
                        .atMost(0),
                Line.of(
                                "EWS, idle round: commits of content",
                                figure("commits of an idle round", idle, Counts::contentCommits))
                        .atMost(0));
    }

    private static List<Line> changed(String where, Side side) {
        Supplier<Counts> changed = Suppliers.memoize(() -> ExchangeRequests.oneChanged(side));
        String what = "EWS, one contact changed in the " + where + ": ";
        return List.of(
                Line.of(
                                what + "requests beyond idle rounds, the claim aside",
                                figure("requests for a change in the " + where, changed, Counts::items))
                        .atMost(2),
                Line.of(
                                what + "requests that check the claim",
                                figure("claim of a change in the " + where, changed, Counts::folders))
                        .atMost(1));
    }

    private static List<Line> crashes() {
        Supplier<BrokenSyncs.Found> found = Suppliers.memoize(BrokenSyncs::find);
        return List.of(
                Line.of(
                                "EWS, sync broken off at every commit and write: writes repeated",
                                figure("writes repeated", found, BrokenSyncs.Found::repeated))
                        .atMost(0),
                Line.of(
                        "how many points these are, of a first sync and a change of 60 contacts",
                        figure("points", found, BrokenSyncs.Found::points)));
    }

    private static List<Line> firstSync() {
        Supplier<Counts> first = Suppliers.memoize(() -> ExchangeRequests.firstSync(FIRST_SYNC));
        Supplier<Counts> after = Suppliers.memoize(() -> ExchangeRequests.afterFirstSync(FIRST_SYNC));
        String what = "EWS, first sync of 1,000 contacts: ";
        return List.of(
                Line.of(what + "requests that write", figure("writes of a first sync", first, Counts::creations))
                        .atMost((double) FIRST_SYNC / BATCH),
                Line.of(
                        what + "all others",
                        figure("others of a first sync", first, counts -> counts.all() - counts.creations())),
                Line.of(
                        what + "reads by the round after it",
                        figure("reads after a first sync", after, Counts::reads)));
    }

    private static <T> Figure figure(String name, Supplier<T> found, ToIntFunction<T> count) {
        return new Figure.Probed(name, Unit.COUNT, () -> count.applyAsInt(found.get()), 1);
    }
}
