package io.github.crosstie.page;

import io.github.crosstie.report.FlowStatus;
import io.github.crosstie.report.Plain;
import io.github.crosstie.report.UserStatus;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Who waits longest, as bars over a scale on which each step is a few times the one before: seconds and weeks on one picture. */
final class LagChart {

    private static final int MOST = 15;
    private static final int ROW = 26;
    private static final int ROW_OF_TWO_LINES = 40;
    private static final int LEFT = 330;
    private static final int RIGHT = 810;
    private static final int WIDTH = 900;
    private static final double LEAST_SECONDS = 20;

    private static final List<Duration> MARKS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(7),
            Duration.ofDays(30),
            Duration.ofDays(365));

    private final Html html;
    private final Who who;

    LagChart(Html html, Who who) {
        this.html = html;
        this.who = who;
    }

    /** One way on which something waits. */
    private record Bar(UserStatus user, FlowStatus flow, Duration lag) {

        String name() {
            String id = user.user().value();
            return (id.length() > 20 ? id.substring(0, 19) + "\u2026" : id) + ", " + Words.of(flow.kind()) + ", "
                    + Words.of(flow.direction());
        }
    }

    void write(List<UserStatus> users) {
        List<Bar> bars = users.stream()
                .flatMap(user -> user.flows().stream()
                        .flatMap(flow -> flow.lag(user.at()).stream().map(lag -> new Bar(user, flow, lag))))
                .sorted(Comparator.comparing(Bar::lag).reversed().thenComparing(Bar::name))
                .toList();
        if (bars.isEmpty()) {
            html.element("p", "No change lags.");
            return;
        }
        html.element(
                "p",
                "How long the oldest change has been waiting that has not arrived on the other side.",
                "class",
                "quiet");
        List<Bar> shown = bars.stream().limit(MOST).toList();
        html.inside(
                "div",
                () -> html.inside(
                        "svg",
                        () -> picture(shown),
                        "class",
                        "chart",
                        "viewBox",
                        "0 0 " + WIDTH + " " + (shown.size() * rowHeight() + 34),
                        "role",
                        "list",
                        "aria-label",
                        "The greatest lags"),
                "class",
                "scroll",
                "role",
                "region",
                "tabindex",
                "0",
                "aria-label",
                "Lag");
        if (bars.size() > MOST) {
            html.element("p", "and " + Words.grouped(bars.size() - MOST) + " more that wait less", "class", "quiet");
        }
    }

    private int rowHeight() {
        return who.several() ? ROW_OF_TWO_LINES : ROW;
    }

    private void picture(List<Bar> bars) {
        double most =
                Math.max(Duration.ofHours(1).toSeconds(), bars.get(0).lag().toSeconds()) * 1.15;
        int bottom = bars.size() * rowHeight() + 10;
        for (Duration mark : MARKS) {
            if (mark.toSeconds() <= most) {
                String x = Table.decimal(place(mark, most));
                html.element("line", "", "x1", x, "x2", x, "y1", "8", "y2", Integer.toString(bottom));
                html.element(
                        "text",
                        mark,
                        "class",
                        "axis",
                        "x",
                        x,
                        "y",
                        Integer.toString(bottom + 16),
                        "text-anchor",
                        "middle",
                        "aria-hidden",
                        "true");
            }
        }
        int y = 10;
        for (Bar bar : bars) {
            row(bar, y, most);
            y += rowHeight();
        }
    }

    private void row(Bar bar, int y, double most) {
        String words = Plain.text(bar.lag()) + ", " + Words.of(bar.flow().stage());
        String whose = who.text(bar.user().organization(), bar.user().user());
        double end = place(bar.lag(), most);
        String middle = Integer.toString(y + 16);
        html.inside(
                "g",
                () -> {
                    html.element("title", whose + ": " + words);
                    html.element("text", bar.name(), "x", "16", "y", middle);
                    if (who.several()) {
                        html.element(
                                "text",
                                who.beside(bar.user().organization()).strip(),
                                "class",
                                "axis",
                                "x",
                                "16",
                                "y",
                                Integer.toString(y + 30));
                    }
                    html.element(
                            "rect",
                            "",
                            "class",
                            Words.color(bar.flow().stage()),
                            "x",
                            Integer.toString(LEFT),
                            "y",
                            Integer.toString(y + 4),
                            "width",
                            Table.decimal(Math.max(2, end - LEFT)),
                            "height",
                            "16",
                            "rx",
                            "3");
                    html.element("text", bar.lag(), "x", Table.decimal(end + 8), "y", middle);
                },
                "role",
                "listitem",
                "aria-label",
                bar.name() + who.beside(bar.user().organization()) + ": " + words);
    }

    private static double place(Duration lag, double most) {
        double share = Math.log(Math.max(LEAST_SECONDS, (double) lag.toSeconds()) / LEAST_SECONDS)
                / Math.log(most / LEAST_SECONDS);
        return LEFT + share * (RIGHT - LEFT);
    }
}
