package io.github.crosstie.conflict;

import io.github.crosstie.item.HashedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * By which addresses a user is known, so that the meetings they organize are told from those of others (S8). Immutable; thread-safe
 * as far as the resolver is. {@link #toString} is masked, as addresses are personal data.
 */
public final class OwnAddresses {

    /** No address is known: whatever names an organizer is somebody else's. */
    public static final OwnAddresses NONE = new OwnAddresses(List.of(), AddressResolver.NONE);

    private final List<MailboxAddress> addresses;
    private final AddressResolver resolver;

    private OwnAddresses(List<MailboxAddress> addresses, AddressResolver resolver) {
        this.addresses = List.copyOf(addresses);
        this.resolver = resolver;
    }

    /**
     * The owner of one mailbox, without aliases.
     *
     * @param mailbox its address
     * @return the user's addresses
     */
    public static OwnAddresses of(MailboxAddress mailbox) {
        return of(mailbox, AddressResolver.NONE);
    }

    /**
     * The owner of one mailbox.
     *
     * @param mailbox one of its addresses
     * @param resolver tells its primary address, and which other addresses are aliases of it
     * @return the user's addresses
     */
    public static OwnAddresses of(MailboxAddress mailbox, AddressResolver resolver) {
        List<MailboxAddress> addresses = new ArrayList<>(List.of(mailbox));
        primary(resolver, mailbox.text()).ifPresent(addresses::add);
        return new OwnAddresses(addresses, Objects.requireNonNull(resolver, "resolver"));
    }

    /**
     * Whether an address is one of the user's.
     *
     * @param address the address as a side spells it, perhaps not an address at all
     * @return true if it reaches the user's mailbox; false for what is not an address
     */
    public boolean contains(String address) {
        return MailboxAddress.read(address) instanceof AddressReading.Usable usable
                && (addresses.contains(usable.address())
                        || primary(resolver, address)
                                .filter(addresses::contains)
                                .isPresent());
    }

    /**
     * Whether an address of which only a digest is kept is certainly one of the user's.
     *
     * @param address the digest of an address
     * @return true if it is one of the addresses that the user is known by, whatever its case; false if it may be an alias
     */
    public boolean contain(HashedValue address) {
        return addresses.stream().anyMatch(own -> address.resembles(own.text()));
    }

    private static Optional<MailboxAddress> primary(AddressResolver resolver, String address) {
        return resolver.primaryAddress(address)
                .map(MailboxAddress::read)
                .filter(AddressReading.Usable.class::isInstance)
                .map(reading -> ((AddressReading.Usable) reading).address());
    }

    @Override
    public String toString() {
        return "OwnAddresses" + addresses;
    }
}
