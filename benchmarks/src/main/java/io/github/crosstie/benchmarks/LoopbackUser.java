package io.github.crosstie.benchmarks;

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
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.state.StateStore;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.SequentialIds;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * One user's contacts and events, between a CRM and a store in memory and a mailbox on a loopback server, which sees every
 * request. Close it. Not thread-safe.
 */
final class LoopbackUser implements AutoCloseable {

    private static final OrganizationId ORGANIZATION = new OrganizationId("00D000000000001AAA");
    private static final ProfileId PROFILE = new ProfileId("00e000000000001AAA");
    private static final UserId USER = new UserId("005000000000001AAA");
    private static final String ADDRESS = "user@example.com";
    private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(5);
    private static final int MOST_ROUNDS = 12;
    private static final ZonedDateTime FIRST_EVENT =
            MutableClock.START.plus(Duration.ofDays(7)).atZone(ZoneOffset.UTC);

    private final MutableClock clock = MutableClock.create();
    private final LoopbackServer server;
    private final InMemorySystem crm = InMemorySystem.create(Side.CRM, clock);
    private final InMemoryRecords contacts = crm.records(new Owner(USER.value()), ItemKind.CONTACT);
    private final InMemoryRecords events = crm.records(new Owner(USER.value()), ItemKind.EVENT);
    private final StateStore store = InMemoryStateStore.create();
    private final SequentialIds ids = SequentialIds.create();
    private final List<ItemId> created = new ArrayList<>();
    private CountingStore counted = new CountingStore(store, CountingStore.Break.NEVER);
    private Crosstie worker;

    /** So many contacts and events in the CRM, and an empty mailbox. */
    LoopbackUser(LoopbackServer.Kind kind, int contactCount, int eventCount) {
        server = kind.start(clock);
        server.keepBodies(false);
        server.mailbox(ADDRESS);
        for (int number = 0; number < contactCount; number++) {
            created.add(contacts.create(Items.contact("Given" + number, "Surname" + number)
                    .set(ContactFields.COMPANY_NAME, "Company " + number % 100)
                    .set(ContactFields.BUSINESS_PHONE, "+1 555 " + number)
                    .build()));
        }
        for (int number = 0; number < eventCount; number++) {
            events.create(Items.meeting("Event " + number, FIRST_EVENT.plusHours(number), Duration.ofMinutes(30))
                    .build());
        }
        worker = newWorker();
    }

    LoopbackServer server() {
        return server;
    }

    CountingStore store() {
        return counted;
    }

    /** Another worker takes over, which remembers nothing but what is stored; perhaps its store breaks. */
    void replaceWorker(CountingStore.Break planned) {
        counted = new CountingStore(store, planned);
        worker = newWorker();
    }

    private Crosstie newWorker() {
        Directory directory = Directory.builder(new Organization(ORGANIZATION, "Example", Environment.PRODUCTION))
                .put(new Profile(PROFILE, "Sales"))
                .put(User.builder(USER, ADDRESS, PROFILE).emailAddress(ADDRESS).build())
                .build();
        SyncConfiguration configuration = SyncConfiguration.builder(new ConfigurationId("both-ways"))
                .assignments(new Assignment.OfProfile(PROFILE))
                .contacts(SyncDirection.BOTH)
                .events(SyncDirection.BOTH)
                .build();
        return Crosstie.builder()
                .organization(new OrganizationSetup(directory, ConfigurationSet.of(ORGANIZATION, configuration)), crm)
                .mail(server.connector(clock))
                .store(counted)
                .clock(clock)
                .ids(ids)
                .build();
    }

    /** Nobody syncs for so long. */
    void rest(Duration time) {
        clock.advance(time);
    }

    /** One round of each kind, some time after the one before. */
    SyncResult.Synced sync() {
        clock.advance(BETWEEN_ROUNDS);
        return (SyncResult.Synced) worker.sync(ORGANIZATION, USER);
    }

    /**
     * Rounds until two of them found nothing to write, so that what the library itself has written is told and read,
     * too.
     *
     * @throws IllegalStateException if there is no end to it, or the sides differ then
     */
    void settle() {
        int quiet = 0;
        for (int rounds = 0; rounds < MOST_ROUNDS && quiet < 2; rounds++) {
            quiet = round() == 0 ? quiet + 1 : 0;
        }
        if (quiet < 2 || !isInStep()) {
            throw new IllegalStateException("the sides are not in step after " + MOST_ROUNDS
                    + " rounds at most; counts of requests would mean nothing");
        }
    }

    /**
     * A round; if the worker's store breaks meanwhile, another worker takes over after it.
     *
     * @return the writes; at least 1 if it ended early
     */
    private int round() {
        try {
            SyncResult.Synced result = sync();
            return result.rounds().values().stream()
                            .anyMatch(report -> report.stopped().isPresent())
                    ? 1
                    : result.writes();
        } catch (CrosstieException e) {
            if (!counted.isBroken()) {
                throw e;
            }
            return 1;
        } finally {
            if (counted.isBroken()) {
                replaceWorker(CountingStore.Break.NEVER);
            }
        }
    }

    /** A person changes some contacts in the CRM. */
    void editInCrm(int count, String company) {
        created.subList(0, count)
                .forEach(id -> contacts.edit(id, item -> item.set(ContactFields.COMPANY_NAME, company)));
    }

    /** A person changes one contact in the mailbox. */
    void editInMailbox(String company) {
        LoopbackFolder folder = folder();
        folder.edit(folder.list().get(0).id(), "CompanyName", company);
    }

    private LoopbackFolder folder() {
        return mailbox().folder("Salesforce_Sync");
    }

    private LoopbackMailbox mailbox() {
        return server.mailbox(ADDRESS);
    }

    /** Whether both sides hold the same records, each of them once. */
    boolean isInStep() {
        return sorted(contacts.items().values().stream()
                                .map(LoopbackUser::contact)
                                .toList())
                        .equals(sorted(folder().list().stream()
                                .map(LoopbackUser::contact)
                                .toList()))
                && sorted(events.items().values().stream()
                                .map(item -> item.get(EventFields.SUBJECT).orElse(""))
                                .toList())
                        .equals(sorted(mailbox().calendar().list().stream()
                                .map(item -> item.value("Subject"))
                                .toList()));
    }

    private static List<String> sorted(List<String> texts) {
        return texts.stream().sorted().toList();
    }

    private static String contact(Item item) {
        return String.join(
                "|",
                item.get(ContactFields.GIVEN_NAME).orElse(""),
                item.get(ContactFields.SURNAME).orElse(""),
                item.get(ContactFields.EMAIL_ADDRESS).orElse(""),
                item.get(ContactFields.COMPANY_NAME).orElse(""),
                item.get(ContactFields.BUSINESS_PHONE).orElse(""));
    }

    private static String contact(LoopbackItem item) {
        return String.join(
                "|",
                item.value("GivenName"),
                item.value("Surname"),
                item.value("EmailAddresses/EmailAddress1"),
                item.value("CompanyName"),
                item.value("PhoneNumbers/BusinessPhone"));
    }

    @Override
    public void close() {
        server.close();
    }
}
