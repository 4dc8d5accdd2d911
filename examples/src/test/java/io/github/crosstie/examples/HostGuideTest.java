package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.Crosstie;
import io.github.crosstie.apply.ClaimResult;
import io.github.crosstie.apply.HeldDeletions;
import io.github.crosstie.apply.ReleaseResult;
import io.github.crosstie.apply.ResetCounts;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.assignment.Resolution;
import io.github.crosstie.assignment.RosterDifference;
import io.github.crosstie.assignment.Supposition;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.ConfigurationDifference;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.ConflictPolicy;
import io.github.crosstie.configuration.ContactSettings;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.configuration.EventSettings;
import io.github.crosstie.configuration.EventWindow;
import io.github.crosstie.configuration.FieldMapping;
import io.github.crosstie.configuration.PrivateEventPolicy;
import io.github.crosstie.configuration.RecordSettings;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.connector.Connector;
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
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.dispatch.Dispatch;
import io.github.crosstie.dispatch.DispatchReport;
import io.github.crosstie.dispatch.DispatchSettings;
import io.github.crosstie.dispatch.Schedule;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.json.ConfigurationJson;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.plan.SettingsPreview;
import io.github.crosstie.report.ConflictsText;
import io.github.crosstie.report.PlanText;
import io.github.crosstie.report.RecordText;
import io.github.crosstie.report.ResolutionDiagram;
import io.github.crosstie.report.ResolutionText;
import io.github.crosstie.report.RosterDifferenceText;
import io.github.crosstie.report.StatusText;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.ReleaseToken;
import io.github.crosstie.state.StateStore;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.SyncedUser;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** The code of docs/embedding.md, docs/configuration.md and docs/operation.md, which is compared with this file line by line. */
class HostGuideTest {

    private static final GroupId FIELD = new GroupId("00G000000000001AAA");
    private static final ProfileId STAFF = new ProfileId("00e000000000001AAA");

    private final OrganizationId acme = new OrganizationId("00D000000000001AAA");
    private final UserId anna = new UserId("005000000000001AAA");
    private final UserId ben = new UserId("005000000000002AAA");
    private final Clock clock = MutableClock.create();
    private final StateStore store = InMemoryStateStore.create();
    private final InMemorySystem crm = InMemorySystem.create(Side.CRM, clock);
    private final InMemorySystem mail = InMemorySystem.create(Side.MAIL, clock);

    private Directory directory() {
        return Directory.builder(new Organization(acme, "Acme", Environment.PRODUCTION))
                .put(new Profile(STAFF, "Staff"))
                .put(new Group(FIELD, "Field", "Field"))
                .put(user(anna, "anna@acme.example"))
                .put(user(ben, "ben@acme.example"))
                .addMember(FIELD, new Member.OfUser(anna))
                .build();
    }

    private static User user(UserId id, String address) {
        return User.builder(id, address, STAFF).emailAddress(address).build();
    }

    private ConfigurationSet configurations() {
        return ConfigurationSet.of(acme, configuration(FIELD));
    }

    private SyncConfiguration configuration(GroupId field) {
        // spotless:off
        RecordSettings contacts = RecordSettings.builder(ItemKind.CONTACT)
                .direction(SyncDirection.BOTH)
                .conflicts(ConflictPolicy.LATEST_WINS) // one field changed on both sides; CRM_WINS by default
                .deletions(Side.CRM, DeletePolicy.ASK) // a person looks at each; PROPAGATE by default
                .deletions(Side.MAIL, DeletePolicy.DETACH) // the default: the CRM keeps its record
                .fields(List.of(
                        FieldMapping.same(ContactFields.SURNAME),
                        FieldMapping.same(ContactFields.EMAIL_ADDRESS),
                        new FieldMapping(ContactFields.NOTES, ContactFields.NOTES, SyncDirection.CRM_TO_MAIL)))
                .build();
        EventSettings events = EventSettings.DEFAULT
                .withRecords(RecordSettings.builder(ItemKind.EVENT)
                        .direction(SyncDirection.MAIL_TO_CRM)
                        .build())
                .withWindow(new EventWindow(7, 90)) // days back and ahead; 30 and 365 by default
                .withPrivateEvents(PrivateEventPolicy.TIME_ONLY); // OFF by default
        SyncConfiguration sales = SyncConfiguration.builder(new ConfigurationId("sales"))
                .assignments(new Assignment.OfGroup(field))
                .contacts(ContactSettings.DEFAULT.withRecords(contacts))
                .events(events)
                .build();
        // spotless:on
        return sales;
    }

