package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.JOB_TITLE;
import static io.github.crosstie.item.ContactFields.NOTES;
import static io.github.crosstie.item.ContactFields.SURNAME;
import static io.github.crosstie.testkit.SyncAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.Filter;
import io.github.crosstie.connector.Write;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One record that is broken, and all records that become other ones. */
class RecordFaultSyncTest {

    private static final int RECORDS = 6;
    private static final Duration LONG = Duration.ofDays(2);

    private final Enrollment user = Enrollment.contacts();
    private final List<ItemId> crm = new ArrayList<>();

    @BeforeEach
    void manyContacts() {
        for (int number = 0; number < RECORDS; number++) {
            crm.add(user.crm.create(Items.contact("Ada", "Lovelace " + number).build()));
        }
    }

    @ParameterizedTest(name = "record {0}")
    @ValueSource(ints = {0, 3, 5})
    @DisplayName("F10: a record that cannot be read for some rounds keeps no other back, and flows once it can be read")
    void oneUnreadableRecordKeepsNoOtherBack(int poisoned) {
        user.run();
        crm.forEach(id -> user.crm.edit(id, contact -> contact.set(JOB_TITLE, "Countess")));
        user.crm.faults().poison(crm.get(poisoned));

        assertThat(user.run()).updatedInMailbox(RECORDS - 1).reports(OutcomeCode.UNREADABLE, crm.get(poisoned));
        for (int round = 0; round < 3; round++) {
            user.clock.advance(Duration.ofMinutes(1));
            assertThat(user.run()).wroteNothing().ranToItsEnd();
        }
        user.crm.faults().heal(crm.get(poisoned));
        user.clock.advance(LONG);
        user.run();

        assertThat(user.mail).hold(RECORDS).areInStepWith(user.crm);
    }

    @Test
    @DisplayName("F10: a record that is refused for some rounds keeps no other back, and flows once it is taken")
    void oneRefusedRecordKeepsNoOtherBack() {
        user.mail
                .faults()
                .rejectWrites(
                        write -> write instanceof Write.Create create
                                && create.item().get(SURNAME).orElse("").endsWith("3"),
                        "ErrorCorruptData");

        assertThat(user.run()).createdInMailbox(RECORDS - 1).reports(OutcomeCode.VALIDATION_REJECTED, crm.get(3));
        for (int round = 0; round < 3; round++) {
            user.clock.advance(Duration.ofMinutes(1));
            assertThat(user.run()).wroteNothing().ranToItsEnd();
        }
        user.mail.faults().clear();
        user.crm.edit(crm.get(3), contact -> contact.set(NOTES, "corrected"));
        user.clock.advance(LONG);
        user.run();

        assertThat(user.mail).hold(RECORDS).areInStepWith(user.crm);
    }

    @ParameterizedTest(name = "marks survive: {0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("F9: a mailbox that is created anew, all ids new, loses no record and gets none twice")
    void losesNothingWhenTheMailboxIsCreatedAnew(boolean withMarks) {
        user.run();
        if (withMarks) {
            user.mail.faults().recreate();
        } else {
            user.mail.faults().recreateWithoutTags();
        }

        for (int round = 0; round < 4; round++) {
            user.clock.advance(Duration.ofHours(1));
            assertThat(user.run()).as("round " + round).deletedInCrm(0).deletedInMailbox(0);
        }

        assertThat(user.mail).hold(RECORDS).areInStepWith(user.crm);
    }

    @Test
    @DisplayName("F20: records that a changed filter leaves out are deleted on neither side")
    void deletesNothingThatAFilterLeavesOut() {
        user.run();
        user.settings(contacts ->
                contacts.filters(List.of(new Filter(Side.CRM, JOB_TITLE, Filter.Operator.PRESENT, Set.of()))));

        for (int round = 0; round < 4; round++) {
            user.clock.advance(Duration.ofHours(1));
            assertThat(user.run()).as("round " + round).deletedInCrm(0).deletedInMailbox(0);
        }

        assertThat(user.mail).hold(RECORDS).areInStepWith(user.crm);
        assertThat(user.crm.items()).hasSize(RECORDS);
    }
}
