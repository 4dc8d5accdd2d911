package host;

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
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.json.ConfigurationJson;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.memory.InMemorySystem;
import java.time.Clock;
import java.util.UUID;

/** The smallest host: one user, one contact, configured by JSON. Says what it wrote, and where it ran. */
public final class Host {

    private Host() {}

    public static void main(String[] arguments) {
        OrganizationId acme = new OrganizationId("00D000000000001AAA");
        ProfileId sales = new ProfileId("00e000000000001AAA");
        UserId anna = new UserId("005000000000001AAA");
        Clock clock = Clock.systemUTC();
        InMemorySystem crm = InMemorySystem.create(Side.CRM, clock);
        InMemorySystem mail = InMemorySystem.create(Side.MAIL, clock);
        crm.records(new Owner(anna.value()), ItemKind.CONTACT)
                .create(Item.contact().set(ContactFields.SURNAME, "Lovelace").build());
        mail.records(new Owner("anna@acme.example"), ItemKind.CONTACT);
        Directory directory = Directory.builder(new Organization(acme, "Acme", Environment.PRODUCTION))
                .put(new Profile(sales, "Sales"))
                .put(User.builder(anna, "anna@acme.example", sales)
                        .emailAddress("anna@acme.example")
                        .build())
                .build();
        String json = ConfigurationJson.write(ConfigurationSet.of(
                acme,
                SyncConfiguration.builder(new ConfigurationId("sales"))
                        .assignments(new Assignment.OfProfile(sales))
                        .contacts(SyncDirection.BOTH)
                        .build()));
        Crosstie crosstie = Crosstie.builder()
                .organization(new OrganizationSetup(directory, ConfigurationJson.read("sales.json", json)), crm)
                .mail(mail)
                .store(InMemoryStateStore.create())
                .clock(clock)
                .ids(() -> UUID.randomUUID().toString())
                .build();

        SyncResult result = crosstie.sync(acme, anna);

        System.out.println("written: " + ((SyncResult.Synced) result).writes() + ", module: "
                + Host.class.getModule().getName() + ", library: "
                + Crosstie.class.getModule().getName());
    }
}
