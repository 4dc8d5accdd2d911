package io.github.crosstie.page;

import io.github.crosstie.report.Stage;
import java.util.Map;
import java.util.stream.Collectors;

/** How users are spread over the stages, as one bar. It is read out in numbers. */
final class StageBar {

    private static final double GAP = 0.35;

    private StageBar() {}

    static void write(Html html, Map<Stage, Integer> stages, String style) {
        int all = stages.values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) {
            return;
        }
        String words = Stage.worstFirst().stream()
                .filter(stages::containsKey)
                .map(stage -> stages.get(stage) + " " + Words.of(stage))
                .collect(Collectors.joining(", "));
        html.inside(
                "svg",
                () -> {
                    html.element("title", words);
                    segments(html, stages, all);
                },
                "class",
                style,
                "viewBox",
                "0 0 100 4",
                "preserveAspectRatio",
                "none",
                "role",
                "img",
                "aria-label",
                words);
    }

    private static void segments(Html html, Map<Stage, Integer> stages, int all) {
        double from = 0;
        for (Stage stage : Stage.worstFirst()) {
            double width = 100.0 * stages.getOrDefault(stage, 0) / all;
            if (width > 0) {
                html.element(
                        "rect",
                        "",
                        "class",
                        Words.color(stage),
                        "x",
                        Table.decimal(from),
                        "width",
                        Table.decimal(Math.max(0.4, width - (from + width < 99.9 ? GAP : 0))),
                        "height",
                        "4");
            }
            from += width;
        }
    }
}
