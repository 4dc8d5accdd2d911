package io.github.crosstie.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationDifferenceTest {

    private static final OrganizationId ORG = new OrganizationId("org");
    private static final ConfigurationId ID = new ConfigurationId("sales");
    private static final SyncConfiguration SALES = SyncConfiguration.builder(ID)
            .assignments(new Assignment.OfUser(new UserId("u1"), null))
            .build();
    private static final BusinessUnit EMEA = BusinessUnit.of(new BusinessUnitId("emea"));

    static List<Arguments> edits() {
        return List.of(
                edit("name", "sales", "Sales", each -> each.name("Sales")),
                edit("active", "true", "false", each -> each.active(false)),
                edit(
                        "modifiedAt",
                        null,
                        "2026-01-01T00:00:00Z",
                        each -> each.modifiedAt(Instant.parse("2026-01-01T00:00:00Z"))),
                edit("assignments[user u1]", "assigned", null, each -> each.assignments()),
                edit(
                        "assignments[user u1]",
                        "assigned",
                        "assigned 2026-01-01T00:00:00Z",
                        each -> each.assignments(
                                new Assignment.OfUser(new UserId("u1"), Instant.parse("2026-01-01T00:00:00Z")))),
                edit(
                        "assignments[roleAndSubordinates r1]",
                        null,
                        "assigned, portal roles included",
                        each -> each.assignments(
                                new Assignment.OfRoleAndSubordinates(new RoleId("r1"), false, null),
                                SALES.assignments().get(0))),
                edit(
                        "deletionGuard.maximum",
                        "25",
                        "7",
                        each -> each.deletionGuard(new DeletionGuard(7, 5, 0.1, Duration.ofDays(1)))),
                edit(
                        "deletionGuard.shareFrom",
                        "5",
                        "7",
                        each -> each.deletionGuard(new DeletionGuard(25, 7, 0.1, Duration.ofDays(1)))),
                edit(
                        "deletionGuard.share",
                        "0.1",
                        "0.5",
                        each -> each.deletionGuard(new DeletionGuard(25, 5, 0.5, Duration.ofDays(1)))),
                edit(
                        "deletionGuard.window",
                        "PT24H",
                        "PT1H",
                        each -> each.deletionGuard(new DeletionGuard(25, 5, 0.1, Duration.ofHours(1)))),
                edit(
                        "quarantine.firstDelay",
                        "PT10M",
                        "PT1M",
                        each -> each.quarantine(new Quarantine(Duration.ofMinutes(1), Duration.ofDays(1)))),
                edit(
                        "quarantine.maximumDelay",
                        "PT24H",
                        "PT1H",
                        each -> each.quarantine(new Quarantine(Duration.ofMinutes(10), Duration.ofHours(1)))),
                edit("contacts.direction", "off", "both", each -> each.contacts(SyncDirection.BOTH)),
                edit(
                        "contacts.folder",
                        "Salesforce_Sync",
                        "CRM",
                        each -> each.contacts(
                                new ContactSettings(SALES.contacts().records(), "CRM"))),
                contacts(
                        "ambiguousMatches",
                        "report",
                        "oldestCreated",
                        each -> each.ambiguousMatches(AmbiguousMatchPolicy.OLDEST_CREATED)),
                contacts("conflicts", "crmWins", "latestWins", each -> each.conflicts(ConflictPolicy.LATEST_WINS)),
                contacts(
                        "changedAgainstDeleted",
                        "changeWins",
                        "conflictPolicy",
                        each -> each.changedAgainstDeleted(ChangedAgainstDeletedPolicy.CONFLICT_POLICY)),
                contacts("crmDeletions", "propagate", "ask", each -> each.deletions(Side.CRM, DeletePolicy.ASK)),
                contacts("mailDeletions", "detach", "ask", each -> each.deletions(Side.MAIL, DeletePolicy.ASK)),
                contacts("leaving", "unlink", "keep", each -> each.leaving(LeavePolicy.KEEP)),
                contacts("cap", "50000", "9", each -> each.cap(9)),
                contacts(
                        "filters[crm department in \"A\" \"B \\\" C\"]",
                        null,
                        "required",
                        each -> each.filters(List.of(new Filter(
                                Side.CRM, ContactFields.DEPARTMENT, Filter.Operator.IN, Set.of("B \" C", "A"))))),
                edit("events.direction", "off", "crmToMail", each -> each.events(SyncDirection.CRM_TO_MAIL)),
                events(
                        "window.daysBack",
                        "30",
                        "1",
                        each -> new EventSettings(
                                each.records(), new EventWindow(1, 365), each.privateEvents(), each.invitations(), 50)),
                events(
                        "window.daysAhead",
                        "365",
                        "1",
                        each -> new EventSettings(
                                each.records(), new EventWindow(30, 1), each.privateEvents(), each.invitations(), 50)),
                events(
                        "privateEvents",
                        "off",
                        "timeOnly",
                        each -> new EventSettings(
                                each.records(), each.window(), PrivateEventPolicy.TIME_ONLY, each.invitations(), 50)),
                events(
                        "invitations",
                        "never",
                        "send",
                        each -> new EventSettings(
                                each.records(), each.window(), each.privateEvents(), InvitationPolicy.SEND, 50)),
                events(
                        "attendeeLimit",
                        "50",
                        "0",
                        each -> new EventSettings(
                                each.records(), each.window(), each.privateEvents(), each.invitations(), 0)));
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @MethodSource("edits")
    void namesTheOneSettingThatChanged(
            String path, String before, String after, UnaryOperator<SyncConfiguration.Builder> edit) {
        ConfigurationSet old = ConfigurationSet.of(ORG, SALES);

        List<ConfigurationDifference> found = ConfigurationDifference.between(old, old.edit(ID, edit));

        assertThat(found).containsExactly(new ConfigurationDifference("configurations[sales]." + path, before, after));
    }

    @Test
    @DisplayName("S1: a field mapping is told by its CRM field")
    void namesTheFieldThatIsMappedElsewhere() {
        FieldMapping narrower =
                new FieldMapping(ContactFields.SURNAME, ContactFields.GIVEN_NAME, SyncDirection.CRM_TO_MAIL);
        ConfigurationSet old = withFields(List.of(FieldMapping.same(ContactFields.SURNAME)));

        List<ConfigurationDifference> found = ConfigurationDifference.between(old, withFields(List.of(narrower)));

        assertThat(found)
                .containsExactly(new ConfigurationDifference(
                        "configurations[sales].contacts.fields[surname]", "surname, both", "givenName, crmToMail"));
    }

    @Test
    @DisplayName("U3, U4, S13: business units are compared setting by setting")
    void comparesBusinessUnits() {
        BusinessUnit changed = new BusinessUnit(
                EMEA.id(),
                "EMEA",
                new UserId("u9"),
                List.of(new Assignment.OfRole(new RoleId("r1"), null)),
                List.of(new Assignment.OfUser(new UserId("u1"), null)),
                new ProfileRoleMapping(Map.of(new ProfileId("p1"), EngagementRole.ADMINISTRATOR)),
                BothSetsPolicy.REJECT,
                new DeletionGuard(1, 5, 0.1, Duration.ofDays(1)));
        ConfigurationSet old = ConfigurationSet.of(ORG).with(EMEA);

        List<ConfigurationDifference> found = ConfigurationDifference.between(old, old.with(changed));

        assertThat(found)
                .extracting(ConfigurationDifference::toString)
                .containsExactly(
                        "businessUnits[emea].bothSets: salesWins -> reject",
                        "businessUnits[emea].creator: absent -> u9",
                        "businessUnits[emea].deletionGuard.maximum: 25 -> 1",
                        "businessUnits[emea].mapping[p1]: absent -> Administrator",
                        "businessUnits[emea].marketingUsers[role r1]: absent -> assigned",
                        "businessUnits[emea].name: emea -> EMEA",
                        "businessUnits[emea].salesUsers[user u1]: absent -> assigned");
    }

    @Test
    void tellsOfAnAddedConfigurationOnlyWhatIsNotTheDefault() {
        ConfigurationSet old = ConfigurationSet.of(ORG);
        SyncConfiguration added = SALES.toBuilder().events(SyncDirection.BOTH).build();

        List<ConfigurationDifference> found = ConfigurationDifference.between(old, old.with(added));

        assertThat(found)
                .containsExactly(
                        new ConfigurationDifference("configurations[sales]", null, "present"),
                        new ConfigurationDifference("configurations[sales].assignments[user u1]", null, "assigned"),
                        new ConfigurationDifference("configurations[sales].events.direction", null, "both"));
    }

    @Test
    @DisplayName("A5: the order between kinds and the organization are compared too")
    void comparesTheSetItself() {
        List<AssignmentKind> kinds = new ArrayList<>(AssignmentOrder.DEFAULT.kinds());
        Collections.swap(kinds, 1, 2);

        List<ConfigurationDifference> found = ConfigurationDifference.between(
                ConfigurationSet.of(ORG),
                ConfigurationSet.of(new OrganizationId("ORG"), List.of(), List.of(), new AssignmentOrder(kinds)));

        assertThat(found)
                .extracting(ConfigurationDifference::toString)
                .containsExactly(
                        "assignmentOrder: user, profile, group, role, roleAndSubordinates"
                                + " -> user, group, profile, role, roleAndSubordinates",
                        "organization: org -> ORG");
    }

    @Test
    void isEmptyForASetAndItsCopyAndMirroredWhenSwapped() {
        for (long seed = 0; seed < 1_000; seed++) {
            ConfigurationSet one = new RandomConfigurations(seed).set();
            ConfigurationSet same = new RandomConfigurations(seed).set();
            ConfigurationSet other = new RandomConfigurations(seed + 1_000_000).set();

            assertThat(ConfigurationDifference.between(one, same))
                    .as("seed %d", seed)
                    .isEmpty();
            List<ConfigurationDifference> forth = ConfigurationDifference.between(one, other);
            assertThat(forth)
                    .as("seed %d", seed)
                    .isSortedAccordingTo(Comparator.comparing(ConfigurationDifference::path))
                    .isEqualTo(ConfigurationDifference.between(other, one).stream()
                            .map(each -> new ConfigurationDifference(each.path(), each.after(), each.before()))
                            .toList());
            assertThat(forth.isEmpty()).as("seed %d", seed).isEqualTo(one.equals(other));
        }
    }

    private static ConfigurationSet withFields(List<FieldMapping> fields) {
        RecordSettings records =
                RecordSettings.builder(ItemKind.CONTACT).fields(fields).build();
        return ConfigurationSet.of(
                ORG,
                SALES.toBuilder()
                        .contacts(ContactSettings.DEFAULT.withRecords(records))
                        .build());
    }

    private static Arguments edit(
            String path, String before, String after, UnaryOperator<SyncConfiguration.Builder> edit) {
        return Arguments.of(path, before, after, edit);
    }

    private static Arguments contacts(
            String name, String before, String after, UnaryOperator<RecordSettings.Builder> edit) {
        ContactSettings contacts = SALES.contacts();
        return edit(
                "contacts." + name,
                before,
                after,
                each -> each.contacts(contacts.withRecords(
                        edit.apply(contacts.records().toBuilder()).build())));
    }

    private static Arguments events(String name, String before, String after, UnaryOperator<EventSettings> edit) {
        return edit("events." + name, before, after, each -> each.events(edit.apply(SALES.events())));
    }
}
