package io.github.crosstie.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.TwoOffices;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.connector.Write;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ResultTextTest {

    private final TwoOffices offices = new TwoOffices();

    @BeforeEach
    void giveAnnaAContact() {
        offices.annasContacts(Side.CRM).create(TwoOffices.ada());
        offices.annasContacts(Side.MAIL);
    }

    @Test
    @DisplayName("S19: says what was written on each side, and no value of it")
    void tellsWhatWasWritten() {
        assertThat(text())
                .contains("1 written", "MAIL: 1 created, 0 updated, 0 deleted", "CRM: 0 created")
                .doesNotContain("Lovelace", "ada@analytical");
    }

    @Test
    @DisplayName("S19: says why a round stopped and when the next one is due")
    void tellsWhenToComeBack() {
        Instant until = Instant.parse("2026-03-02T08:05:00Z");
        offices.annasContacts(Side.MAIL)
                .faults()
                .failNext(new ThrottledException("busy; come back later", until, null));

        assertThat(text())
                .contains("0 written", "stopped early: THROTTLED: busy; come back later", "next due: " + until)
                .doesNotContain("THROTTLED: 0");
    }

    @Test
    @DisplayName("S19: names the code of a refusal, and leaves out what the system says")
    void tellsWhatWasRefused() {
        offices.annasContacts(Side.MAIL).faults().rejectWrites(Write.Create.class::isInstance, "ErrorQuotaExceeded");

        assertThat(text()).contains("VALIDATION_REJECTED: 1", "the system refuses it with ErrorQuotaExceeded");
    }

    @Test
    @DisplayName("S11, S19: says how many pairs parted because one record was deleted, and why")
    void tellsWhatParted() {
        giveAnna(7);
        InMemoryRecords mail = offices.annasContacts(Side.MAIL);
        text();
        List.copyOf(mail.items().keySet()).subList(0, 7).forEach(mail::delete);

        assertThat(text())
                .contains("  7 pairs parted, as one record was deleted; the other stays\n")
                .contains("  DETACHED: 7\n", ": the setting for deletions is to detach\n", "    and 4 more\n");
    }

    @Test
    @DisplayName("S11, S19: one pair that parted is one")
    void countsInWords() {
        text();
        InMemoryRecords mail = offices.annasContacts(Side.MAIL);
        mail.delete(mail.items().keySet().iterator().next());

        assertThat(text()).contains("  1 pair parted,").doesNotContain("and 0 more");
    }

    @Test
    @DisplayName("S3, S19: says that a record was created again, as its change won over a deletion")
    void tellsWhatCameBack() {
        text();
        changeAgainstDeletion();

        assertThat(text())
                .contains("MAIL: 1 created", "  RESTORED_AGAINST_DELETION: 1\n")
                .contains("deleted in the mailbox, while its counterpart in the CRM changed or came back;"
                        + " created again\n");
    }

    @Test
    @DisplayName("S3, S19: one value that gave way is one")
    void countsWhatGaveWay() {
        text();
        InMemoryRecords mail = offices.annasContacts(Side.MAIL);
        InMemoryRecords crm = offices.annasContacts(Side.CRM);
        mail.edit(mail.items().keySet().iterator().next(), ada -> ada.set(ContactFields.SURNAME, "Byron"));
        crm.edit(crm.items().keySet().iterator().next(), ada -> ada.set(ContactFields.SURNAME, "King"));

        assertThat(text()).contains("  1 value was overwritten; it is in the journal\n");
    }

    private void giveAnna(int more) {
        for (int i = 0; i < more; i++) {
            offices.annasContacts(Side.CRM)
                    .create(Item.contact()
                            .set(ContactFields.SURNAME, "Number" + i)
                            .build());
        }
    }

    private void changeAgainstDeletion() {
        InMemoryRecords mail = offices.annasContacts(Side.MAIL);
        InMemoryRecords crm = offices.annasContacts(Side.CRM);
        mail.delete(mail.items().keySet().iterator().next());
        crm.edit(crm.items().keySet().iterator().next(), ada -> ada.set(ContactFields.SURNAME, "King"));
    }

    @Test
    void tellsWhyAUserIsNotSynced() {
        assertThat(ResultText.of(offices.crosstie().sync(TwoOffices.NORTH, TwoOffices.BEN)))
                .startsWith("not synced: held by ")
                .doesNotContain("@");
        assertThat(ResultText.of(offices.crosstie().sync(TwoOffices.NORTH, TwoOffices.CEM)))
                .contains("enter the primary address");
        assertThat(ResultText.of(offices.crosstie().sync(TwoOffices.NORTH, TwoOffices.DORA)))
                .contains("INACTIVE_USER");
    }

    @Test
    @DisplayName("S19: of many users, each result says whose it is")
    void saysWhose() {
        OrganizationUser ben = new OrganizationUser(TwoOffices.NORTH, TwoOffices.BEN);
        SyncResult result = offices.crosstie().sync(ben.organization(), ben.user());

        assertThat(ResultText.of(ben, result))
                .isEqualTo("user 005-ben of organization 00D-north\n" + ResultText.of(result));
    }

    private String text() {
        SyncResult result = offices.crosstie().sync(TwoOffices.NORTH, TwoOffices.ANNA);
        return ResultText.of(result);
    }
}
