package io.github.crosstie.ews;

import io.github.crosstie.item.ItemKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/** The connector over the wire, held to every promise of the SPI. */
class EwsEndpointContractTest {

    @Nested
    @DisplayName("contacts")
    class Contacts extends ExchangeContract {
        Contacts() {
            super(ItemKind.CONTACT);
        }
    }

    @Nested
    @DisplayName("contacts, in pages of two")
    class ContactsInSmallPages extends ExchangeContract {
        ContactsInSmallPages() {
            super(ItemKind.CONTACT);
        }

        @Override
        int page() {
            return 2;
        }
    }

    @Nested
    @DisplayName("events")
    class Events extends ExchangeContract {
        Events() {
            super(ItemKind.EVENT);
        }
    }
}
