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
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.salesforce.SalesforceConnection;
import io.github.crosstie.salesforce.SalesforceConnector;
import io.github.crosstie.salesforce.SalesforceDirectorySource;
import io.github.crosstie.salesforce.auth.AccessToken;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.SequentialIds;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import io.github.crosstie.testkit.salesforce.SalesforceField;
import io.github.crosstie.testkit.salesforce.SalesforceOrganization;
import io.github.crosstie.testkit.salesforce.SalesforceRecord;
import io.github.crosstie.testkit.salesforce.SalesforceRecords;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Users of an organization on a loopback Salesforce, which sees every request, whose mailboxes and store are in
 * memory. Close it. Not thread-safe.
 */
final class SalesforceUsers implements AutoCloseable {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String TAG = "Crosstie_Tag__c";
    private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(15);
    private static final int MOST_ROUNDS = 12;
    private static final int PLENTY = 100_000_000;

    private final MutableClock clock = MutableClock.create();
    private final LoopbackSalesforce salesforce = LoopbackSalesforce.start(clock);
    private final SalesforceOrganization organization = salesforce.organization();
    private final InMemorySystem mail = InMemorySystem.create(Side.MAIL, clock);
    private final List<UserId> users = new ArrayList<>();
    private final OrganizationId id = new OrganizationId(organization.id());
    private final Crosstie worker;

    /** So many users with so many contacts each in the CRM, and none in their mailboxes. */
    SalesforceUsers(int userCount, int contactsEach) {
        salesforce.limits().daily(PLENTY);
        for (String object : List.of("Contact", "Event")) {
            organization.declare(
                    object, SalesforceField.text(TAG, 255).externalId().unique().caseSensitive());
        }
        for (int number = 0; number < userCount; number++) {
            String user = organization.addUser(address(number), "Surname" + number);
            users.add(new UserId(user));
            for (ItemKind kind : ItemKind.values()) {
                mail.records(new Owner(address(number)), kind);
            }
            for (int contact = 0; contact < contactsEach; contact++) {
                organization
                        .contacts()
                        .create(Map.of(
                                "FirstName", "Given" + contact,
                                "LastName", "Surname" + contact,
                                "Phone", "+1 555 " + contact,
                                "OwnerId", user));
            }
        }
        clock.advance(BETWEEN_ROUNDS);
        worker = worker();
    }

    private static String address(int user) {
        return "user" + user + "@example.com";
    }

    private Crosstie worker() {
        AccessToken session = new AccessToken(salesforce.accessToken(), salesforce.url());
        SalesforceConnection connection = SalesforceConnection.builder()
                .client(CLIENT)
                .tokens(() -> session)
                .clock(clock)
                .allowPlainHttp()
                .build();
        Directory directory =
                SalesforceDirectorySource.builder(connection).build().read();
        SyncConfiguration configuration = SyncConfiguration.builder(new ConfigurationId("both-ways"))
                .assignments(directory.profiles().all().stream()
                        .filter(profile -> profile.name().equals("Standard User"))
                        .<Assignment>map(profile -> new Assignment.OfProfile(profile.id()))
                        .toList())
                .contacts(SyncDirection.BOTH)
                .events(SyncDirection.BOTH)
                .build();
        return Crosstie.builder()
                .organization(
                        new OrganizationSetup(directory, ConfigurationSet.of(id, configuration)),
                        SalesforceConnector.builder(connection, id.value())
                                .tagField(TAG)
                                .userZones(owner -> ZoneOffset.UTC)
                                .build())
                .mail(mail)
                .store(InMemoryStateStore.create())
                .clock(clock)
                .ids(SequentialIds.create())
                .build();
    }

    LoopbackSalesforce salesforce() {
        return salesforce;
    }

    /** One round of each kind for every user, some time after the one before; how many records were written. */
    int round() {
        clock.advance(BETWEEN_ROUNDS);
        return users.stream()
                .mapToInt(user -> ((SyncResult.Synced) worker.sync(id, user)).writes())
                .sum();
    }

    /**
     * Rounds until two of them found nothing to write.
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

    /** Somebody creates contacts in the mailbox of the first user. */
    void createInMailbox(int count) {
        for (int contact = 0; contact < count; contact++) {
            mailbox(0)
                    .create(Items.contact("New" + contact, "Comer" + contact)
                            .set(ContactFields.BUSINESS_PHONE, "+1 555 " + contact)
                            .build());
        }
    }

    /** Somebody changes one contact of the first user in the CRM. */
    void editInCrm(String phone) {
        SalesforceRecords contacts = organization.contacts();
        String first = users.get(0).value();
        contacts.all().stream()
                .filter(contact -> first.equals(contact.text("OwnerId")))
                .findFirst()
                .ifPresent(contact -> contacts.edit(contact.id(), "Phone", phone));
    }

    /** The first user changes one contact in the mailbox. */
    void editInMailbox(String phone) {
        InMemoryRecords contacts = mailbox(0);
        contacts.edit(
                contacts.items().keySet().iterator().next(), item -> item.set(ContactFields.BUSINESS_PHONE, phone));
    }

    private InMemoryRecords mailbox(int user) {
        return mail.records(new Owner(address(user)), ItemKind.CONTACT);
    }

    /** Whether both sides hold the same contacts, each of them once. */
    boolean isInStep() {
        List<String> crm = organization.contacts().all().stream()
                .map(SalesforceUsers::contact)
                .sorted()
                .toList();
        List<String> mailboxes = new ArrayList<>();
        for (int user = 0; user < users.size(); user++) {
            String owner = users.get(user).value();
            mailbox(user).items().values().forEach(item -> mailboxes.add(contact(owner, item)));
        }
        return crm.equals(mailboxes.stream().sorted().toList());
    }

    private static String contact(SalesforceRecord record) {
        return String.join(
                "|", record.text("OwnerId"), record.text("FirstName"), record.text("LastName"), record.text("Phone"));
    }

    private static String contact(String owner, Item item) {
        return String.join(
                "|",
                owner,
                item.get(ContactFields.GIVEN_NAME).orElse(""),
                item.get(ContactFields.SURNAME).orElse(""),
                item.get(ContactFields.BUSINESS_PHONE).orElse(""));
    }

    @Override
    public void close() {
        salesforce.close();
    }
}
