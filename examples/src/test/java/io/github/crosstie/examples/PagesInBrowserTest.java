package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.page.OutcomePage;
import io.github.crosstie.page.PlanDifferencePage;
import io.github.crosstie.page.PlanPage;
import io.github.crosstie.page.StatusPage;
import io.github.crosstie.report.OrganizationStatus;
import io.github.crosstie.report.UserStatus;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a browser makes of the pages. The pictures in {@code docs} are those that this test leaves in {@code target/pages}, in fewer colours. */
class PagesInBrowserTest {

    private static final TroubledHouse HOUSE = new TroubledHouse();
    private static final int WIDTH = 1400;
    private static final int HEIGHT = 1240;

    @TempDir
    private Path folder;

    private Optional<Browser> found = Optional.empty();

    @BeforeEach
    void findABrowser() {
        found = Browser.find(folder);
        assumeTrue(found.isPresent(), "no Chromium or Chrome on the search path: nobody looks at the pages");
    }

    @Test
    @DisplayName("S18: the status is painted, dark ink on light paper and light ink on dark paper")
    void paintsTheStatus() throws IOException {
        String html = PagesCommand.statusPage(HOUSE);

        BufferedImage light = picture(html, false, "status-light");
        BufferedImage dark = picture(html, true, "status-dark");

        assertThat(brightness(light.getRGB(2, 2))).isGreaterThan(230);
        assertThat(brightness(dark.getRGB(2, 2))).isLessThan(40);
        for (BufferedImage image : new BufferedImage[] {light, dark}) {
            assertThat(image.getWidth()).isEqualTo(WIDTH);
            assertThat(colors(image))
                    .as("a page with text and drawings has many colours")
                    .isGreaterThan(100);
            assertThat(differing(image))
                    .as("share of pixels that are not paper")
                    .isBetween(0.02, 0.6);
        }
        assertThat(painted(light, 0xcf3a3a)).as("bars of who failed").isGreaterThan(2_000);
        assertThat(painted(light, 0x2f8f5b)).as("bars of who is in sync").isGreaterThan(2_000);
        assertThat(painted(dark, 0xd9534f)).as("bars of who failed").isGreaterThan(2_000);
    }

    @Test
    @DisplayName("S18: the browser finds everything in the status, each section by its title")
    void understandsTheStatus() throws IOException {
        String dom = browser().dom(PagesCommand.statusPage(HOUSE));

        assertThat(count(dom, "<h2 ")).isEqualTo(9);
        assertThat(count(dom, "<section aria-labelledby=")).isEqualTo(9);
        assertThat(count(dom, "class=\"tile\""))
                .as("nine at the top, six of a plan")
                .isEqualTo(15);
        assertThat(dom)
                .contains("In sync", "Retrying", "Held", "Failed", "Not started", "3 h 25 min")
                .contains("AUTH_EXPIRED", "VALIDATION_REJECTED", "Active in", "25 deletions")
                .contains(HOUSE.held().get(0).token().toString());
        assertThat(dom).doesNotContain("<script", "http:", "https:");
    }

    @Test
    @DisplayName("G6: what others typed is text on a page, whatever it looks like")
    void takesNothingForMarkup() throws IOException {
        String dom = browser().dom(hostile());

        assertThat(dom)
                .contains("&lt;img src=x onerror=alert(1)&gt;", "\"&gt;&lt;/style&gt;&lt;script&gt;")
                .doesNotContain("<img", "<script");
        assertThat(count(dom, "<style>")).isEqualTo(1);
    }

    @Test
    @DisplayName("S19, G1: outcomes and plans are painted too")
    void paintsOutcomesAndPlans() throws IOException {
        BufferedImage outcomes =
                picture(OutcomePage.html("Larkspur, run-2", HOUSE.outcomes()), false, "outcomes-light");
        BufferedImage plan = picture(PlanPage.withValues(HOUSE.plan()), true, "plan-dark");
        BufferedImage difference =
                picture(PlanDifferencePage.withValues(HOUSE.plan(), HOUSE.laterPlan()), false, "difference-light");

        assertThat(differing(outcomes)).isBetween(0.02, 0.6);
        assertThat(brightness(plan.getRGB(2, 2))).isLessThan(40);
        assertThat(differing(plan)).isBetween(0.02, 0.6);
        assertThat(differing(difference)).isBetween(0.02, 0.6);
    }

    /** Names and reasons that would be markup if they were not text. */
    private static String hostile() {
        String image = "<img src=x onerror=alert(1)>";
        String script = "\"></style><script>alert(1)</script>";
        OrganizationId organization = new OrganizationId(script);
        UserStatus user = new UserStatus(organization, new UserId(image), null, Instant.EPOCH, List.of(), image);
        return StatusPage.of(script, List.of(new OrganizationStatus(organization, Instant.EPOCH, List.of(user))))
                .html();
    }

    private Browser browser() {
        return found.orElseThrow();
    }

    private BufferedImage picture(String html, boolean dark, String name) throws IOException {
        Path pages = Files.createDirectories(Path.of("target", "pages"));
        return browser().screenshot(html, dark, WIDTH, HEIGHT, pages.resolve(name + ".png"));
    }

    private static int brightness(int color) {
        return ((color >> 16 & 0xff) + (color >> 8 & 0xff) + (color & 0xff)) / 3;
    }

    private static IntStream pixels(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .map(at -> image.getRGB(at % image.getWidth(), at / image.getWidth()) & 0xffffff);
    }

    private static long colors(BufferedImage image) {
        return pixels(image).distinct().count();
    }

    private static long painted(BufferedImage image, int color) {
        return pixels(image).filter(pixel -> pixel == color).count();
    }

    /** The share of what is neither the page nor the paper of tables and cards: the most frequent two colours. */
    private static double differing(BufferedImage image) {
        int page = image.getRGB(2, 2) & 0xffffff;
        long all = (long) image.getWidth() * image.getHeight();
        long paper = Math.max(painted(image, 0xffffff), painted(image, 0x1b1f24));
        return (all - painted(image, page) - paper) / (double) all;
    }

    private static long count(String text, String part) {
        return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }
}
