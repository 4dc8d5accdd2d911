package io.github.crosstie.conflict;

/**
 * Gives each mailbox a number, by which those that many users claim are found. Equal mailboxes must have equal numbers; two
 * mailboxes of one number cost time and change no answer, as whatever looks shared is read in full.
 */
@FunctionalInterface
interface MailboxHash {

    /** Reads nearly all addresses in one pass, without making anything. */
    MailboxHash STANDARD = AddressHash::of;

    /** The number of the mailbox that an address means, {@link AddressHash#NONE} for no address; copies count as originals. */
    long of(String address, boolean sandbox);
}
