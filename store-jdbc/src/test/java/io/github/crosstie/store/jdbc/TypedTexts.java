package io.github.crosstie.store.jdbc;

import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.StateStore;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.SyncedUser;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;

/** A mailbox in which people have typed texts that are found nowhere else, with all that a store has to remember of it. */
final class TypedTexts {

    /** Of each, some part of the state has to know the value, the digest or the encrypted text. */
    static final List<String> ALL = List.of(
            "Grünwald-Ötztal",
            "quendelbach",
            "anna.gruenwald@kunde.example",
            "zwiebelturm gmbh",
            "called back about the marmot",
            "no, about the ibex",
            "feuerstein figures",
            "room kestrel",
            "bring the blue folder",
            "guest.lindwurm@kunde.example",
            "unanswered walrus",
            "half-made heron");

    /** Long enough for whatever was left open to be asked about again. */
    private static final Duration LATER = Duration.ofHours(1);

    private final SyncedUser user;

    private TypedTexts(SyncedUser user) {
        this.user = user;
    }

    /** Syncs, with conflicts and writes whose answers never come. */
    static TypedTexts syncedIn(StateStore store) {
        TypedTexts typed = new TypedTexts(SyncedUser.builder().store(store).build());
        typed.sync();
        return typed;
    }

    CollectionState state(ItemKind kind) {
        return user.store().load(user.collection(kind));
    }

    SyncedUser user() {
        return user;
    }

    private void sync() {
        InMemoryRecords crm = user.crmContacts();
        InMemoryRecords mail = user.mailContacts();
        ItemId anna = crm.create(Items.contact("Quendelbach", "Grünwald-Ötztal")
                .set(ContactFields.EMAIL_ADDRESS, "anna.gruenwald@kunde.example")
                .set(ContactFields.COMPANY_NAME, "Zwiebelturm GmbH")
                .build());
        // Two that look alike: the one in the mailbox waits.
        crm.create(twin());
        crm.create(twin());
        mail.create(twin());
        user.crmEvents().create(meeting("Feuerstein figures"));
        user.sync();

        ItemId inMailbox = user.mailContacts().items().entrySet().stream()
                .filter(entry -> "Grünwald-Ötztal".equals(entry.getValue().value(ContactFields.SURNAME)))
                .findFirst()
                .orElseThrow()
                .getKey();
        crm.edit(anna, contact -> contact.set(ContactFields.NOTES, "called back about the marmot"));
        mail.edit(inMailbox, contact -> contact.set(ContactFields.NOTES, "no, about the ibex"));
        user.syncAfter(LATER);

        crm.edit(anna, contact -> contact.set(ContactFields.JOB_TITLE, "Unanswered walrus"));
        crm.create(Items.contact("Half-made heron", "Half-made heron").build());
        mail.faults().beforeWrite(write -> {
            throw new UnavailableException("the connection was lost");
        });
        user.syncAfter(LATER);
    }

    private static Item twin() {
        return Items.contact("Quendelbach", "Twin")
                .set(ContactFields.EMAIL_ADDRESS, "guest.lindwurm@kunde.example")
                .build();
    }

    private static Item meeting(String subject) {
        return Items.meeting(subject, ZonedDateTime.of(2026, 2, 3, 9, 0, 0, 0, ZoneOffset.UTC), Duration.ofHours(1))
                .set(EventFields.LOCATION, "Room Kestrel")
                .set(EventFields.BODY, "Bring the blue folder")
                .set(EventFields.REQUIRED_ATTENDEES, Set.of("guest.lindwurm@kunde.example"))
                .build();
    }
}
