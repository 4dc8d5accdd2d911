package io.github.crosstie.testkit;

import static io.github.crosstie.item.ContactFields.EMAIL_ADDRESS;
import static io.github.crosstie.item.ContactFields.NOTES;
import static io.github.crosstie.item.ContactFields.SURNAME;

import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.Projection;
import io.github.crosstie.item.ItemKind;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

class InMemoryEndpointContractTest {

    private static final int LONGEST = 40;

    /** Trims and folds texts, and cuts them. */
    private static final Projection LOSSY = (field, value) -> {
        if (!(value instanceof String text)) {
            return value;
        }
        String folded = text.strip().toLowerCase(Locale.ROOT);
        String cut = folded.substring(0, Math.min(LONGEST, folded.length())).strip();
        return cut.isEmpty() ? null : cut;
    };

    @Nested
    @DisplayName("contacts, held as they are given")
    class FaithfulContacts extends InMemoryContract {
        FaithfulContacts() {
            super(ItemKind.CONTACT, mailbox());
        }
    }

    @Nested
    @DisplayName("events, held as they are given")
    class FaithfulEvents extends InMemoryContract {
        FaithfulEvents() {
            super(ItemKind.EVENT, mailbox());
        }
    }

    /** In pairs that differ by case only. */
    private static String strangeId(int number) {
        return (number % 2 == 0 ? "AAMkAGI2/+=\u00fc '" : "aamkagi2/+=\u00fc '") + (number + 1) / 2 + "==";
    }

    @Nested
    @DisplayName("contacts with strange ids, in pairs that differ by case only")
    class StrangeContacts extends InMemoryContract {
        StrangeContacts() {
            super(ItemKind.CONTACT, mailbox().pageSize(1).ids(InMemoryEndpointContractTest::strangeId));
        }
    }

    @Nested
    @DisplayName("contacts, folded and in pages of one")
    class LossyContacts extends InMemoryContract {
        LossyContacts() {
            super(ItemKind.CONTACT, mailbox().pageSize(1).carriesRecords(false).lossy(LOSSY));
        }
    }

    @Nested
    @DisplayName("events, folded and in pages of one")
    class LossyEvents extends InMemoryContract {
        LossyEvents() {
            super(ItemKind.EVENT, mailbox().pageSize(1).carriesRecords(false).lossy(LOSSY));
        }
    }

    @Nested
    @DisplayName("contacts with three fields, no tags, one read and two writes a call")
    class NarrowContacts extends InMemoryContract {
        NarrowContacts() {
            super(
                    ItemKind.CONTACT,
                    mailbox()
                            .pageSize(2)
                            .capabilities(
                                    ItemKind.CONTACT,
                                    Capabilities.full(ItemKind.CONTACT)
                                            .withFields(List.of(SURNAME, EMAIL_ADDRESS, NOTES))
                                            .withCorrelation(false)
                                            .withBatches(1, 2)));
        }
    }
}
