package io.github.crosstie.benchmarks;

import com.google.common.base.Suppliers;
import io.github.crosstie.benchmarks.RoundRequests.Counts;
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
    private static final int CRM_BATCH = 100;
    private static final int ENROLLED = 1_000;
    private static final int DIRECTORY = 100_000;

    private final String name;
    private final LoopbackServer.Kind kind;
    private final RoundRequests requests;

    private RequestGoal(String name, LoopbackServer.Kind kind) {
        this.name = name;
        this.kind = kind;
        this.requests = new RoundRequests(kind);
    }

    static Goal goal() {
        List<Line> lines = new ArrayList<>(new RequestGoal("EWS", LoopbackServer.Kind.EWS).lines());
        RequestGoal graph = new RequestGoal("Graph", LoopbackServer.Kind.GRAPH);
        lines.addAll(graph.lines());
        lines.add(graph.overlapping());
        lines.addAll(overSalesforce());
        return Goal.of("P7", "requests and commits", lines);
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>(idle());
        lines.addAll(changed("CRM", Side.CRM));
        lines.addAll(changed("mailbox", Side.MAIL));
        lines.addAll(crashes());
        lines.addAll(firstSync());
        return lines;
    }

    private List<Line> idle() {
        Supplier<Counts> idle = Suppliers.memoize(requests::idle);
        return List.of(
                Line.of(
                                name + ", idle round: requests, a collection",
                                new Figure.Probed(
                                        name + ": requests of an idle round",
                                        Unit.COUNT,
                                        () -> idle.get().all(),
                                        RoundRequests.collections()))
                        .atMost(1),
                Line.of(name + ", idle round: reads of items", figure("reads of an idle round", idle, Counts::reads))
                        .atMost(0),
                Line.of(
                                name + ", idle round: commits of content",
                                figure("commits of an idle round", idle, Counts::contentCommits))
                        .atMost(0));
    }

    /** The next window of the calendar is followed before the old one ends, and counts as a collection. */
    private Line overlapping() {
        return Line.of(
                        name + ", idle round while two windows of the calendar overlap: requests, a collection",
                        new Figure.Probed(
                                name + ": requests of an idle round while windows overlap",
                                Unit.COUNT,
                                () -> requests.idleWhileWindowsOverlap().all(),
                                RoundRequests.collections() + 1))
                .atMost(1);
    }

    private List<Line> changed(String where, Side side) {
        Supplier<Counts> changed = Suppliers.memoize(() -> requests.oneChanged(side));
        String what = name + ", one contact changed in the " + where + ": ";
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

    private List<Line> crashes() {
        Supplier<BrokenSyncs.Found> found = Suppliers.memoize(() -> new BrokenSyncs(kind).find());
        return List.of(
                Line.of(
                                name + ", sync broken off at every commit and write: writes repeated",
                                figure("writes repeated", found, BrokenSyncs.Found::repeated))
                        .atMost(0),
                Line.of(
                        name + ", how many points these are, of a first sync and a change of 60 contacts",
                        figure("points", found, BrokenSyncs.Found::points)));
    }

    private List<Line> firstSync() {
        Supplier<Counts> first = Suppliers.memoize(() -> requests.firstSync(FIRST_SYNC));
        Supplier<Counts> after = Suppliers.memoize(() -> requests.afterFirstSync(FIRST_SYNC));
        String what = name + ", first sync of 1,000 contacts: ";
        return List.of(
                Line.of(what + "requests that write", figure("writes of a first sync", first, Counts::creations))
                        .atMost((double) FIRST_SYNC / kind.batch()),
                Line.of(
                        what + "all others",
                        figure("others of a first sync", first, counts -> counts.all() - counts.creations())),
                Line.of(
                        what + "reads by the round after it",
                        figure("reads after a first sync", after, Counts::reads)));
    }

    private static List<Line> overSalesforce() {
        Supplier<CrmRequests.Counts> first = Suppliers.memoize(() -> CrmRequests.firstSync(FIRST_SYNC));
        String change = "Salesforce, one contact changed in the ";
        String sync = "Salesforce, first sync of 1,000 contacts: ";
        String directory = "Salesforce, directory of 100,000 users: requests";
        return List.of(
                Line.of(
                                "Salesforce, idle round of 1,000 users: requests, all together",
                                overCrm(
                                        "idle round of many users",
                                        () -> CrmRequests.idle(ENROLLED),
                                        CrmRequests.Counts::all))
                        .atMost(CrmRequests.collections(ENROLLED)),
                Line.of(
                                change + "CRM: requests beyond idle rounds",
                                overCrm(
                                        "change in Salesforce",
                                        () -> CrmRequests.oneChanged(Side.CRM),
                                        CrmRequests.Counts::all))
                        .atMost(2),
                Line.of(
                                change + "mailbox: requests beyond idle rounds",
                                overCrm(
                                        "change for Salesforce",
                                        () -> CrmRequests.oneChanged(Side.MAIL),
                                        CrmRequests.Counts::all))
                        .atMost(2),
                Line.of(
                                sync + "requests that write",
                                overCrm("writes to Salesforce", first, CrmRequests.Counts::writes))
                        .atMost((double) FIRST_SYNC / CRM_BATCH),
                Line.of(
                        sync + "all others",
                        overCrm("others to Salesforce", first, counts -> counts.all() - counts.writes())),
                Line.of(
                        directory + " by pages",
                        overCrm(
                                "directory by pages",
                                () -> CrmRequests.directory(DIRECTORY, LoadedOrganization::byPages),
                                Integer::intValue)),
                Line.of(
                        directory + ", users by a bulk job",
                        overCrm(
                                "directory by a job",
                                () -> CrmRequests.directory(DIRECTORY, LoadedOrganization::byJobs),
                                Integer::intValue)));
    }

    private static <T> Figure overCrm(String name, Supplier<T> found, ToIntFunction<T> count) {
        return new Figure.Probed(name, Unit.COUNT, () -> count.applyAsInt(found.get()), 1);
    }

    /** A figure whose name no other system's has. */
    private <T> Figure figure(String what, Supplier<T> found, ToIntFunction<T> count) {
        return new Figure.Probed(name + ": " + what, Unit.COUNT, () -> count.applyAsInt(found.get()), 1);
    }
}
