package io.github.crosstie.engagement.api;

import io.github.crosstie.configuration.BusinessUnitId;
import io.github.crosstie.engagement.connector.EngagementTarget;
import io.github.crosstie.engagement.connector.UnitEndpoint;
import io.github.crosstie.fault.InvalidInputException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Account Engagement over its API version 5. Reads users, live ones and those in the recycle bin; the API can neither
 * write them nor tell roles, so a plan for it is verified and exported, and its endpoints answer every write with
 * {@link io.github.crosstie.engagement.connector.UserWriteOutcome.Rejected}, which says so.
 *
 * <p>Of a user the API shows no phone number and no time zone: these are neither compared nor planned. It shows one
 * username: that of the CRM if the user has a Salesforce id, and otherwise one that is nobody's in the CRM and is left
 * out.
 *
 * <p>Starts no thread and never sleeps: each call runs on its caller's thread and on the executor of the HTTP client. A
 * limit that is used up ends the call with a {@link io.github.crosstie.fault.ThrottledException}; until the moment that
 * it names, no endpoint of the same unit sends anything. Thread-safe. One object serves all units of one host; the
 * requests that a unit takes at a time are counted for each object by itself, so use one alone.
 *
 * <p>Messages carry no token, no text of an answer and no personal data (G6).
 */
public final class AccountEngagementApi implements EngagementTarget {

    /** Where production units live. */
    public static final URI PRODUCTION = URI.create("https://pi.pardot.com");

    /** Where units of sandboxes and demonstrations live. */
    public static final URI DEMO = URI.create("https://pi.demo.pardot.com");

    private static final Pattern UNIT_ID = Pattern.compile("0Uv[A-Za-z0-9]{15}");

    private final ApiSettings settings;
    private final Map<BusinessUnitId, ApiUnit> units = new ConcurrentHashMap<>();

    private AccountEngagementApi(ApiSettings settings) {
        this.settings = settings;
    }

