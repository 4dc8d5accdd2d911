package io.github.crosstie.engagement.plan;

import static io.github.crosstie.engagement.Acme.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.Acme;
import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.engagement.user.EngagementUserId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlanDifferenceTest {

    private final Acme acme = new Acme();

    @Test
    void namesWhoeverThePlansTreatOtherwise() {
        UserSyncPlan before = acme.wholePlan();
        acme.inMarketing(user("anna").build());

        PlanDifference difference = PlanDifference.between(before, acme.wholePlan());

        assertThat(difference.users())
                .singleElement()
                .satisfies(each -> assertThat(each.user()).isEqualTo(new UserId("anna")));
        assertThat(difference.isEmpty()).isFalse();
    }

    @Test
    @DisplayName("U30: a user whose CRM user cannot be seen any more is a difference, by the user of the unit")
    void namesUsersWithoutACrmUser() {
        UserSyncPlan before = acme.wholePlan();
        EngagementUserId lost = acme.present(user("lost").build(), EngagementRole.MARKETING);
        UserSyncPlan after = acme.wholePlan();

        PlanDifference difference = PlanDifference.between(before, after);

        assertThat(difference.users()).isEmpty();
        assertThat(difference.unseen()).singleElement().satisfies(each -> {
            assertThat(each.unit()).isEqualTo(Acme.CAMPAIGNS);
            assertThat(each.target()).isEqualTo(lost);
            assertThat(each.before()).isNull();
            assertThat(each.after()).isNotNull();
        });
        assertThat(difference.isEmpty()).isFalse();
        assertThat(PlanDifference.between(after, acme.wholePlan()).isEmpty()).isTrue();
    }

    @Test
    void saysNothingOfTheUsersOfAUnitThatOnlyOnePlanReached() {
        acme.inMarketing(user("anna").build());
        UserSyncPlan reached = acme.wholePlan();
        acme.campaigns().faults().failNext(EngagementCode.TIMEOUT);
        UserSyncPlan unreached = acme.wholePlan();

        PlanDifference difference = PlanDifference.between(reached, unreached);

        assertThat(difference.users()).isEmpty();
        assertThat(difference.unknown()).containsExactly(Acme.CAMPAIGNS);
        assertThat(difference.isEmpty()).isFalse();
        assertThat(PlanDifference.between(unreached, reached).unknown()).containsExactly(Acme.CAMPAIGNS);
    }

    @Test
    void comparesAUnitThatOnlyOnePlanIsAbout() {
        acme.inMarketing(user("anna").build());
        UserSyncPlan plan = acme.wholePlan();
        UserSyncPlan without = new UserSyncPlan(plan.organization(), plan.plannedAt(), true, List.of(), List.of());

        assertThat(PlanDifference.between(plan, without).users()).hasSize(1);
        assertThat(PlanDifference.between(without, plan).users()).hasSize(1);
    }
}
