package io.github.crosstie.apply;

import io.github.crosstie.conflict.MailboxClaim;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of taking a mailbox over or of releasing it (S12). */
public sealed interface ClaimResult {

    /**
     * The claim that the mailbox carries now.
     *
     * @return the claim, or empty if it carries none, or nobody could look
     */
    Optional<MailboxClaim> claim();

    /**
     * Done, or done already.
     *
     * @param carried the claim that the mailbox carries now; null if it carries none
     */
    record Done(@Nullable MailboxClaim carried) implements ClaimResult {
        @Override
        public Optional<MailboxClaim> claim() {
            return Optional.ofNullable(carried);
        }
    }

    /**
     * Not done, the mailbox is as it was.
     *
     * @param reason why and what to do, for people
     * @param carried the claim that the mailbox carries; null if it carries none, or nobody could look
     */
    record Refused(String reason, @Nullable MailboxClaim carried) implements ClaimResult {
        /** Requires the reason. */
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Optional<MailboxClaim> claim() {
            return Optional.ofNullable(carried);
        }
    }

    /**
     * Done or not, nobody knows: the answers were lost. Ask again with the same arguments.
     *
     * @param cause what happened
     */
    record Unanswered(String cause) implements ClaimResult {
        /** Requires the cause. */
        public Unanswered {
            Objects.requireNonNull(cause, "cause");
        }

        @Override
        public Optional<MailboxClaim> claim() {
            return Optional.empty();
        }
    }
}
