package io.github.crosstie.benchmarks.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ScalingChartTest {

    private static final List<Curve> CURVES = List.of(
            curve("resolve", point(1_000, 1e5, 1e4), point(10_000, 1e6, 1e5)),
            curve("diff & <plan>", point(1_000, 2e5, 3e4), point(10_000, 4e6, 0)));

    private final String svg = ScalingChart.of(CURVES);

    @Test
    void isADocumentWithTitleAndDescriptionForThoseWhoCannotSeeIt() throws Exception {
        Element root = parsed().getDocumentElement();

        assertThat(root.getTagName()).isEqualTo("svg");
        assertThat(root.getAttribute("aria-labelledby")).isEqualTo("title description");
        assertThat(text("title")).isEqualTo(ScalingChart.TITLE);
        assertThat(text("desc"))
                .contains("resolve: 10,000 users take 1 ms and keep 100 kB.")
                .contains("diff & <plan>: 10,000 users take 4 ms and keep 0 B.");
    }

    @Test
    void drawsEachCurveInBothPanelsWithAMarkForEachPoint() throws Exception {
        assertThat(svg.split("class=\"curve c0\"", -1)).hasSize(3);
        assertThat(svg.split("class=\"curve c1\"", -1)).hasSize(3);
        // Two points in two panels, and one in the legend.
        assertThat(svg.split("class=\"point c1\"", -1)).hasSize(2 * 2 + 1 + 1);
    }

    @Test
    void drawsWorkWhoseCostGrowsWithItsSizeAsAStraightLineUpwards() {
        String one = ScalingChart.of(
                List.of(curve("resolve", point(1_000, 1e5, 1e4), point(10_000, 1e6, 1e5), point(100_000, 1e7, 1e6))));

        assertThat(one).contains("d=\"M0.0 300.0L190.0 150.0L380.0 0.0\"");
    }

    @Test
    void isDarkWhereTheReadersSystemIs() {
        assertThat(svg).contains("@media(prefers-color-scheme:dark)");
    }

    private Document parsed() throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private String text(String element) throws Exception {
        return parsed().getElementsByTagName(element).item(0).getTextContent();
    }

    private static Curve curve(String name, Curve.Point... points) {
        return new Curve(new Subject(name, "users", "work.", size -> () -> size), List.of(points), "That is all.");
    }

    private static Curve.Point point(int size, double nanoseconds, double bytes) {
        return new Curve.Point(size, nanoseconds, bytes);
    }
}
