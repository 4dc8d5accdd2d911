package io.github.crosstie.benchmarks;

import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.state.CollectionKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One user's contacts, some of them changed since, between a CRM, a mailbox and a store in memory. Not thread-safe. */
final class SyncedMailbox {

    private static final CollectionKey COLLECTION =
            new CollectionKey(new OrganizationId("00D000000000001"), new UserId("005000000000001"), ItemKind.CONTACT);
    private static final Owner OWNER = new Owner("user@example.com");

    private final Clock clock = Clock.systemUTC();
    private final SyncConfiguration configuration = SyncConfiguration.builder(new ConfigurationId("both-ways"))
            .contacts(SyncDirection.BOTH)
            .build();
    private final InMemoryStateStore store = InMemoryStateStore.create();
    private final InMemorySystem crm = InMemorySystem.create(Side.CRM, clock);
    private final InMemorySystem mail = InMemorySystem.create(Side.MAIL, clock);
    private final InMemoryRecords crmContacts = crm.records(OWNER, ItemKind.CONTACT);
    private final List<ItemId> contacts = new ArrayList<>();
    private final Endpoint crmEndpoint;
    private final Endpoint mailEndpoint;
    private long ids;
    private int edits;

    private SyncedMailbox() {
        mail.records(OWNER, ItemKind.CONTACT);
        crmEndpoint = crm.open(OWNER, ItemKind.CONTACT, configuration);
        mailEndpoint = mail.open(OWNER, ItemKind.CONTACT, configuration);
    }

    /** A mailbox in step with so many contacts of the CRM. */
    static SyncedMailbox of(int contacts) {
        SyncedMailbox mailbox = unsynced(contacts);
        mailbox.newRound().run();
        if (mailbox.newRound().run().writes() != 0 || !mailbox.isInStep()) {
            throw new IllegalStateException("the first sync left something to do; the rounds after it are not quiet");
        }
        return mailbox;
    }

    /** An empty mailbox beside so many contacts of the CRM. */
    static SyncedMailbox unsynced(int contacts) {
        SyncedMailbox mailbox = new SyncedMailbox();
        for (int number = 0; number < contacts; number++) {
            mailbox.contacts.add(mailbox.crmContacts.create(contact(number)));
        }
        return mailbox;
    }

    private static Item contact(int number) {
        return Item.contact()
                .put(ContactFields.GIVEN_NAME, "Given" + number)
                .put(ContactFields.SURNAME, "Surname" + number)
                .put(ContactFields.EMAIL_ADDRESS, "contact" + number + "@example.com")
                .put(ContactFields.COMPANY_NAME, "Company " + number % 100)
                .put(ContactFields.BUSINESS_PHONE, "+1 555 " + number)
                .build();
    }

    /** A round as a host makes it that keeps none. */
    SyncRound newRound() {
        return SyncRound.of(COLLECTION, configuration, crmEndpoint, mailEndpoint, store, clock, () -> "id-" + ids++);
    }

    /** A person changes one contact in the CRM. */
    void edit() {
        edits++;
        ItemId contact = contacts.get(edits % contacts.size());
        String phone = "+1 555 9" + edits;
        crmContacts.edit(contact, item -> item.put(ContactFields.BUSINESS_PHONE, phone));
    }

    /** Whether both sides hold the same records. */
    boolean isInStep() {
        return Set.copyOf(crmContacts.items().values())
                .equals(Set.copyOf(mail.records(OWNER, ItemKind.CONTACT).items().values()));
    }
}
