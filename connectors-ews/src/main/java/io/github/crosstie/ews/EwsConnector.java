package io.github.crosstie.ews;

import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.ews.auth.EwsAuth;
import io.github.crosstie.ews.autodiscover.EwsLocator;
import io.github.crosstie.ews.internal.item.ContactMapping;
import io.github.crosstie.ews.internal.item.EventMapping;
import io.github.crosstie.ews.internal.item.ItemMapping;
import io.github.crosstie.ews.internal.operation.Resolution;
import io.github.crosstie.ews.internal.operation.ResolveNames;
import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.Impersonation;
import io.github.crosstie.ews.internal.soap.RequestHeader;
import io.github.crosstie.ews.internal.soap.ServerVersion;
import io.github.crosstie.ews.internal.transport.EwsTransport;
import io.github.crosstie.ews.internal.transport.MailServer;
import io.github.crosstie.ews.internal.transport.WebClient;
import io.github.crosstie.ews.internal.transport.WebPolicy;
import io.github.crosstie.internal.exchange.WindowsZones;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The mail side on Exchange: contacts and calendars of mailboxes over Exchange Web Services, on Exchange Server 2013
 * SP1 and later and, as long as it lives there, on Exchange Online. An {@link Owner} is the mailbox's address.
 *
 * <pre>{@code
 * EwsConnector exchange = EwsConnector.builder()
 *         .client(client)                                             // the host's, shared by everything
 *         .auth(EwsAuth.bearer(TokenProvider.from(tokens::current)))  // or kerberos, ntlm, basic
 *         .server(URI.create("https://mail.acme.example/EWS/Exchange.asmx"))
 *         .impersonate()                                              // if the account acts for all mailboxes
 *         .userZones(owner -> ZoneId.of("Europe/Berlin"))
 *         .build();
 * }</pre>
 *
 * <p>It makes no threads: requests run on the calling thread and the client's own executor. One connector serves all
 * mailboxes and lives as long as the host; what it remembers of mailboxes only saves requests. Thread-safe.
 */
public final class EwsConnector implements Connector {

    private final EwsTransport transport;
    private final Clock clock;
    private final EwsLocator locator;
    private final boolean impersonates;
    private final Function<Owner, ZoneId> userZones;
    private final EwsEndpoint.Paging paging;
    private final EwsEndpoint.Remembered remembered;

    private EwsConnector(
            Builder builder, EwsTransport transport, EwsLocator locator, Function<Owner, ZoneId> userZones) {
        this.transport = transport;
        this.clock = builder.clock;
        this.locator = locator;
        this.impersonates = builder.impersonates;
        this.userZones = userZones;
        this.paging = builder.paging;
        this.remembered = EwsEndpoint.Remembered.nothing(builder.remembered, builder.clock);
    }

    /**
     * Starts a connector.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Side side() {
        return Side.MAIL;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if events are opened and nobody knows the zone of the mailbox's user
     */
    @Override
    public Endpoint open(Owner owner, ItemKind kind, SyncConfiguration configuration) {
        Mailbox mailbox = mailbox(owner);
        SyncedFolder folder = folder(mailbox, kind, configuration);
        ItemMapping mapping = kind == ItemKind.CONTACT
                ? new ContactMapping()
                : new EventMapping(WindowsZones.standard(), zone(owner));
        return new EwsEndpoint(mailbox, kind, folder, mapping, paging, remembered);
    }

    private Mailbox mailbox(Owner owner) {
        return new Mailbox(owner.value(), channel(owner), clock);
    }

    private SyncedFolder folder(Mailbox mailbox, ItemKind kind, SyncConfiguration configuration) {
        return kind == ItemKind.CONTACT
                ? SyncedFolder.contacts(
                        mailbox, remembered.folders(), configuration.contacts().folder())
                : SyncedFolder.calendar(mailbox, remembered.folders());
    }

    private ZoneId zone(Owner owner) {
        @Nullable ZoneId zone = userZones.apply(owner);
        if (zone == null) {
            throw new IllegalArgumentException(
                    "userZones: they have no zone for " + owner + "; have them give one for each mailbox");
        }
        return zone;
    }

