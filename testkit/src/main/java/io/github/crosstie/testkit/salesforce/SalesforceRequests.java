package io.github.crosstie.testkit.salesforce;

import java.util.ArrayList;
import java.util.List;

/** The requests that came, refused ones included. Thread-safe. */
public final class SalesforceRequests {

    private final List<SalesforceRequest> requests = new ArrayList<>();
    private int underWay;
    private int mostAtOnce;

    SalesforceRequests() {}

    synchronized int begin(SalesforceRequest request) {
        requests.add(request);
        underWay++;
        mostAtOnce = Math.max(mostAtOnce, underWay);
        return underWay;
    }

    synchronized void end() {
        underWay--;
    }

    /**
     * All of them.
     *
     * @return an unmodifiable list, in the order of their arrival
     */
    public synchronized List<SalesforceRequest> all() {
        return List.copyOf(requests);
    }

    /**
     * How many there were.
     *
     * @return the number
     */
    public synchronized int count() {
        return requests.size();
    }

    /**
     * How many there were to a resource.
     *
     * @param method such as {@code POST}
     * @param pathPart what their path contains, such as {@code /composite/sobjects}
     * @return the number
     */
    public synchronized int count(String method, String pathPart) {
        return (int) requests.stream()
                .filter(request -> request.method().equals(method))
                .filter(request -> request.path().contains(pathPart))
                .count();
    }

    /**
     * How many were under way at a time, at most.
     *
     * @return the number
     */
    public synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    /** Forgets them; those under way go on counting. */
    public synchronized void clear() {
        requests.clear();
        mostAtOnce = underWay;
    }
}
