package io.github.crosstie.testkit.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.engagement.connector.UserWrite;
import io.github.crosstie.engagement.connector.UserWriteKind;
import io.github.crosstie.engagement.connector.UserWriteOutcome;
import io.github.crosstie.engagement.user.Difference;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every endpoint promises of the writes that it declares. */
abstract class WritePromises extends ListingPromises {

    @Test
    @DisplayName("creates a live user with the values given, and says its id")
    void creates() {
        UnitEndpoint endpoint = openedFor(UserWriteKind.CREATE);
        UserValues ada = shown(sampleOf("Ada"), endpoint.capabilities());

        UserWriteOutcome outcome = one(endpoint, new UserWrite.Create(ada));

        settled();
        assertThat(everybody(endpoint)).containsExactly(new EngagementUser(written(outcome), false, ada));
    }

    @Test
    @DisplayName("U14: refuses another user with the same e-mail address, in whatever case")
    void refusesATakenAddress() {
        UnitEndpoint endpoint = openedFor(UserWriteKind.CREATE);
        EngagementUserId ada = added(sampleOf("Ada"), false);
        settled();
        String address =
                sampleOf("Ada").get(UserField.EMAIL_ADDRESS).orElseThrow().toUpperCase(Locale.ROOT);

        UserWriteOutcome outcome = one(endpoint, createOf("Bea", UserField.EMAIL_ADDRESS, address, endpoint));

        assertRefused(outcome);
        assertOnly(endpoint, ada);
    }

    @Test
    @DisplayName("U15: refuses another user with the same CRM username, in whatever case")
    void refusesATakenUsername() {
        UnitEndpoint endpoint = openedFor(UserWriteKind.CREATE);
        EngagementUserId ada = added(sampleOf("Ada"), false);
        settled();
        String username =
                sampleOf("Ada").get(UserField.CRM_USERNAME).orElseThrow().toUpperCase(Locale.ROOT);

        UserWriteOutcome outcome = one(endpoint, createOf("Bea", UserField.CRM_USERNAME, username, endpoint));

        assertRefused(outcome);
        assertOnly(endpoint, ada);
    }

    @Test
    @DisplayName("U16: refuses the e-mail address of a user in the recycle bin")
    void refusesAnAddressHeldInTheBin() {
        UnitEndpoint endpoint = openedFor(UserWriteKind.CREATE);
        EngagementUserId ada = added(sampleOf("Ada"), true);
        settled();
        String address = sampleOf("Ada").get(UserField.EMAIL_ADDRESS).orElseThrow();

        UserWriteOutcome outcome = one(endpoint, createOf("Bea", UserField.EMAIL_ADDRESS, address, endpoint));

        assertRefused(outcome);
        assertOnly(endpoint, ada);
    }

    @Test
    @DisplayName("refuses a role that the unit does not have")
    void refusesAnUnknownRole() {
        UnitEndpoint endpoint = openedFor(UserWriteKind.CREATE);

        UserWriteOutcome outcome = one(endpoint, createOf("Ada", UserField.ROLE, "No such role, anywhere", endpoint));

        assertRefused(outcome);
        settled();
        assertThat(everybody(endpoint)).isEmpty();
    }

    @Test
    @DisplayName("answers each write by itself and in order, so that one that fails keeps no other back")
    void answersEachWriteByItself() {
        UnitEndpoint endpoint = openedFor(UserWriteKind.CREATE);
        Assumptions.assumeTrue(
                endpoint.capabilities().writeBatch() >= 3, "the endpoint takes fewer than three writes a call");
        UserValues ada = shown(sampleOf("Ada"), endpoint.capabilities());
        UserWrite twin = createOf(
                "Bea", UserField.EMAIL_ADDRESS, ada.get(UserField.EMAIL_ADDRESS).orElseThrow(), endpoint);
        UserValues cleo = shown(sampleOf("Cleo"), endpoint.capabilities());

        List<UserWriteOutcome> outcomes =
                endpoint.write(List.of(new UserWrite.Create(ada), twin, new UserWrite.Create(cleo)));

        assertThat(outcomes).hasSize(3);
        assertRefused(outcomes.get(1));
        settled();
        assertThat(everybody(endpoint))
                .containsExactlyInAnyOrder(
                        new EngagementUser(written(outcomes.get(0)), false, ada),
                        new EngagementUser(written(outcomes.get(2)), false, cleo));
    }

    @Test
    @DisplayName("U11: updates the fields named and no others")
    void updatesTheFieldsNamed() {
        UnitEndpoint endpoint = openedFor(UserWriteKind.UPDATE);
        UserValues ada = shown(sampleOf("Ada"), endpoint.capabilities());
        EngagementUserId id = added(sampleOf("Ada"), false);
        settled();

        UserWriteOutcome outcome = one(endpoint, rename(id, ada, "King"));

        settled();
        assertThat(written(outcome)).isEqualTo(id);
        assertThat(everybody(endpoint))
                .containsExactly(new EngagementUser(id, false, ada.with(UserField.LAST_NAME, "King")));
    }

    @Test
    @DisplayName("G4: does no harm with an update that it has made already, and says that it is made")
    void takesAnUpdateAgain() {
        UnitEndpoint endpoint = openedFor(UserWriteKind.UPDATE);
        UserValues ada = shown(sampleOf("Ada"), endpoint.capabilities());
        EngagementUserId id = added(sampleOf("Ada"), false);
        settled();
        one(endpoint, rename(id, ada, "King"));

        UserWriteOutcome outcome = one(endpoint, rename(id, ada, "King"));

        settled();
        EngagementUser made = new EngagementUser(id, false, ada.with(UserField.LAST_NAME, "King"));
        assertThat(outcome).isIn(new UserWriteOutcome.Written(id), new UserWriteOutcome.Conflict(made));
        assertThat(everybody(endpoint)).containsExactly(made);
    }

