package io.github.crosstie.ews.transport;

import io.github.crosstie.fault.UnavailableException;
import java.net.http.HttpClient;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A bounded number of lanes, made when they are needed. The one used last is used next. Thread-safe. */
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
    Lane take(WebRequest request, Deadline deadline) {
        try {
            Lane lane = taken(deadline);
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

    private @Nullable Lane taken(Deadline deadline) throws InterruptedException {
        Lane lane = free.pollFirst();
        if (lane != null) {
            return lane;
        }
        if (made.getAndUpdate(count -> Math.min(most, count + 1)) < most) {
            return new Lane(clients.get());
        }
        return free.pollFirst(deadline.remaining(), TimeUnit.NANOSECONDS);
    }

    void giveBack(Lane lane) {
        free.addFirst(lane);
    }
}
