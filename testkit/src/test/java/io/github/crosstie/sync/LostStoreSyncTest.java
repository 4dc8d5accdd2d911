package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.connector.Write;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.Items;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The state is lost or set back, or the mark of a record was made elsewhere. */
class LostStoreSyncTest {

    private static final Item ADA = Items.contact("Ada", "Lovelace").build();

    private void assertQuiet(Enrollment user, int records) {
        user.run();
        user.run();
        assertThat(user.run().writes()).isZero();
        assertThat(user.crm.items()).hasSize(records);
        assertThat(user.mail.items()).hasSize(records);
    }

    @Test
    @DisplayName("F15: with its store lost, records find each other by their marks, even those that no key tells apart")
    void findsRecordsByTheirMarks() {
        Enrollment user = Enrollment.contacts();
        Item twin = Item.contact().set(NOTES, "no name, no address").build();
        user.crm.create(twin);
        user.crm.create(twin);
        user.mail.create(twin);
        user.run();
        assertThat(user.mail.items()).hasSize(3);
        user.store = InMemoryStateStore.create();
        int before = user.writes();

        assertQuiet(user, 3);

        assertThat(user.writes()).isEqualTo(before);
    }

    @Test
    @DisplayName("F15: with its store lost, a renamed record is not created a second time")
    void findsARenamedRecord() {
        Enrollment user = Enrollment.contacts();
        ItemId ada = user.crm.create(ADA);
        user.run();
        user.crm.edit(ada, contact -> Items.contact("Augusta", "King").build().toBuilder());
        user.store = InMemoryStateStore.create();

        assertQuiet(user, 1);

        assertThat(user.mail.items().values())
                .containsExactlyElementsOf(user.crm.items().values());
    }

    @Test
    @DisplayName("F15: with its store lost, a person's copy keeps the record that was made from it")
    void tellsCopiesApart() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        user.run();
        user.mail.copy(user.mail.items().keySet().iterator().next());
        user.run();
        user.store = InMemoryStateStore.create();
        int before = user.writes();

        assertQuiet(user, 2);

        assertThat(user.writes()).isEqualTo(before);
    }

    @Test
    @DisplayName("F18: a record that the mailbox has cut is recognised at first contact")
    void recognisesACutRecord() {
        Enrollment user = Enrollment.contacts(mailbox -> mailbox.lossy((field, value) ->
                value instanceof String text ? text.substring(0, Math.min(5, text.length())) : value));
        user.crm.create(ADA);
        user.mail.create(ADA);

        assertQuiet(user, 1);

        assertThat(user.crm.items().values()).containsExactly(ADA);
    }

    @Test
    @DisplayName("F21: a record with the mark of another organization is reported, and not synced a second time")
    void leavesTheRecordsOfAnotherOrganizationAlone() {
        Enrollment user = Enrollment.contacts();
        CorrelationTag foreign = new CorrelationTag("v1/00DOTHER/0059/CONTACT/003X/link/MAIL/0.0");
        user.mailSystem
                .open(new Owner("ada@example.com"), ItemKind.CONTACT, user.configuration)
                .write(List.of(new Write.Create(foreign, "key", ADA)));

        assertThat(user.run().outcomes())
                .extracting(outcome -> outcome.code())
                .containsExactly(OutcomeCode.FOREIGN_TAG);

        assertThat(user.on(Side.CRM).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v1/00D1/0051/CONTACT/ /link/MAIL/0.0",
                "v1/00D1/0051/CONTACT/003/a-link-with-a-name-that-is-longer-than-any-link-has/MAIL/0.0",
                "v1/00D1/0051/CONTACT/003/link/MAIL/99999999999.0",
                "v1/00D1/0051/CONTACT/003/ /MAIL/0.0",
                "v1//////",
                "nothing of ours"
            })
    @DisplayName("F10: a record with a mark that nobody of ours can have made is a person's, and stops no round")
    void takesStrangeMarksForAPersons(String mark) {
        Enrollment user = Enrollment.contacts();
        user.mailSystem
                .open(new Owner("ada@example.com"), ItemKind.CONTACT, user.configuration)
                .write(List.of(new Write.Create(new CorrelationTag(mark), "key", ADA)));

        user.run();

        assertThat(user.crm.items().values()).containsExactly(ADA);
    }
}
