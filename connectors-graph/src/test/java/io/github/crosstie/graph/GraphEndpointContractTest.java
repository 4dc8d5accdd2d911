package io.github.crosstie.graph;

import io.github.crosstie.graph.internal.wire.Way;
import io.github.crosstie.item.ItemKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/** The connector over the wire, held to every promise of the SPI, over both transports. */
class GraphEndpointContractTest {

    @Nested
    @DisplayName("contacts over the JDK's client")
    class Contacts extends GraphContract {
        Contacts() {
            super(Way.LEAN, ItemKind.CONTACT);
        }
    }

    @Nested
    @DisplayName("contacts over the host's client")
    class ContactsOverTheHostsClient extends GraphContract {
        ContactsOverTheHostsClient() {
            super(Way.SDK, ItemKind.CONTACT);
        }
    }

    @Nested
    @DisplayName("contacts, in pages of two")
    class ContactsInSmallPages extends GraphContract {
        ContactsInSmallPages() {
            super(Way.LEAN, ItemKind.CONTACT);
        }

        @Override
        int page() {
            return 2;
        }
    }

    @Nested
    @DisplayName("events over the JDK's client")
    class Events extends GraphContract {
        Events() {
            super(Way.LEAN, ItemKind.EVENT);
        }
    }

    @Nested
    @DisplayName("events over the host's client")
    class EventsOverTheHostsClient extends GraphContract {
        EventsOverTheHostsClient() {
            super(Way.SDK, ItemKind.EVENT);
        }
    }

    @Nested
    @DisplayName("events, in pages of two")
    class EventsInSmallPages extends GraphContract {
        EventsInSmallPages() {
            super(Way.LEAN, ItemKind.EVENT);
        }

        @Override
        int page() {
            return 2;
        }
    }
}
