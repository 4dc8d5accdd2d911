package io.github.crosstie.engagement.apply;

import static io.github.crosstie.engagement.Acme.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.engagement.Acme;
import io.github.crosstie.engagement.connector.EngagementCapabilities;
import io.github.crosstie.engagement.report.DriftText;
import io.github.crosstie.engagement.user.UserField;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DriftReportTest {

    private final Acme acme = new Acme();

    @Test
    void tellsEachKindOfDriftOfASystemThatTakesNoWrites() {
        acme.inMarketing(user("missing").build());
        acme.campaigns().recycle(acme.inStep(user("binned").build()));
        acme.inStep(user("different").build());
        acme.put(user("different").title("Editor").profile(Acme.ADMINISTRATION).build());
        acme.put(user("surplus").build());
        acme.present(user("surplus").build(), EngagementRole.SALES);
        acme.campaigns().capabilities(EngagementCapabilities.readOnly(Duration.ofSeconds(60)));
        acme.advance(Duration.ofSeconds(60));

        DriftReport report = acme.sync().verify();

        assertThat(report.isInStep()).isFalse();
        assertThat(report.units().get(0).drifts().stream().map(Drift::kind))
                .containsExactly(
                        Drift.Kind.MISSING, Drift.Kind.IN_RECYCLE_BIN, Drift.Kind.DIFFERENT, Drift.Kind.SURPLUS);
        assertThat(report.units().get(0).drifts().get(2).fields()).containsExactly(UserField.TITLE, UserField.ROLE);
    }

    @Test
    void isInStepAfterAPlanWasApplied() {
        acme.inMarketing(user("anna").build());
        acme.sync().apply(acme.wholePlan());

        assertThat(acme.sync().verify().isInStep()).isTrue();
    }

    @Test
    void isNotInStepOnAListingThatIsNotComplete() {
        acme.campaigns().faults().truncateListing(0);

        assertThat(acme.sync().verify().isInStep()).isFalse();
    }

    @Test
    @DisplayName("A12: a unit is not in step for certain as long as a group of its sets cannot be read")
    void isNotInStepOnMembershipsThatCannotBeRead() {
        acme.put(user("anna").build()).marketing(new Assignment.OfGroup(new GroupId("hidden")));

        DriftReport report = acme.sync().verify();

        assertThat(report.units()).singleElement().satisfies(unit -> {
            assertThat(unit.drifts()).isEmpty();
            assertThat(unit.membershipsKnown()).isFalse();
        });
        assertThat(report.isInStep()).isFalse();
        assertThat(DriftText.of(report)).contains("0 not; a membership of its sets cannot be read");
    }

    @Test
    void showsWhatAGuardHolds() {
        for (int each = 0; each < 26; each++) {
            acme.put(user("leaver" + each).build());
            acme.present(user("leaver" + each).build(), EngagementRole.MARKETING);
        }

        assertThat(acme.sync().verify().units().get(0).drifts()).hasSize(26);
    }
}
