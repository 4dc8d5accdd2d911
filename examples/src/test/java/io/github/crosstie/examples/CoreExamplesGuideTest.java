package io.github.crosstie.examples;

import static io.github.crosstie.item.ContactFields.COMPANY_NAME;
import static io.github.crosstie.item.ContactFields.EMAIL_ADDRESS;
import static io.github.crosstie.item.ContactFields.NOTES;
import static io.github.crosstie.item.ContactFields.SURNAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.Crosstie;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.assignment.AssignmentResolver;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.assignment.Resolution;
import io.github.crosstie.assignment.Roster;
import io.github.crosstie.assignment.RosterDifference;
import io.github.crosstie.assignment.Supposition;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.EventSettings;
import io.github.crosstie.configuration.EventWindow;
import io.github.crosstie.configuration.InvitationPolicy;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.conflict.ConflictDetector;
import io.github.crosstie.conflict.ConflictReport;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.Group;
import io.github.crosstie.directory.GroupId;
import io.github.crosstie.directory.Member;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.Role;
import io.github.crosstie.directory.RoleId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.json.ConfigurationJson;
import io.github.crosstie.memory.InMemoryAddresses;
import io.github.crosstie.memory.InMemoryFaults;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.move.IdTranslator;
import io.github.crosstie.move.MailboxMove;
import io.github.crosstie.move.MovePlan;
import io.github.crosstie.move.MoveResult;
import io.github.crosstie.move.MoveReview;
import io.github.crosstie.recurrence.RuleExpander;
import io.github.crosstie.report.MoveText;
import io.github.crosstie.testkit.MutableClock;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Runs the examples of the core's javadoc, which are compared with this file by {@link JavadocBlocksTest}. */
class CoreExamplesGuideTest {

    private static final String ADDRESS = "anna.berg@acme.example";

    private final OrganizationId acme = new OrganizationId("00D000000000001AAA");
    private final Organization organization = new Organization(acme, "Acme", Environment.PRODUCTION);
    private final UserId anna = new UserId("005000000000001AAA");
    private final ProfileId sales = new ProfileId("00e000000000001AAA");
    private final ProfileId support = new ProfileId("00e000000000002AAA");
    private final RoleId emea = new RoleId("00E000000000001AAA");
    private final RoleId worldwide = new RoleId("00E000000000002AAA");
    private final Clock clock = MutableClock.create();
    private final InMemorySystem crm = InMemorySystem.create(Side.CRM, clock);
    private final InMemorySystem mail = InMemorySystem.create(Side.MAIL, clock);
    private final InMemoryStateStore store = InMemoryStateStore.create();
    private final SyncConfiguration configuration = SyncConfiguration.builder(new ConfigurationId("sales"))
            .assignments(new Assignment.OfProfile(sales))
            .contacts(SyncDirection.BOTH)
            .build();
    private final ConfigurationSet configurations = ConfigurationSet.of(acme, configuration);
    private final Directory directory = Directory.builder(organization)
            .put(new Profile(sales, "Sales"))
            .put(new Profile(support, "Support"))
            .put(Role.internal(emea, "EMEA", null))
            .put(Role.internal(worldwide, "Worldwide", null))
            .put(User.builder(anna, ADDRESS, sales).emailAddress(ADDRESS).build())
            .build();

    private InMemoryRecords annasContacts() {
        mail.records(new Owner(ADDRESS), ItemKind.CONTACT);
        return crm.records(new Owner(anna.value()), ItemKind.CONTACT);
    }

    @Test
    void tiesAnOrganizationToItsMail() {
        annasContacts();
        Crosstie crosstie = Crosstie.builder()
                .organization(new OrganizationSetup(directory, configurations), crm)
                .mail(mail)
                .store(store)
                .clock(clock)
                .ids(() -> UUID.randomUUID().toString())
                .build();
        SyncResult result = crosstie.sync(acme, anna);
        assertThat(result).isInstanceOf(SyncResult.Synced.class);
    }

    @Test
    void buildsADirectory() {
        GroupId emea = new GroupId("00G000000000001AAA");
        Directory directory = Directory.builder(organization)
                .put(new Profile(sales, "Sales"))
                .put(User.builder(anna, "anna@example.com", sales)
                        .emailAddress("anna@example.com")
                        .build())
                .put(new Group(emea, "Sales_EMEA", "Sales EMEA"))
                .addMember(emea, new Member.OfUser(anna))
                .build();
        assertThat(directory.closure(emea).users()).containsExactly(anna);
    }

    @Test
    void writesAConfiguration() {
        SyncConfiguration configuration = SyncConfiguration.builder(new ConfigurationId("sales"))
                .assignments(new Assignment.OfProfile(sales))
                .contacts(SyncDirection.BOTH)
                .events(EventSettings.DEFAULT
                        .withInvitations(InvitationPolicy.SEND)
                        .withWindow(new EventWindow(7, 90)))
                .events(SyncDirection.MAIL_TO_CRM)
                .build();
        ConfigurationSet configurations = ConfigurationSet.of(acme, configuration);
        String document = ConfigurationJson.write(configurations);
        ConfigurationSet same = ConfigurationJson.read("configurations.json", document);
        assertThat(same).isEqualTo(configurations);
    }

    @Test
    void resolvesWhoSyncsByWhat() {
        Roster roster = AssignmentResolver.resolve(directory, configurations);
        Resolution why = roster.resolution(anna);
        assertThat(why.configuration()).contains(new ConfigurationId("sales"));
    }

