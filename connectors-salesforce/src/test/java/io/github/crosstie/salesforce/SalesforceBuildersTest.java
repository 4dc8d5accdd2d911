package io.github.crosstie.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.salesforce.auth.AccessToken;
import io.github.crosstie.salesforce.auth.OAuthSignIn;
import io.github.crosstie.salesforce.auth.TokenProvider;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import java.net.URI;
import java.net.http.HttpClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What connections and connectors ask for before they are made, and before they send anything. */
class SalesforceBuildersTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String ORGANIZATION = "00D000000000001EAA";
    private static final Owner ADA = new Owner("005000000000001AAA");

    private static SalesforceConnection.Builder to(URI instance) {
        return SalesforceConnection.builder().client(CLIENT).tokens(() -> new AccessToken("secret", instance));
    }

    private static SalesforceConnector.Builder connector() {
        return SalesforceConnector.builder(
                to(URI.create("https://acme.my.salesforce.com")).build(), ORGANIZATION);
    }

    @Test
    @DisplayName("what is missing is named")
    void namesWhatIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(SalesforceConnection.builder().client(CLIENT)::build)
                .withMessageContaining("set client and tokens");
        assertThatIllegalArgumentException()
                .isThrownBy(OAuthSignIn.builder().client(CLIENT).clientCredentials("key", "secret")::build)
                .withMessageContaining("set client and login");
    }

    @Test
    @DisplayName("S5: a connector that knows no zones is refused, and so are events of a user whose zone nobody knows")
    void wantsZones() {
        assertThatIllegalArgumentException()
                .isThrownBy(connector()::build)
                .withMessageContaining("set userZones(owner -> zone)")
                .withMessageContaining("utc()");
        SalesforceConnector unknowing = connector().userZones(owner -> null).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> unknowing.open(ADA, ItemKind.EVENT, Items.anyConfiguration()))
                .withMessageContaining("userZones: they have no zone");

        assertThat(unknowing.open(ADA, ItemKind.CONTACT, Items.anyConfiguration()))
                .isNotNull();
        assertThat(connector().utc().build().open(ADA, ItemKind.EVENT, Items.anyConfiguration()))
                .isNotNull();
    }

    @Test
    @DisplayName("G6: a session goes unencrypted nowhere, whoever gave it, unless a test says so")
    void wantsEncryption() {
        try (LoopbackSalesforce salesforce = LoopbackSalesforce.start()) {
            TokenProvider tokens = () -> new AccessToken(salesforce.accessToken(), salesforce.url());
            SalesforceConnection.Builder connection =
                    SalesforceConnection.builder().client(CLIENT).tokens(tokens);

            assertThatThrownBy(SalesforceDirectorySource.builder(connection.build())
                            .build()::read)
                    .isInstanceOf(UnauthorizedException.class)
                    .hasMessageContaining("allowPlainHttp()");
            assertThat(salesforce.requests()).isEmpty();

            SalesforceDirectorySource plain = SalesforceDirectorySource.builder(
                            connection.allowPlainHttp().build())
                    .build();
            assertThat(plain.read().complete()).isTrue();
        }
    }
}
