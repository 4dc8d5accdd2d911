package io.github.crosstie.salesforce;

import io.github.crosstie.http.internal.ExchangePolicy;
import io.github.crosstie.http.internal.HostClient;
import io.github.crosstie.salesforce.auth.TokenProvider;
import io.github.crosstie.salesforce.internal.rest.ApiBudget;
import io.github.crosstie.salesforce.internal.rest.ApiVersion;
import io.github.crosstie.salesforce.internal.rest.SalesforceRest;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * The way to one organization's API: shared by its directory and its records, so that both keep to one budget of requests and to one
 * pause. Thread-safe.
 *
 * <pre>{@code
 * SalesforceConnection acme = SalesforceConnection.builder(httpClient, signIn, clock)
 *         .budget(70)        // percent of the organization's requests a day; the rest is for others
 *         .build();
 * DirectorySource directory = SalesforceDirectorySource.builder(acme).build();
 * }</pre>
 */
public final class SalesforceConnection {

    private final SalesforceRest rest;

    private SalesforceConnection(SalesforceRest rest) {
        this.rest = rest;
    }

    /**
     * Starts a connection.
     *
     * @param client the host's HTTP client; may be shared by everything
     * @param tokens who gives the session
     * @param clock the time
     * @return a builder
     * @throws IllegalArgumentException if the client would send credentials astray: it has an authenticator, follows redirects or keeps
     *     cookies
     */
    public static Builder builder(HttpClient client, TokenProvider tokens, Clock clock) {
        return new Builder(HostClient.usable(client), tokens, clock);
    }

    /**
     * How much of the organization's requests of the last 24 hours is used, by everybody, as the last answer told.
     *
     * @return percent, rounded down; empty before the first answer
     */
    public OptionalInt usedPercent() {
        return rest.usage()
                .filter(usage -> usage.maximum() > 0)
                .map(usage -> OptionalInt.of((int) (usage.used() * 100L / usage.maximum())))
                .orElse(OptionalInt.empty());
    }

    SalesforceRest rest() {
        return rest;
    }

    /** Collects the settings of a connection. Not thread-safe. */
    public static final class Builder {

        private final HttpClient client;
        private final TokenProvider tokens;
        private final Clock clock;
        private ApiVersion version = ApiVersion.NEWEST;
        private ApiBudget budget = ApiBudget.DEFAULT;
        private ExchangePolicy policy = ExchangePolicy.DEFAULT;

        private Builder(HttpClient client, TokenProvider tokens, Clock clock) {
            this.client = client;
            this.tokens = Objects.requireNonNull(tokens, "tokens");
            this.clock = Objects.requireNonNull(clock, "clock");
        }

        /**
         * Sets which version of the API is spoken.
         *
         * @param version such as {@code v67.0}, the default
         * @return this
         * @throws IllegalArgumentException if it is of another form
         */
        public Builder version(String version) {
            this.version = new ApiVersion(version);
            return this;
        }

        /**
         * Sets how much of the organization's requests a day may be used, counting everybody's: beyond it rounds wait.
         *
         * @param percent 1 to 100; 90 unless set
         * @return this
         * @throws IllegalArgumentException if it is not from 1 to 100
         */
        public Builder budget(int percent) {
            budget = new ApiBudget(percent);
            return this;
        }

        /**
         * Sets how long one request may take, its whole answer included.
         *
         * @param deadline positive; two minutes unless set
         * @return this
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder deadline(Duration deadline) {
            policy = policy.within(deadline);
            return this;
        }

        /**
         * Makes the connection; nobody is called yet.
         *
         * @return the connection
         */
        public SalesforceConnection build() {
            return new SalesforceConnection(new SalesforceRest(client, tokens, clock, version, budget, policy));
        }
    }
}