    private Crosstie crosstie(Directory directory, ConfigurationSet configurations) {
        for (ItemKind kind : ItemKind.values()) {
            crm.records(new Owner(anna.value()), kind);
            mail.records(new Owner("anna@acme.example"), kind);
        }
        Connector salesforce = crm;
        Connector exchange = mail;
        // spotless:off
        Crosstie crosstie = Crosstie.builder()
                .organization(
                        new OrganizationSetup(directory, configurations),
                        salesforce) // who is there, how they sync, the CRM
                .mail(exchange) // or Graph, or a connector of yours
                .store(store)
                .clock(clock)
                .ids(() -> UUID.randomUUID().toString())
                .build();
        // spotless:on
        return crosstie;
    }

    @Test
    void aHostLooksBeforeItSyncsEverybody() {
        Crosstie crosstie = crosstie(directory(), configurations());
        crm.records(new Owner(anna.value()), ItemKind.CONTACT)
                .create(Items.contact("Ada", "Lovelace").build());
        Executor threads = Runnable::run;

        // spotless:off
        System.out.print(ConflictsText.of(crosstie.conflicts(), 20)); // what clashes, and what to do about it
        System.out.print(ResolutionText.of(crosstie.explain(acme, anna))); // who syncs by what, and why
        crosstie.plan(acme, anna, ItemKind.CONTACT).map(PlanText::masked).ifPresent(System.out::print);

        Schedule schedule = Schedule.EMPTY; // keep it from one call to the next
        Dispatch dispatch = crosstie.syncAll(threads, DispatchSettings.DEFAULT, schedule);
        DispatchReport report = dispatch.report().toCompletableFuture().join();
        schedule = report.schedule();
        // spotless:on

        assertThat(report.ran()).isEqualTo(1);
        assertThat(schedule).isNotNull();
        assertThat(mail.records(new Owner("anna@acme.example"), ItemKind.CONTACT)
                        .items())
                .hasSize(1);
    }

    @Test
    void configurationsAreValuesAndText() {
        ConfigurationSet configurations = configurations();

        // spotless:off
        String json = ConfigurationJson.write(configurations); // keep it under version control
        ConfigurationSet read =
                ConfigurationJson.read("sales.json", json); // a mistake is told by its place in the file
        List<ConfigurationDifference> changes = ConfigurationDifference.between(configurations, read);
        // spotless:on

        assertThat(read).isEqualTo(configurations);
        assertThat(changes).isEmpty();
    }

    @Test
    void whatAChangeMeansIsToldBeforeItTakesEffect() {
        Crosstie crosstie = crosstie(directory(), configurations());
        GroupId field = FIELD;

        // spotless:off
        RosterDifference difference = crosstie.whatIf(acme, Supposition.addMember(field, new Member.OfUser(ben)));
        System.out.print(RosterDifferenceText.of(difference)); // who begins, ends, or goes by another configuration
        Optional<SettingsPreview> preview = crosstie.previewSettings(acme, anna, ItemKind.CONTACT);
        preview.ifPresent(settings -> System.out.println(
                settings.changed() + ": " + settings.entering().size() + " enter, "
                        + settings.leaving().size() + " leave and are treated by " + settings.policy()));
        // spotless:on

        assertThat(RosterDifferenceText.of(difference)).isEqualTo("""
            organization 00D000000000001AAA: 1 begin to sync, 0 end, 0 change their configuration
              + user 005000000000002AAA, by sales: group Field ∋ user 005000000000002AAA
            """);
        assertThat(preview).isPresent();
    }

