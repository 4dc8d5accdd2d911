package io.github.crosstie.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class FleetChartTest {

    private static final FleetRun RUN = run();

    private final String svg = FleetChart.of(List.of(RUN));

    @Test
    void isADocumentWithTitleAndDescriptionForThoseWhoCannotSeeIt() throws Exception {
        assertThat(parsed().getDocumentElement().getAttribute("aria-labelledby"))
                .isEqualTo("title description");
        assertThat(text("title")).isEqualTo(FleetChart.TITLE);
        assertThat(text("desc"))
                .contains(
                        "4 nodes, 10 rounds at a time on each: at the worst half of a minute's rounds are no later than"
                                + " 1.00 s, 99 % than 600.00 s, the latest 600 s.");
    }

    @Test
    void drawsThreeCurvesAndTheirNames() {
        assertThat(svg).contains("curve c0", "curve c1", "curve c2", "half no later than", "the latest");
        // Upwards to a thousand seconds from a hundredth in five steps of 60 pixels: 1 s is at 180, 600 s at 13.3.
        assertThat(svg).contains("class=\"curve c2\" d=\"M3.3 180.0L9.8 13.3\"");
    }

    @Test
    void shadesTheTimeWithoutTheNode() {
        assertThat(svg).contains("class=\"outage\" x=\"130.0\" y=\"0\" width=\"130.0\"");
    }

    @Test
    void isDarkWhereTheReadersSystemIs() {
        assertThat(svg).contains("@media(prefers-color-scheme:dark)");
    }

    @Test
    void theTableTellsTheSameByFiveMinutes() {
        LatenessLog log = new LatenessLog();
        log.began(0, 12_500);
        List<String> lines = FleetTable.markdown(new FleetRun(RUN.settings(), log, List.of(0, 0, 0, 0, 1_234)));

        assertThat(lines.get(0))
                .contains(
                        "10 rounds at a time on each of 4 nodes",
                        "every 10.5 minutes; 9 are under way",
                        "24 % of what 4 nodes can and 32 %");
        assertThat(lines).last().isEqualTo("| 0–5 | 1 | 13 s | 13 s | 13 s | 1,234 |");
    }

    private static FleetRun run() {
        LatenessLog log = new LatenessLog();
        log.began(0, 1_000);
        log.began(60_000, 60_010);
        log.began(60_000, 60_010);
        log.began(-540_000 + 1_000, 60_000 + 1_000);
        return new FleetRun(FleetTest.settings(10, 1), log, List.of(0, 0));
    }

    private Document parsed() throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private String text(String element) throws Exception {
        return parsed().getElementsByTagName(element).item(0).getTextContent();
    }
}
