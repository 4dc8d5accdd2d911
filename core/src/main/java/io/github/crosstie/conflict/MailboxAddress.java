package io.github.crosstie.conflict;

import io.github.crosstie.internal.address.AddressForm;
import io.github.crosstie.internal.address.AddressSyntax;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The address of a mailbox, normalized so that two spellings of one mailbox are equal: the domain in IDNA ASCII and lower
 * case, the local part as given but compared without case, and without quotes that it does not need. Immutable;
 * {@link #toString} is masked, as an address is personal data.
 */
public final class MailboxAddress implements Comparable<MailboxAddress> {

    private static final String SANDBOX_SUFFIX = ".invalid";

    private final String local;
    private final String domain;
    private final String key;

    /** Takes parts that {@link AddressSyntax} has checked. */
    private MailboxAddress(AddressForm.Parts parts) {
        local = parts.local();
        domain = parts.domain();
        key = parts.key();
    }

    /**
     * Reads an address.
     *
     * @param text the address as typed: {@code local@domain}, without a display name; blanks around it do not count
     * @return the address, or why it is none
     */
    public static AddressReading read(String text) {
        AddressForm form = AddressSyntax.read(text);
        return form instanceof AddressForm.Parts parts
                ? new AddressReading.Usable(new MailboxAddress(parts))
                : new AddressReading.Unusable(((AddressForm.Fault) form).reason());
    }

    /**
     * An address that is known to be one.
     *
     * @param text the address
     * @return the address
     * @throws IllegalArgumentException if it is none; the message says why, without repeating it
     */
    public static MailboxAddress of(String text) {
        AddressReading reading = read(text);
        if (reading instanceof AddressReading.Unusable unusable) {
            throw new IllegalArgumentException("not a mailbox address: " + unusable.reason());
        }
        return ((AddressReading.Usable) reading).address();
    }

    /**
     * The part before the {@code @}.
     *
     * @return as given, apart from quotes that it does not need
     */
    public String local() {
        return local;
    }

    /**
     * The part after the {@code @}.
     *
     * @return in ASCII and lower case
     */
    public String domain() {
        return domain;
    }

    /**
     * The whole address.
     *
     * @return {@code local@domain}
     */
    public String text() {
        return local + '@' + domain;
    }

    /** What stands for the mailbox: equal keys, equal mailboxes. */
    String key() {
        return key;
    }

    /**
     * The address that a sandbox copied, if this is a copy: sandboxes mark copied addresses by a trailing {@code .invalid}. Empty if it
     * carries no mark.
     */
    Optional<MailboxAddress> copiedFrom() {
        return domain.endsWith(SANDBOX_SUFFIX)
                ? Optional.of(new MailboxAddress(
                        new AddressForm.Parts(local, domain.substring(0, domain.length() - SANDBOX_SUFFIX.length()))))
                : Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MailboxAddress that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public int compareTo(MailboxAddress other) {
        return key.compareTo(other.key);
    }

    @Override
    public String toString() {
        int first = local.offsetByCodePoints(0, 1);
        // Of a name of one letter nothing, as that would be all of it.
        return (first < local.length() ? local.substring(0, first).toLowerCase(Locale.ROOT) : "") + "…@" + domain;
    }
}
