package io.github.crosstie.ews.internal.transport;

import io.github.crosstie.fault.UnavailableException;
import java.net.http.HttpClient;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A bounded number of lanes, made when they are needed, each of one identity. Of an identity's the one used last is used next;
 * where all are others', the one that has rested longest is given up, client and connection, for a new one. Thread-safe.
 */
final class Lanes {

    private final int most;
    private final Supplier<HttpClient> clients;
    private final AtomicInteger made = new AtomicInteger();
    private final BlockingDeque<Lane> free = new LinkedBlockingDeque<>();

    Lanes(int most, Supplier<HttpClient> clients) {
        this.most = most;
        this.clients = clients;
    }

    /** A lane for this thread alone, until it is given back. */
    Lane take(String identity, WebRequest request, Deadline deadline) {
        try {
            Lane lane = taken(identity, deadline);
            if (lane == null) {
                throw new UnavailableException(request
                        + ": no signed-in connection became free; allow more connections, or fewer rounds at once");
            }
            return lane;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(
                    request + ": the thread was interrupted before anything was sent; run the round again", e);
        }
    }

    private @Nullable Lane taken(String identity, Deadline deadline) throws InterruptedException {
        for (Lane lane : free) {
            if (lane.isOf(identity) && free.remove(lane)) {
                return lane;
            }
        }
        if (made.getAndUpdate(count -> Math.min(most, count + 1)) < most) {
            return new Lane(clients.get(), identity);
        }
        Lane other = free.pollLast(deadline.remaining(), TimeUnit.NANOSECONDS);
        return other == null || other.isOf(identity) ? other : new Lane(clients.get(), identity);
    }

    void giveBack(Lane lane) {
        free.addFirst(lane);
    }
}
