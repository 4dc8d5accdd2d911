package io.github.crosstie.salesforce;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Salesforce's own clock in a simulated history. It goes with the host's and, unlike that, never steps back: stamps of an organization
 * only grow, and a history in which they did not would show losses that no organization has. Thread-safe.
 */
final class SteadyClock extends Clock {

    private final Clock host;
    private Instant latest = Instant.MIN;

    SteadyClock(Clock host) {
        this.host = host;
    }

    @Override
    public synchronized Instant instant() {
        Instant now = host.instant();
        latest = now.isAfter(latest) ? now : latest;
        return latest;
    }

    @Override
    public ZoneId getZone() {
        return host.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SteadyClock(host.withZone(zone));
    }
}
