package io.github.crosstie.report;

import io.github.crosstie.report.ResolutionDiagram.Way;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ways that meet, as a Mermaid flowchart: one node for each station, however many ways lead over it. */
final class MermaidChart {

    private final Map<String, String> nodes = new LinkedHashMap<>();
    private final Set<String> edges = new HashSet<>();
    private final StringBuilder text = new StringBuilder("flowchart LR\n");

    private MermaidChart() {}

    static String of(List<Way> ways) {
        MermaidChart chart = new MermaidChart();
        ways.forEach(chart::way);
        ways.stream().filter(Way::wins).forEach(chart::bold);
        return chart.text.toString();
    }

    private void way(Way way) {
        List<String> stations = way.stations();
        String from = node(stations.get(0));
        for (int at = 1; at < stations.size(); at++) {
            String to = node(stations.get(at));
            String reason = at == 1 && !way.wins() ? "|\"" + escaped(way.reason()) + "\"|" : "";
            if (edges.add(from + ' ' + to)) {
                line(from + (way.wins() ? " ==> " : " -.->" + reason + ' ') + to);
            }
            from = to;
        }
    }

    private String node(String station) {
        String known = nodes.get(station);
        if (known != null) {
            return known;
        }
        String node = "n" + nodes.size();
        nodes.put(station, node);
        line(node + "[\"" + escaped(station) + "\"]");
        return node;
    }

    private void bold(Way way) {
        way.stations().forEach(station -> line("style " + node(station) + " font-weight:bold,stroke-width:3px"));
    }

    private void line(String line) {
        text.append("  ").append(line).append('\n');
    }

    /** What Mermaid could take for more than text goes by its number. */
    private static String escaped(String station) {
        StringBuilder escaped = new StringBuilder();
        Plain.text(station).codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point) || " _-.,:∋⊃".indexOf(point) >= 0) {
                escaped.appendCodePoint(point);
            } else {
                escaped.append('#').append(point).append(';');
            }
        });
        return escaped.toString();
    }
}
