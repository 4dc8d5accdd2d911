package io.github.crosstie.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.configuration.DeletionGuard;
import io.github.crosstie.configuration.Filter;
import io.github.crosstie.connector.Write;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmptiedSideSyncTest {

    private final Enrollment user = Enrollment.contacts();

    private void inStep(int count) {
        user.settings(change -> change.deletions(Side.MAIL, DeletePolicy.PROPAGATE));
        for (int i = 0; i < count; i++) {
            user.crm.create(Items.contact("Other", "Number" + i).build());
        }
        user.run();
    }

    private static long held(RoundReport report) {
        return report.outcomes().stream()
                .filter(outcome -> outcome.code() == OutcomeCode.DELETIONS_HELD)
                .count();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("S13: a side that lost all that was synced holds its deletions, whatever else lies on either side")
    void holdsBesideUnlinkedRecords(Side emptied) {
        user.settings(change -> change.filters(List.of(
                new Filter(Side.MAIL, ContactFields.NOTES, Filter.Operator.NOT_IN, Set.of("private")),
                new Filter(Side.CRM, ContactFields.NOTES, Filter.Operator.NOT_IN, Set.of("private")))));
        inStep(4);
        List<ItemId> linked = List.copyOf(user.on(emptied).items().keySet());
        for (Side side : Side.values()) {
            user.on(side)
                    .create(Items.contact("Mine", "Alone")
                            .set(ContactFields.NOTES, "private")
                            .build());
        }
        user.run();
        linked.forEach(user.on(emptied)::delete);

        RoundReport report = user.run();

        assertThat(held(report)).isEqualTo(4);
        assertThat(user.on(emptied.other()).items()).hasSize(5);
    }

    @Test
    @DisplayName("S13: the last linked record is not deleted, even after others that went through")
    void holdsTheLast() {
        inStep(2);
        user.crm.items().keySet().forEach(user.crm::delete);

        assertThat(held(user.run())).isEqualTo(2);
        assertThat(user.mail.items()).hasSize(2);
    }

    @Test
    @DisplayName("S13: one record that is left lets the deletions through")
    void letsThroughIfOneIsLeft() {
        inStep(4);
        List<ItemId> ids = List.copyOf(user.crm.items().keySet());
        ids.subList(0, 3).forEach(user.crm::delete);

        assertThat(held(user.run())).isZero();
        assertThat(user.mail.items()).hasSize(1);
    }

    @Test
    @DisplayName("S13: deletions whose answer was lost count: a later pass does not go beyond the maximum")
    void countsLostAnswers() {
        user.configuration = user.configuration.toBuilder()
                .deletionGuard(new DeletionGuard(2, 100, 1.0, Duration.ofDays(1)))
                .build();
        inStep(6);
        List<ItemId> ids = List.copyOf(user.crm.items().keySet());
        ids.subList(0, 2).forEach(user.crm::delete);
        ItemId late = ids.get(2);
        // Gone while the first two are deleted, and noticed in the same round because its own update meets a conflict.
        user.crm.edit(late, contact -> contact.set(ContactFields.NOTES, "going"));
        ItemId lateMail = List.copyOf(user.mail.items().keySet()).get(2);
        user.mail.faults().beforeWrite(write -> {
            if (write instanceof Write.Delete) {
                user.mail.faults().loseReplyOnce();
            } else if (user.crm.item(late).isPresent()) {
                user.crm.delete(late);
                user.mail.edit(lateMail, contact -> contact);
            }
        });

        RoundReport report = user.run();

        assertThat(report.outcomes())
                .filteredOn(outcome -> outcome.code() == OutcomeCode.ANSWER_LOST)
                .hasSize(2);
        assertThat(report.outcomes()).extracting(Outcome::code).contains(OutcomeCode.DELETIONS_HELD);
        assertThat(user.mail.item(lateMail)).isPresent();
    }
}
