package io.github.crosstie.benchmarks.scaling;

import static io.github.crosstie.benchmarks.scaling.SvgText.number;

import io.github.crosstie.benchmarks.goal.Unit;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Curves as an SVG drawing: time and memory side by side, both axes logarithmic, so that work whose cost grows with its size is a
 * straight line of slope one. Light or dark as the reader's system is; told apart by colour, by the form of the points and by name.
 */
public final class ScalingChart {

    /** What it is called, for those who cannot see it. */
    public static final String TITLE = "How time and memory grow with size";

    private static final double WIDTH = 990;
    private static final double HEIGHT = 440;
    private static final double PANEL_WIDTH = 380;
    private static final double PANEL_HEIGHT = 300;
    private static final double LEFT = 70;
    private static final double TOP = 60;
    private static final double GAP = 100;
    private static final double RADIUS = 4;

    private static final String STYLE = "svg{--ink:#1f2328;--faint:#d1d9e0;--ground:#fff;"
            + "--c0:#0969da;--c1:#bc4c00;--c2:#1a7f37;--c3:#8250df}"
            + "@media(prefers-color-scheme:dark){svg{--ink:#e6edf3;--faint:#3d444d;--ground:#0d1117;"
            + "--c0:#58a6ff;--c1:#f0883e;--c2:#3fb950;--c3:#bc8cff}}"
            + "text{font:13px system-ui,sans-serif;fill:var(--ink)}.name{font-weight:600}"
            + ".grid{stroke:var(--faint)}.curve{fill:none;stroke-width:2}"
            + ".c0{stroke:var(--c0)}.c1{stroke:var(--c1)}.c2{stroke:var(--c2)}.c3{stroke:var(--c3)}"
            + ".point{fill:var(--ground);stroke-width:2}";

    private final List<Curve> curves;
    private final SvgText svg = new SvgText();

    private ScalingChart(List<Curve> curves) {
        this.curves = curves;
    }

    /**
     * Draws the curves.
     *
     * @param curves what was measured, four subjects at most, with one point each at least
     * @return an SVG document
     */
    public static String of(List<Curve> curves) {
        return new ScalingChart(curves).draw();
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
        panel(LEFT, "Time of one run", Unit.TIME, Curve.Point::nanoseconds);
        panel(LEFT + PANEL_WIDTH + GAP, "Memory that the result keeps", Unit.MEMORY, Curve.Point::bytes);
        legend();
        svg.close("svg");
        return svg.toString();
    }

    private String description() {
        return "Two panels with logarithmic axes. "
                + curves.stream()
                        .map(curve -> {
                            Curve.Point last = curve.points().get(curve.points().size() - 1);
                            return String.format(
                                    Locale.ROOT,
                                    "%s: %,d %s take %s and keep %s.",
                                    curve.subject().name(),
                                    last.size(),
                                    curve.subject().counts(),
                                    Unit.TIME.text(last.nanoseconds()),
                                    Unit.MEMORY.text(last.bytes()));
                        })
                        .collect(Collectors.joining(" "));
    }

    private void panel(double left, String name, Unit unit, ToDoubleFunction<Curve.Point> value) {
        LogAxis across = axis(Curve.Point::size, PANEL_WIDTH);
        LogAxis up = axis(point -> Math.max(1, value.applyAsDouble(point)), PANEL_HEIGHT);
        svg.open("g", "transform", "translate(" + number(left) + " " + number(TOP) + ")");
        svg.leaf("text", name, "class", "name", "x", "0", "y", number(-20));
        for (double tick : across.ticks()) {
            String x = number(across.place(tick));
            svg.empty("line", "class", "grid", "x1", x, "x2", x, "y1", "0", "y2", number(PANEL_HEIGHT));
            svg.leaf(
                    "text",
                    String.format(Locale.ROOT, "%,.0f", tick),
                    "x",
                    x,
                    "y",
                    number(PANEL_HEIGHT + 20),
                    "text-anchor",
                    "middle");
        }
        for (double tick : up.ticks()) {
            double y = PANEL_HEIGHT - up.place(tick);
            svg.empty("line", "class", "grid", "x1", "0", "x2", number(PANEL_WIDTH), "y1", number(y), "y2", number(y));
            svg.leaf("text", unit.text(tick), "x", number(-8), "y", number(y + 4), "text-anchor", "end");
        }
        for (int number = 0; number < curves.size(); number++) {
            curve(number, across, up, value);
        }
        svg.close("g");
    }

    private LogAxis axis(ToDoubleFunction<Curve.Point> value, double length) {
        double[] values = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .mapToDouble(value)
                .sorted()
                .toArray();
        return LogAxis.over(values[0], values[values.length - 1], length);
    }

    private void curve(int number, LogAxis across, LogAxis up, ToDoubleFunction<Curve.Point> value) {
        StringBuilder path = new StringBuilder();
        for (Curve.Point point : curves.get(number).points()) {
            double x = across.place(point.size());
            double y = PANEL_HEIGHT - up.place(Math.max(1, value.applyAsDouble(point)));
            path.append(path.isEmpty() ? "M" : "L")
                    .append(number(x))
                    .append(' ')
                    .append(number(y));
        }
        svg.empty("path", "class", "curve c" + number, "d", path.toString());
        for (Curve.Point point : curves.get(number).points()) {
            mark(number, across.place(point.size()), PANEL_HEIGHT - up.place(Math.max(1, value.applyAsDouble(point))));
        }
    }

    /** A circle, square, diamond or triangle. */
    private void mark(int number, double x, double y) {
        double r = RADIUS;
        String path = switch (number) {
            case 0 ->
                String.format(
                        Locale.ROOT,
                        "M%.1f %.1fa%.1f %.1f 0 1 0 %.1f 0a%.1f %.1f 0 1 0 -%.1f 0z",
                        x - r,
                        y,
                        r,
                        r,
                        2 * r,
                        r,
                        r,
                        2 * r);
            case 1 -> String.format(Locale.ROOT, "M%.1f %.1fh%.1fv%.1fh-%.1fz", x - r, y - r, 2 * r, 2 * r, 2 * r);
            case 2 ->
                String.format(Locale.ROOT, "M%.1f %.1fl%.1f %.1fl-%.1f %.1fl-%.1f -%.1fz", x, y - r, r, r, r, r, r, r);
            default -> String.format(Locale.ROOT, "M%.1f %.1fl%.1f %.1fh-%.1fz", x, y - r, r, 2 * r, 2 * r);
        };
        svg.empty("path", "class", "point c" + number, "d", path);
    }

    private void legend() {
        double x = LEFT;
        double y = TOP + PANEL_HEIGHT + 52;
        for (int number = 0; number < curves.size(); number++) {
            Subject subject = curves.get(number).subject();
            mark(number, x + RADIUS, y - RADIUS);
            svg.leaf("text", subject.name() + " (" + subject.counts() + ")", "x", number(x + 16), "y", number(y));
            x += 210;
        }
    }
}
