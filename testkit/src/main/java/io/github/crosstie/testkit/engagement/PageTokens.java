package io.github.crosstie.testkit.engagement;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.engagement.connector.EngagementCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The page tokens that were given out; each can be used again and again for four hours. Thread-safe. */
final class PageTokens {

    private static final Duration LIFE = Duration.ofHours(4);

    /**
     * What a token stands for.
     *
     * @param unit whose listing
     * @param query the query of what is left, but for its fields
     * @param lastId the id of the last user before
     * @param shown how many users were shown before
     * @param issuedAt when it was given out
     */
    record Place(BusinessUnitId unit, UserQuery query, long lastId, int shown, Instant issuedAt) {}

    private final Clock clock;
    private final Map<String, Place> places = new HashMap<>();
    private int issued;

    PageTokens(Clock clock) {
        this.clock = clock;
    }

    synchronized String issue(BusinessUnitId unit, UserQuery query, long lastId, int shown) {
        issued++;
        String token = "page/" + issued + "+=="; // characters that a careless client forgets to encode
        places.put(token, new Place(unit, query, lastId, shown, clock.instant()));
        return token;
    }

    synchronized Place find(BusinessUnitId unit, String token) throws ApiRefusal {
        Place place = places.get(token);
        if (place == null || !place.unit().equals(unit)) {
            throw new ApiRefusal(EngagementCode.PAGE_TOKEN_INVALID);
        }
        if (place.issuedAt().plus(LIFE).isBefore(clock.instant())) {
            throw new ApiRefusal(EngagementCode.PAGE_TOKEN_EXPIRED);
        }
        return place;
    }

    synchronized void expireAll() {
        places.replaceAll(
                (token, place) -> new Place(place.unit(), place.query(), place.lastId(), place.shown(), Instant.EPOCH));
    }
}
