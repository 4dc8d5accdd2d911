package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.ews.autodiscover.EwsLocator;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.exchange.LoopbackExchange;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server says of a whole mailbox in the answer to one request, and not in a fault. */
class MovedMailboxTest {

    private final MutableClock clock = MutableClock.create();
    private final LoopbackExchange exchange = LoopbackExchange.start(clock);
    private final List<Owner> forgotten = new ArrayList<>();
    private final EwsConnector connector = ExchangeContract.connector(exchange, clock)
            .locator(new EwsLocator() {
                @Override
                public URI locate(Owner mailbox) {
                    return exchange.url();
                }

                @Override
                public void forget(Owner mailbox) {
                    forgotten.add(mailbox);
                }
            })
            .build();

    @BeforeEach
    void fill() {
        LoopbackMailbox mailbox = exchange.mailbox(ExchangeContract.ADA.value());
        mailbox.addFolder("Salesforce_Sync", mailbox.contacts());
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ErrorMailboxMoveInProgress", "ErrorCrossSiteRequest", "ErrorNonPrimarySmtpAddress"})
    void isLookedUpAnew(String code) {
        Endpoint contacts = contacts();
        exchange.faults().next("SyncFolderItems").refuse(code);

        assertThatThrownBy(() -> contacts.changes(null))
                .isInstanceOf(CrosstieException.class)
                .hasMessageContaining(code)
                .hasMessageContaining("client-request-id");
        assertThat(forgotten).containsExactly(ExchangeContract.ADA);
    }

    @Test
    void isLeftAloneByAllItsEndpointsWhenItIsBusy() {
        Endpoint contacts = contacts();
        exchange.faults().next("SyncFolderItems").throttleInside(Duration.ofSeconds(90));
        assertThatThrownBy(() -> contacts.changes(null)).isInstanceOf(ThrottledException.class);
        int sent = exchange.requests().size();

        Endpoint other = contacts();

        assertThatThrownBy(() -> other.changes(null)).isInstanceOf(ThrottledException.class);
        assertThat(exchange.requests()).hasSize(sent);
        assertThat(forgotten).isEmpty();
    }

    private Endpoint contacts() {
        return connector.open(ExchangeContract.ADA, ItemKind.CONTACT, Items.anyConfiguration());
    }
}
