package io.github.crosstie.engagement.json;

import static io.github.crosstie.engagement.Acme.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.engagement.Acme;
import io.github.crosstie.engagement.apply.ApplyReport;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.fault.InvalidInputException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserSyncPlanJsonTest {

    private final Acme acme = new Acme();

    private UserSyncPlan plan() {
        acme.inMarketing(user("anna").build());
        for (int each = 0; each < 26; each++) {
            acme.put(user("leaver" + each).build());
            acme.present(user("leaver" + each).build(), EngagementRole.MARKETING);
        }
        return acme.wholePlan();
    }

    @Test
    void readsBackAReleasedPlanThatCanStillBeApplied() {
        UserSyncPlan plan = plan();
        UserSyncPlan released =
                plan.release(Acme.CAMPAIGNS, plan.units().get(0).token().orElseThrow());

        UserSyncPlan read = UserSyncPlanJson.read("plan.json", UserSyncPlanJson.write(released));

        assertThat(read).isEqualTo(released);
        assertThat(acme.sync().apply(read).written()).isEqualTo(27);
    }

    @Test
    void refusesToApplyAReleasedPlanThatWasEdited() {
        UserSyncPlan plan = plan();
        UserSyncPlan released =
                plan.release(Acme.CAMPAIGNS, plan.units().get(0).token().orElseThrow());
        String edited = UserSyncPlanJson.write(released).replaceFirst("\"user\": \"leaver3\"", "\"user\": \"boss\"");

        ApplyReport report = acme.sync().apply(UserSyncPlanJson.read("plan.json", edited));

        assertThat(report.written()).isZero();
        assertThat(report.units().get(0).stopped()).contains("edited after somebody agreed");
    }

    @Test
    @DisplayName("G3: keeps that memberships cannot be read, and takes them for known where nothing is said")
    void keepsThatMembershipsAreNotKnown() {
        String known = UserSyncPlanJson.write(plan());
        acme.sales(new Assignment.OfGroup(new GroupId("hidden")));
        UserSyncPlan unreadable = acme.wholePlan();

        String json = UserSyncPlanJson.write(unreadable);

        assertThat(known).doesNotContain("membershipsKnown");
        assertThat(json).contains("\"membershipsKnown\": false");
        assertThat(UserSyncPlanJson.read("plan.json", json)).isEqualTo(unreadable);
    }

    @Test
    void writesOneTextForOnePlan() {
        assertThat(UserSyncPlanJson.write(plan()))
                .isEqualTo(UserSyncPlanJson.write(acme.wholePlan()))
                .endsWith("}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"version\": 1 | \"version\": 2 | version: only version 1",
                "\"directoryComplete\": true | \"directoryComplete\": \"yes\" | directoryComplete: expected true or false",
                "\"change\": \"create\" | \"change\": \"destroy\" | units[0].changes[0].change: unknown",
                "\"emailAddress\": | \"mail\": | units[0].changes[0].values.mail: unknown field",
                "\"place\": 26 | \"place\": 27 | units[0]: business unit campaigns: held changes",
                "\"place\": 26 | \"place\": 25 | units[0]: business unit campaigns: held changes",
                "\"rule\": | \"ruling\": | unknown member 'ruling'",
                "\"name\": \"Campaigns\", | '' | units[0]: 'name' is missing"
            })
    void refusesWhatItDoesNotUnderstand(String found, String instead, String message) {
        String json = UserSyncPlanJson.write(plan()).replaceFirst(Pattern.quote(found), instead);

        assertThatThrownBy(() -> UserSyncPlanJson.read("plan.json", json))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "{", "[]", "{} {}", "{\"version\": 1, \"version\": 1}"})
    void refusesWhatIsNoDocument(String json) {
        assertThatThrownBy(() -> UserSyncPlanJson.read("plan.json", json))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("plan.json");
    }
}
