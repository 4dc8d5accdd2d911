package io.github.crosstie.graph;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.crosstie.configuration.EventWindow;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.graph.auth.TokenProvider;
import io.github.crosstie.graph.internal.item.ContactMapping;
import io.github.crosstie.graph.internal.item.EventMapping;
import io.github.crosstie.graph.internal.item.ItemMapping;
import io.github.crosstie.graph.internal.operation.ClaimFolders;
import io.github.crosstie.graph.internal.transport.LeanTransport;
import io.github.crosstie.graph.internal.wire.GraphChannel;
import io.github.crosstie.graph.internal.wire.GraphChannels;
import io.github.crosstie.graph.internal.wire.GraphPolicy;
import io.github.crosstie.graph.internal.wire.GraphTransport;
import io.github.crosstie.graph.internal.wire.ServiceRoot;
import io.github.crosstie.graph.notification.GraphSubscriptions;
import io.github.crosstie.internal.exchange.WindowsZones;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.move.IdTranslator;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The mail side on Exchange Online: contacts and calendars of mailboxes over Microsoft Graph. An {@link Owner} is the
 * mailbox's address.
 *
 * <pre>{@code
 * GraphConnector graph = GraphConnector.builder()
 *         .client(client)                                             // the host's, shared by everything
 *         .tokens(TokenProvider.from(tokens::current))
 *         .userZones(owner -> ZoneId.of("Europe/Berlin"))
 *         .build();
 * }</pre>
 *
 * <p>It makes no threads: requests run on the calling thread and the client's own executor. One connector serves all
 * mailboxes and lives as long as the host; what it remembers of mailboxes only saves requests. Thread-safe.
 *
 * <p>Graph tells the attendees of every write to a meeting that the mailbox's user organizes. So unless the
 * configuration lets the server send invitations, such meetings are left alone, and the plan says so.
 */
public final class GraphConnector implements Connector {

    private static final long MAILBOXES = 100_000;

    /** More than Graph follows at once. */
    private static final int LONGEST_WINDOW = 1_700;

    private final GraphChannels channels;
    private final Clock clock;
    private final Function<Owner, ZoneId> userZones;
    private final GraphEndpoint.Paging paging;
    private final SeenItems seen;
    private final Cache<FolderKey, SyncedFolder> folders = remembering();
    private final Cache<Owner, ClaimFolders> claims = remembering();

    private GraphConnector(Builder builder, GraphTransport transport, Function<Owner, ZoneId> userZones) {
        this.clock = builder.clock;
        this.channels =
                GraphChannels.of(transport, clock, () -> UUID.randomUUID().toString());
        this.userZones = userZones;
        this.paging = builder.paging;
        this.seen = SeenItems.of(builder.remembered);
    }

    private record FolderKey(Owner owner, ItemKind kind, String name) {}

    private static <K, V> Cache<K, V> remembering() {
        // Its upkeep is short; the calling thread does it, so that no pool is needed.
        return Caffeine.newBuilder()
                .maximumSize(MAILBOXES)
                .executor(Runnable::run)
                .build();
    }

