package io.github.crosstie.testkit.engagement;

import io.github.crosstie.engagement.connector.EngagementCode;
import java.util.ArrayList;
import java.util.List;

/** Counts requests, and refuses those that are too many at a time or a day. Thread-safe. */
final class RequestLog {

    /** How many requests the API takes at a time. */
    private static final int MOST_AT_ONCE = 5;

    private final List<LoopbackRequest> requests = new ArrayList<>();
    private int underWay;
    private int mostAtOnce;
    private int tooManyAtOnce;

    synchronized void begin(LoopbackRequest request) throws ApiRefusal {
        requests.add(request);
        underWay++;
        mostAtOnce = Math.max(mostAtOnce, underWay);
        if (underWay > MOST_AT_ONCE) {
            tooManyAtOnce++;
            throw new ApiRefusal(EngagementCode.CONCURRENCY);
        }
    }

    synchronized void end() {
        underWay--;
    }

    synchronized List<LoopbackRequest> requests() {
        return List.copyOf(requests);
    }

    synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    synchronized int tooManyAtOnce() {
        return tooManyAtOnce;
    }
}
