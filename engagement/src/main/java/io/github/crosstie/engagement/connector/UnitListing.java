package io.github.crosstie.engagement.connector;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.engagement.user.EngagementUserId;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CursorExpiredException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All users of a business unit, as they were listed.
 *
 * @param unit which unit
 * @param users the users, live and recycled, each once, by id
 * @param complete whether the listing was proven complete (G3)
 * @param startedAt when the listing was begun: what it shows is at most as old as that and the system's staleness
 *     together
 */
public record UnitListing(BusinessUnitId unit, List<EngagementUser> users, boolean complete, Instant startedAt) {

    private static final int MOST_ATTEMPTS = 3;

    /**
     * Sorts the users by id; of a user that was listed twice, the later appearance counts.
     */
    public UnitListing {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(startedAt, "startedAt");
        users = sorted(users);
    }

    private static List<EngagementUser> sorted(List<EngagementUser> listed) {
        for (int at = 1; at < listed.size(); at++) {
            if (listed.get(at - 1).id().compareTo(listed.get(at).id()) >= 0) {
                Map<EngagementUserId, EngagementUser> byId = new HashMap<>();
                listed.forEach(user -> byId.put(user.id(), user));
                List<EngagementUser> sorted = new ArrayList<>(byId.values());
                sorted.sort((one, other) -> one.id().compareTo(other.id()));
                return List.copyOf(sorted);
            }
        }
        return List.copyOf(listed);
    }

    /**
     * Lists a unit page by page. A listing whose token expires on the way is started over, twice at most.
     *
     * @param unit which unit
     * @param endpoint its users
     * @param now the moment at which the listing begins
     * @return the listing, complete only if its last page says so
     * @throws CursorExpiredException if tokens expire again and again
     * @throws ContractBrokenException if a page repeats the token of an earlier one
     * @throws io.github.crosstie.fault.CrosstieException for whatever concerns the whole unit
     */
    public static UnitListing read(BusinessUnitId unit, UnitEndpoint endpoint, Instant now) {
        for (int attempt = 1; ; attempt++) {
            try {
                return readOnce(unit, endpoint, now);
            } catch (CursorExpiredException expired) {
                if (attempt == MOST_ATTEMPTS) {
                    throw expired;
                }
            }
        }
    }

    private static UnitListing readOnce(BusinessUnitId unit, UnitEndpoint endpoint, Instant now) {
        List<EngagementUser> users = new ArrayList<>();
        Set<PageToken> seen = new HashSet<>();
        @Nullable PageToken token = null;
        UserPage page;
        do {
            page = endpoint.list(token);
            users.addAll(page.users());
            token = page.next();
            if (token != null && !seen.add(token)) {
                throw new ContractBrokenException("listing users of business unit " + unit
                        + ": a page leads back to an earlier one; the listing would never end, report it to the author"
                        + " of the target");
            }
        } while (token != null);
        return new UnitListing(unit, users, page.complete(), now);
    }

    /** Without users, as they are personal data. */
    @Override
    public String toString() {
        return "UnitListing[" + unit + ": " + users.size() + " users" + (complete ? "]" : ", incomplete]");
    }
}
