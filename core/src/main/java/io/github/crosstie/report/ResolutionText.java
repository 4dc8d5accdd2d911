package io.github.crosstie.report;

import io.github.crosstie.assignment.Resolution;
import io.github.crosstie.assignment.ResolutionWarning;
import io.github.crosstie.assignment.Route;
import io.github.crosstie.assignment.RouteVerdict;

/** Why one user syncs by what, route by route, the winning one marked (A8). */
public final class ResolutionText {

    private ResolutionText() {}

    /**
     * Renders an explanation.
     *
     * @param resolution the explanation
     * @return the text
     */
    public static String of(Resolution resolution) {
        StringBuilder text = new StringBuilder();
        text.append("user ")
                .append(resolution.user())
                .append(' ')
                .append(summary(resolution))
                .append('\n');
        for (Route route : resolution.routes()) {
            text.append(route.verdict() == RouteVerdict.EFFECTIVE ? "  => " : "     ")
                    .append(Plain.text(route.path()))
                    .append("\n       ")
                    .append(Plain.text(route.configuration()))
                    .append(": ")
                    .append(route.verdict().reason())
                    .append('\n');
        }
        for (ResolutionWarning warning : resolution.warnings()) {
            text.append("  ! ").append(Plain.text(warning.message())).append('\n');
        }
        return text.toString();
    }

    private static String summary(Resolution resolution) {
        return switch (resolution.status()) {
            case SYNCING -> "syncs by " + Plain.text(resolution.configuration().orElseThrow());
            case DORMANT -> "does not sync: only inactive configurations claim them";
            case NOT_ASSIGNED -> "does not sync: no configuration claims them";
            case INACTIVE_USER -> "does not sync: the user is inactive";
        };
    }
}
