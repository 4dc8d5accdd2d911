package io.github.crosstie.testkit;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.engagement.connector.EngagementCapabilities;
import io.github.crosstie.engagement.connector.PageToken;
import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.engagement.connector.UserPage;
import io.github.crosstie.engagement.connector.UserWrite;
import io.github.crosstie.engagement.connector.UserWriteOutcome;
import io.github.crosstie.engagement.memory.InMemoryEngagement;
import io.github.crosstie.engagement.memory.InMemoryUnit;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserValues;
import io.github.crosstie.testkit.engagement.EngagementTargetContract;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract of targets, run on a sound endpoint that subclasses spoil. */
@ExtendWith(OnDemand.class)
abstract class SpoiledTargetContract extends EngagementTargetContract {

    private static final BusinessUnitId UNIT = new BusinessUnitId("0Uv000000000001AAA");

    private final InMemoryEngagement engagement = InMemoryEngagement.create(MutableClock.create());
    final InMemoryUnit unit = engagement.unit(UNIT).pageSize(3);

    @Override
    protected UnitEndpoint open() {
        return spoiled(engagement.open(UNIT));
    }

    UnitEndpoint spoiled(UnitEndpoint sound) {
        return sound;
    }

    @Override
    protected EngagementUserId add(UserValues values, boolean recycled) {
        EngagementUserId id = unit.add(values);
        if (recycled) {
            unit.recycle(id);
        }
        return id;
    }

    @Override
    protected boolean expirePageTokens() {
        unit.faults().expireTokens(1);
        return true;
    }

    /** A sound endpoint, for subclasses to spoil at one place. */
    static class Forwarding implements UnitEndpoint {
        private final UnitEndpoint sound;

        Forwarding(UnitEndpoint sound) {
            this.sound = sound;
        }

        @Override
        public EngagementCapabilities capabilities() {
            return sound.capabilities();
        }

        @Override
        public Optional<Set<EngagementRole>> roles() {
            return sound.roles();
        }

        @Override
        public UserPage list(@Nullable PageToken token) {
            return sound.list(token);
        }

        @Override
        public List<UserWriteOutcome> write(List<UserWrite> writes) {
            return sound.write(writes);
        }
    }
}