    /**
     * Starts with the production host and the API's own limits.
     *
     * @param client sends the requests; without an authenticator, which would take the token's place, and without
     *     following redirects, which would carry the token elsewhere. Its executor does the work
     * @param tokens where access tokens come from
     * @param clock tells when limits end; no other clock is read
     * @return a builder
     * @throws IllegalArgumentException if the client has an authenticator or follows redirects
     */
    public static Builder builder(HttpClient client, TokenProvider tokens, Clock clock) {
        return new Builder(client, tokens, clock);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Does not call out. What the last whole listing of a unit showed is kept, some hundred bytes a user beside the
     * user itself, until memory runs short: a user that did not change costs next to nothing in the next listing, and
     * is the very same object again.
     *
     * @throws InvalidInputException if the id is none of a business unit: 18 letters and digits that begin with {@code
     *     0Uv}
     */
    @Override
    public UnitEndpoint open(BusinessUnitId unit) {
        if (!UNIT_ID.matcher(unit.value()).matches()) {
            throw new InvalidInputException(
                    "business unit",
                    "id",
                    "it is not 18 letters and digits that begin with 0Uv; copy it from Account Engagement's business"
                            + " unit setup");
        }
        return new ApiEndpoint(settings, units.computeIfAbsent(unit, id -> new ApiUnit(id, settings.concurrency())));
    }

    @Override
    public String toString() {
        return "AccountEngagementApi[" + settings.baseUrl() + "]";
    }

    /** Makes an {@link AccountEngagementApi}. Not thread-safe. */
    public static final class Builder {

        private static final int MOST_REQUESTS = 5;
        private static final int LARGEST_PAGE = 1000;

        private final HttpClient client;
        private final TokenProvider tokens;
        private final Clock clock;
        private URI baseUrl = PRODUCTION;
        private boolean plainHttp;
        private Duration deadline = Duration.ofSeconds(60);
        private int concurrency = MOST_REQUESTS;
        private int pageSize = LARGEST_PAGE;
        private ZoneId accountZone = ZoneOffset.UTC;

        private Builder(HttpClient client, TokenProvider tokens, Clock clock) {
            if (client.authenticator().isPresent()) {
                throw new IllegalArgumentException(
                        "HTTP client: it has an authenticator, which would take the token's place; pass one without");
            }
            if (client.followRedirects() != HttpClient.Redirect.NEVER) {
                throw new IllegalArgumentException(
                        "HTTP client: it follows redirects, which would carry the token elsewhere; pass one with"
                                + " Redirect.NEVER");
            }
            this.client = client;
            this.tokens = Objects.requireNonNull(tokens, "tokens");
            this.clock = Objects.requireNonNull(clock, "clock");
        }

        /**
         * The host.
         *
         * @param baseUrl such as {@link #DEMO}; {@link #PRODUCTION} by default. Without user, query and fragment; a
         *     path is kept, for hosts behind a proxy
         * @return this
         */
        public Builder baseUrl(URI baseUrl) {
            this.baseUrl = Objects.requireNonNull(baseUrl, "baseUrl");
            return this;
        }

        /**
         * Also takes a base URL with {@code http}: the token then travels as anybody on the way can read it. For
         * servers on the same machine.
         *
         * @return this
         */
        public Builder allowPlainHttp() {
            plainHttp = true;
            return this;
        }

        /**
         * How long one request may take, from the first byte sent to the last byte of the body; and how long it may
         * wait before that, if the unit is busy.
         *
         * @param deadline a positive time; 60 seconds by default
         * @return this
         */
        public Builder deadline(Duration deadline) {
            this.deadline = Objects.requireNonNull(deadline, "deadline");
            return this;
        }

        /**
         * How many requests to one unit are under way at a time. Others wait for their turn.
         *
         * @param concurrency 1 to 5, which is what the API takes and the default; fewer if others call the unit, too
         * @return this
         */
        public Builder concurrency(int concurrency) {
            this.concurrency = concurrency;
            return this;
        }

        /**
         * How many users a page has at most.
         *
         * @param pageSize 1 to 1,000, which is the default: each page is a request, and those of a day are limited
         * @return this
         */
        public Builder pageSize(int pageSize) {
            this.pageSize = pageSize;
            return this;
        }

        /**
         * Where the units' accounts are at home: there the daily limit starts anew at the beginning of the day.
         *
         * @param accountZone the zone; UTC by default
         * @return this
         */
        public Builder accountZone(ZoneId accountZone) {
            this.accountZone = Objects.requireNonNull(accountZone, "accountZone");
            return this;
        }

        /**
         * Makes it; calls nobody.
         *
         * @return the target
         * @throws IllegalArgumentException if a value is out of range, or the base URL is not absolute, not https, or
         *     holds more than a host, a port and a path
         */
        public AccountEngagementApi build() {
            return new AccountEngagementApi(new ApiSettings(
                    client,
                    tokens,
                    clock,
                    checkedBaseUrl(),
                    checkedDeadline(),
                    range("concurrency", concurrency, MOST_REQUESTS),
                    range("pageSize", pageSize, LARGEST_PAGE),
                    accountZone));
        }

        private URI checkedBaseUrl() {
            boolean https = "https".equalsIgnoreCase(baseUrl.getScheme());
            boolean allowed = https || (plainHttp && "http".equalsIgnoreCase(baseUrl.getScheme()));
            if (!allowed || baseUrl.getHost() == null) {
                throw new IllegalArgumentException(
                        "baseUrl: it is no absolute https URL, and tokens must not travel in the"
                                + " clear; use https, or allowPlainHttp() for a server on this machine");
            }
            if (baseUrl.getRawUserInfo() != null || baseUrl.getRawQuery() != null || baseUrl.getRawFragment() != null) {
                throw new IllegalArgumentException(
                        "baseUrl: it holds a user, a query or a fragment; pass scheme, host, port and path alone");
            }
            String text = baseUrl.toString();
            return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : baseUrl;
        }

        private Duration checkedDeadline() {
            if (deadline.isNegative() || deadline.isZero() || deadline.compareTo(Duration.ofHours(1)) > 0) {
                throw new IllegalArgumentException(
                        "deadline: it is " + deadline + "; use more than zero, at most an hour");
            }
            return deadline;
        }

        private static int range(String name, int value, int most) {
            if (value < 1 || value > most) {
                throw new IllegalArgumentException(name + ": it is " + value + "; use 1 to " + most);
            }
            return value;
        }
    }
}
