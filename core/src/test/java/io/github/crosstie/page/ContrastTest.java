package io.github.crosstie.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether ink can be told from paper, by the measure of the Web Content Accessibility Guidelines. */
class ContrastTest {

    private static final Pattern COLOUR = Pattern.compile("--([a-z0-9-]+): #([0-9a-f]{6})");
    private static final int LIGHT = 0;
    private static final int DARK = 1;

    private static final Map<String, Integer> LIGHT_COLOURS = colours(LIGHT);
    private static final Map<String, Integer> DARK_COLOURS = colours(DARK);

    private static Map<String, Integer> colours(int theme) {
        Map<String, Integer> colours = new HashMap<>();
        Matcher found = COLOUR.matcher(Style.CSS.split("prefers-color-scheme: dark", 2)[theme]);
        while (found.find()) {
            colours.putIfAbsent(found.group(1), Integer.valueOf(found.group(2), 16));
        }
        return colours;
    }

    @ParameterizedTest
    @DisplayName("S18: text can be read on what is behind it, in the light and in the dark")
    @CsvSource({
        "ink, page", "ink, paper", "quiet, page", "quiet, paper", "link, page", "link, paper",
        "good, good-paper", "run, run-paper", "idle, idle-paper", "wait, wait-paper", "held, held-paper",
                "bad, bad-paper",
        "good, paper", "run, paper", "idle, paper", "wait, paper", "held, paper", "bad, paper"
    })
    void textCanBeRead(String ink, String paper) {
        for (Map<String, Integer> theme : List.of(LIGHT_COLOURS, DARK_COLOURS)) {
            assertThat(contrast(theme, ink, paper))
                    .as("contrast of %s on %s", ink, paper)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @DisplayName("S18: bars and borders can be told from the paper, in the light and in the dark")
    @ValueSource(strings = {"good", "run", "run-2", "idle", "wait", "held", "bad"})
    void barsCanBeSeen(String colour) {
        String fill = colour.equals("run-2") ? "run-fill-2" : colour + "-fill";
        for (Map<String, Integer> theme : List.of(LIGHT_COLOURS, DARK_COLOURS)) {
            assertThat(contrast(theme, fill, "paper"))
                    .as("contrast of a bar in %s", colour)
                    .isGreaterThanOrEqualTo(3);
        }
    }

    private static double contrast(Map<String, Integer> theme, String one, String other) {
        double first = luminance(theme.getOrDefault(one, 0));
        double second = luminance(theme.getOrDefault(other, 0));
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 0xff)
                + 0.7152 * linear(colour >> 8 & 0xff)
                + 0.0722 * linear(colour & 0xff);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