    /**
     * The mailbox that an address leads to, by the organization's directory: whether an address that the CRM has of a
     * user is only an alias of the mailbox (C8). Calls out.
     *
     * @param asking a mailbox that the connector can reach, in whose name the directory is asked
     * @param address an e-mail address
     * @return the mailbox by its primary address; empty if the directory knows nobody of that address, or several
     * @throws io.github.crosstie.fault.CrosstieException if the directory cannot be asked
     */
    public Optional<Owner> mailboxOf(Owner asking, String address) {
        List<Resolution> found = new ResolveNames(channel(asking), clock).resolve("smtp:" + address);
        return found.size() == 1 && found.get(0).routingType().equalsIgnoreCase("SMTP")
                ? Optional.of(new Owner(found.get(0).address()))
                : Optional.empty();
    }

    /**
     * Listens to a mailbox for changes, so that it can be synced soon after them.
     *
     * <pre>{@code
     * MailboxWatch watch = exchange.watch(anna, configuration, scheduler, kind -> queue.add(anna));
     * }</pre>
     *
     * @param owner the mailbox
     * @param configuration says which records flow, and so which folders are of interest; at least one kind
     * @param scheduler on whose threads everything runs, and whose times are waited for: one thread for each mailbox that is
     *     watched, and one more
     * @param listener is told when a round is due
     * @return the watch; close it to end the listening
     * @throws IllegalArgumentException if nothing flows by the configuration
     */
    public MailboxWatch watch(
            Owner owner, SyncConfiguration configuration, ScheduledExecutorService scheduler, ChangeListener listener) {
        return watch(owner, configuration, scheduler, listener, MailboxWatch.QUIET);
    }

