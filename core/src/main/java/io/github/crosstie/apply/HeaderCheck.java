package io.github.crosstie.apply;

import io.github.crosstie.configuration.SettingsFingerprint;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.PlanHeader;
import io.github.crosstie.state.CollectionKey;
import java.util.Optional;

/**
 * Whether a stored plan may be carried out at all: of the same records, by the same settings, on the same two sides
 * (G1).
 */
final class HeaderCheck {

    private final CollectionKey collection;
    private final SyncConfiguration configuration;
    private final Sides sides;

    HeaderCheck(CollectionKey collection, SyncConfiguration configuration, Sides sides) {
        this.collection = collection;
        this.configuration = configuration;
        this.sides = sides;
    }

    /** Why nothing of the plan may be done, and what to do; empty if it may. Asks the sides for what they stand for. */
    Optional<String> objection(PlanHeader header) {
        if (!header.collection().equals(collection)) {
            return Optional.of("the plan is about " + header.collection() + ", not about " + collection
                    + "; hand it to the round of its own collection");
        }
        if (!header.configuration().equals(configuration.id())) {
            return Optional.of("the plan was made by configuration " + header.configuration() + ", but " + collection
                    + " is synced by " + configuration.id() + "; plan again");
        }
        SettingsFingerprint now = SettingsFingerprint.of(configuration, collection.kind());
        if (!header.fingerprint().equals(now)) {
            return Optional.of("the settings of configuration " + configuration.id()
                    + " have changed since the plan was made; plan again");
        }
        if (configuration.records(collection.kind()).direction() == SyncDirection.OFF) {
            return Optional.empty();
        }
        for (Side side : Side.values()) {
            ScopeIdentity planned = header.scope(side);
            if (planned == null || !sides.on(side).scopeIdentity().continues(planned)) {
                return Optional.of("the " + side + " side of " + collection
                        + " is not the one that the plan was made for; plan again");
            }
        }
        return Optional.empty();
    }
}
