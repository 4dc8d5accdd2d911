package io.github.crosstie.page;

import io.github.crosstie.report.Stage;
import java.util.Map;

/** Large numbers with a word each. */
final class Tiles {

    private final Html html;

    Tiles(Html html) {
        this.html = html;
    }

    void write(Runnable tiles) {
        html.inside("dl", tiles, "class", "tiles");
    }

    void tile(Icon icon, String color, String name, Object value) {
        tile(icon, color, name, value, "");
    }

    /** A tile whose value is more than a number. */
    void words(Icon icon, String name, Object value) {
        tile(icon, "", name, value, "words");
    }

    /** A tile for each stage that anybody is at. */
    void stages(Map<Stage, Integer> stages) {
        Stage.worstFirst().stream()
                .filter(stages::containsKey)
                .forEach(stage -> tile(
                        Words.icon(stage),
                        Words.color(stage),
                        Words.of(stage),
                        Words.grouped(stages.getOrDefault(stage, 0))));
    }

    private void tile(Icon icon, String color, String name, Object value, String style) {
        html.inside(
                "div",
                () -> html.inside("dt", () -> {
                            html.inside("span", () -> icon.put(html), "class", color);
                            html.text(name);
                        })
                        .element("dd", value, "class", style),
                "class",
                "tile");
    }
}
