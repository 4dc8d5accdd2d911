package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.connector.ClaimOutcome;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Write;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.ews.internal.transport.AnswerLost;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.item.Item;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a request ends in can be found in the server's logs, by the ids in the message. */
class RequestIdsTest {

    private static final String NOTHING_OF_USE = """
            <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"
                xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages">
              <s:Body><m:%1$sResponse><m:ResponseMessages><m:%1$sResponseMessage ResponseClass="Success">
                <m:ResponseCode>NoError</m:ResponseCode>
              </m:%1$sResponseMessage></m:ResponseMessages></m:%1$sResponse></s:Body>
            </s:Envelope>""";

    private final Office office = new Office();
    private final Endpoint contacts = office.contacts();

    @AfterEach
    void close() {
        office.close();
    }

    static MailboxClaim claim(String configuration) {
        return new MailboxClaim(
                new OrganizationId("00D000000000001AAA"),
                Environment.PRODUCTION,
                new UserId("005000000000001AAA"),
                new ConfigurationId(configuration),
                1,
                MutableClock.START,
                MutableClock.START,
                true);
    }

    private static Arguments work(String operation, Consumer<Endpoint> work) {
        return Arguments.of(operation, work);
    }

    static Stream<Arguments> work() {
        return Stream.of(
                work("GetFolder", Endpoint::scopeIdentity),
                work("FindFolder", Endpoint::readClaim),
                work("SyncFolderItems", endpoint -> endpoint.changes(null)),
                work("CreateFolder", RequestIdsTest::write));
    }

    private static void write(Endpoint endpoint) {
        Item ada = Items.contact("Ada", "Example").build();
        endpoint.write(List.of(new Write.Create(new CorrelationTag("v1/attempt/1"), "key", ada)));
    }

    @ParameterizedTest
    @MethodSource("work")
    void areToldWithWhatTheServerRefuses(String operation, Consumer<Endpoint> work) {
        makeFolderFor(operation);
        office.exchange.faults().next(operation).refuse("ErrorAccessDenied");

        assertThatThrownBy(() -> work.accept(contacts))
                .hasMessageContaining("ErrorAccessDenied")
                .hasMessageContaining("client-request-id");
    }

    @ParameterizedTest
    @MethodSource("work")
    void areToldWithAnAnswerThatLacksWhatMatters(String operation, Consumer<Endpoint> work) {
        makeFolderFor(operation);
        office.exchange
                .faults()
                .next(operation)
                .answer(200, "text/xml; charset=utf-8", NOTHING_OF_USE.formatted(operation));

        assertThatThrownBy(() -> work.accept(contacts)).hasMessageContaining("client-request-id");
    }

    private void makeFolderFor(String operation) {
        if (!operation.equals("CreateFolder")) {
            office.mailbox.addFolder("Salesforce_Sync", office.mailbox.contacts());
        }
    }

    @Test
    void areToldWithAnAliasThatCannotBeLookedUp() {
        office.exchange.faults().next("ResolveNames").refuse("ErrorADUnavailable");

        assertThatThrownBy(() -> office.connector.mailboxOf(ExchangeContract.ADA, "a@acme.example"))
                .hasMessageContaining("client-request-id");
    }

    @Test
    @DisplayName("S12: a folder for a claim that may have been made all the same leaves the claim unknown")
    void aClaimThatMayStandIsUnknown() {
        office.exchange.faults().nth("CreateFolder", 2).refuse("ErrorInternalServerTransientError");

        assertThat(contacts.replaceClaim(null, claim("default")))
                .isInstanceOfSatisfying(
                        ClaimOutcome.Unknown.class,
                        unknown -> assertThat(unknown.toString()).contains("client-request-id"));
    }

    @Test
    @DisplayName("F2: a folder that may have been made carries the mark that says so")
    void aFolderThatMayBeThereIsMarked() {
        office.exchange.faults().next("CreateFolder").refuse("ErrorInternalServerTransientError");

        assertThatThrownBy(() -> write(contacts))
                .isInstanceOfSatisfying(
                        CrosstieException.class,
                        lost -> assertThat(AnswerLost.isBehind(lost)).isTrue());
    }
}
