package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.JOB_TITLE;
import static io.github.crosstie.testkit.SyncAssertions.assertThat;

import io.github.crosstie.item.ItemId;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lost reply and a system that shows the record late: the engine must wait before it believes that there is none. */
class LaggingSearchSyncTest {

    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final Enrollment user = Enrollment.contacts();

    @ParameterizedTest(name = "hidden for {0} polls")
    @ValueSource(ints = {1, 2, 3})
    @DisplayName("F2, F22: a created record whose reply was lost, and which shows up later, ends up once")
    void endsUpOnce(int polls) {
        user.mail.faults().lag(polls);
        ItemId ada = user.crm.create(Items.contact("Ada", "Lovelace").build());
        user.mail.faults().loseReplyOnce();
        assertThat(user.run()).hasOutcome(OutcomeCode.ANSWER_LOST);
        user.crm.edit(ada, contact -> contact.set(JOB_TITLE, "Countess"));
        for (int round = 0; round < polls + 6; round++) {
            user.clock.advance(PAUSE);
            user.run();
        }

        assertThat(user.crm)
                .holdsExactly(Items.contact("Ada", "Lovelace")
                        .set(JOB_TITLE, "Countess")
                        .build());
        assertThat(user.mail).areInStepWith(user.crm);
    }
}
