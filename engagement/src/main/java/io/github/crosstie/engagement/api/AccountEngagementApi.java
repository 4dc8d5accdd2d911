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
import org.jspecify.annotations.Nullable;

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
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
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
        return "AccountEngagementApi[" + settings.service() + "]";
    }

    /** Makes an {@link AccountEngagementApi}. Not thread-safe. */
    public static final class Builder {

        private static final int MOST_REQUESTS = 5;
        private static final int LARGEST_PAGE = 1000;

        private @Nullable HttpClient client;
        private @Nullable TokenProvider tokens;
        private Clock clock = Clock.systemUTC();
        private URI service = PRODUCTION;
        private boolean plainHttp;
        private Duration deadline = Duration.ofSeconds(60);
        private int concurrency = MOST_REQUESTS;
        private int pageSize = LARGEST_PAGE;
        private ZoneId accountZone = ZoneOffset.UTC;

        private Builder() {}

        /**
         * Sets the HTTP client, on whose executor the work is done. Share one: a client is never closed. No
         * authenticator, which would take the token's place, and no redirects, which would carry the token elsewhere.
         *
         * @param client the host's client
         * @return this
         * @throws IllegalArgumentException if it has an authenticator or follows redirects
         */
        public Builder client(HttpClient client) {
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
            return this;
        }

        /**
         * Sets who gives tokens.
         *
         * @param tokens where access tokens come from
         * @return this
         */
        public Builder tokens(TokenProvider tokens) {
            this.tokens = Objects.requireNonNull(tokens, "tokens");
            return this;
        }

        /**
         * Sets the clock.
         *
         * @param clock tells when limits end; the system's by default
         * @return this
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Sets where Account Engagement is.
         *
         * @param root such as {@link #DEMO}; {@link #PRODUCTION} by default. Without user, query and fragment; a path is
         *     kept, for hosts behind a proxy
         * @return this
         */
        public Builder service(URI root) {
            this.service = Objects.requireNonNull(root, "root");
            return this;
        }

        /**
         * Lets requests go unencrypted, which shows everybody on the way what they say, tokens included: for servers on
         * the same machine, in tests.
         *
         * @return this
         */
        public Builder allowPlainHttp() {
            plainHttp = true;
            return this;
        }

        /**
         * Sets how long one request may take, from the first byte sent to the last byte of the body; and how long it may
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
         * Sets how many requests to one unit are under way at a time. Others wait for their turn.
         *
         * @param concurrency 1 to 5, which is what the API takes and the default; fewer if others call the unit, too
         * @return this
         */
        public Builder concurrency(int concurrency) {
            this.concurrency = concurrency;
            return this;
        }

        /**
         * Sets how many users a page has at most.
         *
         * @param pageSize 1 to 1,000, which is the default: each page is a request, and those of a day are limited
         * @return this
         */
        public Builder pageSize(int pageSize) {
            this.pageSize = pageSize;
            return this;
        }

        /**
         * Sets where the units' accounts are at home: there the daily limit starts anew at the beginning of the day.
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
         * @throws IllegalArgumentException if client or tokens are missing, a value is out of range, or the service's
         *     address is not absolute, not https, or holds more than a host, a port and a path
         */
        public AccountEngagementApi build() {
            if (client == null || tokens == null) {
                throw new IllegalArgumentException("AccountEngagementApi: set client and tokens");
            }
            return new AccountEngagementApi(new ApiSettings(
                    client,
                    tokens,
                    clock,
                    checkedService(),
                    checkedDeadline(),
                    range("concurrency", concurrency, MOST_REQUESTS),
                    range("pageSize", pageSize, LARGEST_PAGE),
                    accountZone));
        }

        private URI checkedService() {
            boolean https = "https".equalsIgnoreCase(service.getScheme());
            boolean allowed = https || (plainHttp && "http".equalsIgnoreCase(service.getScheme()));
            if (!allowed || service.getHost() == null) {
                throw new IllegalArgumentException(
                        "service: it is no absolute https URL, and tokens must not travel in the"
                                + " clear; use https, or allowPlainHttp() for a server on this machine");
            }
            if (service.getRawUserInfo() != null || service.getRawQuery() != null || service.getRawFragment() != null) {
                throw new IllegalArgumentException(
                        "service: it holds a user, a query or a fragment; pass scheme, host, port and path alone");
            }
            String text = service.toString();
            return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : service;
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
