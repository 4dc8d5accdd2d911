package io.github.crosstie.report;

import static io.github.crosstie.report.Fares.NOW;
import static io.github.crosstie.report.Fares.contacts;
import static io.github.crosstie.report.Fares.events;
import static io.github.crosstie.report.Fares.organization;
import static io.github.crosstie.report.Fares.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OrganizationStatusTest {

    private static final String REFUSED = "token expired; when that is mended, call Crosstie.resume";

    private final UserStatus well = user(
            "005-well",
            "sales",
            contacts(Stage.IN_SYNC, null, new FlowCounts(10, 0, 0, 0, 0, 0), ""),
            events(Stage.IN_SYNC));
    private final UserStatus late = user(
            "005-late",
            "sales",
            contacts(Stage.RETRYING, Duration.ofHours(3), new FlowCounts(5, 2, 1, 0, 0, 0), "busy"),
            events(Stage.IN_SYNC));
    private final UserStatus later = user(
            "005-later",
            "service",
            contacts(Stage.RETRYING, Duration.ofDays(1), new FlowCounts(Integer.MAX_VALUE, 1, 0, 0, 0, 0), "busy"));
    private final UserStatus stuck =
            user("005-stuck", "service", contacts(Stage.FAILED, null, FlowCounts.NONE, REFUSED), events(Stage.HELD));
    private final UserStatus idle = user("005-idle", null);
    private final OrganizationStatus status = organization(well, late, later, stuck, idle);

    @Test
    @DisplayName("S18: a user counts once, by the worst of what flows")
    void countsEachUserOnce() {
        StatusSummary sum = status.summary();

        assertThat(sum.users()).isEqualTo(5);
        assertThat(sum.stages()).isEqualTo(Map.of(Stage.IN_SYNC, 1, Stage.RETRYING, 2, Stage.FAILED, 1));
        assertThat(sum.worst()).contains(Stage.FAILED);
    }

    @Test
    @DisplayName("S18: of each way of each kind, the users by stage, the sums, and the oldest change of all")
    void addsUpEachWay() {
        FlowSummary flow = status.summary().flows().get(0);

        assertThat(flow.users()).isEqualTo(4);
        assertThat(flow.stages()).isEqualTo(Map.of(Stage.IN_SYNC, 1, Stage.RETRYING, 2, Stage.FAILED, 1));
        assertThat(flow.counts()).isEqualTo(new FlowCounts(15L + Integer.MAX_VALUE, 3, 1, 0, 0, 0));
        assertThat(flow.lag(NOW)).contains(Duration.ofDays(1));
        assertThat(flow.nextDue()).isEqualTo(NOW.plus(Duration.ofMinutes(20)));
    }

    @Test
    @DisplayName("S18: all have succeeded since the earliest of the last successes, and never if one never has")
    void tellsSinceWhenAllSucceeded() {
        assertThat(status.summary().flows().get(0).lastSuccess()).isEqualTo(NOW.minus(Duration.ofHours(1)));

        UserStatus fresh = user("005-new", "sales", contacts(Stage.NOT_STARTED, null, FlowCounts.NONE, ""));

        assertThat(organization(well, fresh).summary().flows().get(0).lastSuccess())
                .isNull();
    }

    @Test
    @DisplayName("S18: each configuration has a sum of its own, and who syncs by none is in no one's")
    void addsUpByConfiguration() {
        assertThat(status.configurations().keySet())
                .containsExactly(new ConfigurationId("sales"), new ConfigurationId("service"));
        assertThat(status.configurations().values())
                .extracting(StatusSummary::users)
                .containsExactly(2, 2);
    }

    @Test
    @DisplayName("S18: who needs somebody comes first, then who lags most, and at the end those for whom nothing flows")
    void ordersByNeed() {
        assertThat(status.worstFirst()).containsExactly(stuck, later, late, well, idle);
    }

    @Test
    @DisplayName("S18, S19: what is in the way of many is one cause, with the worst stage it led to")
    void groupsByCause() {
        assertThat(Cause.of(status.users())).extracting(Cause::reason).containsExactly(REFUSED, "busy");
        assertThat(Cause.of(status.users()).get(1).users())
                .extracting(OrganizationUser::user)
                .containsExactly(new UserId("005-late"), new UserId("005-later"));

        UserStatus worse = user("005-worse", "sales", contacts(Stage.HELD, null, FlowCounts.NONE, "busy"));

        assertThat(Cause.of(List.of(late, worse, later)))
                .extracting(Cause::stage)
                .containsExactly(Stage.HELD);
    }

    @Test
    @DisplayName("S18: as a text table, by configuration and in all, without names and addresses")
    void isText() {
        assertThat(StatusText.of(organization(well, late, stuck))).isEqualTo("""
                organization 00D-acme: 3 users enrolled: 1 IN_SYNC, 1 RETRYING, 1 FAILED
                  configuration  kind     direction    users  worst     all succeeded since   lag   next due              linked  unapplied  quarantined  held  at cap  would notify  stages
                  sales          CONTACT  CRM_TO_MAIL  2      RETRYING  2026-03-02T09:00:00Z  3 h   2026-03-02T10:20:00Z  15      2          1            0     0       0             1 IN_SYNC, 1 RETRYING
                  sales          EVENT    MAIL_TO_CRM  2      IN_SYNC   2026-03-02T08:00:00Z  none                        0       0          0            0     0       0             2 IN_SYNC
                  service        CONTACT  CRM_TO_MAIL  1      FAILED    2026-03-02T09:00:00Z  none                        0       0          0            0     0       0             1 FAILED
                  service        EVENT    MAIL_TO_CRM  1      HELD      2026-03-02T08:00:00Z  none                        0       0          0            0     0       0             1 HELD
                  (all)          CONTACT  CRM_TO_MAIL  3      FAILED    2026-03-02T09:00:00Z  3 h   2026-03-02T10:20:00Z  15      2          1            0     0       0             1 IN_SYNC, 1 RETRYING, 1 FAILED
                  (all)          EVENT    MAIL_TO_CRM  3      HELD      2026-03-02T08:00:00Z  none                        0       0          0            0     0       0             2 IN_SYNC, 1 HELD
                  FAILED, 1 user: token expired; when that is mended, call Crosstie.resume
                  RETRYING, 1 user: busy
                """);
    }

    @Test
    void anOrganizationWithoutUsersIsOneLine() {
        assertThat(StatusText.of(organization())).isEqualTo("organization 00D-acme: 0 users enrolled\n");
    }

    @Test
    void takesNoUserOfAnotherOrganization() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrganizationStatus(new OrganizationId("00D-other"), NOW, List.of(well)))
                .withMessageContaining("user 005-well belongs to organization 00D-acme");
    }
}
