package io.github.crosstie.sync;

import io.github.crosstie.apply.Claimant;
import io.github.crosstie.apply.MailboxClaims;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.IdSource;
import io.github.crosstie.state.StateStore;
import io.github.crosstie.testkit.MutableClock;
import java.util.concurrent.atomic.AtomicInteger;

/** One organization that syncs a mailbox which others may sync too: with a CRM and a store of its own. */
final class Installation {

    static final Owner MAILBOX = new Owner("ada@example.com");

    final OrganizationId organization;
    final Environment environment;
    final UserId user = new UserId("0051");
    final InMemorySystem mailSystem;
    final MutableClock clock;
    final InMemorySystem crmSystem;
    final InMemoryStateStore memory = InMemoryStateStore.create();
    StateStore store = memory;
    SyncConfiguration configuration = SyncConfiguration.builder(new ConfigurationId("default"))
            .contacts(SyncDirection.BOTH)
            .events(SyncDirection.BOTH)
            .build();
    private final IdSource ids;

    Installation(String organization, Environment environment, InMemorySystem mailSystem, MutableClock clock) {
        this.organization = new OrganizationId(organization);
        this.environment = environment;
        this.mailSystem = mailSystem;
        this.clock = clock;
        crmSystem = InMemorySystem.create(Side.CRM, clock);
        AtomicInteger next = new AtomicInteger();
        ids = () -> organization + "-" + next.incrementAndGet();
        crm(ItemKind.CONTACT);
        mailSystem.records(MAILBOX, ItemKind.CONTACT);
    }

    CollectionKey key(ItemKind kind) {
        return new CollectionKey(organization, user, kind);
    }

    InMemoryRecords crm(ItemKind kind) {
        return crmSystem.records(new Owner(user.value()), kind);
    }

    InMemoryRecords mail(ItemKind kind) {
        return mailSystem.records(MAILBOX, kind);
    }

    RoundReport run(ItemKind kind) {
        return SyncRound.builder(key(kind), configuration)
                .environment(environment)
                .build(
                        crmSystem.open(new Owner(user.value()), kind, configuration),
                        mailSystem.open(MAILBOX, kind, configuration),
                        store,
                        clock,
                        ids)
                .run();
    }

    MailboxClaims claims() {
        return MailboxClaims.of(
                new Claimant(organization, environment, user, configuration.id()),
                mailSystem.open(MAILBOX, ItemKind.CONTACT, configuration),
                store,
                clock,
                ids);
    }
}
