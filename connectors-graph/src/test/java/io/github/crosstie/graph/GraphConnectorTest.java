package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.EventSettings;
import io.github.crosstie.configuration.EventWindow;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.graph.auth.TokenProvider;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.testkit.Items;
import java.net.URI;
import java.net.http.HttpClient;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GraphConnectorTest {

    private final GraphConnector.Builder builder = nowhere().utc();

    private static GraphConnector.Builder nowhere() {
        return GraphConnector.builder().client(HttpClient.newHttpClient()).tokens(TokenProvider.constant("secret"));
    }

    @Test
    @DisplayName("a connector is one of the mail side, and tells no token")
    void isOfTheMailSide() {
        GraphConnector connector = builder.build();

        assertThat(connector.side()).isEqualTo(Side.MAIL);
        assertThat(connector).asString().doesNotContain("secret");
        assertThat(connector.open(Office.ADA, ItemKind.CONTACT, Items.anyConfiguration()))
                .asString()
                .doesNotContain("ada");
    }

    @Test
    @DisplayName("a connector without client or tokens is refused, and the message names both")
    void wantsClientAndTokens() {
        assertThatThrownBy(GraphConnector.builder()::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("set client and tokens");
    }

    @Test
    @DisplayName("S5: a connector that knows no zones is refused, and so is a mailbox whose zone nobody knows")
    void wantsZones() {
        assertThatThrownBy(nowhere()::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("set userZones(owner -> zone)")
                .hasMessageContaining("utc()");
        GraphConnector connector = nowhere().userZones(owner -> null).build();
        assertThatThrownBy(() -> connector.open(Office.ADA, ItemKind.EVENT, Items.anyConfiguration()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("userZones: they have no zone");
    }

    @Test
    @DisplayName("G6: tokens go unencrypted nowhere, unless a test says so")
    void wantsEncryption() {
        builder.service(URI.create("http://graph.example/v1.0"));

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unencrypted");
        assertThat(builder.allowPlainHttp().build()).isNotNull();
    }

    @Test
    @DisplayName("S23: a window that Graph cannot follow is refused")
    void refusesWindowsThatAreTooLong() {
        EventSettings usual = EventSettings.DEFAULT;
        SyncConfiguration longest = configuration(new EventWindow(700, 1_000), usual);
        SyncConfiguration tooLong = configuration(new EventWindow(701, 1_000), usual);
        GraphConnector connector = builder.build();

        assertThat(connector.open(Office.ADA, ItemKind.EVENT, longest)).isNotNull();
        assertThatThrownBy(() -> connector.open(Office.ADA, ItemKind.EVENT, tooLong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1700 days");
    }

    private static SyncConfiguration configuration(EventWindow window, EventSettings usual) {
        return Items.anyConfiguration().toBuilder()
                .events(new EventSettings(
                        usual.records(), window, usual.privateEvents(), usual.invitations(), usual.attendeeLimit()))
                .build();
    }

    @Test
    @DisplayName("a number of items to remember that makes no sense is refused")
    void refusesToRememberLessThanNothing() {
        assertThatThrownBy(() -> builder.remember(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
