package io.github.crosstie.engagement.apply;

import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.engagement.connector.EngagementCapabilities;
import io.github.crosstie.engagement.connector.PageToken;
import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.engagement.connector.UserPage;
import io.github.crosstie.engagement.connector.UserWrite;
import io.github.crosstie.engagement.connector.UserWriteOutcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An endpoint that passes everything on, for tests that want one thing of it otherwise. */
class ForwardingEndpoint implements UnitEndpoint {

    private final UnitEndpoint endpoint;

    ForwardingEndpoint(UnitEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public EngagementCapabilities capabilities() {
        return endpoint.capabilities();
    }

    @Override
    public Optional<Set<EngagementRole>> roles() {
        return endpoint.roles();
    }

    @Override
    public UserPage list(@Nullable PageToken token) {
        return endpoint.list(token);
    }

    @Override
    public List<UserWriteOutcome> write(List<UserWrite> writes) {
        return endpoint.write(writes);
    }
}
