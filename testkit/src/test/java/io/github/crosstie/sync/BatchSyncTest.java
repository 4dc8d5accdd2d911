package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.COMPANY_NAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.Items;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The mailbox takes two ids, two tags and three writes a call, and refuses more. */
class BatchSyncTest {

    private static final int RECORDS = 7;

    private final Enrollment user = Enrollment.contacts(mailbox -> mailbox.carriesRecords(false)
            .capabilities(ItemKind.CONTACT, Capabilities.full(ItemKind.CONTACT).withBatches(2, 3)));

    @Test
    @DisplayName("creates, changes and deletes no more records a call than the side takes")
    void writesInBatches() {
        createOn(user.crm::create);
        user.run();
        assertThat(user.mail.items()).hasSize(RECORDS);

        List.copyOf(user.crm.items().keySet())
                .forEach(id -> user.crm.edit(id, contact -> contact.set(COMPANY_NAME, "Engines")));
        user.run();
        assertThat(user.mail.items().values())
                .allMatch(item -> item.get(COMPANY_NAME).isPresent());

        List.copyOf(user.crm.items().keySet()).forEach(user.crm::delete);
        user.run();
        assertThat(user.run().writes()).isZero();
    }

    @Test
    @DisplayName("reads no more records a call than the side takes")
    void readsInBatches() {
        createOn(user.mail::create);

        user.run();

        assertThat(user.crm.items()).hasSize(RECORDS);
        assertThat(user.mail.faults().reads()).isGreaterThanOrEqualTo(RECORDS);
    }

    @Test
    @DisplayName("G4: looks up no more tags a call than the side takes, after answers were lost")
    void looksTagsUpInBatches() {
        createOn(user.crm::create);
        for (int i = 0; i < RECORDS; i++) {
            user.mail.faults().loseReplyOnce();
        }
        user.run();
        assertThat(user.mail.items()).hasSize(RECORDS);

        user.run();

        assertThat(user.mail.items()).hasSize(RECORDS);
        assertThat(user.memory.load(user.key).intents()).isEmpty();
        assertThat(user.run().writes()).isZero();
    }

    @Test
    @DisplayName("finds out about changes whose answers were lost within what the side takes")
    void recoversChangesInBatches() {
        createOn(user.crm::create);
        user.run();
        for (ItemId id : List.copyOf(user.crm.items().keySet())) {
            user.crm.edit(id, contact -> contact.set(COMPANY_NAME, "Engines"));
            user.mail.faults().loseReplyOnce();
        }
        user.run();

        user.run();

        assertThat(user.mail.items()).hasSize(RECORDS);
        assertThat(user.memory.load(user.key).intents()).isEmpty();
        assertThat(user.run().writes()).isZero();
    }

    private static void createOn(Consumer<Item> side) {
        for (int i = 0; i < RECORDS; i++) {
            side.accept(Items.contact("Ada" + i, "Lovelace").build());
        }
    }
}
