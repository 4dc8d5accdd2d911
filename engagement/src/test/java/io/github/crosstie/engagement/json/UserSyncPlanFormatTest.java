package io.github.crosstie.engagement.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.BothSetsPolicy;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.DeletionGuard;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.configuration.EngagementSet;
import io.github.crosstie.configuration.ProfileRoleMapping;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.Group;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Member;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.UserSync;
import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.engagement.connector.UserWriteKind;
import io.github.crosstie.engagement.memory.InMemoryEngagement;
import io.github.crosstie.engagement.memory.InMemoryLedgers;
import io.github.crosstie.engagement.memory.InMemoryUnit;
import io.github.crosstie.engagement.plan.HoldCause;
import io.github.crosstie.engagement.plan.LeftCode;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.engagement.state.UnitLedger;
import io.github.crosstie.engagement.state.UnitState;
import io.github.crosstie.engagement.user.FieldMap;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UserSyncPlanFormatTest {

    private static final Path PAGE = Path.of("..", "docs", "user-sync-plan-format.md");
    private static final ProfileId ADMINISTRATION = new ProfileId("00e000000000001AAA");
    private static final ProfileId STANDARD = new ProfileId("00e000000000002AAA");
    private static final GroupId EDITORS = new GroupId("00G000000000001AAA");
    private static final BusinessUnitId CAMPAIGNS = new BusinessUnitId("0Uv000000000001AAA");
    private static final BusinessUnitId EVENTS = new BusinessUnitId("0Uv000000000002AAA");
    private static final User ADA = person(1, "Ada", "Lovelace", ADMINISTRATION);
    private static final User BEA = person(2, "Bea", "Potter", STANDARD);
    private static final User CLEO = person(3, "Cleo", "Hopper", STANDARD);
    private static final User DORA = person(4, "Dora", "Maar", STANDARD);
    private static final User EVE = person(5, "Eve", "Arden", STANDARD);

    private static User person(int number, String name, String surname, ProfileId profile) {
        String address = name.toLowerCase(Locale.ROOT) + "@acme.example";
        return User.builder(new UserId("00500000000000" + number + "AAA"), address, profile)
                .emailAddress(address)
                .name(name, surname)
                .build();
    }

    /** Bea has another title, Cleo is new, Dora has left, and somebody has Eve's address. */
    static UserSyncPlan plan() {
        Clock clock = Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);
        Directory directory = Directory.builder(
                        new Organization(new OrganizationId("00D000000000001AAA"), "Acme", Environment.PRODUCTION))
                .put(new Profile(ADMINISTRATION, "Administration"))
                .put(new Profile(STANDARD, "Standard"))
                .put(new Group(EDITORS, "Editors", "Editors"))
                .addMember(EDITORS, new Member.OfUser(BEA.id()))
                .addMember(EDITORS, new Member.OfUser(EVE.id()))
                .put(ADA)
                .put(BEA.toBuilder().title("Chief editor").build())
                .put(CLEO)
                .put(DORA)
                .put(EVE)
                .build();
        BusinessUnit campaigns = new BusinessUnit(
                CAMPAIGNS,
                "Campaigns",
                null,
                List.of(new Assignment.OfUser(ADA.id()), new Assignment.OfGroup(EDITORS)),
                List.of(new Assignment.OfUser(CLEO.id())),
                new ProfileRoleMapping(Map.of(ADMINISTRATION, EngagementRole.ADMINISTRATOR)),
                BothSetsPolicy.SALES_WINS,
                new DeletionGuard(0, 1, 1, Duration.ofDays(1)));
        InMemoryEngagement engagement = InMemoryEngagement.create(clock);
        InMemoryUnit unit = engagement.unit(CAMPAIGNS);
        unit.add(FieldMap.DEFAULT.values(ADA, EngagementRole.ADMINISTRATOR));
        unit.add(FieldMap.DEFAULT.values(BEA, EngagementRole.SALES));
        unit.add(FieldMap.DEFAULT.values(DORA, EngagementRole.MARKETING));
        unit.add(UserValues.of(Map.of(UserField.EMAIL_ADDRESS, "eve@acme.example", UserField.ROLE, "Marketing")));
        engagement.unit(EVENTS).faults().failNext(EngagementCode.TIMEOUT);
        return UserSync.builder(directory, List.of(campaigns, BusinessUnit.of(EVENTS)))
                .target(engagement)
                .ledgers(InMemoryLedgers.create().put(CAMPAIGNS, UnitLedger.observedOptedIn()))
                .clock(clock)
                .build()
                .plan();
    }

    @Test
    @DisplayName("the example of the format's description is the plan of such a unit, byte for byte, and is read back")
    void readsTheDocumentedExample() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf("```json\n") + "```json\n".length();
        String example = page.substring(begin, page.indexOf("```", begin));

        assertThat(UserSyncPlanJson.write(plan())).isEqualTo(example);
        assertThat(UserSyncPlanJson.read("docs/user-sync-plan-format.md", example))
                .isEqualTo(plan());
    }

    static Stream<Enum<?>> constants() {
        return Stream.<Enum<?>[]>of(
                        UserWriteKind.values(),
                        UserField.values(),
                        UnitState.values(),
                        HoldCause.values(),
                        LeftCode.values(),
                        EngagementSet.values())
                .flatMap(Stream::of);
    }

    @ParameterizedTest
    @MethodSource("constants")
    @DisplayName("the format's description names every constant in a row of its own")
    void describesEveryConstant(Enum<?> constant) throws IOException {
        String row = "\n| `" + Spelling.of(constant) + "` |";

        assertThat(Files.readString(PAGE)).as(row).containsOnlyOnce(row);
    }

    @Test
    @DisplayName("the format's description names the version")
    void namesTheVersion() throws IOException {
        assertThat(Files.readString(PAGE)).contains("| `version` | " + UserSyncPlanJson.VERSION + ",");
    }
}
