package io.github.crosstie.engagement.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.engagement.MutableClock;
import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.engagement.connector.UserPage;
import io.github.crosstie.engagement.connector.UserWrite;
import io.github.crosstie.engagement.connector.UserWriteOutcome;
import io.github.crosstie.engagement.user.Difference;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.fault.ThrottledException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InMemoryUnitTest {

    private static final BusinessUnitId UNIT = new BusinessUnitId("unit");

    private final MutableClock clock = MutableClock.create();
    private final InMemoryEngagement engagement = InMemoryEngagement.create(clock);
    private final InMemoryUnit unit = engagement.unit(UNIT);

    private static UserValues values(String name, String role) {
        return UserValues.of(Map.of(
                UserField.EMAIL_ADDRESS,
                name + "@acme.example",
                UserField.CRM_USERNAME,
                name + "@crm.example",
                UserField.ROLE,
                role));
    }

    private static UserValues values(String name) {
        return values(name, "Marketing");
    }

    private UserWriteOutcome write(UserWrite write) {
        return engagement.open(UNIT).write(List.of(write)).get(0);
    }

    private static String code(UserWriteOutcome outcome) {
        return ((UserWriteOutcome.Rejected) outcome).code();
    }

    private static UserWrite.Update update(EngagementUserId id, UserField field, String before, String after) {
        return new UserWrite.Update(id, Difference.of(field, before, after));
    }

    @Test
    void refusesAnAddressThatAnybodyHasEvenInTheBin() {
        unit.recycle(unit.add(values("anna")));

        assertThat(code(write(new UserWrite.Create(values("bert").with(UserField.EMAIL_ADDRESS, "ANNA@acme.example")))))
                .isEqualTo("99");
    }

    @Test
    void refusesAUsernameThatIsTakenOrReservedByAnAddress() {
        unit.add(values("anna"));

        assertThat(code(write(new UserWrite.Create(values("bert").with(UserField.CRM_USERNAME, "anna@crm.example")))))
                .isEqualTo("102");
        assertThat(code(write(new UserWrite.Create(values("bert").with(UserField.CRM_USERNAME, "anna@acme.example")))))
                .isEqualTo("102");
    }

    @Test
    void refusesUnknownRolesTimeZonesAndUsernames() {
        unit.crmUsernames(name -> !name.startsWith("ghost"));

        assertThat(code(write(new UserWrite.Create(values("anna", "Juggler"))))).isEqualTo("101");
        assertThat(code(write(new UserWrite.Create(values("anna").with(UserField.TIME_ZONE, "Mars/Olympus")))))
                .isEqualTo("100");
        assertThat(code(write(new UserWrite.Create(values("ghost"))))).isEqualTo("104");
    }

    @Test
    void knowsCustomRoles() {
        unit.addRole(new EngagementRole("Juggler"));

        assertThat(write(new UserWrite.Create(values("anna", "Juggler")))).isInstanceOf(UserWriteOutcome.Written.class);
        assertThat(engagement.open(UNIT).roles().orElseThrow()).contains(new EngagementRole("Juggler"));
    }

    @Test
    void doesNotUpdateWhoIsInTheBin() {
        EngagementUserId anna = unit.add(values("anna"));
        unit.recycle(anna);

        assertThat(code(write(update(anna, UserField.TITLE, null, "x")))).isEqualTo("219");
    }

    @Test
    void keepsTheLastAdministrator() {
        EngagementUserId boss = unit.add(values("boss", "Administrator"));

        assertThat(code(write(new UserWrite.Recycle(boss)))).isEqualTo("203");
        assertThat(code(write(update(boss, UserField.ROLE, "Administrator", "Sales"))))
                .isEqualTo("203");
    }

    @Test
    void answersAConflictWithTheUserAsItIs() {
        EngagementUserId anna = unit.add(values("anna").with(UserField.TITLE, "now"));

        assertThat(write(update(anna, UserField.TITLE, "before", "after")))
                .isInstanceOfSatisfying(
                        UserWriteOutcome.Conflict.class,
                        conflict -> assertThat(conflict.current().values().get(UserField.TITLE))
                                .contains("now"));
    }

    @Test
    void tellsOfUsersThatAreGone() {
        EngagementUserId nobody = new EngagementUserId("99");

        assertThat(write(update(nobody, UserField.TITLE, null, "x"))).isInstanceOf(UserWriteOutcome.Gone.class);
        assertThat(write(new UserWrite.Recycle(nobody))).isInstanceOf(UserWriteOutcome.Gone.class);
        assertThat(write(new UserWrite.Restore(nobody))).isInstanceOf(UserWriteOutcome.Gone.class);
    }

    @Test
    @DisplayName("G4: whoever lies in the recycle bin is recycled already, and whoever is live restored already")
    void saysOfWhatIsSoAlreadyThatItIsWritten() {
        EngagementUserId anna = unit.add(values("anna"));
        unit.recycle(anna);
        EngagementUserId bert = unit.add(values("bert"));

        assertThat(write(new UserWrite.Recycle(anna))).isEqualTo(new UserWriteOutcome.Written(anna));
        assertThat(write(new UserWrite.Restore(bert))).isEqualTo(new UserWriteOutcome.Written(bert));
        assertThat(unit.find(anna)).contains(new EngagementUser(anna, true, values("anna")));
    }

    @Test
    void restoresWithTheValuesOfBefore() {
        EngagementUserId anna = unit.add(values("anna"));
        unit.recycle(anna);

        write(new UserWrite.Restore(anna));

        assertThat(unit.find(anna)).contains(new EngagementUser(anna, false, values("anna")));
    }

    @Test
    void showsWhatWasThereAMinuteAgoWhereReadsAreStale() {
        unit.staleReads(Duration.ofSeconds(60));
        unit.add(values("anna"));

        UserPage atOnce = engagement.open(UNIT).list(null);
        clock.advance(Duration.ofSeconds(60));
        UserPage later = engagement.open(UNIT).list(null);

        assertThat(atOnce.users()).isEmpty();
        assertThat(later.users()).hasSize(1);
    }

    @Test
    void refusesAPageTokenAfterFourHoursAndOneThatItNeverGave() {
        unit.pageSize(1);
        unit.add(values("anna"));
        unit.add(values("bert"));
        UnitEndpoint endpoint = engagement.open(UNIT);
        UserPage first = endpoint.list(null);
        clock.advance(Duration.ofHours(4).plusSeconds(1));

        assertThatThrownBy(() -> endpoint.list(first.next()))
                .isInstanceOf(CursorExpiredException.class)
                .hasMessageContaining("210");
        assertThatThrownBy(() -> engagement.open(UNIT).list(first.next()))
                .isInstanceOf(CursorExpiredException.class)
                .hasMessageContaining("211");
    }

    @Test
    void saysThatATruncatedListingIsNotComplete() {
        unit.add(values("anna"));
        unit.add(values("bert"));
        unit.faults().truncateListing(1);

        UserPage page = engagement.open(UNIT).list(null);

        assertThat(page.users()).hasSize(1);
        assertThat(page.complete()).isFalse();
    }

    @Test
    void tellsWhoeverUsedUpTheDayToComeBackTomorrow() {
        unit.faults().callsLeftToday(0);

        assertThatThrownBy(() -> engagement.open(UNIT).list(null))
                .isInstanceOfSatisfying(
                        ThrottledException.class,
                        throttled -> assertThat(throttled.retryAt()).isEqualTo(Instant.parse("2026-03-03T00:00:00Z")));
    }

    @Test
    void failsAsScriptedAndIsWellAgain() {
        unit.faults().failNext(EngagementCode.CONCURRENCY);

        assertThatThrownBy(() -> engagement.open(UNIT).list(null)).hasMessageContaining("66");
        assertThat(engagement.open(UNIT).list(null).complete()).isTrue();
    }

    @Test
    void makesAWriteWhoseAnswerIsLostAndNotOneThatIsLost() {
        unit.faults().loseAnswers(1);
        UserWriteOutcome made = write(new UserWrite.Create(values("anna")));
        unit.faults().loseWrites(1);
        UserWriteOutcome lost = write(new UserWrite.Create(values("bert")));

        assertThat(made).isInstanceOf(UserWriteOutcome.Unknown.class);
        assertThat(lost).isInstanceOf(UserWriteOutcome.Unknown.class);
        assertThat(unit.users()).hasSize(1);
    }

    @Test
    void opensNoUnitThatNobodyMade() {
        assertThatThrownBy(() -> engagement.open(new BusinessUnitId("elsewhere")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("201");
    }
}
