package io.github.crosstie.engagement.guard;

import static io.github.crosstie.engagement.Acme.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.BusinessUnit;
import io.github.crosstie.configuration.DeletionGuard;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.configuration.EngagementSet;
import io.github.crosstie.configuration.ProfileRoleMapping;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.User;
import io.github.crosstie.engagement.Acme;
import io.github.crosstie.engagement.UserSync;
import io.github.crosstie.engagement.apply.ApplyReport;
import io.github.crosstie.engagement.apply.ChangeOutcome;
import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.engagement.connector.UserWrite;
import io.github.crosstie.engagement.plan.HoldCause;
import io.github.crosstie.engagement.plan.LeftCode;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import io.github.crosstie.state.ReleaseToken;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GuardTest {

    private final Acme acme = new Acme();

    private void leavers(int count) {
        for (int each = 0; each < count; each++) {
            User leaver = user("leaver" + each).build();
            acme.put(leaver);
            acme.present(leaver, EngagementRole.MARKETING);
        }
    }

    private void limit(DeletionGuard guard) {
        acme.unit(unit -> new BusinessUnit(
                unit.id(),
                unit.name(),
                unit.creator(),
                unit.marketingUsers(),
                unit.salesUsers(),
                unit.mapping(),
                unit.bothSets(),
                guard));
    }

    private void map(Map<ProfileId, EngagementRole> roles) {
        acme.unit(unit -> new BusinessUnit(
                unit.id(),
                unit.name(),
                unit.creator(),
                unit.marketingUsers(),
                unit.salesUsers(),
                new ProfileRoleMapping(roles),
                unit.bothSets(),
                unit.deletionGuard()));
    }

    @Test
    @DisplayName("S13: more recyclings than the limit are held, and everything else goes on")
    void holdsManyRecyclings() {
        leavers(26);
        acme.inMarketing(user("anna").build());

        UnitPlan plan = acme.plan();

        assertThat(plan.changes()).singleElement().isInstanceOf(UserChange.Create.class);
        assertThat(plan.held())
                .hasSize(26)
                .allSatisfy(held -> assertThat(held.cause()).isEqualTo(HoldCause.RECYCLINGS));
        assertThat(plan.guards())
                .anySatisfy(verdict ->
                        assertThat(verdict.reason()).startsWith("26 recyclings over 27 users: more than 25"));
    }

    @Test
    @DisplayName("S13: from five on, more than a tenth of the users are held")
    void holdsALargeShare() {
        leavers(5);

        assertThat(acme.plan().held()).hasSize(5);
    }

    @Test
    @DisplayName("S13: four recyclings of many users pass")
    void letsFewPass() {
        leavers(4);

        assertThat(acme.plan().changes()).hasSize(4);
        assertThat(acme.plan().held()).isEmpty();
    }

    @Test
    @DisplayName("S13: a slow bleed adds up within the window, and is forgotten after it")
    void addsUpWithinTheWindow() {
        limit(new DeletionGuard(6, 100, 1, Duration.ofDays(1)));
        leavers(4);
        acme.sync().apply(acme.wholePlan());
        acme.advance(Duration.ofHours(23));
        for (int each = 10; each < 13; each++) {
            acme.put(user("leaver" + each).build());
            acme.present(user("leaver" + each).build(), EngagementRole.MARKETING);
        }

        UnitPlan within = acme.plan();
        acme.advance(Duration.ofHours(2));
        UnitPlan after = acme.plan();

        assertThat(within.held()).hasSize(3);
        assertThat(after.held()).isEmpty();
    }

    @Test
    @DisplayName("S13: nobody who came from the CRM being left is held, however few they are")
    void holdsTheEmptying() {
        acme.unit = acme.unit.withAssignments(EngagementSet.MARKETING_USERS, List.of());
        acme.add(UserValues.of(
                Map.of(UserField.EMAIL_ADDRESS, "agency@elsewhere.example", UserField.ROLE, "Administrator")));

        assertThat(acme.plan().held())
                .singleElement()
                .satisfies(held -> assertThat(held.cause()).isEqualTo(HoldCause.RECYCLINGS));
    }

    @Test
    @DisplayName("S13: demotions have a guard of their own, which holds the role and lets the rest of the update pass")
    void holdsDemotionsApart() {
        EngagementRole manager = EngagementRole.SALES_MANAGER;
        for (int each = 0; each < 6; each++) {
            User member = user("member" + each).build();
            acme.inMarketing(member);
            acme.present(member, EngagementRole.MARKETING);
            acme.put(member.toBuilder().title("Editor").build());
        }
        map(Map.of(Acme.ADMINISTRATION, EngagementRole.ADMINISTRATOR, Acme.STANDARD, manager));

        UnitPlan plan = acme.plan();

        assertThat(plan.changes())
                .hasSize(6)
                .allSatisfy(change -> assertThat(((UserChange.Update) change)
                                .difference()
                                .changes()
                                .keySet())
                        .containsExactly(UserField.TITLE));
        assertThat(plan.held()).hasSize(6).allSatisfy(held -> {
            assertThat(held.cause()).isEqualTo(HoldCause.DEMOTIONS);
            assertThat(((UserChange.Update) held.change())
                            .difference()
                            .changes()
                            .keySet())
                    .containsExactly(UserField.ROLE);
        });
    }

    @Test
    @DisplayName("G2: the last active Administrator is neither recycled nor demoted, and no token changes that")
    void keepsTheLastAdministrator() {
        map(Map.of());
        acme.inMarketing(user("anna").build());

        UnitPlan plan = acme.plan();

        assertThat(plan.changes()).singleElement().isInstanceOf(UserChange.Create.class);
        assertThat(plan.held())
                .singleElement()
                .satisfies(held -> assertThat(held.cause()).isEqualTo(HoldCause.LAST_ADMINISTRATOR));
        assertThat(plan.token()).isEmpty();
    }

    @Test
    @DisplayName("G2: one Administrator may follow another, and is made before the other ceases to be")
    void letsAdministratorsChange() {
        acme.put(Acme.BOSS.toBuilder().profile(Acme.STANDARD).build());
        acme.inMarketing(user("zoe").profile(Acme.ADMINISTRATION).build());

        UserSyncPlan plan = acme.wholePlan();
        ApplyReport report = acme.sync().apply(plan);

        assertThat(plan.units().get(0).changes().stream()
                        .map(change -> change.user().value()))
                .containsExactly("zoe", "boss");
        assertThat(report.isAsPlanned()).isTrue();
    }

    @Test
    @DisplayName("G2: if the new Administrator is refused, the old one stays one")
    void keepsTheOldAdministratorIfTheNewOneFails() {
        acme.put(Acme.BOSS.toBuilder().profile(Acme.STANDARD).build());
        acme.inMarketing(user("zoe").profile(Acme.ADMINISTRATION).build());
        UserSyncPlan plan = acme.wholePlan();
        acme.campaigns().crmUsernames(name -> !name.startsWith("zoe"));

        ApplyReport report = acme.sync().apply(plan);

        assertThat(report.units().get(0).outcomes())
                .anyMatch(ChangeOutcome.Refused.class::isInstance)
                .anySatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                ChangeOutcome.Held.class,
                                held -> assertThat(held.cause()).isEqualTo(HoldCause.LAST_ADMINISTRATOR)));
    }

    @Test
    @DisplayName("G2: a unit without an active Administrator gets one first, or nothing")
    void holdsEverythingWithoutAdministrator() {
        acme.put(Acme.BOSS.toBuilder().active(false).build());
        acme.inMarketing(user("anna").build());

        UnitPlan plan = acme.plan();

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.held())
                .isNotEmpty()
                .anySatisfy(held -> assertThat(held.cause()).isEqualTo(HoldCause.LAST_ADMINISTRATOR));
    }

    @Test
    @DisplayName("G3: nobody is recycled on the strength of a directory that is not complete")
    void recyclesNobodyOnAnIncompleteDirectory() {
        leavers(1);
        acme.directory(builder -> builder.complete(false));

        UnitPlan plan = acme.plan();

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.left())
                .anySatisfy(left -> assertThat(left.reason().rule()).isEqualTo("G3"));
    }

    @Test
    @DisplayName("G3: a group that cannot be read wholly recycles nobody who may be in it")
    void recyclesNobodyWhoMayBeInAGroup() {
        leavers(1);
        GroupId hidden = new GroupId("hidden");
        acme.marketing(new Assignment.OfGroup(hidden));

        assertThat(acme.plan().changes()).isEmpty();
    }

    @Test
    @DisplayName("G3: nobody is created on the strength of a unit's listing that is not complete")
    void createsNobodyOnAnIncompleteListing() {
        acme.inStep(user("anna").build());
        acme.campaigns().faults().truncateListing(1);

        UnitPlan plan = acme.plan();

        assertThat(plan.basis().listingComplete()).isFalse();
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.left())
                .singleElement()
                .satisfies(left -> assertThat(left.reason().rule()).isEqualTo("G3"));
    }

    @Test
    @DisplayName("G3: nobody is recycled on the strength of a unit's listing that is not complete")
    void recyclesNobodyOnAnIncompleteListing() {
        leavers(2);
        acme.campaigns().faults().truncateListing(2);

        UnitPlan plan = acme.plan();

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.left()).singleElement().satisfies(left -> {
            assertThat(left.target()).isEqualTo(acme.campaigns().users().get(1).id());
            assertThat(left.code()).isEqualTo(LeftCode.LISTING_INCOMPLETE);
        });
    }

    @Test
    @DisplayName("G3: the way back recycles nobody on a listing that is not complete")
    void recyclesNobodyOnTheWayBackOnAnIncompleteListing() {
        acme.inMarketing(user("anna").build());
        UserSync sync = acme.sync();
        UserSyncPlan plan = sync.plan();
        sync.apply(plan);
        acme.campaigns().faults().truncateListing(1);

        UnitPlan back = sync.undo(plan).unit(Acme.CAMPAIGNS);

        assertThat(back.changes()).isEmpty();
        assertThat(back.left())
                .singleElement()
                .satisfies(left -> assertThat(left.code()).isEqualTo(LeftCode.LISTING_INCOMPLETE));
    }

    @Test
    @DisplayName("G3: nobody is restored beside a twin that a listing which is not complete may not show")
    void restoresNobodyOnAnIncompleteListing() {
        EngagementUserId old = acme.present(user("anna").build(), EngagementRole.MARKETING);
        acme.campaigns().recycle(old);
        acme.campaigns()
                .edit(
                        old,
                        values -> values.with(UserField.EMAIL_ADDRESS, "old@acme.example")
                                .with(UserField.CRM_USERNAME, null));
        acme.inMarketing(user("anna").build());
        acme.present(user("anna").emailAddress("twin@acme.example").build(), EngagementRole.MARKETING);
        acme.campaigns().faults().truncateListing(2);

        UnitPlan plan = acme.plan();

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.left())
                .singleElement()
                .satisfies(left -> assertThat(left.code()).isEqualTo(LeftCode.LISTING_INCOMPLETE));
    }

    @Test
    @DisplayName("G3: the way back neither makes nor restores anybody on a listing that is not complete")
    void turnsNothingBackOnAnIncompleteListing() {
        leavers(1);
        UserSync sync = acme.sync();
        UserSyncPlan plan = sync.plan();
        sync.apply(plan);
        acme.campaigns().faults().truncateListing(1);

        UnitPlan back = sync.undo(plan).unit(Acme.CAMPAIGNS);

        assertThat(back.changes()).isEmpty();
        assertThat(back.left())
                .singleElement()
                .satisfies(left -> assertThat(left.code()).isEqualTo(LeftCode.LISTING_INCOMPLETE));
    }

    /** The way back from a plan that makes Zoe an Administrator, and recycles the boss if that one is to go. */
    private UserSyncPlan wayBackFromZoe(User... others) {
        acme.inMarketing(user("zoe").profile(Acme.ADMINISTRATION).build());
        for (User other : others) {
            acme.inMarketing(other);
        }
        UserSync sync = acme.sync();
        UserSyncPlan plan = sync.plan();
        assertThat(sync.apply(plan).isAsPlanned()).isTrue();
        return sync.undo(plan);
    }

    private void unassignTheBoss() {
        acme.unit = acme.unit.withAssignments(EngagementSet.MARKETING_USERS, List.of());
    }

    @Test
    @DisplayName("G2: the way back holds the last active Administrator, whom the plan made")
    void keepsTheLastAdministratorOnTheWayBack() {
        acme.inStep(user("anna").build());
        acme.put(Acme.BOSS.toBuilder().active(false).build());

        UnitPlan back = wayBackFromZoe().unit(Acme.CAMPAIGNS);

        assertThat(back.held()).singleElement().satisfies(held -> {
            assertThat(held.change().user().value()).isEqualTo("zoe");
            assertThat(held.cause()).isEqualTo(HoldCause.LAST_ADMINISTRATOR);
        });
    }

    @Test
    @DisplayName("G2: if the old Administrator is not restored on the way back, the new one stays one")
    void keepsTheNewAdministratorIfTheOldOneFails() {
        unassignTheBoss();
        acme.inStep(user("anna").build());
        UserSyncPlan back = wayBackFromZoe();
        acme.campaigns().faults().rejectWrites(UserWrite.Restore.class::isInstance, EngagementCode.USERNAME_NOT_FOUND);

        ApplyReport report = acme.sync().apply(back);

        assertThat(report.unit(Acme.CAMPAIGNS).outcomes())
                .anyMatch(ChangeOutcome.Refused.class::isInstance)
                .anySatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                ChangeOutcome.Held.class,
                                held -> assertThat(held.cause()).isEqualTo(HoldCause.LAST_ADMINISTRATOR)));
    }

    @Test
    @DisplayName("S13: the way back from a plan that made everybody who came from the CRM is held")
    void holdsTheEmptyingOnTheWayBack() {
        unassignTheBoss();
        acme.campaigns().recycle(acme.campaigns().users().get(0).id());

        UnitPlan back =
                wayBackFromZoe(user("anna").build(), user("ben").build()).unit(Acme.CAMPAIGNS);

        assertThat(back.held())
                .hasSize(3)
                .allSatisfy(held -> assertThat(held.cause()).isEqualTo(HoldCause.RECYCLINGS));
    }

    @Test
    @DisplayName("G2: a user who is linked to nobody is no active Administrator, as nobody knows who may sign in")
    void countsNoUnmappedAdministrator() {
        acme.add(UserValues.of(
                Map.of(UserField.EMAIL_ADDRESS, "agency@elsewhere.example", UserField.ROLE, "Administrator")));
        map(Map.of());

        assertThat(acme.plan().held())
                .singleElement()
                .satisfies(held -> assertThat(held.cause()).isEqualTo(HoldCause.LAST_ADMINISTRATOR));
    }

    @Test
    @DisplayName("S13: a token releases what was held with it, once")
    void releasesOnce() {
        leavers(26);
        acme.inMarketing(user("anna").build());
        UserSyncPlan plan = acme.wholePlan();
        ReleaseToken token = plan.units().get(0).token().orElseThrow();
        UserSyncPlan released = plan.release(Acme.CAMPAIGNS, token);

        ApplyReport first = acme.sync().apply(released);
        for (int each = 0; each < 3; each++) { // as few as a guard lets pass
            acme.campaigns().restore(acme.campaigns().users().get(each + 1).id());
        }
        ApplyReport second = acme.sync().apply(released);

        assertThat(first.written()).isEqualTo(27);
        assertThat(second.written()).isZero();
        assertThat(second.units().get(0).outcomes().stream().filter(ChangeOutcome.AlreadyMade.class::isInstance))
                .hasSize(24);
        assertThat(second.units().get(0).outcomes().stream().filter(ChangeOutcome.Outdated.class::isInstance))
                .hasSize(3)
                .allSatisfy(outcome ->
                        assertThat(((ChangeOutcome.Outdated) outcome).message()).contains("was used before"));
        for (int each = 3; each < 26; each++) {
            acme.campaigns().restore(acme.campaigns().users().get(each + 1).id());
        }
        assertThat(acme.plan().token()).isPresent().get().isNotEqualTo(token);
    }

    @Test
    @DisplayName("S13: a token releases nothing that joined after it was given")
    void releasesOnlyWhatWasSeen() {
        leavers(26);
        ReleaseToken token = acme.plan().token().orElseThrow();
        acme.put(user("late").build());
        acme.present(user("late").build(), EngagementRole.MARKETING);
        UserSyncPlan later = acme.wholePlan();

        assertThatThrownBy(() -> later.release(Acme.CAMPAIGNS, token))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not the token of what this plan holds");
    }

    @Test
    @DisplayName("S13: a plan that was edited past its guard is held when it is applied")
    void guardsAgainAtTheEnd() {
        leavers(26);
        UnitPlan plan = acme.plan();
        UnitPlan forged = UnitPlan.of(
                plan.unit(),
                plan.name(),
                plan.basis(),
                plan.held().stream().map(held -> held.change()).toList(),
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                0);

        ApplyReport report = acme.sync().apply(acme.wholePlan().with(forged));

        assertThat(report.written()).isZero();
        assertThat(report.units().get(0).outcomes()).hasSize(26).allMatch(ChangeOutcome.Held.class::isInstance);
    }
}
