package io.github.crosstie.examples;

import static io.github.crosstie.testkit.SyncAssertions.assertThat;

import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.SyncedUser;
import org.junit.jupiter.api.Test;

// spotless:off
class FirstSyncTest {

    @Test
    void aLostReplyMakesNoDuplicate() {
        SyncedUser anna = SyncedUser.create();                      // a CRM, a mailbox, a store, a clock
        anna.crmContacts().create(Items.contact("Ada", "Lovelace").build());
        anna.mailContacts().faults().loseReplyOnce();

        assertThat(anna.sync()).hasOutcome(OutcomeCode.ANSWER_LOST);
        assertThat(anna.sync()).createdInMailbox(0);

        assertThat(anna.mailContacts()).hold(1).areInStepWith(anna.crmContacts());
        assertThat(anna.sync()).wroteNothing();
    }
}
// spotless:on
