package io.github.crosstie.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.Crosstie;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.configuration.Assignment;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.ConfigurationSet;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.DirectorySource;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemoryStateStore;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.salesforce.SalesforceConnection;
import io.github.crosstie.salesforce.SalesforceConnector;
import io.github.crosstie.salesforce.SalesforceDirectorySource;
import io.github.crosstie.salesforce.auth.OAuthSignIn;
import io.github.crosstie.salesforce.auth.PrivateKeys;
import io.github.crosstie.salesforce.auth.TokenProvider;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import io.github.crosstie.testkit.salesforce.SalesforceField;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The code of docs/salesforce.md, which is compared with this file line by line. */
class SalesforceGuideTest {

    private final Clock clock = Clock.systemUTC();
    private final InMemorySystem mail = InMemorySystem.create(Side.MAIL, clock);
    private final InMemoryStateStore store = InMemoryStateStore.create();
    private final Map<String, ZoneId> zones = Map.of();

    @Test
    void syncsAnOrganization() throws GeneralSecurityException {
        KeyPair keys = keys();
        try (LoopbackSalesforce server = LoopbackSalesforce.start()) {
            server.app().trust(keys.getPublic());
            server.acceptAudience("https://acme.my.salesforce.com");
            server.instanceUrl(URI.create("https://acme.my.salesforce.com"));
            server.organization()
                    .declare(
                            "Contact",
                            SalesforceField.text("Crosstie_Tag__c", 255)
                                    .externalId()
                                    .unique());
            server.organization().addUser("integration@acme.example", "Integration");
            String anna = server.organization().addUser("anna@acme.example", "Able");
            server.organization().users().edit(anna, "Email", "anna@acme.example");
            server.organization().contacts().create(Map.of("LastName", "Lovelace", "OwnerId", anna));
            InMemoryRecords mailbox = mail.records(new Owner("anna@acme.example"), ItemKind.CONTACT);
            mail.records(new Owner("anna@acme.example"), ItemKind.EVENT);

            crosstie(
                            new ReroutedClient(HttpClient.newHttpClient(), server.url()),
                            server.app().consumerKey(),
                            pem(keys),
                            anna)
                    .sync(new OrganizationId(server.organization().id()), new UserId(anna));

            assertThat(mailbox.items().values())
                    .extracting(contact -> contact.value(ContactFields.SURNAME))
                    .containsExactly("Lovelace");
        }
    }

    private Crosstie crosstie(HttpClient client, String consumerKey, String pem, String anna) {
        // spotless:off
        TokenProvider signIn = OAuthSignIn.builder()
                .client(client)                                                              // yours, shared by everything
                .login(URI.create("https://acme.my.salesforce.com"))
                .clock(clock)
                .jwtBearer(consumerKey, "integration@acme.example", PrivateKeys.rsa(pem))    // the key of the connected app's certificate
                .build();
        SalesforceConnection acme = SalesforceConnection.builder()
                .client(client)
                .tokens(signIn)
                .clock(clock)                                                                // the one that Crosstie has: pauses are counted by it
                .budget(70)                                                                  // percent of the organization's requests a day
                .build();
        DirectorySource source = SalesforceDirectorySource.builder(acme).build();
        Directory directory = source.read();                                                 // six queries; later on what has changed
        // spotless:on
        ConfigurationSet configurations = ConfigurationSet.of(
                directory.organization().id(),
                SyncConfiguration.builder(new ConfigurationId("sales"))
                        .assignments(new Assignment.OfUser(new UserId(anna)))
                        .contacts(SyncDirection.BOTH)
                        .build());
        // spotless:off
        SalesforceConnector salesforce = SalesforceConnector.builder(acme, directory.organization().id())
                .tagField("Crosstie_Tag__c")                                                 // text of 255, external id, unique, case-sensitive
                .userZones(owner -> zones.getOrDefault(owner.value(), ZoneId.of("UTC")))     // in which zone a user's events are told
                .build();
        Crosstie crosstie = Crosstie.builder().organization(new OrganizationSetup(directory, configurations), salesforce)
                .mail(mail).store(store).clock(clock).ids(() -> UUID.randomUUID().toString()).build();
        // spotless:on
        return crosstie;
    }

    @Test
    void theGuideShowsTheLinesThatRun() throws IOException {
        List<List<String>> shown = MarkdownCode.javaBlocks(Path.of("../docs/salesforce.md"));
        List<String> run =
                MarkdownCode.lines(Path.of("src/test/java/io/github/crosstie/examples/SalesforceGuideTest.java"));

        assertThat(shown).hasSize(1);
        assertThat(MarkdownCode.inOrder(MarkdownCode.dense(run), shown.get(0)))
                .as("lines of the guide in this test: %s", shown.get(0))
                .isTrue();
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static String pem(KeyPair keys) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }
}
