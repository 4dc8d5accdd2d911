package io.github.crosstie.dispatch;

import io.github.crosstie.apply.RoundLimits;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.conflict.OrganizationUser;
import java.util.Objects;
import java.util.function.Function;

/**
 * What is to be done for one mailbox.
 *
 * @param mailbox whose
 * @param work syncs it within the limits given; called once at most, on a thread of the host's executor. What it throws is told
 *     in the report and keeps no other mailbox back
 */
public record MailboxTask(OrganizationUser mailbox, Function<RoundLimits, SyncResult> work) {

    /** Requires both parts. */
    public MailboxTask {
        Objects.requireNonNull(mailbox, "mailbox");
        Objects.requireNonNull(work, "work");
    }
}
