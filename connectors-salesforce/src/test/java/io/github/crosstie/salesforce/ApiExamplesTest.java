package io.github.crosstie.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Connector;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.DirectorySource;
import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.salesforce.auth.AccessToken;
import io.github.crosstie.salesforce.auth.OAuthSignIn;
import io.github.crosstie.salesforce.auth.PrivateKeys;
import io.github.crosstie.salesforce.auth.TokenProvider;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The lines that the documentation of this module's types shows. */
class ApiExamplesTest {

    /** Where the host keeps secrets. */
    private interface Vault {
        String salesforceToken();
    }

    private final MutableClock clock = MutableClock.create();
    private final LoopbackSalesforce server = LoopbackSalesforce.start(clock);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        server.close();
    }

    private SalesforceConnection connection() {
        return SalesforceConnection.builder()
                .client(client)
                .tokens(() -> new AccessToken(server.accessToken(), server.url()))
                .clock(clock)
                .allowPlainHttp()
                .build();
    }

    @Test
    @DisplayName("a way to an organization, signed in by a certificate")
    void connectsToAnOrganization() throws NoSuchAlgorithmException {
        String consumerKey = server.app().consumerKey();
        String pem = pem();
        // spotless:off
        TokenProvider signIn = OAuthSignIn.builder()
                .client(client)
                .login(URI.create("https://acme.my.salesforce.com"))
                .jwtBearer(consumerKey, "integration@acme.example", PrivateKeys.rsa(pem))
                .build();
        // spotless:on
        // spotless:off
        SalesforceConnection acme = SalesforceConnection.builder()
                .client(client) // the host's, shared by everything
                .tokens(signIn)
                .budget(70) // percent of the requests a day; the rest is for others
                .build();
        DirectorySource directory = SalesforceDirectorySource.builder(acme).build();
        // spotless:on

        assertThat(acme.usedPercent()).isEmpty();
        assertThat(directory).isNotNull();
    }

    private static String pem() throws NoSuchAlgorithmException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(keys.generateKeyPair().getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    @Test
    @DisplayName("a connector")
    void connector() {
        SalesforceConnection connection = connection();
        String organizationId = server.organization().id();
        Map<String, ZoneId> zones = Map.of();
        // spotless:off
        Connector acme = SalesforceConnector.builder(connection, organizationId)
                .tagField("Crosstie_Tag__c") // text of 255, external id, unique, case-sensitive
                .userZones(owner -> zones.get(owner.value())) // by which a user's events are told
                .build();
        // spotless:on

        assertThat(acme.side()).isEqualTo(Side.CRM);
    }

    @Test
    @DisplayName("a directory, first whole and then what has changed")
    void directory() {
        SalesforceConnection connection = connection();
        // spotless:off
        DirectorySource source = SalesforceDirectorySource.builder(connection).build();
        Directory today = source.read(); // six queries
        Directory later = source.read(); // what has changed since
        // spotless:on

        assertThat(later.continues(today)).isTrue();
    }

    @Test
    @DisplayName("a directory out of files that somebody has exported")
    void exported() {
        // spotless:off
        DirectorySource source = SalesforceDirectoryReader.fromFolder(Path.of("export/acme"));
        // spotless:on

        assertThatThrownBy(source::read)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("export");
    }

    @Test
    @DisplayName("a host that signs in by itself")
    void hostsOwnSession() {
        Vault vault = () -> "token";
        // spotless:off
        TokenProvider host =
                () -> new AccessToken(vault.salesforceToken(), URI.create("https://acme.my.salesforce.com"));
        // spotless:on

        assertThat(host.renew(host.token())).isEqualTo(host.token());
    }

    @Test
    @DisplayName("the way out of the recycle bin")
    void recycleBin() {
        SalesforceConnection acme = connection();
        String ada = server.organization().contacts().create(Map.of("LastName", "Lovelace"));
        server.organization().contacts().delete(ada);
        // spotless:off
        RecycleBin bin = RecycleBin.of(acme);
        List<RecycleBin.Entry> deleted =
                bin.deleted(ItemKind.CONTACT, clock.instant().minus(Duration.ofHours(1)));
        List<RecycleBin.Outcome> outcomes =
                bin.restore(deleted.stream().map(RecycleBin.Entry::id).toList());
        // spotless:on

        assertThat(outcomes).hasOnlyElementsOfType(RecycleBin.Outcome.Restored.class);
        assertThat(server.organization().contacts().all()).hasSize(1);
    }
}
