package io.github.crosstie.conflict;

import java.util.Objects;

/** What came of reading a text as a mailbox address. */
public sealed interface AddressReading {

    /**
     * It is one.
     *
     * @param address the address
     */
    record Usable(MailboxAddress address) implements AddressReading {
        /** Checks that nothing is null. */
        public Usable {
            Objects.requireNonNull(address, "address");
        }
    }

    /**
     * It is none (C8).
     *
     * @param reason why, as a clause without a full stop; does not repeat the text
     */
    record Unusable(String reason) implements AddressReading {
        /** Checks that nothing is null. */
        public Unusable {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
