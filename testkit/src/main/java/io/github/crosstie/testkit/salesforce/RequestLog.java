package io.github.crosstie.testkit.salesforce;

import java.util.ArrayList;
import java.util.List;

/** The requests that came, refused ones included. Thread-safe. */
final class RequestLog {

    private final List<LoopbackRequest> requests = new ArrayList<>();
    private int underWay;
    private int mostAtOnce;

    synchronized int begin(LoopbackRequest request) {
        requests.add(request);
        underWay++;
        mostAtOnce = Math.max(mostAtOnce, underWay);
        return underWay;
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

    /** Forgets them; those under way go on counting. */
    synchronized void clear() {
        requests.clear();
        mostAtOnce = underWay;
    }
}
