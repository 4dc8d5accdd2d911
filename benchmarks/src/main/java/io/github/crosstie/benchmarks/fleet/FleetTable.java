package io.github.crosstie.benchmarks.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How late rounds began as Markdown: what was run in a sentence, then a row for every five minutes. */
public final class FleetTable {

    private static final int STEP = 5;

    private FleetTable() {}

    /**
     * The text.
     *
     * @param run what was run
     * @return its lines
     */
    public static List<String> markdown(FleetRun run) {
        List<String> lines = new ArrayList<>();
        lines.add(sentence(run.settings()));
        lines.add("");
        lines.add("| minutes | rounds | half no later than | 99 % | the latest | overdue at the end |");
        lines.add("|--:|--:|--:|--:|--:|--:|");
        run.by(STEP).forEach(step -> lines.add(row(step)));
        return lines;
    }

    private static String sentence(FleetSettings settings) {
        FleetSettings.Outage outage = settings.outage();
        return String.format(
                Locale.ROOT,
                "**%,d rounds at a time on each of %d nodes**, for %,d mailboxes every %.1f minutes; %,.0f are under"
                        + " way in the mean, %.0f %% of what %d nodes can and %.0f %% of what %d can. One dies at"
                        + " minute %d and is back at minute %d.",
                settings.inFlight(),
                settings.nodes(),
                settings.mailboxes(),
                settings.secondsBetweenRounds() / 60,
                settings.underWay(),
                share(settings, settings.nodes()),
                settings.nodes(),
                share(settings, settings.nodes() - 1),
                settings.nodes() - 1,
                outage.from().toMinutes(),
                outage.until().toMinutes());
    }

    private static double share(FleetSettings settings, int nodes) {
        return 100 * settings.underWay() / (settings.inFlight() * nodes);
    }

    private static String row(Lateness step) {
        return String.format(
                Locale.ROOT,
                "| %d–%d | %,d | %s | %s | %s | %,d |",
                step.from(),
                step.to(),
                step.rounds(),
                seconds(step.median()),
                seconds(step.p99()),
                seconds(step.most()),
                step.overdue());
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 9.995 ? "%.2f s" : "%,.0f s", seconds);
    }
}
