package io.github.crosstie.engagement.rules;

import static io.github.crosstie.engagement.Acme.user;
import static io.github.crosstie.engagement.user.UserField.CRM_USERNAME;
import static io.github.crosstie.engagement.user.UserField.EMAIL_ADDRESS;
import static io.github.crosstie.engagement.user.UserField.ROLE;
import static io.github.crosstie.engagement.user.UserField.TITLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.configuration.EngagementSet;
import io.github.crosstie.directory.Group;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Member;
import io.github.crosstie.directory.Role;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.Acme;
import io.github.crosstie.engagement.UserSync;
import io.github.crosstie.engagement.plan.LeftCode;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.planner.PersonInUnit.Standing;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.FieldMap;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifecycleRulesTest {

    private static final UserId ANNA = new UserId("anna");

    private final Acme acme = new Acme();

    private static UserValues values(String email) {
        return UserValues.of(Map.of(EMAIL_ADDRESS, email, ROLE, "Marketing"));
    }

    private Standing standing() {
        UserSync sync = acme.sync();
        sync.plan();
        return sync.person(ANNA).units().get(0).standing();
    }

    @Test
    @DisplayName("U10: whoever is active, assigned and not there is created")
    void createsWhoIsMissing() {
        acme.inMarketing(user("anna").title("Editor").build());

        UnitPlan plan = acme.plan();

        assertThat(plan.changes()).singleElement().isInstanceOfSatisfying(UserChange.Create.class, create -> {
            assertThat(create.user()).isEqualTo(ANNA);
            assertThat(create.values().asMap())
                    .containsEntry(UserField.SALESFORCE_ID, "anna")
                    .containsEntry(CRM_USERNAME, "anna@acme.example")
                    .containsEntry(TITLE, "Editor")
                    .containsEntry(ROLE, "Marketing");
            assertThat(create.reason().rule()).isEqualTo("U10");
            assertThat(create.reason().routes()).singleElement().hasToString("Marketing Users: user anna");
        });
    }

    @Test
    @DisplayName("U11: of a linked user only the fields that differ are updated, and a new e-mail address is flagged")
    void updatesWhatDiffers() {
        acme.inStep(user("anna").build());
        acme.put(user("anna").title("Editor").emailAddress("new@acme.example").build());

        UnitPlan plan = acme.plan();

        assertThat(plan.changes()).singleElement().isInstanceOfSatisfying(UserChange.Update.class, update -> {
            assertThat(update.difference().changes().keySet()).containsExactly(EMAIL_ADDRESS, TITLE);
            assertThat(update.changesEmailAddress()).isTrue();
            assertThat(update.reason().rule()).isEqualTo("U11");
        });
    }

    @Test
    @DisplayName("U12: nothing is done to a linked user that is as it should be")
    void leavesEqualUsersAlone() {
        acme.inStep(user("anna").build());

        UnitPlan plan = acme.plan();

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.left()).isEmpty();
        assertThat(plan.totals().inStep()).isEqualTo(2);
        assertThat(standing()).isEqualTo(Standing.IN_STEP);
    }

    @Test
    @DisplayName("U13: a linked user in the recycle bin is restored, then gets the role computed now")
    void restoresAndUpdates() {
        EngagementUserId anna =
                acme.inStep(user("anna").profile(Acme.ADMINISTRATION).build());
        acme.campaigns().recycle(anna);

        UnitPlan plan = acme.plan();

        assertThat(plan.changes()).hasSize(2);
        assertThat(plan.changes().get(0)).isInstanceOf(UserChange.Restore.class);
        assertThat(plan.changes().get(1))
                .isInstanceOfSatisfying(
                        UserChange.Update.class,
                        update -> assertThat(update.difference()
                                        .get(ROLE)
                                        .orElseThrow()
                                        .after())
                                .isEqualTo("Administrator"));
        acme.sync().apply(acme.wholePlan());
        assertThat(acme.there(anna).recycled()).isFalse();
        assertThat(acme.there(anna).values().get(ROLE)).contains("Administrator");
    }

    @Test
    @DisplayName("U14: a live user who is linked to nobody and has the e-mail address is never taken over")
    void skipsTheSameAddress() {
        acme.inMarketing(user("anna").build());
        EngagementUserId stranger = acme.add(values("Anna@Acme.example"));
        EngagementUser before = acme.there(stranger);

        UnitPlan plan = acme.plan();
        acme.sync().apply(acme.wholePlan());

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.left())
                .singleElement()
                .satisfies(left -> assertThat(left.code()).isEqualTo(LeftCode.EMAIL_EXISTS));
        assertThat(acme.there(stranger)).isEqualTo(before);
    }

    @Test
    @DisplayName("U15: if another user holds the CRM username, nobody is created")
    void skipsATakenUsername() {
        acme.inMarketing(user("anna").build());
        EngagementUserId holder = acme.add(values("other@acme.example")
                .with(UserField.SALESFORCE_ID, "somebody-else")
                .with(CRM_USERNAME, "anna@acme.example"));

        UnitPlan plan = acme.plan();

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.left()).anySatisfy(left -> {
            assertThat(left.user()).isEqualTo(ANNA);
            assertThat(left.code()).isEqualTo(LeftCode.USERNAME_TAKEN);
        });
        assertThat(acme.there(holder).recycled()).isFalse();
    }

    @Test
    @DisplayName("U16: a user in the recycle bin who is linked to nobody keeps hold of the e-mail address")
    void skipsAnAddressThatTheBinHolds() {
        acme.inMarketing(user("anna").build());
        EngagementUserId binned = acme.add(values("anna@acme.example"));
        acme.campaigns().recycle(binned);

        assertHeldByTheBin(binned);
    }

    @Test
    @DisplayName("U16: a user in the recycle bin keeps hold of the CRM username")
    void skipsAUsernameThatTheBinHolds() {
        acme.inMarketing(user("anna").build());
        EngagementUserId binned = acme.add(values("other@acme.example")
                .with(UserField.SALESFORCE_ID, "somebody-else")
                .with(CRM_USERNAME, "anna@acme.example"));
        acme.campaigns().recycle(binned);

        assertHeldByTheBin(binned);
    }

    private void assertHeldByTheBin(EngagementUserId binned) {
        UnitPlan plan = acme.plan();

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.left()).singleElement().satisfies(left -> {
            assertThat(left.user()).isEqualTo(ANNA);
            assertThat(left.code()).isEqualTo(LeftCode.HELD_BY_RECYCLED);
        });
        assertThat(acme.there(binned).recycled()).isTrue();
    }

    @Test
    @DisplayName("U17: whoever is in no set any more is recycled")
    void recyclesWhoIsNotAssigned() {
        acme.put(user("anna").build());
        EngagementUserId anna = acme.present(user("anna").build(), EngagementRole.MARKETING);

        assertThat(acme.plan().changes()).singleElement().isInstanceOfSatisfying(UserChange.Recycle.class, recycle -> {
            assertThat(recycle.target()).isEqualTo(anna);
            assertThat(recycle.reason().rule()).isEqualTo("U17");
        });
    }

    @Test
    @DisplayName("U18: an inactive user is recycled although assigned")
    void recyclesTheInactiveWhoAreAssigned() {
        acme.inMarketing(user("anna").active(false).build());

        assertInactiveIsRecycled();
    }

    @Test
    @DisplayName("U18: an inactive user who is in no set is recycled for being inactive")
    void recyclesTheInactiveWhoAreNotAssigned() {
        acme.put(user("anna").active(false).build());

        assertInactiveIsRecycled();
    }

    @Test
    @DisplayName("U18: an inactive user is recycled although nobody can read whether they are assigned")
    void recyclesTheInactiveWhoMayBeAssigned() {
        acme.put(user("anna").active(false).build());
        acme.marketing(new Assignment.OfGroup(new GroupId("hidden")));

        assertInactiveIsRecycled();
    }

    private void assertInactiveIsRecycled() {
        EngagementUserId anna = acme.present(user("anna").build(), EngagementRole.MARKETING);

        assertThat(acme.plan().changes()).singleElement().isInstanceOfSatisfying(UserChange.Recycle.class, recycle -> {
            assertThat(recycle.target()).isEqualTo(anna);
            assertThat(recycle.reason().rule()).isEqualTo("U18");
        });
    }

    @Test
    @DisplayName("U19: an inactive user who is not there is not created")
    void doesNotCreateTheInactive() {
        acme.inMarketing(user("anna").active(false).build());

        assertThat(acme.plan().changes()).isEmpty();
        assertThat(standing()).isEqualTo(Standing.INACTIVE);
    }

    @Test
    @DisplayName("U20: whoever is not assigned stays in the recycle bin")
    void leavesTheRecycledAloneWhoAreNotAssigned() {
        acme.put(user("anna").build());

        assertStaysInTheBin();
    }

    @Test
    @DisplayName("U20: whoever is inactive stays in the recycle bin, although assigned")
    void leavesTheRecycledAloneWhoAreInactive() {
        acme.inMarketing(user("anna").active(false).build());

        assertStaysInTheBin();
    }

    @Test
    @DisplayName("U20: whoever is in the recycle bin twice and not assigned stays there twice")
    void leavesRecycledTwinsAloneWhoAreNotAssigned() {
        acme.put(user("anna").build());
        UserValues twin = FieldMap.DEFAULT
                .values(user("anna").emailAddress("twin@acme.example").build(), EngagementRole.SALES)
                .with(UserField.CRM_USERNAME, null);
        acme.campaigns().recycle(acme.add(twin));

        assertStaysInTheBin();
    }

    private void assertStaysInTheBin() {
        acme.campaigns().recycle(acme.present(user("anna").build(), EngagementRole.MARKETING));

        assertThat(acme.plan().changes()).isEmpty();
        assertThat(acme.plan().left()).isEmpty();
        assertThat(acme.plan().totals().resting()).isEqualTo(1);
        assertThat(standing()).isEqualTo(Standing.RECYCLED);
    }

    @Test
    @DisplayName("U21: users who are mapped to nobody are left alone")
    void ignoresTheUnmapped() {
        acme.add(values("agency@elsewhere.example"));

        UnitPlan plan = acme.plan();

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.left()).isEmpty();
        assertThat(plan.totals().ignored()).isEqualTo(1);
    }

    @Test
    @DisplayName("U22: a new username updates the linked user, who is never deleted and created again")
    void updatesTheUsername() {
        EngagementUserId anna = acme.inStep(user("anna").build());
        acme.put(renamed());

        assertThat(acme.plan().changes()).singleElement().isInstanceOfSatisfying(UserChange.Update.class, update -> {
            assertThat(update.target()).isEqualTo(anna);
            assertThat(update.difference().changes().keySet()).containsExactly(CRM_USERNAME);
            assertThat(update.reason().rule()).isEqualTo("U22");
        });
    }

    private static User renamed() {
        return User.builder(ANNA, "anna.new@acme.example", Acme.STANDARD)
                .emailAddress("anna@acme.example")
                .name("anna", "Miller")
                .build();
    }

    @Test
    @DisplayName("U22: a new username that another user reserves by their address waits")
    void holdsAReservedUsername() {
        acme.inStep(user("anna").build());
        acme.put(renamed());
        acme.add(values("anna.new@acme.example"));

        assertNewUsernameWaits();
    }

    @Test
    @DisplayName("U22: a new username that another user holds waits")
    void holdsATakenUsername() {
        acme.inStep(user("anna").build());
        acme.put(renamed());
        acme.add(values("other@acme.example")
                .with(UserField.SALESFORCE_ID, "somebody-else")
                .with(CRM_USERNAME, "anna.new@acme.example"));

        assertNewUsernameWaits();
    }

    private void assertNewUsernameWaits() {
        UnitPlan plan = acme.plan();

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.left())
                .filteredOn(left -> ANNA.equals(left.user()))
                .singleElement()
                .satisfies(left -> assertThat(left.code()).isEqualTo(LeftCode.USERNAME_NOT_FREE));
    }

    @Test
    @DisplayName("U23: a new address that another user holds waits, and nothing else of the user is written either")
    void holdsATakenAddress() {
        acme.inStep(user("anna").build());
        acme.put(user("anna")
                .title("Editor")
                .emailAddress("agency@elsewhere.example")
                .build());
        acme.add(values("agency@elsewhere.example"));

        UnitPlan plan = acme.plan();

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.left())
                .singleElement()
                .satisfies(left -> assertThat(left.code()).isEqualTo(LeftCode.EMAIL_NOT_FREE));
    }

    @Test
    @DisplayName("U24: of two users who share an address, the one with the lower id is created")
    void createsTheFirstOfTwo() {
        acme.inMarketing(user("bert").emailAddress("team@acme.example").build());
        acme.inMarketing(user("anna").emailAddress("team@acme.example").build());

        UnitPlan plan = acme.plan();

        assertThat(plan.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.user()).isEqualTo(ANNA));
        assertThat(plan.left()).singleElement().satisfies(left -> {
            assertThat(left.user()).isEqualTo(new UserId("bert"));
            assertThat(left.code()).isEqualTo(LeftCode.EMAIL_SHARED);
        });
    }

    @Test
    @DisplayName("U24: of two users who come to share an address, the linked one gets it before a lower id")
    void letsTheLinkedOneComeFirst() {
        acme.inStep(user("bert").build());
        acme.put(user("bert").emailAddress("team@acme.example").build());
        acme.inMarketing(user("anna").emailAddress("team@acme.example").build());

        UnitPlan plan = acme.plan();

        assertThat(plan.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.user()).isEqualTo(new UserId("bert")));
        assertThat(plan.left()).singleElement().satisfies(left -> {
            assertThat(left.user()).isEqualTo(ANNA);
            assertThat(left.code()).isEqualTo(LeftCode.EMAIL_SHARED);
        });
    }

    @Test
    @DisplayName("U24: whoever is linked and has the address keeps it")
    void letsTheLinkedOneKeepTheAddress() {
        acme.inStep(user("bert").emailAddress("team@acme.example").build());
        acme.inMarketing(user("anna").emailAddress("team@acme.example").build());

        UnitPlan plan = acme.plan();

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.left()).singleElement().satisfies(left -> {
            assertThat(left.user()).isEqualTo(ANNA);
            assertThat(left.code()).isEqualTo(LeftCode.EMAIL_SHARED);
        });
    }

    @Test
    @DisplayName("U26: another profile in Marketing Users gives another role")
    void updatesTheRoleByProfile() {
        acme.inStep(user("anna").build());
        acme.put(user("anna").profile(Acme.ADMINISTRATION).build());

        assertThat(acme.plan().changes()).singleElement().isInstanceOfSatisfying(UserChange.Update.class, update -> {
            assertThat(update.difference().get(ROLE).orElseThrow().after()).isEqualTo("Administrator");
            assertThat(update.reason().rule()).isEqualTo("U26");
        });
    }

    @Test
    @DisplayName("U27: whoever moves from Marketing Users to Sales Users gets Sales")
    void updatesTheRoleBySet() {
        acme.inSales(user("anna").build());
        acme.present(user("anna").build(), EngagementRole.MARKETING);

        assertThat(acme.plan().changes()).singleElement().isInstanceOfSatisfying(UserChange.Update.class, update -> {
            assertThat(update.difference().get(ROLE).orElseThrow().after()).isEqualTo("Sales");
            assertThat(update.reason().rule()).isEqualTo("U27");
        });
    }

    @Test
    @DisplayName("U28: whoever leaves an assigned group is recycled, unless another route remains")
    void recyclesWhenTheLastRouteEnds() {
        GroupId group = new GroupId("editors");
        RoleId top = new RoleId("top");
        RoleId below = new RoleId("below");
        User anna = user("anna").role(below).build();
        acme.directory(builder -> builder.put(Role.internal(top, "Top", null))
                .put(Role.internal(below, "Below", top))
                .put(new Group(group, "Editors", "Editors"))
                .addMember(group, new Member.OfUser(ANNA)));
        acme.put(anna).marketing(new Assignment.OfGroup(group), new Assignment.OfRoleAndSubordinates(top));
        acme.present(anna, EngagementRole.MARKETING);

        acme.directory(builder -> builder.removeMember(group, new Member.OfUser(ANNA)));
        assertThat(acme.plan().changes()).isEmpty();
        acme.directory(builder -> builder.put(Role.internal(below, "Below", null)));

        assertThat(acme.plan().changes()).singleElement().isInstanceOf(UserChange.Recycle.class);
    }

    @Test
    @DisplayName("U29: another user whose address equals the username reserves it")
    void skipsAReservedUsername() {
        acme.inMarketing(user("anna").emailAddress("a.miller@acme.example").build());
        acme.add(values("anna@acme.example"));

        assertThat(acme.plan().left())
                .singleElement()
                .satisfies(left -> assertThat(left.code()).isEqualTo(LeftCode.USERNAME_RESERVED));
    }

    @Test
    @DisplayName("U30: a user linked to somebody who cannot be seen waits")
    void holdsTheInvisible() {
        EngagementUserId ghost = acme.add(values("ghost@acme.example").with(UserField.SALESFORCE_ID, "ghost"));

        UnitPlan plan = acme.plan();

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.left()).singleElement().satisfies(left -> {
            assertThat(left.user()).isNull();
            assertThat(left.target()).isEqualTo(ghost);
            assertThat(left.code()).isEqualTo(LeftCode.CRM_USER_NOT_VISIBLE);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "U14, EMAIL_EXISTS, skip",
        "U15, USERNAME_TAKEN, skip",
        "U16, HELD_BY_RECYCLED, skip",
        "U22, USERNAME_NOT_FREE, hold",
        "U23, EMAIL_NOT_FREE, hold",
        "U24, EMAIL_SHARED, skip",
        "U25, SWAP, hold",
        "U29, USERNAME_RESERVED, skip",
        "U30, CRM_USER_NOT_VISIBLE, hold"
    })
    @DisplayName("whoever is left alone is skipped or waits, as the rule says")
    void skipsOrHolds(String rule, LeftCode code, String how) {
        assertThat(code.rule()).isEqualTo(rule);
        assertThat(code.isHold()).isEqualTo(how.equals("hold"));
    }

    @Test
    @DisplayName("U10: all four kinds of assignment lead into a set, each with its witness")
    void knowsAllKindsOfAssignment() {
        GroupId outer = new GroupId("outer");
        GroupId inner = new GroupId("inner");
        RoleId top = new RoleId("top");
        RoleId below = new RoleId("below");
        acme.directory(builder -> builder.put(Role.internal(top, "Top", null))
                .put(Role.internal(below, "Below", top))
                .put(new Group(outer, "Outer", "Outer"))
                .put(new Group(inner, "Inner", "Inner"))
                .addMember(outer, new Member.OfGroup(inner))
                .addMember(inner, new Member.OfUser(new UserId("grete"))));
        acme.put(
                user("anna").build(),
                user("grete").build(),
                user("rolf").role(top).build(),
                user("susi").role(below).build());
        acme.sales(
                new Assignment.OfUser(ANNA),
                new Assignment.OfGroup(outer),
                new Assignment.OfRole(top),
                new Assignment.OfRoleAndSubordinates(top));

        List<String> routes = acme.plan().changes().stream()
                .map(change -> change.reason().routes().get(0).toString())
                .toList();

        assertThat(routes)
                .containsExactly(
                        "Sales Users: user anna",
                        "Sales Users: group Outer ⊃ group Inner ∋ user grete",
                        "Sales Users: role Top ∋ user rolf",
                        "Sales Users: role and subordinates Top ⊃ role Below ∋ user susi");
    }

    @Test
    @DisplayName("several units are planned at once, each by its own sets")
    void plansSeveralUnits() {
        acme.inMarketing(user("anna").build());
        acme.add(BusinessUnit.of(new BusinessUnitId("events"))
                .withAssignments(EngagementSet.SALES_USERS, List.of(new Assignment.OfUser(ANNA)))
                .withAssignments(EngagementSet.MARKETING_USERS, List.of(new Assignment.OfUser(Acme.BOSS.id()))));

        List<Integer> changes = acme.wholePlan().units().stream()
                .map(plan -> plan.changes().size() + plan.held().size())
                .toList();

        assertThat(changes).containsExactly(1, 2);
    }
}
