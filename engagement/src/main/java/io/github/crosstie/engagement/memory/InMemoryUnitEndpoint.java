package io.github.crosstie.engagement.memory;

import io.github.crosstie.configuration.EngagementRole;
import io.github.crosstie.engagement.connector.EngagementCapabilities;
import io.github.crosstie.engagement.connector.EngagementCode;
import io.github.crosstie.engagement.connector.PageToken;
import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.engagement.connector.UserPage;
import io.github.crosstie.engagement.connector.UserWrite;
import io.github.crosstie.engagement.connector.UserWriteOutcome;
import io.github.crosstie.engagement.user.EngagementUser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A program's way to a unit, with all that may happen on it. */
final class InMemoryUnitEndpoint implements UnitEndpoint {

    private static final Duration TOKEN_LIFE = Duration.ofHours(4);

    /** The rest of a listing: later pages show what was there when the first one was asked for. */
    private record Rest(List<EngagementUser> users, boolean complete, Instant since) {}

    private final InMemoryUnit unit;
    private final EngagementCapabilities capabilities;
    private final Map<PageToken, Rest> listings = new HashMap<>();
    private int tokens;

    InMemoryUnitEndpoint(InMemoryUnit unit) {
        this.unit = unit;
        capabilities = unit.capabilities();
    }

    @Override
    public EngagementCapabilities capabilities() {
        return capabilities;
    }

    @Override
    public Optional<Set<EngagementRole>> roles() {
        return Optional.of(unit.roles().stream().map(EngagementRole::new).collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public UserPage list(@Nullable PageToken token) {
        unit.faults().beforeRead(doing("listing users"));
        Rest rest = token == null ? begin() : resume(token);
        int size = Math.min(unit.pageSize(), rest.users().size());
        List<EngagementUser> page = rest.users().subList(0, size);
        List<EngagementUser> more = rest.users().subList(size, rest.users().size());
        if (more.isEmpty()) {
            return new UserPage(page, null, rest.complete());
        }
        PageToken next = new PageToken("page-" + ++tokens);
        listings.put(next, new Rest(more, rest.complete(), unit.clock().instant()));
        return new UserPage(page, next, false);
    }

    private Rest begin() {
        List<EngagementUser> shown = unit.shown();
        int limit = unit.faults().listingLimit();
        boolean whole = shown.size() <= limit;
        return new Rest(
                whole ? shown : shown.subList(0, limit), whole, unit.clock().instant());
    }

    private Rest resume(PageToken token) {
        @Nullable Rest rest = listings.get(token);
        Instant now = unit.clock().instant();
        if (rest == null) {
            throw EngagementCode.PAGE_TOKEN_INVALID.exception(doing("listing users"), now);
        }
        if (unit.faults().tokenExpires() || rest.since().plus(TOKEN_LIFE).isBefore(now)) {
            throw EngagementCode.PAGE_TOKEN_EXPIRED.exception(doing("listing users"), now);
        }
        return rest;
    }

    @Override
    public List<UserWriteOutcome> write(List<UserWrite> writes) {
        unit.faults().beforeCall(doing("writing users"));
        List<UserWriteOutcome> outcomes = new ArrayList<>(writes.size());
        for (UserWrite write : writes) {
            outcomes.add(unit.faults()
                    .around(write, () -> unit.onTable((table, now) -> WriteDesk.write(table, write, now))));
        }
        return outcomes;
    }

    private String doing(String what) {
        return what + " of business unit " + unit.id();
    }
}
