package io.github.crosstie.conflict;

import java.util.Optional;

/**
 * Tells who holds a mailbox's claim (S12), and so goes on while the others of a conflict are held. May be called from any
 * thread and any number of times.
 */
@FunctionalInterface
public interface ClaimHolder {

    /** Nobody holds any claim. */
    ClaimHolder NOBODY = mailbox -> Optional.empty();

    /**
     * Looks up a mailbox.
     *
     * @param mailbox the mailbox
     * @return who holds its claim, or empty if nobody does
     */
    Optional<OrganizationUser> holder(MailboxAddress mailbox);
}
