package io.github.crosstie.move;

import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.IdSource;
import io.github.crosstie.state.StateStore;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a move in one direction works with. */
record MoveParts(
        OrganizationId organization,
        UserId user,
        Owner mailbox,
        SyncConfiguration configuration,
        Connector crm,
        Connector from,
        Connector to,
        IdTranslator translator,
        @Nullable Map<ItemId, String> uids,
        StateStore store,
        Clock clock,
        IdSource ids,
        UnaryOperator<SyncRound.Builder> rounds,
        boolean isBack) {

    CollectionKey collection(ItemKind kind) {
        return new CollectionKey(organization, user, kind);
    }

    Endpoint openCrm(ItemKind kind) {
        return crm.open(new Owner(user.value()), kind, configuration);
    }

    Endpoint openFrom(ItemKind kind) {
        return from.open(mailbox, kind, configuration);
    }

    Endpoint openTo(ItemKind kind) {
        return to.open(mailbox, kind, configuration);
    }

    /** The UIDs that were gathered while the old way answered. */
    Map<ItemId, String> gathered() {
        return Objects.requireNonNullElse(uids, Map.of());
    }

    /** The same the other way round. */
    MoveParts back() {
        return new MoveParts(
                organization,
                user,
                mailbox,
                configuration,
                crm,
                to,
                from,
                translator.reversed().orElse(IdTranslator.NONE),
                null,
                store,
                clock,
                ids,
                rounds,
                !isBack);
    }
}
