package io.github.crosstie.engagement.apply;

import static io.github.crosstie.engagement.Acme.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.engagement.Acme;
import io.github.crosstie.engagement.connector.EngagementCapabilities;
import io.github.crosstie.engagement.connector.UserWrite;
import io.github.crosstie.engagement.connector.UserWriteKind;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.engagement.report.ReportText;
import io.github.crosstie.engagement.user.FieldMap;
import io.github.crosstie.engagement.user.UserField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A system that carries some fields alone, and ids in their shorter form. */
class CarriedFieldsTest {

    private final Acme acme = new Acme();
    private final List<UserWrite> written = new ArrayList<>();

    @BeforeEach
    void carriesNeitherPhoneNorTimeZone() {
        Set<UserField> fields = EnumSet.complementOf(EnumSet.of(UserField.PHONE, UserField.TIME_ZONE));
        acme.campaigns()
                .capabilities(
                        new EngagementCapabilities(fields, EnumSet.allOf(UserWriteKind.class), 200, Duration.ZERO));
        acme.campaigns().faults().beforeWrite(written::add);
        acme.inMarketing(user("anna")
                .title("Editor")
                .phone("030 1234")
                .timeZone("Europe/Berlin")
                .build());
    }

    @Test
    @DisplayName("U10: a new user is written with the fields that the system carries, and the others are told")
    void writesWhatIsCarriedAndTellsTheRest() {
        ApplyReport report = acme.sync().apply(acme.wholePlan());

        assertThat(written)
                .singleElement()
                .isInstanceOfSatisfying(
                        UserWrite.Create.class,
                        create -> assertThat(create.values().asMap())
                                .containsEntry(UserField.TITLE, "Editor")
                                .doesNotContainKeys(UserField.PHONE, UserField.TIME_ZONE));
        ChangeOutcome outcome = report.units().get(0).outcomes().get(0);
        assertThat(outcome.isMade()).isTrue();
        assertThat(outcome.notCarried()).containsExactlyInAnyOrder(UserField.PHONE, UserField.TIME_ZONE);
        assertThat(ReportText.of(report)).contains("create user anna: made, but for phone, timeZone: ");
    }

    @Test
    @DisplayName("G4: a creation whose answer was lost is found by the fields that the system carries")
    void findsACreationByWhatIsCarried() {
        acme.campaigns().faults().loseAnswers(1);

        ApplyReport report = acme.sync().apply(acme.wholePlan());

        assertThat(report.isAsPlanned()).isTrue();
        assertThat(report.units().get(0).outcomes().get(0).notCarried()).hasSize(2);
        assertThat(written).hasSize(1);
    }

    @Test
    @DisplayName("G4: a plan that was carried out is found made, and tells the fields that nobody can look at")
    void findsItMade() {
        UserSyncPlan plan = acme.wholePlan();
        acme.sync().apply(plan);

        ChangeOutcome again = acme.sync().apply(plan).units().get(0).outcomes().get(0);

        assertThat(again).isInstanceOf(ChangeOutcome.AlreadyMade.class);
        assertThat(again.notCarried()).containsExactlyInAnyOrder(UserField.PHONE, UserField.TIME_ZONE);
    }

    @Test
    @DisplayName("A14: a new user is found made where the unit keeps the Salesforce id in its shorter form")
    void findsAUserByTheShorterId() {
        acme.directory(builder -> builder.idForm(id -> id.replace("-short", "")));
        UserSyncPlan plan = acme.wholePlan();
        acme.campaigns()
                .add(FieldMap.DEFAULT
                        .values(user("anna").title("Editor").build(), EngagementRole.MARKETING)
                        .with(UserField.SALESFORCE_ID, "anna-short"));

        ApplyReport report = acme.sync().apply(plan);

        assertThat(report.units().get(0).outcomes().get(0)).isInstanceOf(ChangeOutcome.AlreadyMade.class);
    }
}
