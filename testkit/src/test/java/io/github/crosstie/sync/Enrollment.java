package io.github.crosstie.sync;

import io.github.crosstie.apply.RoundPolicy;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncListener;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.EventSettings;
import io.github.crosstie.configuration.InvitationPolicy;
import io.github.crosstie.configuration.PrivateEventPolicy;
import io.github.crosstie.configuration.RecordSettings;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.conflict.MailboxAddress;
import io.github.crosstie.conflict.OwnAddresses;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.RecurrenceExpander;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryAddresses;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.IdSource;
import io.github.crosstie.state.StateStore;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.SequentialIds;
import java.util.List;
import java.util.function.UnaryOperator;

/** One user with a CRM, a mailbox and a store, ready to sync one kind of record. */
final class Enrollment {

    static final Owner USER = new Owner("0051");
    static final Owner MAILBOX = new Owner("ada@example.com");

    final MutableClock clock = MutableClock.create();
    final CollectionKey key;
    final InMemoryStateStore memory = InMemoryStateStore.create();
    final IdSource ids = SequentialIds.create();
    final InMemorySystem crmSystem;
    final InMemorySystem mailSystem;
    final InMemoryRecords crm;
    final InMemoryRecords mail;
    StateStore store = memory;
    RecurrenceExpander recurrences = RecurrenceExpander.cautious();
    InMemoryAddresses aliases = InMemoryAddresses.create();
    SyncListener listener = SyncListener.NONE;
    UnaryOperator<Endpoint> mailWay = UnaryOperator.identity();
    SyncConfiguration configuration = SyncConfiguration.builder(new ConfigurationId("default"))
            .contacts(SyncDirection.BOTH)
            .events(SyncDirection.BOTH)
            .build();

    private Enrollment(ItemKind kind, UnaryOperator<InMemorySystem.Builder> mailbox) {
        key = new CollectionKey(new OrganizationId("00D1"), new UserId("0051"), kind);
        crmSystem = InMemorySystem.create(Side.CRM, clock);
        mailSystem = mailbox.apply(InMemorySystem.builder(Side.MAIL, clock)).build();
        crm = crmSystem.records(USER, kind);
        mail = mailSystem.records(MAILBOX, kind);
    }

    static Enrollment contacts() {
        return contacts(UnaryOperator.identity());
    }

    static Enrollment contacts(UnaryOperator<InMemorySystem.Builder> mailbox) {
        return new Enrollment(ItemKind.CONTACT, mailbox);
    }

    static Enrollment events() {
        return events(UnaryOperator.identity());
    }

    static Enrollment events(UnaryOperator<InMemorySystem.Builder> mailbox) {
        return new Enrollment(ItemKind.EVENT, mailbox);
    }

    InMemoryRecords on(Side side) {
        return side == Side.CRM ? crm : mail;
    }

    /** Changes what contacts and events have in common. */
    Enrollment settings(UnaryOperator<RecordSettings.Builder> change) {
        RecordSettings changed =
                change.apply(configuration.records(key.kind()).toBuilder()).build();
        configuration = key.kind() == ItemKind.CONTACT
                ? configuration.toBuilder()
                        .contacts(configuration.contacts().withRecords(changed))
                        .build()
                : configuration.toBuilder()
                        .events(configuration.events().withRecords(changed))
                        .build();
        return this;
    }

    /** Changes what events have besides. */
    Enrollment eventSettings(PrivateEventPolicy privateEvents, InvitationPolicy invitations, int attendeeLimit) {
        EventSettings events = configuration.events();
        configuration = configuration.toBuilder()
                .events(new EventSettings(events.records(), events.window(), privateEvents, invitations, attendeeLimit))
                .build();
        return this;
    }

    Enrollment invitations(InvitationPolicy invitations) {
        EventSettings events = configuration.events();
        return eventSettings(events.privateEvents(), invitations, events.attendeeLimit());
    }

    /** The newest record of a side. */
    ItemId newest(Side side) {
        List<ItemId> all = List.copyOf(on(side).items().keySet());
        return all.get(all.size() - 1);
    }

    SyncRound round() {
        return round(RoundPolicy.DEFAULT);
    }

    SyncRound round(RoundPolicy policy) {
        return SyncRound.builder(key, configuration)
                .policy(policy)
                .own(OwnAddresses.of(MailboxAddress.of(MAILBOX.value()), aliases))
                .recurrences(recurrences)
                .listener(listener)
                .build(
                        crmSystem.open(USER, key.kind(), configuration),
                        mailWay.apply(mailSystem.open(MAILBOX, key.kind(), configuration)),
                        store,
                        clock,
                        ids);
    }

    RoundReport run() {
        return round().run();
    }

    SyncPlan plan() {
        return round().plan();
    }

    /** Writes that took effect on both sides. */
    int writes() {
        return crm.faults().writes() + mail.faults().writes();
    }
}