    @Test
    void anOperatorReleasesWhatIsHeld() {
        SyncedUser user = SyncedUser.builder()
                .configuration(builder ->
                        builder.contacts(ContactSettings.DEFAULT.withRecords(RecordSettings.builder(ItemKind.CONTACT)
                                .direction(SyncDirection.BOTH)
                                .deletions(Side.CRM, DeletePolicy.ASK)
                                .build())))
                .build();
        ItemId ada = user.crmContacts().create(Items.contact("Ada", "Lovelace").build());
        user.crmContacts().create(Items.contact("Grace", "Hopper").build());
        user.sync();
        user.crmContacts().delete(ada);
        user.sync();
        Crosstie crosstie = user.crosstie();
        OrganizationId acme = user.organization();
        UserId anna = user.id();

        // spotless:off
        System.out.print(StatusText.of(crosstie.status(acme, anna)));
        HeldDeletions held = crosstie.heldDeletions(acme, anna, ItemKind.CONTACT).orElseThrow();
        held.deletions().forEach(System.out::println); // which, and why; no names, no addresses
        String token = held.token().value(); // a person agrees, and hands it back
        ReleaseResult released = crosstie.releaseDeletions(acme, anna, ItemKind.CONTACT, new ReleaseToken(token));
        SyncResult result = crosstie.sync(acme, anna); // makes exactly these deletions
        // spotless:on

        assertThat(released).isInstanceOf(ReleaseResult.Accepted.class);
        assertThat(result).isInstanceOf(SyncResult.Synced.class);
        assertThat(user.mailContacts().items()).hasSize(1);
    }

    @Test
    void anOperatorResetsAndTakesOver() {
        SyncedUser user = SyncedUser.create();
        user.crmContacts().create(Items.contact("Ada", "Lovelace").build());
        user.sync();
        Crosstie crosstie = user.crosstie();
        OrganizationId acme = user.organization();
        UserId anna = user.id();

        // spotless:off
        Optional<ResetCounts> concerned = crosstie.previewReset(acme, anna, ItemKind.CONTACT);
        Optional<RoundReport> reset = crosstie.reset(acme, anna, ItemKind.CONTACT);
        crosstie.sync(acme, anna); // lists both sides anew, and links what belongs together
        // spotless:on

        assertThat(concerned)
                .hasValueSatisfying(counts -> assertThat(counts.links()).isEqualTo(1));
        assertThat(reset).isPresent();
        assertThat(user.mailContacts().items()).hasSize(1);

        // spotless:off
        Optional<MailboxClaim> claim = crosstie.claim(acme, anna); // who holds the mailbox, and since when
        ClaimResult taken = crosstie.takeOver(acme, anna, claim.orElseThrow().epoch());
        boolean resumed = crosstie.resume(acme, anna); // access is back: go on where the last round ended
        // spotless:on

        assertThat(taken).isInstanceOf(ClaimResult.Done.class);
        assertThat(resumed).isTrue();
    }

    @Test
    void anOperatorAsksWhy() {
        SyncedUser user = SyncedUser.create();
        ItemId ada = user.crmContacts().create(Items.contact("Ada", "Lovelace").build());
        Crosstie crosstie = user.crosstie();
        OrganizationId acme = user.organization();
        UserId anna = user.id();

        // spotless:off
        Resolution resolution = crosstie.explain(acme, anna);
        System.out.print(ResolutionText.of(resolution)); // in words
        System.out.print(ResolutionDiagram.mermaid(resolution)); // for a ticket, a wiki, a README
        String svg = ResolutionDiagram.svg(resolution); // for a page
        RecordKey record = new RecordKey(Side.CRM, ada); // by its side, and its id there
        crosstie.plan(acme, anna, ItemKind.CONTACT)
                .map(plan -> RecordText.of(plan, record))
                .ifPresent(System.out::print);
        if (crosstie.sync(acme, anna) instanceof SyncResult.Synced synced) {
            System.out.print(
                    RecordText.of(synced.rounds().get(ItemKind.CONTACT), record)); // what became of it, and why
        }
        // spotless:on

        assertThat(svg).startsWith("<svg");
        assertThat(user.mailContacts().items()).hasSize(1);
    }
}
