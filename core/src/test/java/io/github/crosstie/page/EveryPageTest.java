package io.github.crosstie.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.plan.SyncPlan;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every page owes to whoever opens it: by eye, by ear, by keyboard, and without asking anybody else for anything. */
class EveryPageTest {

    static Stream<Named<String>> pages() {
        SyncPlan first = SampleHouse.plans().get(0);
        SyncPlan second = SampleHouse.plan();
        return Stream.of(
                Named.of("status", SampleHouse.status().html()),
                Named.of("status of whom others named", SampleHouse.hostile().html()),
                Named.of("outcomes", OutcomePage.html("Run 10", SampleHouse.outcomes())),
                Named.of("plan", PlanPage.withValues(second)),
                Named.of("masked plan", PlanPage.masked(second)),
                Named.of("difference", PlanDifferencePage.withValues(first, second)),
                Named.of("difference of equal plans", PlanDifferencePage.masked(first, first)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    @DisplayName("S18: every element ends where it should")
    void isWellFormed(String html) {
        assertThat(new Markup(html).unclosed()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    @DisplayName("G6: nothing is loaded from anywhere, and nothing runs")
    void isSelfContained(String html) {
        assertThat(html)
                .contains("content=\"default-src &#39;none&#39;; ")
                .doesNotContain("<script", "<link", "<img", "<iframe", "url(", "@import", "http:", "https:");
        assertThat(new Markup(html).all("href=\"([^\"]*)\"")).allMatch(target -> target.startsWith("#"));
        assertThat(new Markup(html).all("<[a-z]+(?:\\s[a-zA-Z0-9:-]+=\"[^\"]*\")*\\s(?:on[a-z]+|src|srcset|action)="))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    @DisplayName("S18: each way within the page has an end, and each end is there once")
    void linksWithinItself(String html) {
        Markup page = new Markup(html);
        List<String> ids = page.all("\\sid=\"([^\"]*)\"");

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(page.all("href=\"#([^\"]*)\"")).isNotEmpty().isSubsetOf(ids);
        assertThat(page.all("aria-labelledby=\"([^\"]*)\"")).isNotEmpty().isSubsetOf(ids);
    }

    @ParameterizedTest
    @MethodSource("pages")
    @DisplayName("S18: it says its language and title, has its landmarks, and headings that skip no level")
    void hasAnOutline(String html) {
        Markup page = new Markup(html);
        List<Integer> levels =
                page.all("<h([1-6])[ >]").stream().map(Integer::valueOf).toList();

        assertThat(html).contains("<html lang=\"en\">");
        assertThat(page.all("<title>([^<]+)</title>\\s*<style>")).hasSize(1);
        for (String landmark : List.of("header", "main", "footer")) {
            assertThat(page.all("<" + landmark + "[ >]")).as(landmark).hasSize(1);
        }
        assertThat(levels).startsWith(1).containsOnlyOnce(1);
        for (int at = 1; at < levels.size(); at++) {
            assertThat(levels.get(at)).as("heading %d", at).isLessThanOrEqualTo(levels.get(at - 1) + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    @DisplayName("S18: each table has a caption and heads that say of what, and can be scrolled by keyboard")
    void hasTablesThatCanBeReadOut(String html) {
        Markup page = new Markup(html);

        assertThat(page.all("<table>")).hasSameSizeAs(page.all("<caption>[^<]+</caption>"));
        assertThat(page.all("<th[ >][^>]*")).allMatch(head -> head.matches(".*scope=\"(col|row|rowgroup)\".*"));
        assertThat(page.all("class=\"scroll\"[^>]*>"))
                .allMatch(area -> area.contains("tabindex=\"0\"") && area.contains("aria-label=\""));
    }

    @ParameterizedTest
    @MethodSource("pages")
    @DisplayName("S18: each drawing has a name or is silent, and each colour stands beside a word")
    void neverTellsByColourAlone(String html) {
        Markup page = new Markup(html);

        assertThat(page.all("<svg[^>]*>"))
                .isNotEmpty()
                .allMatch(drawing -> drawing.contains("aria-hidden=\"true\"") || drawing.contains("aria-label=\""));
        assertThat(page.all("class=\"chip [^\"]*\"><svg[^>]*><use[^>]*></use></svg>\\s*([^<]*)</span>"))
                .hasSameSizeAs(page.all("class=\"chip "))
                .noneMatch(String::isBlank);
    }
}
