package io.github.crosstie.engagement.api;

import io.github.crosstie.engagement.connector.EngagementCapabilities;
import io.github.crosstie.engagement.connector.PageToken;
import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.engagement.connector.UserPage;
import io.github.crosstie.engagement.connector.UserWrite;
import io.github.crosstie.engagement.connector.UserWriteOutcome;
import io.github.crosstie.engagement.user.EngagementUser;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The users of one business unit over the API: read, never written. */
final class ApiEndpoint implements UnitEndpoint {

    private static final String USERS = "/api/v5/objects/users?fields=" + encoded(ApiField.names());

    /** The API answers from a cache that may lag this far behind. */
    private static final Duration STALENESS = Duration.ofSeconds(60);

    private static final EngagementCapabilities CAPABILITIES =
            new EngagementCapabilities(ApiField.shown(), Set.of(), 1, STALENESS);

    private static final UserWriteOutcome READ_ONLY = new UserWriteOutcome.Rejected(
            "READ_ONLY",
            "the API of Account Engagement cannot write users; export the change list, carry it out in Account"
                    + " Engagement's and Salesforce's own settings, then plan again to verify it",
            true);

    private final ApiSettings settings;
    private final ApiUnit unit;
    private final ApiConnection connection;
    private final String doing;

    /** Held while a listing goes on. */
    private @Nullable KnownUsers known;

    /**
     * Whether any page of the listing came with a warning. By 203 the API ends a listing although more would follow;
     * whatever another one says, nothing is proven then.
     */
    private boolean warned;

    ApiEndpoint(ApiSettings settings, ApiUnit unit) {
        this.settings = settings;
        this.unit = unit;
        connection = new ApiConnection(settings, unit.id());
        doing = "listing users of business unit " + unit.id();
    }

    @Override
    public EngagementCapabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public UserPage list(@Nullable PageToken token) {
        KnownUsers seen = known == null ? unit.takeKnown() : known;
        known = seen;
        if (token == null) {
            seen.begin();
            warned = false;
        }
        String query = token == null
                ? USERS + "&deleted=all&orderBy=id&limit=" + settings.pageSize()
                : USERS + "&nextPageToken=" + encoded(token.value());
        AccessToken access = token(null);
        Listed listed = ask(query, access, seen);
        if (listed.trouble() instanceof UnauthorizedException) {
            AccessToken renewed = token(access);
            listed = renewed.equals(access) ? listed : ask(query, renewed, seen);
        }
        if (listed.trouble() instanceof CursorExpiredException expired && token == null) {
            throw new ContractBrokenException(
                    doing + ": a page token was refused where none was sent; report it to the authors", expired);
        }
        if (listed.trouble() != null) {
            throw listed.trouble();
        }
        return page(listed, seen);
    }

    /** Whatever the host's code throws concerns this unit alone. */
    private AccessToken token(@Nullable AccessToken refused) {
        try {
            TokenProvider tokens = settings.tokens();
            return Objects.requireNonNull(refused == null ? tokens.token() : tokens.renew(refused), "token");
        } catch (CrosstieException told) {
            throw told;
        } catch (RuntimeException failed) {
            throw new UnavailableException(
                    doing + ": the token provider failed, for a reason of its own; see the cause", failed);
        }
    }

    /** What came of a request: users, or trouble in their place. */
    private record Listed(
            List<EngagementUser> users,
            @Nullable PageToken next,
            boolean warned,
            @Nullable CrosstieException trouble) {}

    private Listed ask(String query, AccessToken access, KnownUsers seen) {
        UnitGate gate = unit.gate();
        gate.enter(doing, settings.clock().instant(), settings.deadline());
        try {
            ApiAnswer answer = connection.get(query, access, doing);
            PageContent content = new PageReader(seen).read(answer.body());
            if (answer.status() == 200 && content instanceof PageContent.Users page) {
                return new Listed(page.users(), page.next(), answer.warned(), null);
            }
            CrosstieException trouble =
                    new ApiTrouble(doing, settings.clock().instant(), settings.accountZone()).of(answer, content);
            if (trouble instanceof ThrottledException throttled) {
                gate.closeUntil(throttled.retryAt()); // before anybody who waits gets this lane
            }
            return new Listed(List.of(), null, answer.warned(), trouble);
        } finally {
            gate.leave();
        }
    }

    private UserPage page(Listed listed, KnownUsers seen) {
        warned |= listed.warned();
        boolean complete = listed.next() == null && !warned;
        if (complete) {
            seen.end();
            unit.giveBack(seen);
            known = null;
        }
        return new UserPage(listed.users(), listed.next(), complete);
    }

    @Override
    public List<UserWriteOutcome> write(List<UserWrite> writes) {
        return Collections.nCopies(writes.size(), READ_ONLY);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