    @Test
    void triesWhatAnAdminThinksOf() {
        Crosstie crosstie = crosstie();
        RosterDifference difference = crosstie.whatIf(
                acme, Supposition.moveRole(emea, worldwide).and(Supposition.changeProfile(anna, support)));
        assertThat(difference.ofKind(RosterDifference.Kind.ENDS)).hasSize(1);
    }

    @Test
    void findsWhatClashes() {
        OrganizationSetup production = new OrganizationSetup(directory, configurations);
        OrganizationId copy = new OrganizationId("00D000000000002AAA");
        Directory copied = Directory.builder(new Organization(copy, "Copy", Environment.SANDBOX))
                .put(new Profile(sales, "Sales"))
                .put(User.builder(anna, ADDRESS, sales).emailAddress(ADDRESS).build())
                .build();
        OrganizationSetup sandbox = new OrganizationSetup(copied, ConfigurationSet.of(copy, configuration));
        ConflictReport report = ConflictDetector.create().detect(List.of(production.roster(), sandbox.roster()));
        report.conflicts()
                .forEach(conflict -> System.out.println(
                        conflict.message() + " " + conflict.remedy().text()));
        assertThat(report.heldUsers()).hasSize(2);
    }

    @Test
    void editsRecordsInMemory() {
        InMemorySystem crm = InMemorySystem.create(Side.CRM, clock);
        InMemoryRecords contacts = crm.records(new Owner("0051"), ItemKind.CONTACT);
        ItemId ada = contacts.create(Item.contact().set(SURNAME, "Lovelace").build());
        contacts.edit(ada, contact -> contact.set(COMPANY_NAME, "Analytical Engines"));
        Endpoint endpoint = crm.open(new Owner("0051"), ItemKind.CONTACT, configuration);
        assertThat(endpoint.read(List.of(ada))).hasSize(1);
    }

    @Test
    void putsObstaclesInTheWay() {
        InMemoryRecords contacts = annasContacts();
        ItemId ada = contacts.create(Item.contact().set(SURNAME, "Lovelace").build());
        InMemoryFaults faults = contacts.faults();
        faults.failNext(new UnavailableException("no route")); // the next call fails before it has any effect
        faults.throttleUntil(clock.instant().plusSeconds(90)); // and assert later that calledTooEarly() is 0
        faults.loseReplyOnce(); // written, but nobody hears of it
        faults.beforeCall(3, () -> contacts.edit(ada, it -> it.set(NOTES, "meanwhile"))); // somebody edits
        faults.truncateListingButClaimComplete(1); // the lie that a mass deletion starts with
        faults.clear(); // the world is well again
        assertThat(crosstie().sync(acme, anna))
                .isInstanceOfSatisfying(
                        SyncResult.Synced.class,
                        synced -> assertThat(synced.writes()).isEqualTo(1));
    }

    @Test
    void losesTheAnswerToAClaim() {
        InMemorySystem mailSystem = mail;
        mailSystem.claim(new Owner("ada@example.com")).loseReplyOnce();
        assertThat(mailSystem.claim(new Owner("ada@example.com")).current()).isEmpty();
    }

    @Test
    void findsPrimaryAddresses() {
        InMemoryAddresses addresses = InMemoryAddresses.create()
                .mailbox("anna.berg@acme.example")
                .alias("anna@acme.example", "anna.berg@acme.example");
        assertThat(addresses.primaryAddress("Anna@acme.example")).contains("anna.berg@acme.example");
        assertThat(Crosstie.builder().addresses(addresses)).isNotNull();
    }

    @Test
    void knowsWhenASeriesTakesPlace() {
        Crosstie crosstie = Crosstie.builder()
                .recurrences(RuleExpander.create())
                .organization(new OrganizationSetup(directory, configurations), crm)
                .mail(mail)
                .store(store)
                .clock(clock)
                .ids(() -> UUID.randomUUID().toString())
                .build();
        assertThat(crosstie.conflicts().isEmpty()).isTrue();
    }

    @Test
    void movesAMailboxAndBack() {
        Item ada = Item.contact()
                .set(SURNAME, "Lovelace")
                .set(EMAIL_ADDRESS, "ada@analytical.example")
                .build();
        annasContacts().create(ada);
        crosstie().sync(acme, anna);
        InMemorySystem otherWay = InMemorySystem.create(Side.MAIL, clock);
        otherWay.records(new Owner(ADDRESS), ItemKind.CONTACT).create(ada);
        otherWay.records(new Owner(ADDRESS), ItemKind.CONTACT).faults().recreate(); // known there by other ids
        Crosstie crosstie = Crosstie.builder()
                .organization(new OrganizationSetup(directory, configurations), crm)
                .mail(mail)
                .successor(otherWay, IdTranslator.NONE)
                .store(store)
                .clock(clock)
                .ids(() -> UUID.randomUUID().toString())
                .build();
        MailboxMove move = crosstie.move(acme, anna).orElseThrow();
        MovePlan plan = move.plan(MoveReview.NONE); // looks everything up; touches nothing
        MoveResult result = move.commit(MoveReview.NONE); // looks again while no round can run, proves, and commits
        move.rollBack(MoveReview.NONE); // or, until it is retired, goes back
        move.retire(); // forgets the former ids
        assertThat(plan.linked()).as(MoveText.of(plan)).isEqualTo(1);
        assertThat(result).isInstanceOf(MoveResult.Committed.class);
    }

    private Crosstie crosstie() {
        return Crosstie.builder()
                .organization(new OrganizationSetup(directory, configurations), crm)
                .mail(mail)
                .store(store)
                .clock(clock)
                .ids(() -> UUID.randomUUID().toString())
                .build();
    }
}
