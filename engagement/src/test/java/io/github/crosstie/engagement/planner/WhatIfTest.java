package io.github.crosstie.engagement.planner;

import static io.github.crosstie.engagement.Acme.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.Acme;
import io.github.crosstie.engagement.UserSync;
import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.engagement.plan.PlanDifference.UserDifference;
import io.github.crosstie.engagement.plan.UnreachedUnit;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.role.RoleDecision;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WhatIfTest {

    private static final UserId ANNA = new UserId("anna");
    private static final GroupId EDITORS = new GroupId("editors");
    private static final RoleId TOP = new RoleId("top");
    private static final RoleId BELOW = new RoleId("below");
    private static final BusinessUnitId EVENTS = new BusinessUnitId("events");

    private final Acme acme = new Acme();

    private UserSync seen() {
        UserSync sync = acme.sync();
        sync.plan();
        return sync;
    }

    private List<String> whoChanges(UserSync sync, Hypothesis hypothesis) {
        return sync.whatIf(hypothesis).difference().users().stream()
                .map(each -> each.unit() + " " + each.user())
                .toList();
    }

    private void annaByRole() {
        acme.directory(builder -> builder.put(Role.internal(TOP, "Top", null)).put(Role.internal(BELOW, "Below", TOP)));
        acme.put(user("anna").role(BELOW).build());
        acme.marketing(new Assignment.OfRoleAndSubordinates(TOP));
        acme.present(user("anna").role(BELOW).build(), EngagementRole.MARKETING);
    }

    @Test
    void tellsWhoLeavesWhenARoleMoves() {
        annaByRole();
        UserSync sync = seen();

        WhatIf what = sync.whatIf(new Hypothesis().moveRole(BELOW, null));

        assertThat(what.present().isIdle()).isTrue();
        assertThat(what.difference().users()).singleElement().satisfies(each -> {
            assertThat(each.user()).isEqualTo(ANNA);
            assertThat(each.before().isEmpty()).isTrue();
            assertThat(each.after().changes()).singleElement().isInstanceOf(UserChange.Recycle.class);
        });
    }

    @Test
    void touchesNothing() {
        annaByRole();
        UserSync sync = seen();
        UserSyncPlan before = sync.plan();
        int pages = acme.campaigns().faults().pagesRead();

        sync.whatIf(new Hypothesis().moveRole(BELOW, null).deactivate(ANNA));

        assertThat(acme.campaigns().faults().pagesRead()).isEqualTo(pages);
        assertThat(acme.campaigns().faults().writesReceived()).isZero();
        assertThat(sync.plan()).isEqualTo(before);
    }

    @Test
    void tellsWhoLeavesWhenAGroupIsGone() {
        acme.directory(builder ->
                builder.put(new Group(EDITORS, "Editors", "Editors")).addMember(EDITORS, new Member.OfUser(ANNA)));
        acme.put(user("anna").build()).marketing(new Assignment.OfGroup(EDITORS));
        acme.present(user("anna").build(), EngagementRole.MARKETING);

        List<String> changing = whoChanges(seen(), new Hypothesis().removeGroup(EDITORS));

        assertThat(changing).containsExactly("campaigns anna");
    }

    @Test
    void tellsWhoChangesInEveryUnitWhenAProfileMapsToAnotherRole() {
        acme.inStep(user("anna").build());
        BusinessUnit events = BusinessUnit.of(EVENTS)
                .withAssignments(
                        EngagementSet.MARKETING_USERS,
                        List.of(new Assignment.OfUser(ANNA), new Assignment.OfUser(Acme.BOSS.id())));
        acme.add(events);

        UserSync sync = seen();

        assertThat(whoChanges(sync, new Hypothesis().mapProfile(Acme.STANDARD, EngagementRole.SALES_MANAGER)))
                .containsExactly("campaigns anna", "events anna");
        assertThat(whoChanges(
                        sync, new Hypothesis().mapProfile(Acme.CAMPAIGNS, Acme.STANDARD, EngagementRole.SALES_MANAGER)))
                .containsExactly("campaigns anna");
    }

    @Test
    void showsOnePersonInAllUnitsBeforeAndAfterAProfileChange() {
        acme.inStep(user("anna").build());
        acme.add(BusinessUnit.of(EVENTS)
                .withAssignments(EngagementSet.SALES_USERS, List.of(new Assignment.OfUser(ANNA))));
        UserSync sync = seen();

        WhatIf what = sync.whatIf(new Hypothesis().changeProfile(ANNA, Acme.ADMINISTRATION));

        assertThat(roles(what.before(ANNA))).containsExactly("Marketing", "Sales");
        assertThat(roles(what.after(ANNA))).containsExactly("Administrator", "Sales");
        assertThat(what.difference().users().stream().map(UserDifference::unit)).containsExactly(Acme.CAMPAIGNS);
    }

    private static List<String> roles(PersonView person) {
        return person.units().stream()
                .map(unit -> ((RoleDecision.Granted) unit.decision()).role().name())
                .toList();
    }

    @Test
    void takesSeveralSuppositionsTogether() {
        annaByRole();
        UserSync sync = seen();
        Hypothesis hypothesis = new Hypothesis()
                .moveRole(BELOW, null)
                .moveUser(ANNA, TOP)
                .assign(Acme.CAMPAIGNS, EngagementSet.SALES_USERS, List.of(new Assignment.OfRole(TOP)));

        WhatIf what = sync.whatIf(hypothesis);

        assertThat(what.difference().users())
                .singleElement()
                .satisfies(each ->
                        assertThat(each.after().changes()).singleElement().isInstanceOf(UserChange.Update.class));
    }

    @Test
    void refusesWhatIsNotThere() {
        UserSync sync = seen();

        assertThatThrownBy(() -> sync.whatIf(new Hypothesis().removeGroup(EDITORS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("group editors");
        assertThatThrownBy(() -> sync.whatIf(new Hypothesis().mapProfile(EVENTS, Acme.STANDARD, EngagementRole.SALES)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("business unit events");
    }

    @Test
    void namesTheUnitsThatWereNotRead() {
        acme.add(BusinessUnit.of(EVENTS));
        acme.inStep(user("anna").build());
        UserSync sync = acme.sync();
        acme.engagement.unit(EVENTS).faults().failNext(EngagementCode.TIMEOUT);
        sync.plan();

        WhatIf what = sync.whatIf(new Hypothesis().deactivate(ANNA));

        assertThat(what.present().unreached()).extracting(UnreachedUnit::unit).containsExactly(EVENTS);
        assertThat(what.supposed().unreached()).extracting(UnreachedUnit::unit).containsExactly(EVENTS);
        assertThat(what.difference().unknown()).containsExactly(EVENTS);
        assertThat(sync.person(ANNA).unread()).containsExactly(EVENTS);
        assertThat(sync.person(ANNA).units()).hasSize(1);
    }

    @Test
    void saysThatNothingIsKnownBeforeAUnitWasRead() {
        acme.inStep(user("anna").build());

        WhatIf what = acme.sync().whatIf(new Hypothesis().deactivate(ANNA));

        assertThat(what.difference().isEmpty()).isFalse();
        assertThat(what.difference().unknown()).containsExactly(Acme.CAMPAIGNS);
        assertThat(acme.sync().undo(acme.sync().plan()).unreached()).isEmpty();
    }

    @Test
    @DisplayName("A12: a set that cannot be read wholly makes the role of a person uncertain, not absent")
    void tellsWhatMayBe() {
        GroupId hidden = new GroupId("hidden");
        acme.put(user("anna").build()).marketing(new Assignment.OfGroup(hidden));
        UserSync sync = seen();

        PersonInUnit anna = sync.person(ANNA).units().get(0);
        PersonInUnit boss = sync.person(Acme.BOSS.id()).units().get(0);

        assertThat(anna.decision()).isInstanceOf(RoleDecision.NotAssigned.class);
        assertThat(anna.isCertain()).isFalse();
        assertThat(anna.otherwise())
                .isInstanceOfSatisfying(
                        RoleDecision.Granted.class,
                        granted -> assertThat(granted.role()).isEqualTo(EngagementRole.MARKETING));
        assertThat(boss.isCertain()).isTrue();
    }
}
