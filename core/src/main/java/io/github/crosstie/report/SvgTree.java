package io.github.crosstie.report;

import io.github.crosstie.report.ResolutionDiagram.Way;
import java.util.List;

/** Ways that end at one place, as a drawing: a row for each way, its reason below it, the common end at the right. */
final class SvgTree {

    private static final int CHARACTER = 8;
    private static final int PADDING = 12;
    private static final int GAP = 36;
    private static final int BOX = 30;
    private static final int ROW = 72;
    private static final int MARGIN = 16;

    private final List<Way> ways;
    private final StringBuilder svg = new StringBuilder();
    private int right = MARGIN;

    private SvgTree(List<Way> ways) {
        this.ways = ways;
    }

    static String of(String title, List<Way> ways) {
        return new SvgTree(ways).drawn(title);
    }

    private String drawn(String title) {
        for (Way way : ways) {
            right = Math.max(right, end(way));
        }
        String goal = last(ways.get(0));
        int height = 2 * MARGIN + ways.size() * ROW;
        int width = right + width(goal) + MARGIN;
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width
                + "\" height=\"" + height + "\" role=\"img\" font-family=\"monospace\" font-size=\"13\">");
        line("<title>" + escaped(title) + "</title>");
        int middle = MARGIN + (ways.size() * ROW - ROW + BOX) / 2;
        for (int row = 0; row < ways.size(); row++) {
            way(ways.get(row), MARGIN + row * ROW, middle);
        }
        box(goal, right, middle - BOX / 2, ways.stream().anyMatch(Way::wins));
        line("</svg>");
        return svg.toString();
    }

    private static String last(Way way) {
        return way.stations().get(way.stations().size() - 1);
    }

    private static List<String> before(Way way) {
        return way.stations().subList(0, way.stations().size() - 1);
    }

    /** Where the common end can begin as far as this way goes; its reason must have room, too. */
    private static int end(Way way) {
        int end = MARGIN;
        for (String station : before(way)) {
            end += width(station) + GAP;
        }
        return Math.max(end, MARGIN + width(way.reason()) + GAP);
    }

    private static int width(String text) {
        return 2 * PADDING + CHARACTER * text.codePointCount(0, text.length());
    }

    private void way(Way way, int top, int middle) {
        int left = MARGIN;
        List<String> stations = before(way);
        for (int at = 0; at < stations.size(); at++) {
            box(stations.get(at), left, top, way.wins());
            left += width(stations.get(at));
            boolean more = at + 1 < stations.size();
            edge(left, top + BOX / 2, more ? left + GAP : right, more ? top + BOX / 2 : middle, way.wins());
            left += GAP;
        }
        text(way.reason(), MARGIN + PADDING, top + BOX + 16, way.wins());
    }

    private void box(String label, int left, int top, boolean bold) {
        line("<rect x=\"" + left + "\" y=\"" + top + "\" width=\"" + width(label) + "\" height=\"" + BOX
                + "\" rx=\"5\" fill=\"#ffffff\" stroke=\"#333333\" stroke-width=\"" + (bold ? 3 : 1) + "\"/>");
        text(label, left + PADDING, top + 20, bold);
    }

    private void edge(int fromX, int fromY, int toX, int toY, boolean bold) {
        line("<line x1=\"" + fromX + "\" y1=\"" + fromY + "\" x2=\"" + toX + "\" y2=\"" + toY
                + "\" stroke=\"#333333\" stroke-width=\"" + (bold ? "3\"" : "1\" stroke-dasharray=\"4 3\"") + "/>");
    }

    private void text(String text, int left, int base, boolean bold) {
        line("<text x=\"" + left + "\" y=\"" + base + "\" fill=\"#111111\"" + (bold ? " font-weight=\"bold\"" : "")
                + ">" + escaped(text) + "</text>");
    }

    private void line(String line) {
        svg.append(line).append('\n');
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        Plain.text(text).codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(inXml(point) ? point : '?');
            }
        });
        return escaped.toString();
    }

    /** Halves of characters, and two code points that are none, stand in no XML. */
    private static boolean inXml(int point) {
        return Character.getType(point) != Character.SURROGATE && (point & 0xFFFE) != 0xFFFE;
    }
}
