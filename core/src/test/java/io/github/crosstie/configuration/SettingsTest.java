package io.github.crosstie.configuration;

import static io.github.crosstie.configuration.SyncDirection.BOTH;
import static io.github.crosstie.configuration.SyncDirection.CRM_TO_MAIL;
import static io.github.crosstie.configuration.SyncDirection.MAIL_TO_CRM;
import static io.github.crosstie.configuration.SyncDirection.OFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsTest {

    private static final Assignment ANNA = new Assignment.OfUser(new UserId("u1"), null);
    private static final Assignment PROFILE = new Assignment.OfProfile(new ProfileId("p1"), null);

    @ParameterizedTest
    @CsvSource({
        "BOTH, BOTH, BOTH",
        "BOTH, CRM_TO_MAIL, CRM_TO_MAIL",
        "MAIL_TO_CRM, BOTH, MAIL_TO_CRM",
        "MAIL_TO_CRM, CRM_TO_MAIL, OFF",
        "CRM_TO_MAIL, OFF, OFF",
        "OFF, BOTH, OFF"
    })
    @DisplayName("S1: a field's direction is narrowed by its kind's, never widened")
    void narrowsTheDirectionOfAField(SyncDirection field, SyncDirection kind, SyncDirection expected) {
        FieldMapping mapping = new FieldMapping(ContactFields.SURNAME, ContactFields.SURNAME, field);
        RecordSettings records =
                contacts().direction(kind).fields(List.of(mapping)).build();

        assertThat(records.direction(mapping)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("S1: what is left of two directions flows from a side only if both do")
    void flowsOnlyWhereBothFlow(SyncDirection one) {
        for (SyncDirection other : SyncDirection.values()) {
            for (Side side : Side.values()) {
                assertThat(one.within(other).flowsFrom(side))
                        .as("%s within %s from %s", one, other, side)
                        .isEqualTo(one.flowsFrom(side) && other.flowsFrom(side));
            }
        }
    }

    @Test
    @DisplayName("S1: each direction flows from the sides that it names")
    void flowsFromItsSides() {
        assertThat(List.of(OFF, CRM_TO_MAIL, MAIL_TO_CRM, BOTH))
                .extracting(direction -> direction.flowsFrom(Side.CRM), direction -> direction.flowsFrom(Side.MAIL))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(false, false),
                        org.assertj.core.groups.Tuple.tuple(true, false),
                        org.assertj.core.groups.Tuple.tuple(false, true),
                        org.assertj.core.groups.Tuple.tuple(true, true));
    }

    @Test
    @DisplayName("S11: each direction has a delete policy of its own")
    void setsDeletionsBySide() {
        RecordSettings records =
                contacts().deletions(Side.MAIL, DeletePolicy.ASK).build();

        assertThat(records.deletions(Side.MAIL)).isEqualTo(DeletePolicy.ASK);
        assertThat(records.deletions(Side.CRM)).isEqualTo(DeletePolicy.PROPAGATE);
    }

    @Test
    @DisplayName("S1: a field stands in one mapping of its side at most, whatever its type")
    void refusesAFieldThatIsMappedTwice() {
        FieldMapping one = new FieldMapping(ContactFields.SURNAME, ContactFields.GIVEN_NAME, BOTH);
        FieldMapping two = new FieldMapping(ContactFields.NOTES, ContactFields.GIVEN_NAME, BOTH);
        FieldMapping text = FieldMapping.same(Field.text(ItemKind.CONTACT, "custom"));
        FieldMapping date = FieldMapping.same(Field.date(ItemKind.CONTACT, "custom"));

        assertThatIllegalArgumentException()
                .isThrownBy(contacts().fields(List.of(one, two))::build)
                .withMessage("CONTACT field givenName of the MAIL side is mapped twice");
        assertThatIllegalArgumentException()
                .isThrownBy(contacts().fields(List.of(text, date))::build)
                .withMessageContaining("custom");
    }

    @Test
    void refusesFieldsOfTheOtherKind() {
        assertThatIllegalArgumentException()
                .isThrownBy(contacts().fields(List.of(FieldMapping.same(EventFields.SUBJECT)))::build)
                .withMessage("field subject is a field of EVENT, not of CONTACT");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        contacts()
                                        .filters(List.of(new Filter(
                                                Side.CRM, EventFields.SUBJECT, Filter.Operator.PRESENT, Set.of())))
                                ::build)
                .withMessageContaining("subject");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FieldMapping(ContactFields.BIRTHDAY, ContactFields.NOTES, BOTH))
                .withMessageContaining("map fields of one kind and type");
    }

    @Test
    void refusesSettingsOfTheOtherKind() {
        RecordSettings contacts = contacts().build();
        RecordSettings events = RecordSettings.builder(ItemKind.EVENT).build();

        assertThatIllegalArgumentException().isThrownBy(() -> new ContactSettings(events, "Folder"));
        assertThatIllegalArgumentException().isThrownBy(() -> EventSettings.DEFAULT.withRecords(contacts));
    }

    @Test
    @DisplayName("S8, S13, S15, S16, S17, S23: numbers out of range are refused with what to use")
    void refusesNumbersOutOfRange() {
        refuses(() -> contacts().cap(0).build(), "use at least 1");
        refuses(() -> new ContactSettings(contacts().build(), " "), "the name is blank");
        refuses(() -> new EventWindow(-1, 1), "use 0 or more back and 1 or more ahead");
        refuses(() -> new EventWindow(0, 0), "use 0 or more back and 1 or more ahead");
        refuses(
                () -> new EventSettings(
                        EventSettings.DEFAULT.records(),
                        EventWindow.DEFAULT,
                        PrivateEventPolicy.OFF,
                        InvitationPolicy.NEVER,
                        -1),
                "use 0 or more");
        refuses(() -> new DeletionGuard(-1, 5, 0.1, Duration.ofDays(1)), "use 0 or more and 1 or more");
        refuses(() -> new DeletionGuard(25, 0, 0.1, Duration.ofDays(1)), "use 0 or more and 1 or more");
        refuses(() -> new DeletionGuard(25, 5, 0, Duration.ofDays(1)), "at most 1");
        refuses(() -> new DeletionGuard(25, 5, 1.01, Duration.ofDays(1)), "at most 1");
        refuses(() -> new DeletionGuard(25, 5, Double.NaN, Duration.ofDays(1)), "at most 1");
        refuses(() -> new DeletionGuard(25, 5, 0.1, Duration.ZERO), "positive duration");
        refuses(() -> new Quarantine(Duration.ZERO, Duration.ofDays(1)), "positive first delay");
        refuses(() -> new Quarantine(Duration.ofDays(2), Duration.ofDays(1)), "not shorter");
        refuses(() -> new EngagementRole(" "), "blank");
    }

    @Test
    @DisplayName("A14: ids are case-sensitive and never blank")
    void keepsIdsAsGiven() {
        assertThat(new ConfigurationId("a"))
                .isNotEqualTo(new ConfigurationId("A"))
                .hasToString("a");
        assertThat(new BusinessUnitId("a")).isGreaterThan(new BusinessUnitId("B"));
        refuses(() -> new ConfigurationId(" "), "ConfigurationId: the value is blank");
        refuses(() -> new BusinessUnitId(""), "BusinessUnitId: the value is blank");
    }

    @Test
    @DisplayName("A1: a configuration assigns a target once")
    void refusesATargetTwice() {
        SyncConfiguration.Builder builder =
                SyncConfiguration.builder(new ConfigurationId("c1")).assignments(ANNA, PROFILE, ANNA);

        refuses(builder::build, "configuration c1 assigns USER u1 twice; drop one of the two");
    }

    @Test
    @DisplayName("A1, A10: the same role may be assigned alone and with its subordinates")
    void tellsARoleFromItsSubtree() {
        Assignment role = new Assignment.OfRole(new RoleId("r1"), null);
        Assignment subtree = new Assignment.OfRoleAndSubordinates(new RoleId("r1"), true, null);

        assertThat(role.sameTarget(subtree)).isFalse();
        assertThat(subtree.sameTarget(new Assignment.OfRoleAndSubordinates(new RoleId("r1"), false, null)))
                .isTrue();
    }

    @Test
    @DisplayName("U: a profile in a set of a business unit is refused by name")
    void refusesAProfileInASet() {
        BusinessUnit unit = BusinessUnit.of(new BusinessUnitId("emea"));

        refuses(
                () -> new BusinessUnit(
                        unit.id(),
                        "EMEA",
                        null,
                        List.of(PROFILE),
                        List.of(),
                        unit.mapping(),
                        BothSetsPolicy.SALES_WINS),
                "Marketing Users of business unit EMEA: profile p1 cannot be in a set; use users, groups or roles");
        refuses(
                () -> new BusinessUnit(
                        unit.id(),
                        "EMEA",
                        null,
                        List.of(),
                        List.of(ANNA, ANNA),
                        unit.mapping(),
                        BothSetsPolicy.SALES_WINS),
                "Sales Users of business unit EMEA: USER u1 is in the set twice");
    }

    @Test
    @DisplayName("U3: an unmapped profile gets Marketing, a mapped one its one role")
    void mapsProfilesToRoles() {
        ProfileRoleMapping mapping = new ProfileRoleMapping(Map.of(new ProfileId("p1"), EngagementRole.SALES_MANAGER));

        assertThat(mapping.roleOf(new ProfileId("p1"))).isEqualTo(EngagementRole.SALES_MANAGER);
        assertThat(mapping.roleOf(new ProfileId("P1"))).isEqualTo(EngagementRole.MARKETING);
    }

    @Test
    @DisplayName("A5: the host may order the indirect kinds as it likes")
    void ranksKindsInTheOrderGiven() {
        AssignmentOrder order = new AssignmentOrder(List.of(
                AssignmentKind.USER,
                AssignmentKind.ROLE_AND_SUBORDINATES,
                AssignmentKind.ROLE,
                AssignmentKind.GROUP,
                AssignmentKind.PROFILE));

        assertThat(order.rank(AssignmentKind.USER)).isZero();
        assertThat(order.rank(AssignmentKind.PROFILE)).isEqualTo(4);
    }

    @Test
    @DisplayName("A3: an individual assignment comes first in every order")
    void refusesAnOrderWithoutTheUserInFront() {
        refuses(
                () -> new AssignmentOrder(List.of(
                        AssignmentKind.PROFILE,
                        AssignmentKind.USER,
                        AssignmentKind.GROUP,
                        AssignmentKind.ROLE,
                        AssignmentKind.ROLE_AND_SUBORDINATES)),
                "USER comes first");
        refuses(() -> new AssignmentOrder(List.of(AssignmentKind.USER)), "name each of");
        refuses(() -> new AssignmentOrder(List.of()), "name each of");
        refuses(
                () -> new AssignmentOrder(List.of(
                        AssignmentKind.USER,
                        AssignmentKind.USER,
                        AssignmentKind.GROUP,
                        AssignmentKind.ROLE,
                        AssignmentKind.ROLE_AND_SUBORDINATES)),
                "name each of");
    }

    @Test
    void copiesWithoutLosingASetting() {
        SyncConfiguration configuration = new RandomConfigurations(7).configuration("c1");

        assertThat(configuration.toBuilder().build()).isEqualTo(configuration).hasSameHashCodeAs(configuration);
        assertThat(configuration.contacts().records().toBuilder().build())
                .isEqualTo(configuration.contacts().records());
    }

    @Test
    void isWrittenInLowerCamelCase() {
        assertThat(Spelling.of(AssignmentKind.ROLE_AND_SUBORDINATES)).isEqualTo("roleAndSubordinates");
        assertThat(Spelling.parse(SyncDirection.class, "crmToMail")).contains(CRM_TO_MAIL);
        assertThat(Spelling.parse(SyncDirection.class, "CRM_TO_MAIL")).isEmpty();
        assertThat(Spelling.all(BothSetsPolicy.class)).containsExactly("salesWins", "marketingWins", "reject");
    }

    private static RecordSettings.Builder contacts() {
        return RecordSettings.builder(ItemKind.CONTACT);
    }

    @Test
    @DisplayName("S7, S8, S9, S17, S23: one setting is changed, and the others stay")
    void changesOneSettingAtATime() {
        EventSettings plain = EventSettings.DEFAULT;
        EventWindow week = new EventWindow(7, 7);

        assertThat(ContactSettings.DEFAULT.withFolder("Clients"))
                .isEqualTo(new ContactSettings(ContactSettings.DEFAULT.records(), "Clients"));
        assertThat(plain.withWindow(week)
                        .withPrivateEvents(PrivateEventPolicy.FULL)
                        .withInvitations(InvitationPolicy.SEND)
                        .withAttendeeLimit(7))
                .isEqualTo(new EventSettings(plain.records(), week, PrivateEventPolicy.FULL, InvitationPolicy.SEND, 7));
        assertThat(plain.withAttendeeLimit(7).withAttendeeLimit(plain.attendeeLimit()))
                .isEqualTo(plain);
    }

    private static void refuses(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }
}
