package io.github.crosstie;

import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
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
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.memory.InMemorySystem;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;

/** A company with two organizations: Anna syncs, Ben shares his mailbox with himself in the other one, Cem has no address. */
public final class TwoOffices {

    public static final OrganizationId NORTH = new OrganizationId("00D-north");
    public static final OrganizationId SOUTH = new OrganizationId("00D-south");
    public static final UserId ANNA = new UserId("005-anna");
    public static final UserId BEN = new UserId("005-ben");
    public static final UserId CEM = new UserId("005-cem");
    public static final UserId DORA = new UserId("005-dora");
    public static final GroupId FIELD = new GroupId("00G-field");

    private static final ProfileId STAFF = new ProfileId("00e-staff");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);

    public final InMemorySystem crm = InMemorySystem.create(Side.CRM, CLOCK);
    public final InMemorySystem mail = InMemorySystem.create(Side.MAIL, CLOCK);
    public final InMemoryStateStore store = InMemoryStateStore.create();
    private final AtomicInteger ids = new AtomicInteger();

    public TwoOffices() {}

    public Crosstie crosstie() {
        return builder().build();
    }

    /** The same with events flowing too. */
    Crosstie bothKinds() {
        return bothKinds(mail);
    }

    /** The same with another mail system. */
    Crosstie bothKinds(Connector otherMail) {
        OrganizationSetup north = north();
        return builder(north.with(north.configurations()
                        .edit(new ConfigurationId("staff"), staff -> staff.events(SyncDirection.BOTH))))
                .mail(otherMail)
                .build();
    }

    CrosstieBuilder builder() {
        return builder(north());
    }

    private CrosstieBuilder builder(OrganizationSetup north) {
        return Crosstie.builder()
                .organization(north, crm)
                .organization(south(), InMemorySystem.create(Side.CRM, CLOCK))
                .mail(mail)
                .store(store)
                .clock(CLOCK)
                .ids(() -> "id-" + ids.incrementAndGet());
    }

    public InMemoryRecords annasContacts(Side side) {
        return side == Side.CRM
                ? crm.records(new Owner(ANNA.value()), ItemKind.CONTACT)
                : mail.records(new Owner("anna@two.example"), ItemKind.CONTACT);
    }

    public static Item ada() {
        return Item.contact()
                .set(ContactFields.EMAIL_ADDRESS, "ada@analytical.example")
                .set(ContactFields.SURNAME, "Lovelace")
                .build();
    }

    public static OrganizationSetup north() {
        Directory directory = Directory.builder(new Organization(NORTH, "North", Environment.PRODUCTION))
                .put(new Profile(STAFF, "Staff"))
                .put(new Group(FIELD, "Field", "Field"))
                .put(user(ANNA).emailAddress("anna@Two.example").build())
                .put(user(BEN).emailAddress("ben@two.example").build())
                .put(user(CEM).emailAddress(null).build())
                .put(user(DORA).emailAddress("dora@two.example").active(false).build())
                .addMember(FIELD, new Member.OfUser(ANNA))
                .build();
        SyncConfiguration staff = SyncConfiguration.builder(new ConfigurationId("staff"))
                .assignments(new Assignment.OfProfile(STAFF, null))
                .contacts(SyncDirection.BOTH)
                .build();
        SyncConfiguration field = SyncConfiguration.builder(new ConfigurationId("field"))
                .assignments(new Assignment.OfGroup(FIELD, null))
                .contacts(SyncDirection.BOTH)
                .build();
        return new OrganizationSetup(directory, ConfigurationSet.of(NORTH, staff, field));
    }

    private static OrganizationSetup south() {
        Directory directory = Directory.builder(new Organization(SOUTH, "South", Environment.PRODUCTION))
                .put(new Profile(STAFF, "Staff"))
                .put(user(BEN).emailAddress("BEN@two.example").build())
                .build();
        SyncConfiguration all = SyncConfiguration.builder(new ConfigurationId("all"))
                .assignments(new Assignment.OfUser(BEN, null))
                .contacts(SyncDirection.BOTH)
                .build();
        return new OrganizationSetup(directory, ConfigurationSet.of(SOUTH, all));
    }

    private static User.Builder user(UserId id) {
        return User.builder(id, id + "@two.example", STAFF);
    }
}
