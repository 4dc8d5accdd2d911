package io.github.crosstie.store.jdbc.cluster;

import io.github.crosstie.dispatch.DispatchSettings;
import java.time.Duration;
import java.util.Objects;

/**
 * How a cluster shares out its mailboxes. Use the same in all of its processes.
 *
 * @param dispatch how many mailboxes this process works on at a time, how many of one organization all processes together work on at
 *     a time, how long one mailbox may take before it goes to the end of the queue, how long one that fails is left alone: twice as
 *     long after each further failure in a row, and after how many failures in a row, at all processes together, an organization
 *     is left alone as long. The time of the whole does not apply, and is left out here: a cluster has no end
 * @param interval how long after a round the next one of the same mailbox is due; positive
 * @param jitter by which part of itself a time to wait is stretched at most, at random, so that mailboxes do not come in step; from 0
 *     to 1. Nothing is ever due earlier than without
 * @param poll how often a process asks for mailboxes that are due while it has room for more; 1 ms or more
 * @param heartbeat how often a process says that it is alive; 1 ms or more
 * @param missedHeartbeats after how many heartbeats that did not come a process counts as dead; 4 or more
 */
public record ClusterSettings(
        DispatchSettings dispatch,
        Duration interval,
        double jitter,
        Duration poll,
        Duration heartbeat,
        int missedHeartbeats) {

    /**
     * Those of {@link DispatchSettings#DEFAULT}, each mailbox every 15 minutes and up to a tenth more, asked for every 2 seconds; alive
     * every 10 seconds, dead after 4 that did not come.
     */
    public static final ClusterSettings DEFAULT = new ClusterSettings(
            DispatchSettings.DEFAULT, Duration.ofMinutes(15), 0.1, Duration.ofSeconds(2), Duration.ofSeconds(10), 4);

    private static final int FEWEST_HEARTBEATS = 4;

    /** Dead processes are looked for at every second heartbeat only. */
    private static final int HEARTBEATS_BETWEEN_LOOKS = 2;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the interval is not positive, poll or heartbeat is shorter than a millisecond, the jitter is
     *     not from 0 to 1, or fewer than 4 heartbeats may be missed
     */
    public ClusterSettings {
        Objects.requireNonNull(dispatch, "dispatch");
        dispatch = dispatch.withTime(null, dispatch.roundTime());
        requirePositive("interval", interval);
        requireMillisecond("poll", poll);
        requireMillisecond("heartbeat", heartbeat);
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("ClusterSettings: jitter of " + jitter + "; use 0 to 1");
        }
        if (missedHeartbeats < FEWEST_HEARTBEATS) {
            throw new IllegalArgumentException("ClusterSettings: " + missedHeartbeats
                    + " missed heartbeats; use 4 or more, or live processes count as dead when they are slow");
        }
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(
                    "ClusterSettings: " + name + " of " + duration + "; use a positive duration");
        }
    }

    /** What comes again and again is counted in milliseconds. */
    private static void requireMillisecond(String name, Duration duration) {
        if (duration.toMillis() < 1) {
            throw new IllegalArgumentException("ClusterSettings: " + name + " of " + duration + "; use 1 ms or more");
        }
    }

    /**
     * Within which time the mailboxes go on at which a process was when it died: (missed heartbeats + 2) heartbeats and a poll, if
     * another process has room for them. 62 seconds by default. One that failed right before is left alone first, as ever.
     *
     * @return the time
     */
    public Duration takeOver() {
        return heartbeat
                .multipliedBy((long) missedHeartbeats + HEARTBEATS_BETWEEN_LOOKS)
                .plus(poll);
    }

    /**
     * The same with other bounds and pauses.
     *
     * @param dispatch the bounds and pauses
     * @return a changed copy
     */
    public ClusterSettings withDispatch(DispatchSettings dispatch) {
        return new ClusterSettings(dispatch, interval, jitter, poll, heartbeat, missedHeartbeats);
    }

    /**
     * The same with another interval.
     *
     * @param interval how long after a round the next one is due
     * @param jitter by which part of itself a time to wait is stretched at most
     * @return a changed copy
     */
    public ClusterSettings withInterval(Duration interval, double jitter) {
        return new ClusterSettings(dispatch, interval, jitter, poll, heartbeat, missedHeartbeats);
    }

    /**
     * The same, asking more or less often.
     *
     * @param poll how often a process asks for mailboxes that are due
     * @return a changed copy
     */
    public ClusterSettings withPoll(Duration poll) {
        return new ClusterSettings(dispatch, interval, jitter, poll, heartbeat, missedHeartbeats);
    }

    /**
     * The same with other heartbeats.
     *
     * @param heartbeat how often a process says that it is alive
     * @param missedHeartbeats after how many missed ones it counts as dead
     * @return a changed copy
     */
    public ClusterSettings withHeartbeat(Duration heartbeat, int missedHeartbeats) {
        return new ClusterSettings(dispatch, interval, jitter, poll, heartbeat, missedHeartbeats);
    }
}
