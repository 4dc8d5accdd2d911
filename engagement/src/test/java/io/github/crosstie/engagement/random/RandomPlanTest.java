package io.github.crosstie.engagement.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.assignment.SetMembership;
import io.github.crosstie.assignment.WitnessPath;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.DeletionGuard;
import io.github.crosstie.configuration.EngagementSet;
import io.github.crosstie.engagement.UserSync;
import io.github.crosstie.engagement.apply.ApplyReport;
import io.github.crosstie.engagement.connector.ObservedUnit;
import io.github.crosstie.engagement.guard.DemotionGuard;
import io.github.crosstie.engagement.guard.RoleOrder;
import io.github.crosstie.engagement.json.UserSyncPlanJson;
import io.github.crosstie.engagement.memory.InMemoryLedgers;
import io.github.crosstie.engagement.plan.PlanDifference;
import io.github.crosstie.engagement.plan.SetRoute;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.engagement.planner.PersonView;
import io.github.crosstie.engagement.planner.UserSyncPlanner;
import io.github.crosstie.engagement.planner.UserSyncSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RandomPlanTest {

    private static final UserSyncSettings SETTINGS = UserSyncSettings.DEFAULT.with(new DemotionGuard(
            new DeletionGuard(Integer.MAX_VALUE, Integer.MAX_VALUE, 1, Duration.ofDays(1)), RoleOrder.DEFAULT));

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static List<ObservedUnit> observed(RandomCompany company) {
        List<ObservedUnit> all = new ArrayList<>();
        for (BusinessUnit unit : company.units) {
            all.add(ObservedUnit.read(unit.id(), company.engagement.open(unit.id()), RandomCompany.NOW));
        }
        return all;
    }

    private static UserSyncPlanner planner(RandomCompany company) {
        return UserSyncPlanner.create(company.directory, company.units, observed(company), SETTINGS);
    }

    private static UserSyncPlan plan(UserSyncPlanner planner) {
        return planner.plan(unit -> RandomCompany.LEDGER, RandomCompany.NOW);
    }

    private static List<PersonView> people(UserSyncPlanner planner) {
        return planner.directory().users().all().stream()
                .map(user -> planner.person(user.id()))
                .toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void changesOneByOneGiveTheSamePlanAsALookAtEverything(long seed) {
        RandomCompany company = new RandomCompany(seed);
        UserSyncPlanner planner = planner(company);
        for (int step = 0; step < 6; step++) {
            company.directory = company.changed();
            planner = planner.withDirectory(company.directory);

            assertThat(plan(planner)).as("seed %d, step %d", seed, step).isEqualTo(plan(planner(company)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void listingsOneByOneGiveTheSamePlanAsALookAtEverything(long seed) {
        RandomCompany company = new RandomCompany(seed);
        RandomListing chance = new RandomListing(seed);
        List<ObservedUnit> observed = observed(company);
        UserSyncPlanner planner = planner(company);
        for (int step = 0; step < 12; step++) {
            int unit = step % observed.size();
            if (step % 4 == 3) {
                company.directory = company.changed();
                planner = planner.withDirectory(company.directory);
            }
            observed.set(unit, chance.changed(observed.get(unit)));
            planner = planner.withObserved(observed.get(unit));

            UserSyncPlanner anew = UserSyncPlanner.create(company.directory, company.units, observed, SETTINGS);
            assertThat(plan(planner)).as("seed %d, step %d", seed, step).isEqualTo(plan(anew));
            assertThat(people(planner)).as("seed %d, step %d", seed, step).isEqualTo(people(anew));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aPlanThatWasAppliedLeavesNothingToDo(long seed) {
        RandomCompany company = new RandomCompany(seed);
        InMemoryLedgers ledgers = InMemoryLedgers.create();
        company.units.forEach(unit -> ledgers.put(unit.id(), RandomCompany.LEDGER));
        UserSync sync = UserSync.builder(company.directory, company.units)
                .target(company.engagement)
                .ledgers(ledgers)
                .clock(Clock.fixed(RandomCompany.NOW, ZoneOffset.UTC))
                .settings(SETTINGS)
                .build();
        UserSyncPlan plan = sync.plan();

        ApplyReport report = sync.apply(plan);

        assertThat(report.units())
                .as("seed %d", seed)
                .allSatisfy(
                        unit -> assertThat(unit.isAsPlanned()).as("%s", unit).isTrue());
        assertThat(sync.plan().units())
                .as("seed %d", seed)
                .allSatisfy(unit -> assertThat(unit.changes()).isEmpty());
        assertThat(sync.apply(plan).written()).as("seed %d", seed).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aPlanTurnedBackTwiceIsTheSame(long seed) {
        UserSyncPlan plan = plan(planner(new RandomCompany(seed)));

        UserSyncPlan twice = plan.inverse().inverse();

        assertThat(twice.units().stream().map(UnitPlan::changes))
                .as("seed %d", seed)
                .containsExactlyElementsOf(
                        plan.units().stream().map(UnitPlan::changes).toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aPlanIsReadBackAsItWasWritten(long seed) {
        UserSyncPlan plan = plan(planner(new RandomCompany(seed)));

        String json = UserSyncPlanJson.write(plan);

        assertThat(UserSyncPlanJson.read("plan", json)).as("seed %d", seed).isEqualTo(plan);
        assertThat(UserSyncPlanJson.write(plan(planner(new RandomCompany(seed)))))
                .as("seed %d", seed)
                .isEqualTo(json);
        assertThat(PlanDifference.between(plan, UserSyncPlanJson.read("plan", json))
                        .isEmpty())
                .isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyRouteIsAsStrongAndAsShortAsThatOfTheMembership(long seed) {
        RandomCompany company = new RandomCompany(seed);
        SetMembership membership = SetMembership.of(company.directory, company.units);
        UserSyncPlan plan = plan(planner(company));
        for (int unit = 0; unit < company.units.size(); unit++) {
            for (UserChange change : plan.units().get(unit).changes()) {
                for (EngagementSet set : EngagementSet.values()) {
                    WitnessPath expected =
                            membership.witness(change.user(), unit, set).orElse(null);
                    WitnessPath found = change.reason().routes().stream()
                            .filter(route -> route.set() == set)
                            .map(SetRoute::path)
                            .findFirst()
                            .orElse(null);
                    assertThat(found == null).as("seed %d", seed).isEqualTo(expected == null);
                    if (found != null && expected != null) {
                        assertThat(found.steps()).as("seed %d", seed).hasSameSizeAs(expected.steps());
                        assertThat(found.steps().stream().findFirst())
                                .as("seed %d", seed)
                                .isEqualTo(expected.steps().stream().findFirst());
                    }
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void thePlanIsWhatThePlainWayFinds(long seed) {
        RandomCompany company = new RandomCompany(seed);
        List<ObservedUnit> observed = observed(company);
        UserSyncPlan plan = plan(planner(company));
        for (int unit = 0; unit < company.units.size(); unit++) {
            PlainWay plain = new PlainWay(
                    company.directory,
                    company.units.get(unit),
                    observed.get(unit).listing().users());
            plain.compare(plan.units().get(unit), seed);
        }
    }
}
