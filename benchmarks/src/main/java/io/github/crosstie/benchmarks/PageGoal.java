package io.github.crosstie.benchmarks;

import static io.github.crosstie.benchmarks.goal.Figure.time;

import io.github.crosstie.benchmarks.goal.Figure;
import io.github.crosstie.benchmarks.goal.Goal;
import io.github.crosstie.benchmarks.goal.Line;
import io.github.crosstie.benchmarks.goal.Metric;
import java.util.List;

/** The goal about reading what a mail system answers, by the JDK's parser. */
final class PageGoal {

    private static final int PAGE = 512;

    private PageGoal() {}

    static Goal goal() {
        return Goal.of("P9", "reading pages of EWS and Graph", pages()).butNotYet("page of Graph");
    }

    private static List<Line> pages() {
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
}
