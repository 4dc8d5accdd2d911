package io.github.crosstie;

import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.conflict.MailboxAddress;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ItemKind;

/** Whether rounds may run for a user. */
sealed interface Admission {

    /** They may, with this mailbox by this configuration. */
    record Admitted(OrganizationId organization, UserId user, MailboxAddress mailbox, SyncConfiguration configuration)
            implements Admission {

        boolean flows(ItemKind kind) {
            return configuration.records(kind).direction() != SyncDirection.OFF;
        }
    }

    /** They may not. */
    record Refused(SyncResult result) implements Admission {}
}
