package stranger;

import io.github.crosstie.Crosstie;
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
import io.github.crosstie.directory.Organization;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.Profile;
import io.github.crosstie.directory.ProfileId;
import io.github.crosstie.directory.User;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.ews.EwsConnector;
import io.github.crosstie.ews.auth.EwsAuth;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.report.ResultText;
import io.github.crosstie.store.jdbc.JdbcSchema;
import io.github.crosstie.store.jdbc.JdbcStateStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.sqlite.SQLiteDataSource;

/** What somebody writes who has read the guides: one user, systems in memory, and the state in a file. */
public final class Stranger {

    private final Clock clock = Clock.systemUTC();
    private final OrganizationId acme = new OrganizationId("00D000000000001AAA");
    private final UserId anna = new UserId("005000000000001AAA");

    /** Syncs twice, the second time as another process would, and says what each did. */
    public String syncTwice(Path state) {
        InMemorySystem crm = InMemorySystem.create(Side.CRM, clock);
        InMemorySystem mail = InMemorySystem.create(Side.MAIL, clock);
        crm.records(new Owner(anna.value()), ItemKind.CONTACT)
                .create(Item.contact().set(ContactFields.SURNAME, "Lovelace").build());
        mail.records(new Owner("anna@acme.example"), ItemKind.CONTACT);
        return ResultText.of(crosstie(crm, mail, state).sync(acme, anna))
                + ResultText.of(crosstie(crm, mail, state).sync(acme, anna));
    }

    /** The connector that takes the place of memory one day. */
    public Connector exchange() {
        return EwsConnector.builder()
                .client(HttpClient.newHttpClient())
                .auth(EwsAuth.bearer(target -> "a token"))
                .server(URI.create("https://mail.acme.example/EWS/Exchange.asmx"))
                .utc()
                .clock(clock)
                .build();
    }

    private Crosstie crosstie(Connector crm, Connector mail, Path state) {
        ProfileId sales = new ProfileId("00e000000000001AAA");
        Directory directory = Directory.builder(new Organization(acme, "Acme", Environment.PRODUCTION))
                .put(new Profile(sales, "Sales"))
                .put(User.builder(anna, "anna@acme.example", sales)
                        .emailAddress("anna@acme.example")
                        .build())
                .build();
        SyncConfiguration contacts = SyncConfiguration.builder(new ConfigurationId("sales"))
                .assignments(new Assignment.OfProfile(sales))
                .contacts(SyncDirection.BOTH)
                .build();
        SQLiteDataSource file = new SQLiteDataSource();
        file.setUrl("jdbc:sqlite:" + state);
        JdbcSchema.of(file).apply();
        return Crosstie.builder()
                .organization(new OrganizationSetup(directory, ConfigurationSet.of(acme, contacts)), crm)
                .mail(mail)
                .store(JdbcStateStore.open(file))
                .clock(clock)
                .ids(() -> UUID.randomUUID().toString())
                .build();
    }
}