    /**
     * Starts a connector over the JDK's HTTP client. For a host that has a client of the vendor's, {@link
     * HostGraphClient} does.
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
     * @throws IllegalArgumentException if the window of events is longer than Graph can follow, or nobody knows the zone
     *     of the mailbox's user
     */
    @Override
    public Endpoint open(Owner owner, ItemKind kind, SyncConfiguration configuration) {
        EventWindow window = configuration.events().window();
        if (kind == ItemKind.EVENT && window.daysBack() + window.daysAhead() > LONGEST_WINDOW) {
            throw new IllegalArgumentException("event window of " + window.daysBack() + " days back and "
                    + window.daysAhead() + " ahead: Graph follows at most " + LONGEST_WINDOW + " days; set fewer");
        }
        GraphChannel channel = channels.channel(owner);
        ItemMapping mapping = kind == ItemKind.CONTACT
                ? new ContactMapping()
                : new EventMapping(WindowsZones.standard(), zone(owner));
        String name = kind == ItemKind.CONTACT ? configuration.contacts().folder() : "";
        return new GraphEndpoint(
                new Mailbox(owner.value(), channel, clock),
                kind,
                mapping,
                paging,
                new RollingWindow(window, clock),
                new GraphEndpoint.Remembered(
                        folders.get(new FolderKey(owner, kind, name), key -> new SyncedFolder(kind, name, clock)),
                        claims.get(owner, key -> new ClaimFolders(channel)),
                        seen));
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
     * Asks Graph to say when something in a mailbox changes, so that it is synced then and not only from time to time.
     *
     * @return subscriptions over this connector's ways to mailboxes
     */
    public GraphSubscriptions subscriptions() {
        return new Subscriptions(channels, clock);
    }

    /**
     * Says which ids items that Exchange Web Services know have over Graph, for a mailbox that stays where it is and
     * changes its way of access (S22).
     *
     * @return a translator, both ways
     */
    public IdTranslator idTranslator() {
        return GraphIdTranslator.fromExchange(channels);
    }

    @Override
    public String toString() {
        return "GraphConnector";
    }

    /** Collects what a connector needs; {@link #build} checks it. Not thread-safe. */
    public static final class Builder {

        private static final long REMEMBERED = 100_000;
        private static final URI WORLDWIDE = URI.create("https://graph.microsoft.com/v1.0");

        private @Nullable HttpClient client;
        private @Nullable TokenProvider tokens;
        private @Nullable Function<GraphPolicy, GraphTransport> hosts;
        private URI service = WORLDWIDE;
        private Clock clock = Clock.systemUTC();
        private GraphPolicy policy = GraphPolicy.DEFAULT;
        private String userAgent = "Crosstie";
        private boolean plainHttp;
        private @Nullable Function<Owner, ZoneId> userZones;
        private long remembered = REMEMBERED;
        private GraphEndpoint.Paging paging = GraphEndpoint.Paging.USUAL;

        private Builder() {}

        /**
         * Sets the HTTP client, on whose executor answers arrive. Share one: a client is never closed. No
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
         * Sets who gives tokens.
         *
         * @param tokens such as {@link TokenProvider#from} makes of the host's own source
         * @return this
         */
        public Builder tokens(TokenProvider tokens) {
            this.tokens = Objects.requireNonNull(tokens, "tokens");
            return this;
        }

        /** Sets another way than over the JDK's client. */
        Builder transport(Function<GraphPolicy, GraphTransport> transport) {
            this.hosts = transport;
            return this;
        }

        /**
         * Sets where Graph is, for one of the national clouds.
         *
         * @param root such as {@code https://graph.microsoft.us/v1.0}; the worldwide cloud by default
         * @return this
         */
        public Builder service(URI root) {
            this.service = Objects.requireNonNull(root, "root");
            return this;
        }

        /**
         * Sets the clock.
         *
         * @param clock tells when pauses are over, and which events are in scope; the system's by default
         * @return this
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
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
         * Sets how requests name the client.
         *
         * @param name printable ASCII; {@code Crosstie} by default
         * @return this
         */
        public Builder userAgent(String name) {
            this.userAgent = Objects.requireNonNull(name, "name");
            return this;
        }

        /**
         * Lets requests go unencrypted, which shows everybody on the way what they say: for servers on the same
         * machine, in tests.
         *
         * @return this
         */
        public Builder allowPlainHttp() {
            plainHttp = true;
            return this;
        }

        /**
         * Sets of how many items the connector remembers that they were there: only of those does it find out by itself
         * why they are not there any more (S10); of others it does when it is asked. About 300 bytes each.
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
            paging = new GraphEndpoint.Paging(page, batch, batch);
            return this;
        }

        /**
         * Makes the connector.
         *
         * @return the connector
         * @throws IllegalArgumentException if client, tokens or zones are missing, the service's address is not encrypted,
         *     the client cannot be used, or no header can carry the name of the client; the message says what to set
         */
        public GraphConnector build() {
            GraphTransport transport = transport();
            if (!transport.root().encrypted() && !plainHttp) {
                throw new IllegalArgumentException("GraphConnector: requests would go unencrypted; set a service that"
                        + " begins with https, or allowPlainHttp in a test");
            }
            if (userZones == null) {
                throw new IllegalArgumentException("GraphConnector: set userZones(owner -> zone) for all-day events, or"
                        + " utc() where users live by UTC");
            }
            return new GraphConnector(this, transport, userZones);
        }

        private GraphTransport transport() {
            if (hosts != null) {
                return hosts.apply(policy);
            }
            if (client == null || tokens == null) {
                throw new IllegalArgumentException("GraphConnector: set client and tokens");
            }
            return LeanTransport.of(client, new ServiceRoot(service), tokens, policy, userAgent);
        }
    }
}
