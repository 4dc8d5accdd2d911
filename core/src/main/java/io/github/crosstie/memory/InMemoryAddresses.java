package io.github.crosstie.memory;

import io.github.crosstie.conflict.AddressReading;
import io.github.crosstie.conflict.AddressResolver;
import io.github.crosstie.conflict.MailboxAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The addresses of a mail system in memory: which mailbox an address reaches (C8), for {@code Crosstie.builder().addresses(...)}.
 * Thread-safe.
 *
 * <pre>{@code
 * InMemoryAddresses addresses = InMemoryAddresses.create()
 *         .mailbox("anna.berg@acme.example")
 *         .alias("anna@acme.example", "anna.berg@acme.example");
 * }</pre>
 */
public final class InMemoryAddresses implements AddressResolver {

    private final Map<MailboxAddress, String> primaries = new ConcurrentHashMap<>();

    private InMemoryAddresses() {}

    /**
     * No address at all.
     *
     * @return an empty address book
     */
    public static InMemoryAddresses create() {
        return new InMemoryAddresses();
    }

    /**
     * Adds a mailbox by its primary address.
     *
     * @param primary the primary address
     * @return this
     * @throws IllegalArgumentException if it is not an address
     */
    public InMemoryAddresses mailbox(String primary) {
        primaries.put(MailboxAddress.of(primary), primary);
        return this;
    }

    /**
     * Adds another address of a mailbox.
     *
     * @param alias the other address
     * @param primary the mailbox's primary address
     * @return this
     * @throws IllegalArgumentException if either is not an address
     */
    public InMemoryAddresses alias(String alias, String primary) {
        primaries.put(MailboxAddress.of(alias), primary);
        return mailbox(primary);
    }

    @Override
    public Optional<String> primaryAddress(String address) {
        return MailboxAddress.read(address) instanceof AddressReading.Usable usable
                ? Optional.ofNullable(primaries.get(usable.address()))
                : Optional.empty();
    }
}
