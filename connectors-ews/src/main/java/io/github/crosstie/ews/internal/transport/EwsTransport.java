package io.github.crosstie.ews.internal.transport;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.RequestHeader;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The way to all mailboxes: one web client, and for each mailbox what its server must be told again. Thread-safe; lives
 * as long as the connector.
 */
public final class EwsTransport {

    /** A mailbox that nobody asked for in so long begins anew, as after a restart. */
    private static final Duration IDLE = Duration.ofHours(6);

    private static final long MOST_MAILBOXES = 100_000;

    private final WebClient web;
    private final Clock clock;
    private final Supplier<String> requestIds;
    private final LoadingCache<Owner, MailboxState> mailboxes;

    private EwsTransport(WebClient web, Clock clock, Supplier<String> requestIds) {
        this.web = web;
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
     * A transport.
     *
     * @param web sends requests
     * @param clock tells when pauses are over
     * @param requestIds gives each request an id of its own, such as a UUID, by which the server's logs know it
     * @return the transport
     */
    public static EwsTransport of(WebClient web, Clock clock, Supplier<String> requestIds) {
        return new EwsTransport(
                Objects.requireNonNull(web, "web"),
                Objects.requireNonNull(clock, "clock"),
                Objects.requireNonNull(requestIds, "requestIds"));
    }

    /**
     * The way to one mailbox. Channels of one mailbox share its cookies, version and pauses.
     *
     * @param mailbox whose
     * @param server where it is
     * @param header the header blocks of its requests; their version is an upper bound
     * @return a channel, for any number of threads
     */
    public EwsChannel channel(Owner mailbox, MailServer server, RequestHeader header) {
        return new MailboxChannel(web, clock, requestIds, mailbox, server, header, () -> mailboxes.get(mailbox));
    }
}
