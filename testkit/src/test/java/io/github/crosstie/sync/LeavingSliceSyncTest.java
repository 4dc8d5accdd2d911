package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.COMPANY_NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundLimits;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.configuration.Filter;
import io.github.crosstie.configuration.LeavePolicy;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.state.ReleaseToken;
import io.github.crosstie.testkit.Items;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Deletions by a change of settings, in a round that works in small slices (F16, S13, S14). */
class LeavingSliceSyncTest {

    private static final Filter NO_SECRETS =
            new Filter(Side.CRM, COMPANY_NAME, Filter.Operator.NOT_IN, Set.of("Secret"));

    private final Enrollment user = Enrollment.contacts();

    private RoundReport run(int slice) {
        return user.round().run(RoundLimits.NONE.withSlice(slice));
    }

    private void inStep(int secret, int open) {
        for (int i = 0; i < secret + open; i++) {
            user.crm.create(Items.contact("Other", "Number" + i)
                    .set(COMPANY_NAME, i < secret ? "Secret" : "Open")
                    .build());
        }
        user.run();
        assertThat(user.mail.items()).hasSize(secret + open);
    }

    private void deleteWhatLeaves() {
        user.settings(settings -> settings.filters(List.of(NO_SECRETS)).leaving(LeavePolicy.DELETE));
    }

    @Test
    @DisplayName(
            "F16, S13: released deletions are carried out in whatever slice they are, and the release is spent after all")
    void carriesOutAReleaseInAllSlices() {
        inStep(30, 30);
        user.settings(settings -> settings.deletions(Side.CRM, DeletePolicy.ASK));
        ItemId gone = user.crm.items().entrySet().stream()
                .filter(one -> one.getValue().get(COMPANY_NAME).orElseThrow().equals("Open"))
                .findFirst()
                .orElseThrow()
                .getKey();
        deleteWhatLeaves();
        user.crm.delete(gone);
        user.run();
        assertThat(user.mail.items()).as("held").hasSize(60);
        ReleaseToken token = user.round().held().orElseThrow().token();
        assertThat(user.round().held().orElseThrow().deletions()).hasSize(31);
        user.round().release(token);

        RoundReport report = run(4);

        assertThat(user.mail.items()).hasSize(29);
        assertThat(report.outcomes()).contains(new Outcome.Released(token, 31, 31));
        assertThat(user.memory.load(user.key).hold().release()).as("spent").isNull();
        assertThat(user.round().held()).isEmpty();
    }

    @Test
    @DisplayName("F16, S13, S14: what leaves in many slices is held together, and none of it is deleted")
    void holdsAllThatLeavesTogether() {
        inStep(200, 10);
        deleteWhatLeaves();

        for (int round = 0; round < 2; round++) {
            RoundReport report = run(4);

            assertThat(user.mail.items()).as("round %d", round).hasSize(210);
            assertThat(report.totals().count(OutcomeCode.DELETIONS_HELD))
                    .as("round %d", round)
                    .isEqualTo(200);
        }
        assertThat(user.round().held().orElseThrow().deletions()).hasSize(200);
    }

    @Test
    @DisplayName("F16, S13, S14: what leaves in many slices and is little enough is deleted in the same round")
    void deletesTheLittleThatLeaves() {
        inStep(3, 60);
        deleteWhatLeaves();

        RoundReport report = run(2);

        assertThat(report.writes()).isEqualTo(3);
        assertThat(user.mail.items()).hasSize(60);
        assertThat(user.run().writes()).isZero();
    }
}
