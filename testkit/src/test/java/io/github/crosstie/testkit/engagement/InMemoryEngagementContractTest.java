package io.github.crosstie.testkit.engagement;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.engagement.connector.EngagementCapabilities;
import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.engagement.memory.InMemoryEngagement;
import io.github.crosstie.engagement.memory.InMemoryUnit;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserValues;
import io.github.crosstie.testkit.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/** The system in memory keeps the promises of the SPI, whatever it is told to be like. */
class InMemoryEngagementContractTest {

    abstract static class InMemoryContract extends EngagementTargetContract {

        private static final BusinessUnitId UNIT = new BusinessUnitId("0Uv000000000001AAA");

        final MutableClock clock = MutableClock.create();
        private final InMemoryEngagement engagement = InMemoryEngagement.create(clock);
        final InMemoryUnit unit = engagement.unit(UNIT).pageSize(3);

        @Override
        protected UnitEndpoint open() {
            return engagement.open(UNIT);
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
    }

    @Nested
    class WithAllCapabilities extends InMemoryContract {}

    @Nested
    class ReadOnly extends InMemoryContract {
        ReadOnly() {
            unit.capabilities(EngagementCapabilities.readOnly(Duration.ZERO));
        }
    }

    @Nested
    class BehindByAMinute extends InMemoryContract {
        BehindByAMinute() {
            unit.staleReads(Duration.ofSeconds(60));
        }

        @Override
        protected void settle() {
            clock.advance(Duration.ofSeconds(60));
        }
    }
}
