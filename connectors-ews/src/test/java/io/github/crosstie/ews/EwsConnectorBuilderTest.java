package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.crosstie.ews.auth.EwsAuth;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.Items;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a connector asks for before it is made. */
class EwsConnectorBuilderTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final EwsAuth AUTH = EwsAuth.bearer(target -> "token");
    private static final URI SERVER = URI.create("https://mail.acme.example/EWS/Exchange.asmx");

    private static EwsConnector.Builder complete() {
        return EwsConnector.builder().client(CLIENT).auth(AUTH).server(SERVER).utc();
    }

    static Stream<Arguments> incomplete() {
        return Stream.of(
                Arguments.of(EwsConnector.builder().auth(AUTH).server(SERVER).utc(), "set client"),
                Arguments.of(
                        EwsConnector.builder().client(CLIENT).server(SERVER).utc(), "set auth"),
                Arguments.of(EwsConnector.builder().client(CLIENT).auth(AUTH).utc(), "set server(URI), or locator"),
                Arguments.of(EwsConnector.builder().client(CLIENT).auth(AUTH).server(SERVER), "set userZones"));
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("what is missing is named, and how to set it; zones too (S5)")
    void incomplete(EwsConnector.Builder builder, String remedy) {
        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining(remedy);
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("http://mail.acme.example/EWS/Exchange.asmx", "call allowPlainHttp()"),
                Arguments.of("ftp://mail.acme.example/EWS/Exchange.asmx", "use https"),
                Arguments.of("/EWS/Exchange.asmx", "names no host"));
    }

    @ParameterizedTest
    @MethodSource
    void unusable(String server, String remedy) {
        EwsConnector.Builder builder = complete().server(URI.create(server));

        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining(remedy);
    }

    @Test
    void takesAPlainServerOnPurpose() {
        assertThat(complete()
                        .server(URI.create("http://127.0.0.1:1/EWS/Exchange.asmx"))
                        .allowPlainHttp()
                        .build())
                .hasToString("EwsConnector[]");
    }

    static Stream<UnaryOperator<EwsConnector.Builder>> impossible() {
        return Stream.of(builder -> builder.remember(-1), builder -> builder.largestAnswer(0));
    }

    @ParameterizedTest
    @MethodSource
    void impossible(UnaryOperator<EwsConnector.Builder> setting) {
        assertThatIllegalArgumentException().isThrownBy(() -> setting.apply(complete()));
    }

    @Test
    @DisplayName("S5: a user without a zone is named, before an event is read in a wrong one")
    void asksForTheZoneOfEachUser() {
        EwsConnector connector = complete().userZones(owner -> null).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> connector.open(ExchangeContract.ADA, ItemKind.EVENT, Items.anyConfiguration()))
                .withMessageContaining("have them give one for each");
    }
}
