package io.github.crosstie.conflict;

import java.util.Optional;

/**
 * Tells the primary address of a mailbox, as the mail server answers with it (C8). Given by the host, if a connector can tell.
 * Called once for each user who syncs when their organization is first read, and again when the user or what the organization
 * consists of changes; so it should answer from memory. It must give the same answer for the same address throughout a
 * detection and its updates, may be called from any thread, and throws nothing: what it does not know is empty.
 */
@FunctionalInterface
public interface AddressResolver {

    /** Knows nothing: aliases are not found. */
    AddressResolver NONE = address -> Optional.empty();

    /**
     * Looks up an address.
     *
     * @param address an address as the CRM has it, not normalized, perhaps not an address at all
     * @return the primary address of the mailbox that it reaches, which is the same address if it is primary itself; empty if
     *     no mailbox is known to have it
     */
    Optional<String> primaryAddress(String address);
}
