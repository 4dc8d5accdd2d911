package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An account with rights to the mailbox of somebody else, which impersonates nobody. Ada's account signs in. */
class MailboxOfAnotherTest {

    private static final Owner BEA = new Owner("bea@acme.example");

    private final Office office = new Office();
    private final LoopbackMailbox bea = office.exchange.mailbox(BEA.value());

    @AfterEach
    void close() {
        office.close();
    }

    private Endpoint open(ItemKind kind) {
        return office.connector.open(BEA, kind, Items.anyConfiguration());
    }

    @Test
    void getsTheContactsOfItsOwner() {
        Endpoint contacts = open(ItemKind.CONTACT);
        Item ada = Items.contact("Ada", "Example").build();

        office.create(contacts, ada);

        assertThat(bea.folder("Salesforce_Sync").list()).hasSize(1);
        assertThat(office.contacts().changes(null).changes()).isEmpty();
        assertThat(contacts.scopeIdentity()).isNotEqualTo(office.contacts().scopeIdentity());
    }

    @Test
    void getsTheEventsOfItsOwner() {
        office.create(
                open(ItemKind.EVENT),
                Items.allDay("Fair", LocalDate.of(2026, 7, 1), 2).build());

        assertThat(bea.calendar().list()).hasSize(1);
        assertThat(office.mailbox.calendar().list()).isEmpty();
    }

    @Test
    @DisplayName("S12: the claim lies in the mailbox that is written to")
    void isWhatIsClaimed() {
        MailboxClaim claim = new MailboxClaim(
                new OrganizationId("00D000000000001AAA"),
                Environment.PRODUCTION,
                new UserId("005000000000001AAA"),
                new ConfigurationId("sales"),
                1,
                office.clock.instant(),
                office.clock.instant(),
                true);

        open(ItemKind.EVENT).replaceClaim(null, claim);

        assertThat(open(ItemKind.CONTACT).readClaim()).contains(claim);
        assertThat(office.contacts().readClaim()).isEmpty();
    }

    @Test
    void isWhereDeletionsAreProven() {
        Endpoint contacts = open(ItemKind.CONTACT);
        WriteOutcome.Written ada =
                office.create(contacts, Items.contact("Ada", "Example").build());
        ChangePage page = contacts.changes(null);
        LoopbackFolder folder = bea.folder("Salesforce_Sync");
        folder.delete(ada.id().value());

        assertThat(contacts.changes(page.next()).changes())
                .isEqualTo(List.of(new Change.Removed(ada.id(), Removal.DELETED)));
    }
}
