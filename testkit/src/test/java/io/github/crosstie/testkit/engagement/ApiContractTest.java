package io.github.crosstie.testkit.engagement;

import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.engagement.user.UserValues;
import io.github.crosstie.testkit.MutableClock;
import org.junit.jupiter.api.AfterEach;

/** The client of the real API keeps the promises of the SPI. */
class ApiContractTest extends EngagementTargetContract {

    private final LoopbackAccountEngagement server = LoopbackAccountEngagement.start(MutableClock.create());

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    protected UnitEndpoint open() {
        return server.api(LoopbackTest.CLIENT)
                .pageSize(3)
                .build()
                .open(server.unit().id());
    }

    @Override
    protected EngagementUserId add(UserValues values, boolean recycled) {
        EngagementUserId id = server.unit().add(values);
        if (recycled) {
            server.unit().recycle(id);
        }
        return id;
    }

    @Override
    protected boolean expirePageTokens() {
        server.faults().expirePageTokens();
        return true;
    }
}
