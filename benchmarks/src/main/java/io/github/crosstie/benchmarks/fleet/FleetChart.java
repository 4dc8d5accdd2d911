package io.github.crosstie.benchmarks.fleet;

import static io.github.crosstie.benchmarks.scaling.SvgText.number;

import io.github.crosstie.benchmarks.scaling.LogAxis;
import io.github.crosstie.benchmarks.scaling.SvgText;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How late rounds began, minute by minute, as an SVG drawing: a panel for each run, lateness on a logarithmic axis, the
 * time without one of the nodes shaded. Light or dark as the reader's system is; curves are told apart by colour, by
 * dashes and by name.
 */
public final class FleetChart {

    /** What it is called, for those who cannot see it. */
    public static final String TITLE = "How late rounds begin when one of the nodes dies";

    private static final double WIDTH = 990;
    private static final double HEIGHT = 440;
    private static final double PANEL_WIDTH = 390;
    private static final double PANEL_HEIGHT = 300;
    private static final double LEFT = 70;
    private static final double TOP = 60;
    private static final double GAP = 90;
    private static final int TICK_MINUTES = 10;

    /** A hundredth of a second: below it nobody is late. */
    private static final double LEAST = 0.01;

    private static final String STYLE = "svg{--ink:#1f2328;--faint:#d1d9e0;--ground:#fff;--shade:#eff2f5;"
            + "--c0:#0969da;--c1:#bc4c00;--c2:#8250df}"
            + "@media(prefers-color-scheme:dark){svg{--ink:#e6edf3;--faint:#3d444d;--ground:#0d1117;--shade:#212830;"
            + "--c0:#58a6ff;--c1:#f0883e;--c2:#bc8cff}}"
            + "text{font:13px system-ui,sans-serif;fill:var(--ink)}.name{font-weight:600}"
            + ".grid{stroke:var(--faint)}.outage{fill:var(--shade)}.curve{fill:none;stroke-width:2}"
            + ".c0{stroke:var(--c0)}.c1{stroke:var(--c1);stroke-dasharray:7 3}"
            + ".c2{stroke:var(--c2);stroke-dasharray:2 3}";

    private static final List<String> NAMES = List.of("half no later than", "99 % no later than", "the latest");
    private static final List<ToDoubleFunction<Lateness>> CURVES =
            List.of(Lateness::median, Lateness::p99, Lateness::most);

    private final List<FleetRun> runs;
    private final LogAxis up;
    private final SvgText svg = new SvgText();

    private FleetChart(List<FleetRun> runs) {
        this.runs = runs;
        double most = runs.stream()
                .flatMap(run -> run.by(1).stream())
                .mapToDouble(Lateness::most)
                .max()
                .orElseThrow();
        up = LogAxis.over(LEAST, Math.max(1, most), PANEL_HEIGHT);
    }

    /**
     * Draws runs.
     *
     * @param runs one or two, of a minute at least
     * @return an SVG document
     */
    public static String of(List<FleetRun> runs) {
        return new FleetChart(runs).draw();
    }

    private String draw() {
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + number(WIDTH) + " " + number(HEIGHT),
                "role",
                "img",
                "aria-labelledby",
                "title description");
        svg.leaf("title", TITLE, "id", "title").leaf("desc", description(), "id", "description");
        svg.leaf("style", STYLE);
        svg.empty("rect", "width", "100%", "height", "100%", "fill", "var(--ground)");
        for (int number = 0; number < runs.size(); number++) {
            panel(LEFT + number * (PANEL_WIDTH + GAP), runs.get(number));
        }
        legend();
        svg.close("svg");
        return svg.toString();
    }

    private String description() {
        return "Lateness in seconds on a logarithmic axis over minutes. "
                + runs.stream()
                        .map(run -> name(run.settings()) + ": " + worst(run))
                        .collect(Collectors.joining(" "));
    }

    private static String worst(FleetRun run) {
        List<Lateness> minutes = run.by(1);
        return String.format(
                Locale.ROOT,
                "at the worst half of a minute's rounds are no later than %.2f s, 99 %% than %.2f s,"
                        + " the latest %.0f s.",
                worst(minutes, Lateness::median),
                worst(minutes, Lateness::p99),
                worst(minutes, Lateness::most));
    }

    private static double worst(List<Lateness> minutes, ToDoubleFunction<Lateness> value) {
        return minutes.stream().mapToDouble(value).max().orElse(0);
    }

    private static String name(FleetSettings settings) {
        return String.format(
                Locale.ROOT, "%d nodes, %,d rounds at a time on each", settings.nodes(), settings.inFlight());
    }

    private void panel(double left, FleetRun run) {
        FleetSettings settings = run.settings();
        double minute = PANEL_WIDTH / settings.end().toMinutes();
        svg.open("g", "transform", "translate(" + number(left) + " " + number(TOP) + ")");
        svg.leaf("text", name(settings), "class", "name", "x", "0", "y", number(-20));
        double dies = settings.outage().from().toMinutes() * minute;
        double back = settings.outage().until().toMinutes() * minute;
        svg.empty(
                "rect",
                "class",
                "outage",
                "x",
                number(dies),
                "y",
                "0",
                "width",
                number(back - dies),
                "height",
                number(PANEL_HEIGHT));
        for (long tick = 0; tick <= settings.end().toMinutes(); tick += TICK_MINUTES) {
            String x = number(tick * minute);
            svg.leaf("text", tick + " min", "x", x, "y", number(PANEL_HEIGHT + 20), "text-anchor", "middle");
        }
        for (double tick : up.ticks()) {
            double y = PANEL_HEIGHT - up.place(tick);
            svg.empty("line", "class", "grid", "x1", "0", "x2", number(PANEL_WIDTH), "y1", number(y), "y2", number(y));
            String text = String.format(Locale.ROOT, tick < 1 ? "%.2f s" : "%,.0f s", tick);
            svg.leaf("text", text, "x", number(-8), "y", number(y + 4), "text-anchor", "end");
        }
        for (int curve = 0; curve < CURVES.size(); curve++) {
            svg.empty("path", "class", "curve c" + curve, "d", path(run.by(1), CURVES.get(curve), minute));
        }
        svg.close("g");
    }

    /** Through the middle of each minute. */
    private String path(List<Lateness> minutes, ToDoubleFunction<Lateness> value, double minute) {
        StringBuilder path = new StringBuilder();
        for (Lateness one : minutes) {
            double y = PANEL_HEIGHT - up.place(Math.max(LEAST, value.applyAsDouble(one)));
            path.append(path.isEmpty() ? "M" : "L")
                    .append(number((one.from() + 0.5) * minute))
                    .append(' ')
                    .append(number(y));
        }
        return path.toString();
    }

    private void legend() {
        double x = LEFT;
        double y = TOP + PANEL_HEIGHT + 52;
        for (int curve = 0; curve < NAMES.size(); curve++) {
            svg.empty("path", "class", "curve c" + curve, "d", "M" + number(x) + " " + number(y - 4) + "h28");
            svg.leaf("text", NAMES.get(curve), "x", number(x + 36), "y", number(y));
            x += 200;
        }
        svg.empty("rect", "class", "outage", "x", number(x), "y", number(y - 12), "width", "28", "height", "16");
        svg.leaf("text", "one of the nodes is dead", "x", number(x + 36), "y", number(y));
    }
}
