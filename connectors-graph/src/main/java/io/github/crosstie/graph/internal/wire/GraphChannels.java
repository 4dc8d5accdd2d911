package io.github.crosstie.graph.internal.wire;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.crosstie.connector.Owner;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The way to all mailboxes: one transport, and for each mailbox how many requests are on their way and until when it
 * wants to be left alone. Thread-safe; lives as long as the connector.
 */
public final class GraphChannels {

    /** A mailbox that nobody asked for in so long begins anew, as after a restart. */
    private static final Duration IDLE = Duration.ofHours(25);

    private static final long MOST_MAILBOXES = 100_000;

    private final GraphTransport transport;
    private final Clock clock;
    private final Supplier<String> requestIds;
    private final LoadingCache<Owner, MailboxState> mailboxes;

    private GraphChannels(GraphTransport transport, Clock clock, Supplier<String> requestIds) {
        this.transport = transport;
        this.clock = clock;
        this.requestIds = requestIds;
        this.mailboxes = Caffeine.newBuilder()
                .expireAfterAccess(IDLE)
                .maximumSize(MOST_MAILBOXES)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                // Its upkeep is short; the calling thread does it, so that no pool is needed.
                .executor(Runnable::run)
                .build(mailbox -> new MailboxState());
    }

    /**
     * The channels over a transport.
     *
     * @param transport carries the requests
     * @param clock tells when pauses are over
     * @param requestIds gives each request an id of its own, such as a UUID, by which the server's logs know it
     * @return the channels
     */
    public static GraphChannels of(GraphTransport transport, Clock clock, Supplier<String> requestIds) {
        return new GraphChannels(
                Objects.requireNonNull(transport, "transport"),
                Objects.requireNonNull(clock, "clock"),
                Objects.requireNonNull(requestIds, "requestIds"));
    }

    /**
     * The way to one mailbox. Channels of one mailbox share its pauses and its requests on their way.
     *
     * @param mailbox whose
     * @return a channel, for any number of threads
     */
    public GraphChannel channel(Owner mailbox) {
        return new MailboxChannel(transport, clock, requestIds, mailbox, () -> mailboxes.get(mailbox));
    }
}
