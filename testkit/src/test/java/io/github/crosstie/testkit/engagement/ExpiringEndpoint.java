package io.github.crosstie.testkit.engagement;

import io.github.crosstie.engagement.connector.EngagementCapabilities;
import io.github.crosstie.engagement.connector.PageToken;
import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.engagement.connector.UserPage;
import io.github.crosstie.engagement.connector.UserWrite;
import io.github.crosstie.engagement.connector.UserWriteOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An endpoint whose page tokens never live to be used. */
record ExpiringEndpoint(UnitEndpoint endpoint, LoopbackAccountEngagement server) implements UnitEndpoint {

    @Override
    public EngagementCapabilities capabilities() {
        return endpoint.capabilities();
    }

    @Override
    public UserPage list(@Nullable PageToken token) {
        UserPage page = endpoint.list(token);
        server.faults().expirePageTokens();
        return page;
    }

    @Override
    public List<UserWriteOutcome> write(List<UserWrite> writes) {
        return endpoint.write(writes);
    }
}
