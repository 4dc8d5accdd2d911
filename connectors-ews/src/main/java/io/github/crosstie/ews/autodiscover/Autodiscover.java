package io.github.crosstie.ews.autodiscover;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.ews.auth.EwsAuth;
import io.github.crosstie.ews.internal.transport.Statuses;
import io.github.crosstie.ews.internal.transport.WebClient;
import io.github.crosstie.ews.internal.transport.WebPolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds servers by Autodiscover: first by its JSON form, which needs no credentials, then by its XML form. Only over
 * https, and only servers of the mailbox's own domain, of Exchange Online, or trusted by the host are believed. Answers
 * are kept. Thread-safe.
 *
 * <p>Two ways that Outlook tries at last are left out on purpose: a redirection over plain http, and a service record (SRV) in
 * the DNS. Whoever sits on the way can answer both, and would be shown credentials. Where a domain relies on one of them, say
 * where its mailboxes are ({@link Builder#server}), or which service to ask ({@link Builder#services}) and to trust
 * ({@link Builder#trust}).
 *
 * <pre>{@code
 * EwsLocator locator = Autodiscover.builder()
 *         .client(client)
 *         .auth(EwsAuth.kerberos(subject))
 *         .server("branch.acme.example", URI.create("https://mail.branch.acme.example/EWS/Exchange.asmx"))
 *         .trust("mail.acme-hosting.example")
 *         .build();
 * }</pre>
 */
public final class Autodiscover implements EwsLocator {

    static final URI EXCHANGE_ONLINE = URI.create("https://outlook.office365.com/");

    private static final long MOST_MAILBOXES = 100_000;

    private final Service service;
    private final Function<String, List<URI>> services;
    private final Trust trust;
    private final boolean plainHttp;
    private final Map<String, URI> servers;
    private final Cache<Owner, URI> known;

    private Autodiscover(Builder builder, HttpClient client, EwsAuth auth) {
        WebPolicy policy = new WebPolicy(
                builder.deadline, WebPolicy.DEFAULT.largestAnswer(), builder.plainHttp, builder.userAgent);
        this.service = new Service(
                WebClient.anonymous(client, policy),
                WebClient.of(client, auth, policy),
                new Statuses(builder.clock),
                () -> UUID.randomUUID().toString());
        this.services = builder.services;
        this.trust = new Trust(builder.trusted);
        this.plainHttp = builder.plainHttp;
        this.servers = Map.copyOf(builder.servers);
        Clock clock = builder.clock;
        this.known = Caffeine.newBuilder()
                .expireAfterWrite(builder.keep)
                .maximumSize(MOST_MAILBOXES)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                // Its upkeep is short; the calling thread does it, so that no pool is needed.
                .executor(Runnable::run)
                .build();
    }

    /**
     * Starts an Autodiscover.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@inheritDoc}
     *
     * <p>What the host said of the mailbox or its domain comes first. A look-up blocks the calling thread, at most
     * sixteen requests long; several threads that ask for one mailbox at the same time may each look it up.
     */
    @Override
    public URI locate(Owner mailbox) {
        String address = mailbox.value().toLowerCase(Locale.ROOT);
        URI told = servers.get(address);
        if (told == null) {
            told = servers.get(address.substring(address.lastIndexOf('@') + 1));
        }
        if (told == null) {
            told = known.getIfPresent(mailbox);
        }
        if (told == null) {
            told = new Lookup(service, services, trust, plainHttp, mailbox).find(mailbox);
            known.put(mailbox, told);
        }
        return told;
    }

    @Override
    public void forget(Owner mailbox) {
        known.invalidate(mailbox);
    }

    @Override
    public String toString() {
        return "Autodiscover";
    }

    /** Collects what Autodiscover needs; {@link #build} checks it. Not thread-safe. */
    public static final class Builder {
        private @Nullable HttpClient client;
        private @Nullable EwsAuth auth;
        private Clock clock = Clock.systemUTC();
        private final Map<String, URI> servers = new HashMap<>();
        private final Set<String> trusted = new HashSet<>();
        private Function<String, List<URI>> services = domain -> List.of(
                URI.create("https://autodiscover." + domain + "/"),
                URI.create("https://" + domain + "/"),
                EXCHANGE_ONLINE);
        private Duration deadline = Duration.ofSeconds(20);
        private Duration keep = Duration.ofHours(12);
        private String userAgent = WebPolicy.DEFAULT.userAgent();
        private boolean plainHttp;

        private Builder() {}

        /**
         * Sets the HTTP client, on whose executor answers arrive. Share one: a client is never closed. No authenticator, no
         * cookie handler, no redirects.
         *
         * @param client the host's client
         * @return this
         */
        public Builder client(HttpClient client) {
            this.client = Objects.requireNonNull(client, "client");
            return this;
        }

        /**
         * Sets how requests of the XML form are signed in.
         *
         * @param auth the way, such as {@link EwsAuth}'s factories give
         * @return this
         */
        public Builder auth(EwsAuth auth) {
            this.auth = Objects.requireNonNull(auth, "auth");
            return this;
        }

        /**
         * Sets the clock.
         *
         * @param clock tells when answers are old; the system's by default
         * @return this
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Sets where the mailboxes of a domain, or one mailbox, are; nobody is asked for them.
         *
         * @param domainOrMailbox such as {@code acme.example} or {@code anna@acme.example}, in any case; a mailbox
         *     precedes its domain
         * @param server the address of Exchange Web Services
         * @return this
         */
        public Builder server(String domainOrMailbox, URI server) {
            servers.put(domainOrMailbox.toLowerCase(Locale.ROOT), Objects.requireNonNull(server, "server"));
            return this;
        }

        /**
         * Trusts a server outside the mailboxes' domains with their credentials.
         *
         * @param host the name of the server or of its domain
         * @return this
         */
        public Builder trust(String host) {
            trusted.add(host.toLowerCase(Locale.ROOT));
            return this;
        }

        /**
         * Sets which services to ask. By default: {@code autodiscover.} and the domain, the domain, Exchange Online.
         *
         * @param services gives the services' addresses, without path, for the domain of a mailbox in lower case; in
         *     order
         * @return this
         */
        public Builder services(Function<String, List<URI>> services) {
            this.services = Objects.requireNonNull(services, "services");
            return this;
        }

        /**
         * Sets how long one request may take, from the sign-in to the last byte of the answer.
         *
         * @param deadline positive; 20 seconds by default
         * @return this
         */
        public Builder deadline(Duration deadline) {
            this.deadline = Objects.requireNonNull(deadline, "deadline");
            return this;
        }

        /**
         * Sets how long answers are kept.
         *
         * @param keep zero, to ask each time, or more; 12 hours by default
         * @return this
         */
        public Builder keep(Duration keep) {
            this.keep = Objects.requireNonNull(keep, "keep");
            return this;
        }

        /**
         * Sets how requests name the client; administrators allow clients by it.
         *
         * @param name printable ASCII; {@code Crosstie} by default
         * @return this
         */
        public Builder userAgent(String name) {
            this.userAgent = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * Lets requests go unencrypted, which shows everybody on the way what they say: for servers on the same machine,
         * in tests.
         *
         * @return this
         */
        public Builder allowPlainHttp() {
            plainHttp = true;
            return this;
        }

        /**
         * Makes the locator; nobody is called yet.
         *
         * @return the locator
         * @throws IllegalArgumentException if client or sign-in are missing, the client has an authenticator or a cookie
         *     handler or follows redirects, a duration is not usable, or no header can carry the name of the client; the
         *     message says what to do
         */
        public Autodiscover build() {
            if (client == null || auth == null) {
                throw new IllegalArgumentException("Autodiscover: set client and auth");
            }
            if (keep.isNegative()) {
                throw new IllegalArgumentException("keep " + keep + ": pass a duration of zero or more");
            }
            return new Autodiscover(this, client, auth);
        }
    }
}
