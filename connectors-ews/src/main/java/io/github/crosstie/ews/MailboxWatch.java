package io.github.crosstie.ews;

import io.github.crosstie.ews.internal.operation.FolderKey;
import io.github.crosstie.ews.internal.operation.GetStreamingEvents;
import io.github.crosstie.ews.internal.operation.Subscribe;
import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.item.ItemKind;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Listens to one mailbox, so that the host can sync what changed soon and not at its next turn. A hint and no more: whatever
 * is missed here is found by the next round. {@link EwsConnector#watch} begins one.
 *
 * <p>It subscribes to the folders that are synced, listens on a response that stays open, listens again when the server ends
 * it, and subscribes anew when the server has forgotten the subscription. After trouble it waits: as long as the server asks
 * for, or longer and longer up to half an hour. It ends by itself where the credentials are refused or access is switched off.
 *
 * <p>While it listens it holds one thread of the host's scheduler and one connection to the server, of which servers allow an
 * account few, often ten: it is for a handful of mailboxes that matter, and rounds at short intervals for all others.
 * Thread-safe.
 */
public final class MailboxWatch implements AutoCloseable {

    /** How long changes may follow each other until a round is due: one edit is told several times. */
    static final Duration QUIET = Duration.ofSeconds(5);

    private static final int MINUTES = 30;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
    private static final int LONGEST_SHIFT = 5;
    private static final int AT_ONCE = 2;

    private final Mailbox mailbox;
    private final Set<ItemKind> kinds;
    private final Function<ItemKind, SyncedFolder> folders;
    private final ScheduledExecutorService scheduler;
    private final ChangeListener listener;
    private final Duration quiet;
    private final Set<ItemKind> due = EnumSet.noneOf(ItemKind.class);
    private @Nullable Future<?> task;
    private boolean closed;

    /** What follows is the listening's own: it runs on one thread at a time. */
    private Map<String, ItemKind> watched = Map.of();

    private @Nullable String subscription;
    private boolean begun;
    private int idle;

    MailboxWatch(
            Mailbox mailbox,
            Set<ItemKind> kinds,
            Function<ItemKind, SyncedFolder> folders,
            ScheduledExecutorService scheduler,
            ChangeListener listener,
            Duration quiet) {
        this.mailbox = mailbox;
        this.kinds = Set.copyOf(kinds);
        this.folders = folders;
        this.scheduler = scheduler;
        this.listener = listener;
        this.quiet = quiet;
    }

    void begin() {
        next(Duration.ZERO);
    }

    private synchronized void next(Duration pause) {
        if (!closed) {
            task = scheduler.schedule(this::listen, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void listen() {
        try {
            Instant begin = mailbox.clock().instant();
            String current = subscription == null ? subscribed() : subscription;
            Set<String> dead = new GetStreamingEvents(mailbox.channel(), mailbox.clock())
                    .listen(List.of(current), MINUTES, hint -> hinted(watched.get(hint.folderId())));
            subscription = dead.contains(current) ? null : current;
            boolean lasted = begin.plus(FIRST_PAUSE).isBefore(mailbox.clock().instant());
            next(lasted ? Duration.ZERO : pause());
        } catch (CrosstieException trouble) {
            interrupted(
                    trouble, !(trouble instanceof UnauthorizedException || trouble instanceof AccessBlockedException));
        } catch (RuntimeException defect) {
            interrupted(new ContractBrokenException("watch of a mailbox: it failed; report this", defect), false);
        }
    }

    /** What changed before is told by nobody: rounds are due, except at the very beginning. */
    private String subscribed() {
        Map<String, ItemKind> found = new HashMap<>();
        kinds.forEach(kind -> folders.apply(kind).reading(FolderKey::id).ifPresent(folder -> found.put(folder, kind)));
        if (found.isEmpty()) {
            throw new MailboxUnavailableException(
                    "watch of a mailbox: the folder of contacts is not made yet; the first round that writes makes it");
        }
        String made = new Subscribe(mailbox.channel(), mailbox.clock())
                .subscribe(found.keySet().stream().map(FolderKey::of).toList());
        watched = found;
        if (begun) {
            kinds.forEach(this::hinted);
        }
        begun = true;
        return made;
    }

    private void interrupted(CrosstieException trouble, boolean goesOn) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = !goesOn;
        }
        subscription = null;
        listener.interrupted(trouble, goesOn);
        Duration pause = pause();
        Duration asked = trouble instanceof ThrottledException throttled
                ? Duration.between(mailbox.clock().instant(), throttled.retryAt())
                : FIRST_PAUSE;
        next(asked.compareTo(pause) > 0 ? asked : pause);
    }

    /** None at first, to listen again and to subscribe anew; then longer and longer, as long as nothing is heard. */
    private Duration pause() {
        Duration pause = idle < AT_ONCE
                ? Duration.ZERO
                : FIRST_PAUSE.multipliedBy(1L << Math.min(idle - AT_ONCE, LONGEST_SHIFT));
        idle++;
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private void hinted(@Nullable ItemKind kind) {
        synchronized (this) {
            if (kind == null || closed || !due.add(kind)) {
                return;
            }
        }
        idle = 0;
        Future<?> unused = scheduler.schedule(() -> tell(kind), quiet.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tell(ItemKind kind) {
        synchronized (this) {
            due.remove(kind);
            if (closed) {
                return;
            }
        }
        listener.due(kind);
    }

    /** Ends the listening. The server forgets the subscription by itself some time later. */
    @Override
    public synchronized void close() {
        closed = true;
        if (task != null) {
            task.cancel(true);
        }
    }

    @Override
    public String toString() {
        return "MailboxWatch" + kinds;
    }
}