    MailboxWatch watch(
            Owner owner,
            SyncConfiguration configuration,
            ScheduledExecutorService scheduler,
            ChangeListener listener,
            Duration quiet) {
        Mailbox mailbox = mailbox(owner);
        Set<ItemKind> kinds = EnumSet.allOf(ItemKind.class);
        kinds.removeIf(kind -> configuration.records(kind).direction() == SyncDirection.OFF);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("configuration " + configuration.id()
                    + ": neither contacts nor events flow, so there is nothing to watch; set a direction");
        }
        MailboxWatch watch = new MailboxWatch(
                mailbox, kinds, kind -> folder(mailbox, kind, configuration), scheduler, listener, quiet);
        watch.begin();
        return watch;
    }

    /**
     * The ids of a mailbox's items in other formats, as a move to another wire needs them.
     *
     * @param owner the mailbox, by its primary address
     * @return translates ids
     */
    public MailboxIds ids(Owner owner) {
        return new MailboxIds(mailbox(owner));
    }

    private EwsChannel channel(Owner owner) {
        RequestHeader header = RequestHeader.of(ServerVersion.EXCHANGE_2013_SP1)
                .withImpersonation(impersonates ? Impersonation.ofAddress(owner.value()) : null);
        return transport.channel(owner, server(owner), header);
    }

    private MailServer server(Owner owner) {
        return new MailServer() {
            @Override
            public URI address() {
                return locator.locate(owner);
            }

            @Override
            public void doubt() {
                locator.forget(owner);
            }
        };
    }

    @Override
    public String toString() {
        return "EwsConnector" + (impersonates ? "[impersonating]" : "[]");
    }

    /** Collects what a connector needs; {@link #build} checks it. Not thread-safe. */
    public static final class Builder {

        private static final long REMEMBERED = 100_000;

        private @Nullable HttpClient client;
        private @Nullable EwsAuth auth;
        private @Nullable EwsLocator locator;
        private @Nullable URI server;
        private Clock clock = Clock.systemUTC();
        private boolean impersonates;
        private WebPolicy policy = WebPolicy.DEFAULT;
        private @Nullable Function<Owner, ZoneId> userZones;
        private long remembered = REMEMBERED;
        private EwsEndpoint.Paging paging = EwsEndpoint.Paging.USUAL;

        private Builder() {}

        /**
         * Sets the HTTP client, on whose executor answers arrive. Share one: a client is never closed. HTTP/1.1, no
         * authenticator, no cookie handler, no redirects.
         *
         * @param client the host's client
         * @return this
         */
        public Builder client(HttpClient client) {
            this.client = Objects.requireNonNull(client, "client");
            return this;
        }

        /**
         * Sets how requests are signed in.
         *
         * @param auth the way, such as {@link EwsAuth}'s factories give
         * @return this
         */
        public Builder auth(EwsAuth auth) {
            this.auth = Objects.requireNonNull(auth, "auth");
            return this;
        }

        /**
         * Sets one server for all mailboxes.
         *
         * @param address such as {@code https://mail.acme.example/EWS/Exchange.asmx}
         * @return this
         */
        public Builder server(URI address) {
            locator(EwsLocator.at(address));
            server = address;
            return this;
        }

        /**
         * Sets who knows the servers of mailboxes.
         *
         * @param locator such as {@link io.github.crosstie.ews.autodiscover.Autodiscover}
         * @return this
         */
        public Builder locator(EwsLocator locator) {
            this.locator = Objects.requireNonNull(locator, "locator");
            server = null;
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
         * Acts in the name of each mailbox's user: for an account that has the right to impersonate. Otherwise the
         * signed-in account must be the mailbox's own, or have full access to it.
         *
         * @return this
         */
        public Builder impersonate() {
            impersonates = true;
            return this;
        }

        /**
         * Sets the zones in which users live: an all-day event is from midnight to midnight there (S5). In a wrong zone
         * it would be a day off, or two days long. Has to be set, or {@link #utc}.
         *
         * @param zones the zone of each mailbox's user, from memory; thread-safe
         * @return this
         */
        public Builder userZones(Function<Owner, ZoneId> zones) {
            this.userZones = Objects.requireNonNull(zones, "zones");
            return this;
        }

        /**
         * Takes all users to live by UTC, in place of {@link #userZones}: where they do, or where no calendar is synced.
         *
         * @return this
         */
        public Builder utc() {
            return userZones(owner -> ZoneOffset.UTC);
        }

        /**
         * Sets how long an exchange may take, from the sign-in to the last byte of the answer.
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
         * Sets how large an answer may be. Of a larger one less is asked at a time; a single item that is larger is
         * unreadable (S15).
         *
         * @param bytes the size of the unpacked answer, positive; 256 MB by default
         * @return this
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder largestAnswer(long bytes) {
            policy = policy.withLargestAnswer(bytes);
            return this;
        }

        /**
         * Sets how requests name the client; administrators allow clients by it.
         *
         * @param name printable ASCII; {@code Crosstie} by default
         * @return this
         * @throws IllegalArgumentException if a header cannot carry it
         */
        public Builder userAgent(String name) {
            policy = new WebPolicy(policy.deadline(), policy.largestAnswer(), policy.plainHttp(), name);
            return this;
        }

        /**
         * Lets requests go unencrypted, which shows everybody on the way what they say: for servers on the same
         * machine, in tests.
         *
         * @return this
         */
        public Builder allowPlainHttp() {
            policy = policy.withPlainHttp();
            return this;
        }

        /**
         * Sets of how many items the connector remembers how to tell them again once they are deleted: only then a
         * deletion in the mailbox is proven and can be carried to the CRM (S10). About 300 bytes each.
         *
         * @param items 0 or more; 100,000 by default
         * @return this
         * @throws IllegalArgumentException if they are negative
         */
        public Builder remember(long items) {
            if (items < 0) {
                throw new IllegalArgumentException("items to remember: they are " + items + "; use 0 or more");
            }
            remembered = items;
            return this;
        }

        /** How much goes into a request, for tests. */
        Builder paging(int page, int batch) {
            paging = new EwsEndpoint.Paging(page, batch);
            return this;
        }

        /**
         * Makes the connector.
         *
         * @return the connector
         * @throws IllegalArgumentException if client, sign-in, server or zones are missing, the server's address is no
         *     whole one or not encrypted, or the client cannot be used; the message says what to set
         */
        public EwsConnector build() {
            HttpClient client = set(this.client, "client(HttpClient)");
            EwsAuth auth = set(this.auth, "auth(EwsAuth)");
            EwsLocator locator = set(this.locator, "server(URI), or locator(EwsLocator)");
            Function<Owner, ZoneId> zones =
                    set(userZones, "userZones(owner -> zone) for all-day events, or utc() where users live by UTC");
            if (server != null) {
                requireUsable(server);
            }
            EwsTransport transport = EwsTransport.of(
                    WebClient.of(client, auth, policy),
                    clock,
                    () -> UUID.randomUUID().toString());
            return new EwsConnector(this, transport, locator, zones);
        }

        private static <T> T set(@Nullable T value, String setting) {
            if (value == null) {
                throw new IllegalArgumentException("EwsConnector: set " + setting);
            }
            return value;
        }

        private void requireUsable(URI address) {
            if (address.getHost() == null) {
                throw new IllegalArgumentException("EwsConnector: the server's address " + address
                        + " names no host; set server to one like https://mail.acme.example/EWS/Exchange.asmx");
            }
            policy.requireAllowed(address);
        }
    }
}
