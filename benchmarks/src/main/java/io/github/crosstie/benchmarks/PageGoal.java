package io.github.crosstie.benchmarks;

import static io.github.crosstie.benchmarks.goal.Figure.time;

import com.google.common.base.Suppliers;
import io.github.crosstie.benchmarks.goal.Figure;
import io.github.crosstie.benchmarks.goal.Goal;
import io.github.crosstie.benchmarks.goal.Line;
import io.github.crosstie.benchmarks.goal.Metric;
import io.github.crosstie.benchmarks.goal.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The goal about reading what a mail system answers, and how soon a fresh JVM has. */
final class PageGoal {

    private static final int PAGE = 512;
    private static final int GRAPH_PAGE = 500;
    private static final String MODELS = "the SDK's model objects";
    private static final int PROGRAMS = 5;

    private PageGoal() {}

    static Goal goal() {
        List<Line> lines = new ArrayList<>(exchange());
        lines.addAll(graph());
        lines.addAll(coldStart());
        return Goal.of("P9", "reading pages of EWS and Graph", lines);
    }

    private static List<Line> exchange() {
        Figure.Measured changes =
                time(EwsPagesBenchmark.class, "changesCrosstie").with("items", PAGE);
        Figure.Measured contacts = changes.method("contactsCrosstie");
        Figure.Measured garbage = contacts.by(Metric.GARBAGE).per(PAGE);
        return List.of(
                Line.of("page of " + PAGE + " changes of EWS", changes)
                        .better(1.4, "JAXB", changes.method("changesJaxb"))
                        .better(0, "DOM", changes.method("changesDom")),
                Line.of("page of " + PAGE + " contacts of EWS", contacts)
                        .better(1.4, "JAXB", contacts.method("contactsJaxb"))
                        .better(0, "DOM", contacts.method("contactsDom")),
                Line.of("garbage of it, a contact", garbage)
                        .better(0, "JAXB", garbage.method("contactsJaxb"))
                        .better(0, "DOM", garbage.method("contactsDom")),
                Line.of("request that creates " + PAGE + " contacts", changes.method("createCrosstie"))
                        .better(0, "JAXB", changes.method("createJaxb")));
    }

    private static List<Line> graph() {
        Figure.Measured events =
                time(GraphPagesBenchmark.class, "eventsCrosstie").with("items", GRAPH_PAGE);
        Figure.Measured contacts = events.method("contactsCrosstie");
        Figure.Measured garbage = events.by(Metric.GARBAGE).per(GRAPH_PAGE);
        Figure.Measured eventModels = events.method("eventsModels");
        Figure.Measured contactModels = events.method("contactsModels");
        return List.of(
                Line.of("page of " + GRAPH_PAGE + " changed events of Graph, all told of them", events)
                        .better(5, MODELS, eventModels),
                Line.of("the same over the SDK's request adapter", events.method("eventsOverAdapter"))
                        .better(0, MODELS, eventModels),
                Line.of("what a round takes of it", events.method("changesCrosstie"))
                        .better(0, MODELS, eventModels),
                Line.of("garbage of it, an event, all told of it", garbage)
                        .better(0, MODELS, garbage.method("eventsModels")),
                Line.of("page of " + GRAPH_PAGE + " contacts of Graph", contacts)
                        .better(5, MODELS, contactModels),
                Line.of("the same over the SDK's request adapter", contacts.method("contactsOverAdapter"))
                        .better(0, MODELS, contactModels));
    }

    private static List<Line> coldStart() {
        Supplier<ColdStart> lean = Suppliers.memoize(() -> ColdStart.of(FirstPage.Way.LEAN, PROGRAMS));
        Supplier<ColdStart> adapter = Suppliers.memoize(() -> ColdStart.of(FirstPage.Way.ADAPTER, PROGRAMS));
        Supplier<ColdStart> models = Suppliers.memoize(() -> ColdStart.of(FirstPage.Way.MODELS, PROGRAMS));
        return List.of(
                Line.of("start of a JVM to its first page of Graph", started("the JDK's client", lean))
                        .better(0, MODELS, started(MODELS, models)),
                Line.of("the same over the SDK's request adapter", started("the SDK's request adapter", adapter))
                        .better(0, MODELS, started(MODELS, models)),
                Line.of("classes that it loads, over the JDK's client", loaded("the JDK's client", lean))
                        .better(0, MODELS, loaded(MODELS, models)));
    }

    private static Figure started(String way, Supplier<ColdStart> start) {
        return new Figure.Probed(
                "start to the first page: " + way, Unit.TIME, () -> start.get().nanos(), 1);
    }

    private static Figure loaded(String way, Supplier<ColdStart> start) {
        return new Figure.Probed(
                "classes to the first page: " + way,
                Unit.COUNT,
                () -> start.get().classes(),
                1);
    }
}
