package io.github.crosstie.testkit;

import static io.github.crosstie.item.ContactFields.COMPANY_NAME;
import static io.github.crosstie.testkit.SyncAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.SyncPlan;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Sentences about syncing")
class SyncAssertionsTest {

    private static final Item ADA =
            Items.contact("Ada", "Lovelace").set(COMPANY_NAME, "Engines").build();

    private final SyncedUser anna = SyncedUser.create();

    private static void assertFails(ThrowingCallable sentence, String... told) {
        assertThatThrownBy(sentence)
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll(told)
                .hasMessageNotContaining("Lovelace");
    }

    @Test
    void tellWhatARoundWrote() {
        ItemId ada = anna.crmContacts().create(ADA);

        SyncResult result = anna.sync();

        assertThat(result).wrote(1).createdInMailbox(1).createdInCrm(0).updatedInMailbox(0);
        assertThat(result).ranToItsEnd().hasOutcome(OutcomeCode.DONE).reports(OutcomeCode.DONE, ada);
        assertThat(anna.sync()).wroteNothing();
        assertFails(() -> assertThat(result).wroteNothing(), "0 records", "not 1", "DONE Create on MAIL", ada.value());
        assertFails(() -> assertThat(result).createdInMailbox(2), "2 records to be created in the mailbox, not 1");
        assertFails(() -> assertThat(result).deletedInCrm(1), "deleted in the CRM");
        assertFails(() -> assertThat(result).hasOutcome(OutcomeCode.THROTTLED), "THROTTLED", "DONE");
        assertFails(() -> assertThat(result).hasNoOutcome(OutcomeCode.DONE), "no outcome DONE");
        assertFails(() -> assertThat(result).reports(OutcomeCode.DONE, 7), "7 outcomes DONE");
        assertFails(() -> assertThat(result).reports(OutcomeCode.DONE, new ItemId("other")), "about other");
        assertFails(() -> assertThat(result).stoppedWith(OutcomeCode.THROTTLED), "stop with THROTTLED");
    }

    @Test
    void tellWhyARoundEndedEarly() {
        anna.crmContacts().create(ADA);
        Instant later = anna.clock().instant().plusSeconds(90);
        anna.mailContacts().faults().failNext(new ThrottledException("too fast", later, null));

        SyncResult result = anna.sync();

        assertThat(result).stoppedWith(OutcomeCode.THROTTLED).waitsUntil(later);
        assertFails(() -> assertThat(result).ranToItsEnd(), "THROTTLED until " + later);
        assertFails(() -> assertThat(result).waitsUntil(later.plusSeconds(1)), later.toString());
    }

    @Test
    void failIfNobodyWasSynced() {
        SyncedUser nobody = SyncedUser.builder()
                .configuration(configuration -> configuration.assignments(List.of()))
                .build();

        assertFails(() -> assertThat(nobody.sync()).wroteNothing(), "no round was run", "NotEnrolled");
    }

    @Test
    void tellWhatAPlanWouldDo() {
        ItemId ada = anna.crmContacts().create(ADA);

        SyncPlan plan = anna.plan(ItemKind.CONTACT);

        assertThat(plan).wouldCreate(1).wouldCreateInMailbox(1).wouldCreateInCrm(0);
        assertThat(plan).wouldUpdate(0).wouldDelete(0).wouldHold(0).wouldMatch(0);
        assertFails(() -> assertThat(plan).wouldWriteNothing(), "not 1", "Create", ada.value());
        assertFails(() -> assertThat(plan).wouldLeaveAlone(ada, OutcomeCode.FILTERED_OUT), "left alone", ada.value());
        anna.sync();
        assertThat(anna.plan(ItemKind.CONTACT)).wouldWriteNothing();
    }

    @Test
    void tellWhichRecordsDiffer() {
        ItemId ada = anna.crmContacts().create(ADA);
        anna.sync();
        assertThat(anna.mailContacts()).areInStepWith(anna.crmContacts());
        assertThat(anna.mailContacts()).hold(1).holdsExactly(ADA);
        anna.crmContacts().edit(ada, contact -> contact.set(COMPANY_NAME, "Secret Engines"));

        assertThatThrownBy(() -> assertThat(anna.crmContacts()).areInStepWith(anna.mailContacts()))
                .hasMessageContainingAll(ada.value(), "companyName")
                .hasMessageNotContaining("Secret");
        assertThatThrownBy(() -> assertThat(anna.crmContacts()).showingValues().holdsExactly(ADA))
                .hasMessageContaining("'Secret Engines' instead of 'Engines'");
        assertThatThrownBy(() -> assertThat(anna.crmContacts()).holds(ada, ADA))
                .hasMessageContaining("other values of " + ada + " in companyName");
        assertFails(() -> assertThat(anna.crmContacts()).hold(2), "expected 2 records, but there are 1");
        assertFails(() -> assertThat(anna.crmContacts()).holdsExactly(), "has no counterpart, 0 missing");
    }

    @Test
    void countEqualRecords() {
        anna.crmContacts().create(ADA);
        anna.crmContacts().create(ADA);

        assertThat(anna.crmContacts()).holdsExactly(ADA, ADA);
        assertFails(() -> assertThat(anna.crmContacts()).holdsExactly(ADA), "has no counterpart");
    }
}
