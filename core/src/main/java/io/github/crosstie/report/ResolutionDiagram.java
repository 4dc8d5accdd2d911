package io.github.crosstie.report;

import io.github.crosstie.assignment.Resolution;
import io.github.crosstie.assignment.Route;
import io.github.crosstie.assignment.RouteVerdict;
import io.github.crosstie.assignment.WitnessPath;
import io.github.crosstie.fault.Incubating;
import java.util.ArrayList;
import java.util.List;

/**
 * Why one user syncs by what, as a picture: from each configuration that claims the user, by what it lists and what that
 * holds, to the user; the winning way bold, the others with the reason why they lost (A8). Names are escaped: whatever an admin
 * typed, it is text.
 */
@Incubating
public final class ResolutionDiagram {

    private ResolutionDiagram() {}

    /**
     * Renders an explanation as a Mermaid flowchart.
     *
     * @param resolution the explanation
     * @return the source of the flowchart, which ends with a line break
     */
    public static String mermaid(Resolution resolution) {
        return MermaidChart.of(ways(resolution));
    }

    /**
     * Renders an explanation as an SVG image that stands by itself: no script, no style sheet, no font to load.
     *
     * @param resolution the explanation
     * @return the image, as an element that stands in a file of its own or in a page
     */
    public static String svg(Resolution resolution) {
        return SvgTree.of("Why user " + resolution.user() + " syncs, or not", ways(resolution));
    }

    /** One way to the user. */
    record Way(List<String> stations, String reason, boolean wins) {}

    private static List<Way> ways(Resolution resolution) {
        String user =
                "user " + resolution.user() + ": " + resolution.status().name().replace('_', ' ');
        List<Way> ways = new ArrayList<>();
        for (Route route : resolution.routes()) {
            List<String> stations = new ArrayList<>();
            stations.add("configuration " + route.configuration());
            for (WitnessPath.Step step : route.path().steps()) {
                stations.add(step.toString());
            }
            stations.add(user);
            ways.add(new Way(stations, route.verdict().reason(), route.verdict() == RouteVerdict.EFFECTIVE));
        }
        if (ways.isEmpty()) {
            ways.add(new Way(List.of(user), "no configuration claims the user", false));
        }
        return ways;
    }
}
