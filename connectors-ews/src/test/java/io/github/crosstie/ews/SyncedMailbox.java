package io.github.crosstie.ews;

import io.github.crosstie.Crosstie;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.Link;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.SequentialIds;
import io.github.crosstie.testkit.exchange.LoopbackExchange;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.function.UnaryOperator;

/** A user whose CRM is in memory and whose mailbox is over the wire, synced by the engine. */
final class SyncedMailbox implements AutoCloseable {

    private static final OrganizationId ACME = new OrganizationId("00D000000000001AAA");
    private static final ProfileId SALES = new ProfileId("00e000000000001AAA");
    private static final UserId ANNA = new UserId("005000000000001AAA");
    private static final String ADDRESS = "anna@acme.example";
    private static final int ROUNDS = 3;

    private final MutableClock clock = MutableClock.create();
    private final LoopbackExchange exchange = LoopbackExchange.start(clock);
    private final InMemorySystem crm = InMemorySystem.builder(Side.CRM, clock).build();
    private final InMemoryStateStore store = InMemoryStateStore.create();
    private final Agenda agenda = new Agenda(this);
    private final Crosstie crosstie;

    SyncedMailbox() {
        this(UnaryOperator.identity());
    }

    /**
     * A user whose mailbox is reached by another address than the server's.
     *
     * @param door makes the address out of the server's
     */
    SyncedMailbox(UnaryOperator<URI> door) {
        exchange.keepEnvelopes(false);
        exchange.mailbox(ADDRESS);
        Directory directory = Directory.builder(new Organization(ACME, "Acme", Environment.PRODUCTION))
                .put(new Profile(SALES, "Sales"))
                .put(User.builder(ANNA, ADDRESS, SALES).emailAddress(ADDRESS).build())
                .build();
        SyncConfiguration configuration = SyncConfiguration.builder(new ConfigurationId("sales"))
                .assignments(new Assignment.OfProfile(SALES))
                .contacts(SyncDirection.BOTH)
                .events(SyncDirection.BOTH)
                .build();
        crosstie = Crosstie.builder()
                .organization(new OrganizationSetup(directory, ConfigurationSet.of(ACME, configuration)), crm)
                .mail(ExchangeContract.connector(exchange, clock)
                        .server(door.apply(exchange.url()))
                        .build())
                .store(store)
                .clock(clock)
                .ids(SequentialIds.create())
                .build();
    }

    LoopbackExchange exchange() {
        return exchange;
    }

    LoopbackMailbox mailbox() {
        return exchange.mailbox(ADDRESS);
    }

    SyncResult sync() {
        return crosstie.sync(ACME, ANNA);
    }

    /** What the engine has linked. */
    Collection<Link> links(ItemKind kind) {
        return store.load(new CollectionKey(ACME, ANNA, kind)).links();
    }

    /** Rounds without further faults, some hours apart. */
    void settle() {
        exchange.faults().clear();
        for (int round = 0; round < ROUNDS; round++) {
            clock.advance(Duration.ofHours(3));
            sync();
        }
    }

    /** Records on either side that the other one does not have. */
    void fill() {
        agenda.fill();
    }

    /** The user's records in the CRM. */
    InMemoryRecords crm(ItemKind kind) {
        return crm.records(new Owner(ANNA.value()), kind);
    }

    /** What people do and see on both sides. */
    Agenda agenda() {
        return agenda;
    }

    @Override
    public void close() {
        exchange.close();
    }
}
