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
import org.jspecify.annotations.Nullable;

/**
 * The way to one organization's API: shared by its directory and its records, so that both keep to one budget of requests and to one
 * pause. Thread-safe.
 *
 * <pre>{@code
 * SalesforceConnection acme = SalesforceConnection.builder()
 *         .client(client)                                             // the host's, shared by everything
 *         .tokens(signIn)
 *         .budget(70)                                                 // percent of the requests a day; the rest is for others
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
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
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

    /** Collects what a connection needs; {@link #build} checks it. Not thread-safe. */
    public static final class Builder {

        private @Nullable HttpClient client;
        private @Nullable TokenProvider tokens;
        private Clock clock = Clock.systemUTC();
        private ApiVersion version = ApiVersion.NEWEST;
        private ApiBudget budget = ApiBudget.DEFAULT;
        private ExchangePolicy policy = ExchangePolicy.DEFAULT;
        private boolean plainHttp;

        private Builder() {}

        /**
         * Sets the HTTP client, on whose executor answers arrive. Share one: a client is never closed. No authenticator, no cookie
         * handler, no redirects.
         *
         * @param client the host's client
         * @return this
         * @throws IllegalArgumentException if it would send credentials astray: it has an authenticator, follows redirects or keeps
         *     cookies
         */
        public Builder client(HttpClient client) {
            this.client = HostClient.usable(client);
            return this;
        }

        /**
         * Sets who gives sessions.
         *
         * @param tokens such as {@link io.github.crosstie.salesforce.auth.OAuthSignIn}, or the host's own
         * @return this
         */
        public Builder tokens(TokenProvider tokens) {
            this.tokens = Objects.requireNonNull(tokens, "tokens");
            return this;
        }

        /**
         * Sets the clock.
         *
         * @param clock tells when pauses are over; the system's by default
         * @return this
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
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
         * @param percent 1 to 100; 90 by default
         * @return this
         * @throws IllegalArgumentException if it is not from 1 to 100
         */
        public Builder budget(int percent) {
            budget = new ApiBudget(percent);
            return this;
        }

        /**
         * Sets how long an exchange may take, up to the last byte of the answer; the sign-in has its own time.
         *
         * @param deadline positive; two minutes by default
         * @return this
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder deadline(Duration deadline) {
            policy = policy.within(deadline);
            return this;
        }

        /**
         * Sets how requests name the client.
         *
         * @param name printable ASCII; {@code Crosstie} by default
         * @return this
         * @throws IllegalArgumentException if a header cannot carry it
         */
        public Builder userAgent(String name) {
            policy = policy.named(name);
            return this;
        }

        /**
         * Lets requests go unencrypted, which shows everybody on the way what they say, sessions included: for servers on the same
         * machine, in tests. Unless set, a session whose address is no https one is never sent, and an {@link
         * io.github.crosstie.fault.UnauthorizedException} says so.
         *
         * @return this
         */
        public Builder allowPlainHttp() {
            plainHttp = true;
            return this;
        }

        /**
         * Makes the connection; nobody is called yet.
         *
         * @return the connection
         * @throws IllegalArgumentException if client or tokens are missing
         */
        public SalesforceConnection build() {
            if (client == null || tokens == null) {
                throw new IllegalArgumentException("SalesforceConnection: set client and tokens");
            }
            TokenProvider sessions = plainHttp ? tokens : new EncryptedSessions(tokens);
            return new SalesforceConnection(new SalesforceRest(client, sessions, clock, version, budget, policy));
        }
    }
}
