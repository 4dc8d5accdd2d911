package io.github.crosstie.engagement.planner;

import static io.github.crosstie.engagement.Acme.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.engagement.Acme;
import io.github.crosstie.engagement.UserSync;
import io.github.crosstie.engagement.plan.LeftCode;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.FieldMap;
import io.github.crosstie.engagement.user.UserField;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlanningTest {

    private final Acme acme = new Acme();

    @Test
    void doesNotTakeAnotherCaseForADifference() {
        acme.inMarketing(user("anna").build());
        acme.add(FieldMap.DEFAULT
                .values(user("anna").build(), EngagementRole.MARKETING)
                .with(UserField.EMAIL_ADDRESS, "ANNA@acme.example")
                .with(UserField.CRM_USERNAME, "Anna@Acme.example"));

        assertThat(acme.plan().changes()).isEmpty();
    }

    @Test
    @DisplayName("A14: a Salesforce id in its other form links all the same")
    void linksByAnIdInItsOtherForm() {
        acme.directory(builder -> builder.idForm(id -> id.replace("-short", "")));
        acme.inMarketing(user("anna").build());
        acme.add(FieldMap.DEFAULT
                .values(user("anna").build(), EngagementRole.MARKETING)
                .with(UserField.SALESFORCE_ID, "anna-short"));

        assertThat(acme.plan().changes()).isEmpty();
        assertThat(acme.plan().totals().inStep()).isEqualTo(2);
    }

    @Test
    void writesTheIdOfWhoWasLinkedByUsernameAlone() {
        acme.inMarketing(user("anna").build());
        acme.add(FieldMap.DEFAULT
                .values(user("anna").build(), EngagementRole.MARKETING)
                .with(UserField.SALESFORCE_ID, null));

        assertThat(acme.plan().changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        UserChange.Update.class,
                        update -> assertThat(update.difference().changes().keySet())
                                .containsExactly(UserField.SALESFORCE_ID));
    }

    @Test
    void leavesAFieldAloneThatTheMapDoesNotHold() {
        acme.settings = acme.settings.with(FieldMap.DEFAULT.without(UserField.TITLE));
        EngagementUserId anna = acme.inStep(user("anna").build());
        acme.campaigns().edit(anna, values -> values.with(UserField.TITLE, "Own title"));

        assertThat(acme.plan().changes()).isEmpty();
    }

    @Test
    void takesAFieldFromAnotherSource() {
        acme.settings =
                acme.settings.with(FieldMap.DEFAULT.with(UserField.PHONE, user -> Optional.of("ext. " + user.id())));
        acme.inMarketing(user("anna").build());

        assertThat(((UserChange.Create) acme.plan().changes().get(1)).values().get(UserField.PHONE))
                .contains("ext. anna");
    }

    @Test
    void emptiesAFieldThatTheCrmHasNoValueFor() {
        EngagementUserId anna = acme.inStep(user("anna").build());
        acme.campaigns().edit(anna, values -> values.with(UserField.PHONE, "030"));

        assertThat(acme.plan().changes())
                .singleElement()
                .isInstanceOfSatisfying(
                        UserChange.Update.class,
                        update -> assertThat(update.difference()
                                        .get(UserField.PHONE)
                                        .orElseThrow()
                                        .after())
                                .isNull());
    }

    @Test
    void createsNobodyWithoutAnAddress() {
        acme.inMarketing(user("anna").emailAddress(null).build());

        assertThat(acme.plan().left())
                .singleElement()
                .satisfies(left -> assertThat(left.code()).isEqualTo(LeftCode.EMAIL_MISSING));
    }

    @Test
    void touchesNobodyWhoIsLinkedTwice() {
        acme.inStep(user("anna").build());
        acme.add(FieldMap.DEFAULT
                .values(user("anna").build(), EngagementRole.MARKETING)
                .with(UserField.EMAIL_ADDRESS, "second@acme.example")
                .with(UserField.CRM_USERNAME, null));
        acme.put(user("anna").active(false).build());

        UnitPlan plan = acme.plan();

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.left())
                .singleElement()
                .satisfies(left -> assertThat(left.code()).isEqualTo(LeftCode.LINKED_TWICE));
    }

    @Test
    void prefersTheLiveOneToTheOneInTheBin() {
        EngagementUserId old = acme.present(user("anna").build(), EngagementRole.MARKETING);
        acme.campaigns().recycle(old);
        acme.campaigns()
                .edit(
                        old,
                        values -> values.with(UserField.EMAIL_ADDRESS, "old@acme.example")
                                .with(UserField.CRM_USERNAME, null));
        acme.inStep(user("anna").build());

        assertThat(acme.plan().changes()).isEmpty();
    }

    @Test
    void seesALaterStateOfTheDirectory() {
        acme.inStep(user("anna").build());
        UserSync sync = acme.sync();
        sync.plan();
        User promoted = user("anna").title("Chief").build();

        UserSync later = sync.withDirectory(acme.put(promoted).directory);

        assertThat(later.plan().units().get(0).changes())
                .singleElement()
                .satisfies(change -> assertThat(change.user()).isEqualTo(new UserId("anna")));
        assertThat(sync.plan().isIdle()).isTrue();
    }

    @Test
    void givesOnePlanForOneState() {
        for (int each = 0; each < 5; each++) {
            acme.inMarketing(user("member" + each).build());
        }

        assertThat(acme.wholePlan()).isEqualTo(acme.wholePlan());
    }
}
