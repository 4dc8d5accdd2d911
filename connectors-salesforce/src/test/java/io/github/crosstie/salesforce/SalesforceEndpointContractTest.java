package io.github.crosstie.salesforce;

import io.github.crosstie.item.ItemKind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/** The connector over the wire, held to every promise of the SPI. */
class SalesforceEndpointContractTest {

    @Nested
    @DisplayName("contacts")
    class Contacts extends SalesforceContract {
        Contacts() {
            super(ItemKind.CONTACT);
        }
    }

    @Nested
    @DisplayName("contacts, in pages of two")
    class ContactsInSmallPages extends SalesforceContract {
        ContactsInSmallPages() {
            super(ItemKind.CONTACT);
        }

        @Override
        int page() {
            return 2;
        }
    }

    @Nested
    @DisplayName("contacts of an organization that has no field for marks")
    class ContactsWithoutMarks extends SalesforceContract {
        ContactsWithoutMarks() {
            super(ItemKind.CONTACT);
        }

        @Override
        boolean hasTags() {
            return false;
        }
    }

    @Nested
    @DisplayName("events")
    class Events extends SalesforceContract {
        Events() {
            super(ItemKind.EVENT);
        }
    }

    @Nested
    @DisplayName("events, with their invitees")
    class EventsWithInvitees extends SalesforceContract {
        EventsWithInvitees() {
            super(ItemKind.EVENT);
        }

        @Override
        boolean hasInvitees() {
            return true;
        }
    }
}
