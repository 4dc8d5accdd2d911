package io.github.crosstie;

import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.conflict.MailboxAddress;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.state.CollectionKey;
import java.util.function.Function;
import java.util.stream.Stream;

/** Whether rounds may run for a user. */
sealed interface Admission {

    /** What came of rounds if they may run, or why none does. */
    SyncResult result(Function<Admitted, SyncResult> rounds);

    /** They may, with this mailbox by this configuration. */
    record Admitted(
            OrganizationId organization,
            Environment environment,
            UserId user,
            MailboxAddress mailbox,
            SyncConfiguration configuration)
            implements Admission {

        @Override
        public SyncResult result(Function<Admitted, SyncResult> rounds) {
            return rounds.apply(this);
        }

        boolean flows(ItemKind kind) {
            return configuration.records(kind).direction() != SyncDirection.OFF;
        }

        /** Which kinds flow, contacts first. */
        Stream<ItemKind> kinds() {
            return Stream.of(ItemKind.values()).filter(this::flows);
        }

        CollectionKey collection(ItemKind kind) {
            return new CollectionKey(organization, user, kind);
        }
    }

    /** They may not. */
    record Refused(SyncResult result) implements Admission {

        @Override
        public SyncResult result(Function<Admitted, SyncResult> rounds) {
            return result;
        }
    }
}
