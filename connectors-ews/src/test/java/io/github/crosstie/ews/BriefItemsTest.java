package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Exchange tells nothing of an item that came and went between two polls. */
class BriefItemsTest {

    private final SyncedMailbox mailbox = new SyncedMailbox();

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    @DisplayName("S10: what a round created and a person deleted before the next one is noticed, and not created again")
    void noticesADeletion() {
        mailbox.fill();
        mailbox.sync();
        LoopbackFolder folder = mailbox.mailbox().folder("Salesforce_Sync");
        String created = folder.list().stream()
                .filter(item -> item.value("GivenName").equals("Ada"))
                .findFirst()
                .orElseThrow()
                .id();

        folder.delete(created);
        mailbox.sync();

        assertThat(mailbox.links(ItemKind.CONTACT)).hasSize(2);
        mailbox.settle();
        assertThat(folder.list()).extracting(item -> item.value("Surname")).containsExactlyInAnyOrder("Crm", "Mail");
    }
}
