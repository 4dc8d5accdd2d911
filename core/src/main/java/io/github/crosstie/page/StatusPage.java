package io.github.crosstie.page;

import io.github.crosstie.apply.HeldDeletions;
import io.github.crosstie.conflict.Conflict;
import io.github.crosstie.fault.Incubating;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.report.Cause;
import io.github.crosstie.report.OrganizationStatus;
import io.github.crosstie.report.OutcomeReport;
import io.github.crosstie.report.StatusSummary;
import io.github.crosstie.report.UserStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How everybody fares, as one page (S18): at a glance, by configuration, who lags, user by user, what is in the way with its remedy, which
 * deletions wait, what came of the last rounds, what the next would do, and what clashes. Of very many, a page shows those that matter most and says how many more there are.
 *
 * <p>Not thread-safe while it is put together. Shows ids, stages, numbers and reasons; personal data only if the outcomes that it is given hold some.
 */
@Incubating
public final class StatusPage {

    /** How many users, conflicts or causes a page shows at most, the worst first. */
    public static final int MOST = 200;

    private final String title;
    private final List<OrganizationStatus> organizations;
    private final List<UserStatus> users;
    private List<Conflict> conflicts = List.of();
    private List<HeldDeletions> held = List.of();
    private List<SyncPlan> plans = List.of();
    private OutcomeReport outcomes = OutcomeReport.EMPTY;

    private StatusPage(String title, List<OrganizationStatus> organizations) {
        this.title = Objects.requireNonNull(title, "title");
        this.organizations = List.copyOf(organizations);
        users = this.organizations.stream()
                .flatMap(each -> each.users().stream())
                .toList();
    }

    /**
     * Starts a page.
     *
     * @param title what it is about, such as the company's name
     * @param organizations how the organizations fare, at least one
     * @return a page, to which more can be added before it is written
     * @throws IllegalArgumentException if there is no organization
     */
    public static StatusPage of(String title, List<OrganizationStatus> organizations) {
        if (organizations.isEmpty()) {
            throw new IllegalArgumentException("a status page of no organization: give at least one");
        }
        return new StatusPage(title, organizations);
    }

    /**
     * Adds what clashes.
     *
     * @param found the conflicts, the worst first, as a {@link io.github.crosstie.conflict.ConflictReport} has them
     * @return this page
     */
    public StatusPage conflicts(List<Conflict> found) {
        conflicts = List.copyOf(found);
        return this;
    }

    /**
     * Adds the deletions that wait for a person.
     *
     * @param waiting what is held
     * @return this page
     */
    public StatusPage held(List<HeldDeletions> waiting) {
        held = waiting.stream()
                .sorted(Comparator.comparing(HeldDeletions::since))
                .toList();
        return this;
    }

    /**
     * Adds what rounds would do, such as of those who have not begun. Values are masked.
     *
     * @param planned the plans, in the order in which they are shown; of very many, and of very large ones, the beginning
     * @return this page
     */
    public StatusPage plans(List<SyncPlan> planned) {
        plans = List.copyOf(planned);
        return this;
    }

    /**
     * Adds what came of the last rounds: how often each outcome, and by cause what was not done, warnings and errors alone.
     *
     * @param report the outcomes
     * @return this page
     */
    public StatusPage outcomes(OutcomeReport report) {
        outcomes = Objects.requireNonNull(report, "report");
        return this;
    }

    /**
     * Writes the page. The same values give the same text.
     *
     * @return a whole HTML document, to be kept or sent in UTF-8
     */
    public String html() {
        Page page = new Page();
        Html html = page.html();
        Who who = Who.among(Stream.concat(
                organizations.stream().map(OrganizationStatus::organization),
                outcomes.lines().stream().map(line -> line.context().user().organization())));
        page.section("overview", "Overview", () -> overview(html));
        page.section(
                "configurations",
                "By configuration",
                () -> organizations.forEach(each -> new ConfigurationTable(html).write(each)));
        page.section("lag", "Lag", () -> new LagChart(html, who).write(users));
        page.section("users", "Users", () -> new UserTable(html, who).write(users));
        List<Cause> causes = Cause.of(users);
        if (!causes.isEmpty()) {
            page.section("causes", "What is in the way", () -> new CauseCards(html).write(causes));
        }
        if (!held.isEmpty()) {
            page.section("held", "Held deletions", () -> new HeldTable(html).write(held));
        }
        if (!outcomes.lines().isEmpty() || outcomes.omitted() > 0) {
            page.section("outcomes", "What came of it", () -> new OutcomeCards(html, who).write(outcomes));
        }
        if (!plans.isEmpty()) {
            page.section("plans", "Plans", () -> new PlanCards(html).write(plans));
        }
        if (!conflicts.isEmpty()) {
            page.section("conflicts", "Conflicts", () -> new ConflictCards(html).write(conflicts));
        }
        return page.write(title, () -> {
            html.text("Sync status, ");
            Words.moment(html, at(), "");
        });
    }

    private Instant at() {
        return organizations.stream()
                .map(OrganizationStatus::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private void overview(Html html) {
        StatusSummary all = StatusSummary.of(users);
        Tiles tiles = new Tiles(html);
        tiles.write(() -> {
            tiles.tile(Icon.PEOPLE, "", "Users", Words.grouped(all.users()));
            tiles.stages(all.stages());
            users.stream()
                    .flatMap(each -> each.lag().stream())
                    .max(Comparator.naturalOrder())
                    .ifPresent(lag -> tiles.words(Icon.CLOCK, "Greatest lag", lag));
            if (!conflicts.isEmpty()) {
                tiles.tile(Icon.WARNING, "", "Conflicts", Words.grouped(conflicts.size()));
            }
            if (!held.isEmpty()) {
                long waiting =
                        held.stream().mapToLong(each -> each.deletions().size()).sum();
                tiles.tile(Icon.PAUSE, "", "Held deletions", Words.grouped(waiting));
            }
        });
        StageBar.write(html, all.stages(), "bar");
    }

    /** The worst first, over all organizations. */
    static List<UserStatus> worstFirst(List<UserStatus> users) {
        List<UserStatus> sorted = new ArrayList<>(users);
        sorted.sort(UserStatus.WORST_FIRST);
        return sorted;
    }

    /** What a list leaves out, if anything. */
    static void more(Html html, int all, String what) {
        if (all > MOST) {
            html.element("p", "and " + Words.grouped(all - MOST) + " more " + what, "class", "quiet");
        }
    }

    /** The first ids of many. */
    static String some(Stream<String> ids, int all, int most) {
        String first = String.join(", ", ids.limit(most).toList());
        return all > most ? first + " and " + Words.grouped(all - most) + " more" : first;
    }
}
