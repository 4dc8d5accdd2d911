package io.github.crosstie.store.jdbc.cluster;

import io.github.crosstie.Crosstie;
import io.github.crosstie.CrosstieBuilder;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.DirectoryBuilder;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.store.jdbc.JdbcStateStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Organizations whose users each have a few contacts in a CRM in memory, which every process makes alike. Thread-safe. */
final class Offices {

    /** How many contacts each user has. */
    static final int CONTACTS = 2;

    private static final ProfileId SALES = new ProfileId("00eSales");

    private final Clock clock;
    private final InMemorySystem crm;
    private final List<OrganizationUser> users = new ArrayList<>();

    Offices(Clock clock) {
        this.clock = clock;
        crm = InMemorySystem.create(Side.CRM, clock);
    }

    static OrganizationUser user(String organization, int number) {
        return new OrganizationUser(new OrganizationId(organization), new UserId(organization + "-" + number));
    }

    static String address(OrganizationUser user) {
        return user.user().value() + "@example.com";
    }

    /** The users of an organization, counted from 1. */
    static Stream<OrganizationUser> users(String organization, int count) {
        return Stream.iterate(1, number -> number + 1).limit(count).map(number -> user(organization, number));
    }

    synchronized Offices with(Stream<OrganizationUser> more) {
        more.forEach(user -> {
            users.add(user);
            InMemoryRecords contacts = crm.records(new Owner(user.user().value()), ItemKind.CONTACT);
            for (int number = 1; number <= CONTACTS; number++) {
                contacts.create(Item.contact()
                        .set(ContactFields.SURNAME, "Contact " + number)
                        .build());
            }
        });
        return this;
    }

    synchronized Offices without(OrganizationUser leaver) {
        users.remove(leaver);
        return this;
    }

    /** What takes effect when all of them are synced, as {@link SharedMail#effects} tells it. */
    synchronized List<String> effects() {
        return users.stream()
                .flatMap(user -> Stream.iterate(1, number -> number + 1)
                        .limit(CONTACTS)
                        .map(number -> address(user) + " Contact " + number))
                .toList();
    }

    synchronized Crosstie crosstie(DataSource database, Connector mail) {
        CrosstieBuilder builder = Crosstie.builder()
                .mail(mail)
                .store(JdbcStateStore.open(database))
                .clock(clock)
                .ids(() -> UUID.randomUUID().toString());
        SortedMap<OrganizationId, List<OrganizationUser>> byOrganization = new TreeMap<>();
        users.forEach(user -> byOrganization
                .computeIfAbsent(user.organization(), absent -> new ArrayList<>())
                .add(user));
        byOrganization.forEach((organization, members) -> builder.organization(setup(organization, members), crm));
        return builder.build();
    }

    private static OrganizationSetup setup(OrganizationId id, List<OrganizationUser> members) {
        DirectoryBuilder directory = Directory.builder(new Organization(id, id.value(), Environment.PRODUCTION))
                .put(new Profile(SALES, "Sales"));
        members.forEach(user -> directory.put(User.builder(user.user(), address(user), SALES)
                .emailAddress(address(user))
                .build()));
        SyncConfiguration contacts = SyncConfiguration.builder(new ConfigurationId("contacts"))
                .assignments(new Assignment.OfProfile(SALES))
                .contacts(SyncDirection.CRM_TO_MAIL)
                .events(SyncDirection.OFF)
                .build();
        return new OrganizationSetup(directory.build(), ConfigurationSet.of(id, contacts));
    }
}
