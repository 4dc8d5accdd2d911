package io.github.crosstie.salesforce.auth;

import io.github.crosstie.http.internal.ExchangePolicy;
import io.github.crosstie.http.internal.HostClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.PrivateKey;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Signs in to Salesforce by one of the OAuth 2.0 flows that need no browser, and keeps the session until it is refused. However many
 * requests are refused at the same time, one new session is asked for. Thread-safe.
 *
 * <pre>{@code
 * TokenProvider signIn = OAuthSignIn.builder()
 *         .client(client)
 *         .login(URI.create("https://acme.my.salesforce.com"))
 *         .jwtBearer(consumerKey, "integration@acme.example", PrivateKeys.rsa(pem))
 *         .build();
 * }</pre>
 */
public final class OAuthSignIn implements TokenProvider {

    private final TokenEndpoint endpoint;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable AccessToken current;

    private OAuthSignIn(TokenEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * Starts a sign-in.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public AccessToken token() {
        AccessToken held = current;
        return held != null ? held : renewed(null);
    }

    @Override
    public AccessToken renew(AccessToken refused) {
        return renewed(Objects.requireNonNull(refused, "refused"));
    }

    private AccessToken renewed(@Nullable AccessToken refused) {
        lock.lock();
        try {
            AccessToken held = current;
            // Another request may have renewed it while this one waited.
            if (held == null || held.equals(refused)) {
                held = endpoint.issue();
                current = held;
            }
            return held;
        } finally {
            lock.unlock();
        }
    }

    /** Says where, not with what. */
    @Override
    public String toString() {
        return "OAuthSignIn[" + current + "]";
    }

    /** Collects what a sign-in needs, one of the flows included; {@link #build} checks it. Not thread-safe. */
    public static final class Builder {

        private @Nullable HttpClient client;
        private @Nullable URI login;
        private Clock clock = Clock.systemUTC();
        private @Nullable URI audience;
        private boolean plainHttp;
        private @Nullable Flow flow;

        /** Makes the grant once everything is known. */
        private interface Flow {
            Grant of(URI audience, Clock clock);
        }

        /** The client credentials and refresh token flows: a fixed form. */
        private record Fixed(String name, Map<String, String> form) implements Grant {
            @Override
            public String toString() {
                return name;
            }
        }

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
         * Sets where sessions are issued.
         *
         * @param address the organization's My Domain address, or {@code https://login.salesforce.com} or {@code
         *     https://test.salesforce.com}
         * @return this
         */
        public Builder login(URI address) {
            this.login = Objects.requireNonNull(address, "address");
            return this;
        }

        /**
         * Sets the clock.
         *
         * @param clock the time, for assertions; the system's by default
         * @return this
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Signs in as a user by the connected app's certificate, without anybody's password (RFC 7523).
         *
         * @param consumerKey the connected app's consumer key
         * @param username whom to sign in as; pre-authorized for the app
         * @param key the RSA key of the app's certificate, see {@link PrivateKeys}
         * @return this
         */
        public Builder jwtBearer(String consumerKey, String username, PrivateKey key) {
            Objects.requireNonNull(key, "key");
            flow = (aud, time) ->
                    new JwtGrant(present(consumerKey, "consumerKey"), present(username, "username"), key, aud, time);
            return this;
        }

        /**
         * Signs in as the user that the connected app's client credentials flow names. Works at a My Domain address alone.
         *
         * @param consumerKey the connected app's consumer key
         * @param consumerSecret its secret
         * @return this
         */
        public Builder clientCredentials(String consumerKey, String consumerSecret) {
            Grant grant = new Fixed(
                    "client credentials",
                    Map.of(
                            "grant_type",
                            "client_credentials",
                            "client_id",
                            present(consumerKey, "consumerKey"),
                            "client_secret",
                            present(consumerSecret, "consumerSecret")));
            flow = (aud, time) -> grant;
            return this;
        }

        /**
         * Goes on by a refresh token that a person's sign-in has left.
         *
         * @param consumerKey the connected app's consumer key
         * @param consumerSecret its secret; empty if the app asks for none
         * @param refreshToken the refresh token
         * @return this
         */
        public Builder refreshToken(String consumerKey, String consumerSecret, String refreshToken) {
            Map<String, String> form = new HashMap<>(Map.of(
                    "grant_type",
                    "refresh_token",
                    "client_id",
                    present(consumerKey, "consumerKey"),
                    "refresh_token",
                    present(refreshToken, "refreshToken")));
            if (!consumerSecret.isEmpty()) {
                form.put("client_secret", consumerSecret);
            }
            Grant grant = new Fixed("refresh token", Map.copyOf(form));
            flow = (aud, time) -> grant;
            return this;
        }

        /**
         * Sets whom assertions are for, where it is not the login address: for communities, say.
         *
         * @param audience the audience
         * @return this
         */
        public Builder audience(URI audience) {
            this.audience = Objects.requireNonNull(audience, "audience");
            return this;
        }

        /**
         * Lets requests go unencrypted, which shows everybody on the way what they say, secrets included: for servers on the same
         * machine, in tests.
         *
         * @return this
         */
        public Builder allowPlainHttp() {
            plainHttp = true;
            return this;
        }

        private static String present(String value, String name) {
            if (value.isBlank()) {
                throw new IllegalArgumentException("sign-in to Salesforce: the " + name + " is blank; pass it");
            }
            return value;
        }

        /**
         * Makes the sign-in; nobody is called yet.
         *
         * @return the sign-in
         * @throws IllegalArgumentException if client or login address are missing, no flow was chosen, or the login address has no
         *     encryption and that was not allowed
         */
        public OAuthSignIn build() {
            if (client == null || login == null) {
                throw new IllegalArgumentException("OAuthSignIn: set client and login");
            }
            Flow chosen = flow;
            if (chosen == null) {
                throw new IllegalArgumentException("sign-in to Salesforce: no flow was chosen; call jwtBearer(...),"
                        + " clientCredentials(...) or refreshToken(...) before build()");
            }
            if (login.getHost() == null || !("https".equals(login.getScheme()) || plainHttp)) {
                throw new IllegalArgumentException("sign-in to " + login + ": secrets would travel without encryption;"
                        + " pass an https address, or call allowPlainHttp() for a server on this machine");
            }
            return new OAuthSignIn(new TokenEndpoint(
                    client,
                    login.resolve("/services/oauth2/token"),
                    chosen.of(audience == null ? login : audience, clock),
                    clock,
                    ExchangePolicy.DEFAULT,
                    plainHttp));
        }
    }
}
