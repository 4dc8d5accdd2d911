package io.github.crosstie.internal.address;

import java.util.Objects;

/** What a text is, read as a mailbox address. */
public sealed interface AddressForm {

    /**
     * An address.
     *
     * @param local the part before the {@code @}, without quotes that it does not need
     * @param domain the part after it, in ASCII and lower case
     */
    record Parts(String local, String domain) implements AddressForm {
        /** Checks that nothing is null. */
        public Parts {
            Objects.requireNonNull(local, "local");
            Objects.requireNonNull(domain, "domain");
        }

        /**
         * What stands for the mailbox.
         *
         * @return equal for all spellings of one address
         */
        public String key() {
            return AddressSyntax.foldCase(local) + '@' + domain;
        }
    }

    /**
     * No address.
     *
     * @param reason why, as a clause without a full stop; does not repeat the text
     */
    record Fault(String reason) implements AddressForm {
        /** Checks that nothing is null. */
        public Fault {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
