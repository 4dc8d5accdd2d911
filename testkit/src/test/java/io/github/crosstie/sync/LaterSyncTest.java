package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.BUSINESS_PHONE;
import static io.github.crosstie.item.ContactFields.CATEGORIES;
import static io.github.crosstie.item.ContactFields.COMPANY_NAME;
import static io.github.crosstie.item.ContactFields.JOB_TITLE;
import static io.github.crosstie.item.ContactFields.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.configuration.ConflictPolicy;
import io.github.crosstie.configuration.Quarantine;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LaterSyncTest {

    private Enrollment user;
    private ItemId crmAda;
    private ItemId mailAda;

    @BeforeEach
    void adaIsInStep() {
        start(Enrollment.contacts());
    }

    private void start(Enrollment enrollment) {
        user = enrollment;
        crmAda = user.crm.create(Items.contact("Ada", "Lovelace")
                .set(COMPANY_NAME, "Engines")
                .set(CATEGORIES, Set.of("Customer", "Old"))
                .build());
        user.run();
        mailAda = user.mail.items().keySet().iterator().next();
    }

    @Test
    @DisplayName("S3: edits of different fields merge")
    void mergesEditsOfDifferentFields() {
        user.crm.edit(crmAda, contact -> contact.set(JOB_TITLE, "Countess"));
        user.mail.edit(mailAda, contact -> contact.set(BUSINESS_PHONE, "+44 1"));

        RoundReport report = user.run();

        assertThat(crm().get(BUSINESS_PHONE)).contains("+44 1");
        assertThat(mail()).isEqualTo(crm());
        assertThat(mail().get(JOB_TITLE)).contains("Countess");
        assertThat(report.journal()).isEmpty();
    }

    @Test
    @DisplayName("S3: of two edits of one field the CRM's stays, and the journal keeps the other")
    void crmWinsAConflict() {
        user.crm.edit(crmAda, contact -> contact.set(COMPANY_NAME, "CRM Inc."));
        user.mail.edit(mailAda, contact -> contact.set(COMPANY_NAME, "Mail Ltd."));

        RoundReport report = user.run();

        assertThat(crm().get(COMPANY_NAME)).contains("CRM Inc.");
        assertThat(mail()).isEqualTo(crm());
        assertThat(user.memory.journal(user.key))
                .isEqualTo(report.journal())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.mail()).isEqualTo(mailAda);
                    assertThat(line.conflict().lost()).isEqualTo("Mail Ltd.");
                    assertThat(line.conflict().kept()).isEqualTo("CRM Inc.");
                    assertThat(line.conflict().base()).isEqualTo("Engines");
                });
        assertThat(report.outcomes()).extracting(Outcome::code).containsExactly(OutcomeCode.CONFLICT_RESOLVED);
    }

    @Test
    @DisplayName("S3: the mailbox wins if the setting says so")
    void mailWinsBySetting() {
        user.settings(change -> change.conflicts(ConflictPolicy.MAIL_WINS));
        user.crm.edit(crmAda, contact -> contact.set(COMPANY_NAME, "CRM Inc."));
        user.mail.edit(mailAda, contact -> contact.set(COMPANY_NAME, "Mail Ltd."));

        user.run();

        assertThat(crm().get(COMPANY_NAME)).contains("Mail Ltd.");
        assertThat(mail()).isEqualTo(crm());
    }

    @Test
    @DisplayName("S3: the later edit wins if the setting says so")
    void latestWinsBySetting() {
        user.settings(change -> change.conflicts(ConflictPolicy.LATEST_WINS));
        user.crm.edit(crmAda, contact -> contact.set(COMPANY_NAME, "CRM Inc."));
        user.clock.advance(Duration.ofMinutes(1));
        user.mail.edit(mailAda, contact -> contact.set(COMPANY_NAME, "Mail Ltd."));

        user.run();

        assertThat(crm().get(COMPANY_NAME)).contains("Mail Ltd.");
        assertThat(mail()).isEqualTo(crm());
    }

    @Test
    @DisplayName("S3: sets merge by additions and removals")
    void mergesSets() {
        user.crm.edit(crmAda, contact -> contact.set(CATEGORIES, Set.of("Customer", "Old", "Vip")));
        user.mail.edit(mailAda, contact -> contact.set(CATEGORIES, Set.of("Customer", "Golf")));

        user.run();

        assertThat(crm().get(CATEGORIES)).contains(Set.of("Customer", "Vip", "Golf"));
        assertThat(mail()).isEqualTo(crm());
    }

    @Test
    @DisplayName("S3: a set's own additions still flow if the other side's write is overtaken")
    void keepsSetAdditionsThroughAnOvertakenWrite() {
        user.crm.edit(crmAda, contact -> contact.set(CATEGORIES, Set.of("Customer", "Old", "Vip")));
        user.mail.edit(mailAda, contact -> contact.set(CATEGORIES, Set.of("Customer", "Golf")));
        once(Side.MAIL, () -> user.mail.edit(mailAda, contact -> contact.set(NOTES, "meanwhile")));

        user.run();

        assertThat(mail().get(CATEGORIES)).contains(Set.of("Customer", "Vip", "Golf"));
        assertThat(mail().get(NOTES)).contains("meanwhile");
        assertThat(mail()).isEqualTo(crm());
    }

    @Test
    @DisplayName("S4: an update carries the changed fields alone")
    void carriesChangedFieldsAlone() {
        user.crm.edit(crmAda, contact -> contact.set(JOB_TITLE, "Countess"));
        user.mail
                .faults()
                .beforeWrite(
                        write -> assertThat(((Write.Update) write).fields()).containsOnlyKeys(JOB_TITLE));

        user.run();

        assertThat(mail().get(JOB_TITLE)).contains("Countess");
    }

    @Test
    @DisplayName("an edit between read and write is not overwritten")
    void losesNoEditBetweenReadAndWrite() {
        user.crm.edit(crmAda, contact -> contact.set(JOB_TITLE, "Countess"));
        once(Side.MAIL, () -> user.mail.edit(mailAda, contact -> contact.set(NOTES, "typed just now")));

        RoundReport report = user.run();

        assertThat(mail().get(NOTES)).contains("typed just now");
        assertThat(mail().get(JOB_TITLE)).contains("Countess");
        assertThat(crm()).isEqualTo(mail());
        assertThat(report.outcomes()).extracting(Outcome::code).contains(OutcomeCode.CHANGED_MEANWHILE);
    }

    @Test
    @DisplayName(
            "S1: one way, an edit on the target stays until the source changes, then it is overwritten and journaled")
    void oneWayKeepsTargetEditsUntilTheSourceChanges() {
        user.settings(change -> change.direction(SyncDirection.CRM_TO_MAIL));
        user.mail.edit(mailAda, contact -> contact.set(COMPANY_NAME, "Mine"));
        user.run();
        user.crm.edit(crmAda, contact -> contact.set(JOB_TITLE, "Countess"));
        user.run();
        assertThat(mail().get(COMPANY_NAME)).contains("Mine");
        assertThat(crm().get(COMPANY_NAME)).contains("Engines");

        user.crm.edit(crmAda, contact -> contact.set(COMPANY_NAME, "Engines & Co."));
        RoundReport report = user.run();

        assertThat(mail().get(COMPANY_NAME)).contains("Engines & Co.");
        assertThat(report.journal())
                .singleElement()
                .satisfies(line -> assertThat(line.conflict().lost()).isEqualTo("Mine"));
    }

    @Test
    @DisplayName("a lossy mailbox neither degrades the CRM nor is written again and again")
    void doesNotDegradeTheRicherSide() {
        start(Enrollment.contacts(mailbox -> mailbox.lossy((field, value) ->
                value instanceof String text ? text.substring(0, Math.min(5, text.length())) : value)));
        user.crm.edit(crmAda, contact -> contact.set(NOTES, "longer than five"));
        user.run();
        int writes = user.writes();
        user.mail.edit(mailAda, contact -> contact.set(JOB_TITLE, "Boss"));

        user.run();
        user.run();

        assertThat(crm().get(NOTES)).contains("longer than five");
        assertThat(crm().get(JOB_TITLE)).contains("Boss");
        assertThat(mail().get(NOTES)).contains("longe");
        assertThat(user.writes()).isEqualTo(writes + 1);
    }

    @Test
    @DisplayName("S15: a refused record keeps no other record back, and is tried again")
    void oneRefusedRecordKeepsNoOtherBack() {
        user.crm.edit(crmAda, contact -> contact.set(JOB_TITLE, "Countess"));
        user.crm.create(Items.contact("Bea", "Baker").build());
        user.mail
                .faults()
                .rejectWrites(write -> write instanceof Write.Update
                        ? Optional.of(new WriteOutcome.Rejected("TOO_NOBLE", "no titles here", true))
                        : Optional.empty());

        RoundReport report = user.run();

        assertThat(user.mail.items()).hasSize(2);
        assertThat(report.outcomes()).extracting(Outcome::code).contains(OutcomeCode.VALIDATION_REJECTED);

        user.mail.faults().clear();
        user.clock.advance(Quarantine.DEFAULT.maximumDelay());
        user.run();

        assertThat(mail().get(JOB_TITLE)).contains("Countess");
    }

    @Test
    @DisplayName("an expired cursor leads to a comparison: nothing is written for what did not change")
    void comparesAfterAnExpiredCursor() {
        user.crm.create(Items.contact("Bea", "Baker").build());
        user.run();
        int writes = user.writes();
        user.crm.edit(crmAda, contact -> contact.set(JOB_TITLE, "Countess"));
        user.mail.faults().expireCursor();
        user.crm.faults().expireCursor();

        user.run();

        assertThat(user.writes()).isEqualTo(writes + 1);
        assertThat(mail().get(JOB_TITLE)).contains("Countess");
    }

    @Test
    @DisplayName("a field that a side cannot hold is never written to it, nor cleared on the other")
    void leavesUnheldFieldsAlone() {
        start(Enrollment.contacts(mailbox -> mailbox.capabilities(
                ItemKind.CONTACT,
                Capabilities.full(ItemKind.CONTACT)
                        .withFields(Set.of(ContactFields.EMAIL_ADDRESS, ContactFields.SURNAME)))));
        user.mail.edit(mailAda, contact -> contact.set(ContactFields.SURNAME, "King"));

        RoundReport report = user.run();

        assertThat(report.outcomes()).extracting(Outcome::code).containsExactly(OutcomeCode.DONE);
        assertThat(crm().get(COMPANY_NAME)).contains("Engines");
        assertThat(crm().get(ContactFields.SURNAME)).contains("King");
    }

    private Item crm() {
        return user.crm.item(crmAda).orElseThrow();
    }

    private Item mail() {
        return user.mail.item(mailAda).orElseThrow();
    }

    /** Lets a person do something just before the next write of a side. */
    private void once(Side side, Runnable person) {
        AtomicBoolean done = new AtomicBoolean();
        user.on(side).faults().beforeWrite(write -> {
            if (done.compareAndSet(false, true)) {
                person.run();
            }
        });
    }
}
