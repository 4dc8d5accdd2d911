package io.github.crosstie.examples.house;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.Crosstie;
import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.assignment.Enrollment;
import io.github.crosstie.configuration.AssignmentKind;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.dispatch.DispatchReport;
import io.github.crosstie.dispatch.DispatchSettings;
import io.github.crosstie.dispatch.Dispatched;
import io.github.crosstie.dispatch.Schedule;
import io.github.crosstie.plan.OutcomeCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hundreds of users between Salesforce on one side and Exchange and Graph on the other, in all weathers. It takes most of a minute, so
 * it runs once; {@code -Dhouse.seeds=3} runs it with that many seeds.
 */
@ParameterizedClass(name = "seed {0}")
@MethodSource("seeds")
class WholeHouseTest {

    private static final int THREADS = 4;
    private static final Set<OutcomeCode> CERTAIN = Set.of(
            OutcomeCode.DONE,
            OutcomeCode.CONFLICT_RESOLVED,
            OutcomeCode.RESTORED_AGAINST_DELETION,
            OutcomeCode.DETACHED);

    /** About how many requests there are while everybody is synced: at first, and later on. */
    private static final List<Requests> EXPECTED =
            List.of(new Requests(2300, 1700, 3500), new Requests(450, 400, 800), new Requests(450, 400, 800));

    private record Requests(int ofSalesforce, int ofExchange, int ofGraph) {}

    private final long seed;
    private final RandomGenerator random;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final House house = new House();
    private final Staff staff = Staff.of(house.salesforce.organization());
    private final People people;
    private DispatchReport last = new DispatchReport(new TreeMap<>(), Schedule.EMPTY);

    WholeHouseTest(long seed) {
        this.seed = seed;
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        people = new People(house, staff, random);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("house.seeds", 1));
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        house.close();
    }

    @Test
    @DisplayName("hundreds of users end in step, whatever goes wrong on the way")
    void endsInStep() {
        Crosstie crosstie = house.begin(staff);
        Map<String, AssignmentKind> deciding = deciding(crosstie);
        assertThat(deciding).isEqualTo(intended()).hasSizeGreaterThan(300).containsValues(AssignmentKind.values());

        people.fill();
        int faults = 0;
        for (Requests expected : EXPECTED) {
            people.act(this::isClean);
            faults += syncInStorm(crosstie, expected);
        }
        assertThat(faults).isGreaterThan(100);
        sync(crosstie);
        sync(crosstie);

        Map<String, Integer> before = house.requests();
        assertThat(sync(crosstie)).as("writes of a third sync, seed " + seed).isZero();
        // Two requests for a mailbox, and four for all of Salesforce.
        assertThat(sum(house.requests()) - sum(before)).isEqualTo(2 * deciding.size() + 4);
        assertThat(outcomes()).isEmpty();
        assertThat(sync(house.begin(staff)))
                .as("writes of a new process, seed " + seed)
                .isZero();

        Differences differences = people.differences();
        System.out.println(
                "seed " + seed + " in step: " + deciding.size() + " users, " + people.items() + " items, " + faults
                        + " faults, " + differences.lost().size() + " lost, "
                        + differences.extra().size()
                        + " duplicated; requests " + house.requests());
        assertThat(differences).as("seed " + seed).isEqualTo(Differences.NONE);
        assertThat(house.exchange.faults().calledTooEarly()).isZero();
        assertThat(house.graph.faults().calledTooEarly()).isZero();
        // Those that were under way already when the first one was refused.
        assertThat(house.salesforce.faults().calledTooEarly()).isLessThan(EXPECTED.size() * THREADS);
        assertThat(staff.all())
                .allSatisfy(
                        each -> assertThat(house.mailbox(each.address()).sent()).isEmpty());
    }

    private Map<String, AssignmentKind> deciding(Crosstie crosstie) {
        return crosstie.roster(house.organization())
                .enrollments()
                .collect(toMap(enrollment -> enrollment.user().value(), Enrollment::kind));
    }

    private Map<String, AssignmentKind> intended() {
        return staff.all().stream()
                .filter(hired -> hired.kind().isPresent())
                .collect(toMap(Staff.Hired::id, hired -> hired.kind().orElseThrow()));
    }

    private static int sum(Map<String, Integer> requests) {
        return requests.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Syncs everybody, and tells how many faults struck. */
    private int syncInStorm(Crosstie crosstie, Requests expected) {
        Storm storm = new Storm(house.clock, random, people::deed);
        storm.over(house.salesforce, expected.ofSalesforce());
        storm.over(house.exchange, expected.ofExchange());
        storm.over(house.graph, expected.ofGraph());
        sync(crosstie);
        int struck = storm.struck();
        house.salesforce.faults().clear();
        house.exchange.faults().clear();
        house.graph.faults().clear();
        // Whatever was left alone is due again.
        house.clock.advance(Duration.ofHours(2));
        return struck;
    }

    /** Syncs everybody whose time has come; tells how much was written. */
    private int sync(Crosstie crosstie) {
        house.clock.advance(Duration.ofMinutes(10));
        last = dispatched(crosstie);
        assertThat(last.mailboxes().values())
                .as("what was thrown, seed " + seed)
                .noneMatch(Dispatched.Failed.class::isInstance);
        return rounds(last.mailboxes().values().stream())
                .mapToInt(RoundReport::writes)
                .sum();
    }

    private DispatchReport dispatched(Crosstie crosstie) {
        try {
            return crosstie.syncAll(threads, DispatchSettings.DEFAULT.withInFlight(THREADS, THREADS), last.schedule())
                    .report()
                    .toCompletableFuture()
                    .get(5, TimeUnit.MINUTES);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the dispatch does not come to an end", e);
        }
    }

    private List<Outcome> outcomes() {
        return rounds(last.mailboxes().values().stream())
                .flatMap(round -> round.outcomes().stream())
                .toList();
    }

    private static Stream<RoundReport> rounds(Stream<Dispatched> mailboxes) {
        return mailboxes
                .filter(Dispatched.Ran.class::isInstance)
                .map(ran -> ((Dispatched.Ran) ran).result())
                .filter(SyncResult.Synced.class::isInstance)
                .flatMap(synced -> ((SyncResult.Synced) synced).rounds().values().stream());
    }

    /**
     * Whether a user's last sync came to its regular end, and it is known what became of each record: where a write's answer
     * was lost, the other side still counts as changed, and a change beats a deletion (S3).
     */
    private boolean isClean(String user) {
        Dispatched dispatched = last.mailboxes().get(new OrganizationUser(house.organization(), new UserId(user)));
        return dispatched instanceof Dispatched.Ran
                && rounds(Stream.of(dispatched))
                        .allMatch(round -> round.stopped().isEmpty()
                                && round.outcomes().stream().map(Outcome::code).allMatch(CERTAIN::contains));
    }
}