    @Test
    @DisplayName("leaves a field alone when it says that the field is not as presumed")
    void leavesAConflictingFieldAlone() {
        UnitEndpoint endpoint = openedFor(UserWriteKind.UPDATE);
        UserValues ada = shown(sampleOf("Ada"), endpoint.capabilities());
        EngagementUserId id = added(sampleOf("Ada"), false);
        settled();

        UserWriteOutcome outcome = one(endpoint, rename(id, ada.with(UserField.LAST_NAME, "Byron"), "King"));

        settled();
        Assumptions.assumeFalse(
                outcome instanceof UserWriteOutcome.Written, "the system does not compare before it writes");
        assertThat(outcome).isInstanceOf(UserWriteOutcome.Conflict.class);
        assertThat(everybody(endpoint)).containsExactly(new EngagementUser(id, false, ada));
    }

    @Test
    @DisplayName("refuses to update a user in the recycle bin")
    void refusesToUpdateARecycledUser() {
        UnitEndpoint endpoint = openedFor(UserWriteKind.UPDATE);
        UserValues ada = shown(sampleOf("Ada"), endpoint.capabilities());
        EngagementUserId id = added(sampleOf("Ada"), true);
        settled();

        UserWriteOutcome outcome = one(endpoint, rename(id, ada, "King"));

        assertRefused(outcome);
        settled();
        assertThat(everybody(endpoint)).containsExactly(new EngagementUser(id, true, ada));
    }

    @Test
    @DisplayName("U17: recycles a user, who keeps the values")
    void recycles() {
        UnitEndpoint endpoint = openedFor(UserWriteKind.RECYCLE);
        UserValues ada = shown(sampleOf("Ada"), endpoint.capabilities());
        EngagementUserId id = added(sampleOf("Ada"), false);
        settled();

        UserWriteOutcome outcome = one(endpoint, new UserWrite.Recycle(id));

        settled();
        assertThat(written(outcome)).isEqualTo(id);
        assertThat(everybody(endpoint)).containsExactly(new EngagementUser(id, true, ada));
    }

    @Test
    @DisplayName("G4: does no harm when it recycles a user again; some systems cannot tell such a user from one that is"
            + " gone")
    void recyclesAgain() {
        UnitEndpoint endpoint = openedFor(UserWriteKind.RECYCLE);
        UserValues ada = shown(sampleOf("Ada"), endpoint.capabilities());
        EngagementUserId id = added(sampleOf("Ada"), true);
        settled();

        UserWriteOutcome outcome = one(endpoint, new UserWrite.Recycle(id));

        settled();
        assertThat(outcome).isIn(new UserWriteOutcome.Written(id), new UserWriteOutcome.Gone());
        assertThat(everybody(endpoint)).containsExactly(new EngagementUser(id, true, ada));
    }

    @Test
    @DisplayName("U13: restores a user with the values it had; and again")
    void restores() {
        UnitEndpoint endpoint = openedFor(UserWriteKind.RESTORE);
        UserValues ada = shown(sampleOf("Ada"), endpoint.capabilities());
        EngagementUserId id = added(sampleOf("Ada"), true);
        settled();

        UserWriteOutcome once = one(endpoint, new UserWrite.Restore(id));
        UserWriteOutcome again = one(endpoint, new UserWrite.Restore(id));

        settled();
        assertThat(Stream.of(once, again).map(WritePromises::written)).containsExactly(id, id);
        assertThat(everybody(endpoint)).containsExactly(new EngagementUser(id, false, ada));
    }

    @Test
    @DisplayName("says of a user that is not there that it is gone")
    void saysThatAUserIsGone() {
        UnitEndpoint endpoint = openedFor(UserWriteKind.RECYCLE);

        UserWriteOutcome outcome = one(endpoint, new UserWrite.Recycle(new EngagementUserId("987654321")));

        assertThat(outcome).isInstanceOf(UserWriteOutcome.Gone.class);
    }

    private UnitEndpoint openedFor(UserWriteKind kind) {
        UnitEndpoint endpoint = opened();
        Assumptions.assumeTrue(
                endpoint.capabilities().writes().contains(kind), "the system takes no write of kind " + kind);
        return endpoint;
    }

    private UserWrite createOf(String name, UserField field, String value, UnitEndpoint endpoint) {
        return new UserWrite.Create(shown(sampleOf(name).with(field, value), endpoint.capabilities()));
    }

    private static UserWrite rename(EngagementUserId id, UserValues presumed, String lastName) {
        return new UserWrite.Update(
                id, Difference.of(UserField.LAST_NAME, presumed.value(UserField.LAST_NAME), lastName));
    }

    private static UserWriteOutcome one(UnitEndpoint endpoint, UserWrite write) {
        List<UserWriteOutcome> outcomes = endpoint.write(List.of(write));
        assertThat(outcomes).as("outcomes of one write").hasSize(1);
        return outcomes.get(0);
    }

    private static EngagementUserId written(UserWriteOutcome outcome) {
        assertThat(outcome).isInstanceOf(UserWriteOutcome.Written.class);
        return ((UserWriteOutcome.Written) outcome).id();
    }

    private static void assertRefused(UserWriteOutcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        UserWriteOutcome.Rejected.class,
                        rejected -> assertThat(rejected.code()).isNotBlank());
    }

    private void assertOnly(UnitEndpoint endpoint, EngagementUserId user) {
        settled();
        assertThat(everybody(endpoint)).extracting(EngagementUser::id).containsExactly(user);
    }
}
