package io.github.crosstie.testkit.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.configuration.ProfileRoleMapping;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.UserSync;
import io.github.crosstie.engagement.apply.Drift;
import io.github.crosstie.engagement.apply.DriftReport;
import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.engagement.memory.InMemoryLedgers;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.engagement.report.ChangeList;
import io.github.crosstie.engagement.report.PlanText;
import io.github.crosstie.engagement.state.OptIn;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.state.UnitState;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.FieldMap;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.state.ReleaseToken;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A plan held against what is there: what can be had of the real API, from the first byte to the drift report. */
class ApiVerificationTest extends LoopbackTest {

    private static final ProfileId ADMINISTRATION = new ProfileId("00e000000000001AAA");
    private static final ProfileId STANDARD = new ProfileId("00e000000000002AAA");
    private static final User ADA = person("005000000000001AAA", "Ada", ADMINISTRATION);
    private static final User BEA = person("005000000000002AAA", "Bea", STANDARD);
    private static final User CLEO = person("005000000000003AAA", "Cleo", STANDARD);

    private static User person(String id, String name, ProfileId profile) {
        return User.builder(new UserId(id), name + "@acme.example.crm", profile)
                .emailAddress(name + "@acme.example")
                .name(name, "Lovelace")
                .phone("+44 20 7946 0000")
                .timeZone("Europe/London")
                .build();
    }

    private UserSync sync() {
        InMemoryLedgers ledgers = InMemoryLedgers.create();
        ledgers.put(
                unit.id(),
                UnitLedger.of(UnitState.ASSIGNED)
                        .optedIn(new OptIn("an admin", "the same", new ReleaseToken("seen"), clock.instant())));
        Organization organization =
                new Organization(new OrganizationId("00D000000000001AAA"), "Acme", Environment.PRODUCTION);
        Directory directory = Directory.builder(organization)
                .put(new Profile(ADMINISTRATION, "Administration"))
                .put(new Profile(STANDARD, "Standard"))
                .put(ADA)
                .put(BEA)
                .put(CLEO)
                .build();
        List<Assignment> marketing = List.of(
                new Assignment.OfUser(ADA.id()), new Assignment.OfUser(BEA.id()), new Assignment.OfUser(CLEO.id()));
        BusinessUnit campaigns = new BusinessUnit(
                unit.id(),
                "Campaigns",
                null,
                marketing,
                List.of(),
                new ProfileRoleMapping(Map.of(ADMINISTRATION, EngagementRole.ADMINISTRATOR)),
                BusinessUnit.of(unit.id()).bothSets());
        return UserSync.builder(directory, List.of(campaigns))
                .target(server.api(CLIENT).pageSize(1).build())
                .ledgers(ledgers)
                .clock(clock)
                .build();
    }

    private EngagementUserId present(User user) {
        EngagementRole role = user.equals(ADA) ? EngagementRole.ADMINISTRATOR : EngagementRole.MARKETING;
        return unit.add(FieldMap.DEFAULT.values(user, role));
    }

    @Test
    @DisplayName("U: finds a unit in step, though the API shows neither phone numbers nor time zones")
    void findsAUnitInStep() {
        List.of(ADA, BEA, CLEO).forEach(this::present);

        assertThat(sync().verify().isInStep()).isTrue();
    }

    @Test
    @DisplayName("U: reports who is missing, who differs in what, and who lies in the recycle bin")
    void reportsDrift() {
        unit.edit(present(CLEO), UserField.ROLE, "Sales");
        unit.recycle(present(BEA));

        DriftReport report = sync().verify();

        assertThat(report.units().get(0).complete()).isTrue();
        assertThat(report.units().get(0).drifts())
                .extracting(Drift::kind, Drift::user, Drift::fields)
                .containsExactlyInAnyOrder(
                        tuple(Drift.Kind.DIFFERENT, CLEO.id(), Set.of(UserField.ROLE)),
                        tuple(Drift.Kind.IN_RECYCLE_BIN, BEA.id(), Set.of()),
                        tuple(Drift.Kind.MISSING, ADA.id(), Set.of()));
    }

    @Test
    @DisplayName("U: a plan for the real API can be exported, and applying it sends no write")
    void exportsInsteadOfWriting() {
        present(ADA);
        present(BEA);
        UserSync sync = sync();
        UserSyncPlan plan = sync.plan();

        sync.apply(plan);

        assertThat(ChangeList.csv(plan)).as(PlanText.of(plan)).contains("Cleo@acme.example");
        assertThat(server.requests())
                .allSatisfy(request -> assertThat(request.method()).isEqualTo("GET"));
        assertThat(unit.users()).hasSize(2);
    }

    @Test
    @DisplayName("122: names the unit that could not be looked at, and the moment from which it can")
    void namesTheUnitThatWasNotReached() {
        server.faults().next().refuse(EngagementCode.DAILY_LIMIT);

        DriftReport report = sync().verify();

        assertThat(report.isInStep()).isFalse();
        assertThat(report.unreached()).singleElement().satisfies(unreached -> {
            assertThat(unreached.unit()).isEqualTo(unit.id());
            assertThat(unreached.retryAt()).isEqualTo(clock.instant().plus(Duration.ofHours(16)));
        });
    }
}
