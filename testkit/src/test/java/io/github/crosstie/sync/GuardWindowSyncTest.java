package io.github.crosstie.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RetryPolicy;
import io.github.crosstie.apply.RoundPolicy;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.configuration.DeletionGuard;
import io.github.crosstie.configuration.OrganizationGuard;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GuardWindowSyncTest {

    private static final Duration WINDOW = Duration.ofDays(1);

    private Enrollment user;
    private List<ItemId> ids;

    @BeforeEach
    void twentyAreInStep() {
        user = Enrollment.contacts();
        user.configuration = user.configuration.toBuilder()
                .deletionGuard(new DeletionGuard(3, 100, 1.0, WINDOW))
                .build();
        for (int i = 0; i < 20; i++) {
            user.crm.create(Items.contact("Other", "Number" + i).build());
        }
        user.run();
        ids = List.copyOf(user.crm.items().keySet());
    }

    private RoundReport deleting(int from, int to) {
        ids.subList(from, to).forEach(user.crm::delete);
        return user.run();
    }

    private static long held(RoundReport report) {
        return report.outcomes().stream()
                .filter(outcome -> outcome.code() == OutcomeCode.DELETIONS_HELD)
                .count();
    }

    @Test
    @DisplayName("S13: a slow bleed is caught: deletions of earlier rounds within the window count")
    void catchesTheSlowBleed() {
        for (int i = 0; i < 3; i++) {
            assertThat(held(deleting(i, i + 1))).as("deletion " + i).isZero();
            user.clock.advance(Duration.ofHours(1));
        }

        RoundReport fourth = deleting(3, 4);

        assertThat(held(fourth)).isEqualTo(1);
        assertThat(fourth.plan().orElseThrow().header().guard().reason())
                .startsWith("4 deletions, 3 of them made within PT24H");
        assertThat(user.mail.items()).hasSize(17);
    }

    @Test
    @DisplayName("S13: what the window has left behind counts no more, and its lines are dropped with a later deletion")
    void forgetsWhatIsOver() {
        deleting(0, 3);
        user.clock.advance(WINDOW.plusSeconds(1));

        RoundReport later = deleting(3, 5);

        assertThat(held(later)).isZero();
        assertThat(user.mail.items()).hasSize(15);
        assertThat(user.memory.load(user.key).deletions()).hasSize(2);
    }

    @Test
    @DisplayName("S13: creations and updates go on beside held deletions")
    void othersGoOn() {
        deleting(0, 3);
        ItemId ada = user.crm.create(Items.contact("Ada", "Lovelace").build());

        RoundReport report = deleting(3, 4);

        assertThat(held(report)).isEqualTo(1);
        assertThat(user.crm.item(ada)).isPresent();
        assertThat(user.mail.items()).hasSize(18);
    }

    @Test
    @DisplayName("S13: a deletion whose answer was lost counts in the next rounds too")
    void countsLostAnswers() {
        user.mail.faults().beforeWrite(write -> user.mail.faults().loseReplyOnce());
        deleting(0, 3);
        user.mail.faults().clear();

        assertThat(held(deleting(3, 4))).isEqualTo(1);
    }

    @Test
    @DisplayName("S13: a deletion that was certainly not made does not count")
    void countsNoRefusedDeletion() {
        user.mail
                .faults()
                .rejectWrites(write -> write instanceof Write.Delete
                        ? Optional.of(new WriteOutcome.Rejected("BUSY", "not now", false))
                        : Optional.empty());
        deleting(0, 3);
        user.mail.faults().clear();
        ids.subList(0, 3).forEach(user.crm::restore);

        RoundReport report = deleting(3, 6);

        assertThat(held(report)).isZero();
        assertThat(user.mail.items()).hasSize(17);
    }

    @Test
    @DisplayName("S13: a deletion that was announced and never sent is planned again, and counts once")
    void countsARepeatedDeletionOnce() {
        user.mail.faults().beforeWrite(write -> {
            throw new UnavailableException("no answer");
        });
        deleting(0, 3);
        user.mail.faults().clear();

        RoundReport report = user.run();

        assertThat(held(report)).isZero();
        assertThat(user.mail.items()).hasSize(17);
    }

    @Test
    @DisplayName("S13: an idle round commits nothing for the window's sake")
    void commitsNothingIdly() {
        deleting(0, 3);
        user.run();
        user.clock.advance(WINDOW.multipliedBy(2));
        DyingStore counting = new DyingStore(user.memory, Integer.MAX_VALUE);
        user.store = counting;

        RoundReport idle = user.run();

        assertThat(idle.outcomes()).isEmpty();
        assertThat(counting.steps()).as("before and after each commit").isZero();
    }

    @Test
    @DisplayName("S13: too many deletions over a whole organization are held in every mailbox")
    void holdsForTheOrganization() {
        RoundPolicy strict = new RoundPolicy(RetryPolicy.DEFAULT, new OrganizationGuard(2, 0.05, Duration.ofHours(1)));
        user.crm.delete(ids.get(0));
        assertThat(user.round(strict).run().writes()).isEqualTo(1);
        user.crm.delete(ids.get(1));

        RoundReport second = user.round(strict).run();

        assertThat(second.outcomes()).extracting(Outcome::code).containsExactly(OutcomeCode.DELETIONS_HELD);
        assertThat(second.plan().orElseThrow().header().guard().reason())
                .startsWith("2 deletions within PT1H over the 20 links of the whole organization: more than 5 %");
    }

    @Test
    @DisplayName("S13: the guard over the organization can be switched off")
    void organizationGuardCanBeOff() {
        RoundPolicy off = new RoundPolicy(RetryPolicy.DEFAULT, OrganizationGuard.OFF);
        ids.subList(0, 2).forEach(user.crm::delete);

        assertThat(user.round(off).run().writes()).isEqualTo(2);
    }
}
