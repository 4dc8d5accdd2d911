package io.github.crosstie.benchmarks.fleet;

import io.github.crosstie.apply.SyncRound;
import java.time.Duration;

/**
 * Nodes, mailboxes, and what befalls them.
 *
 * @param mailboxes how many mailboxes there are
 * @param organizations to how many organizations they belong, in equal parts
 * @param period how long after its last round has begun a mailbox is due again, in the mean
 * @param jitter by which part of the period it may be sooner or later, 0 to 1, evenly spread
 * @param nodes how many nodes share them
 * @param inFlight how many rounds a node has under way at most
 * @param batch how many mailboxes a node takes at a time; it takes more as soon as fewer than {@code inFlight} are
 *     left of those it has
 * @param poll how often a node looks that has found none
 * @param heartbeat how often a node says that it is alive, and looks whether the others do
 * @param missed after how many heartbeats that did not come others take over what a node has taken
 * @param lease how long a round keeps its mailbox from others if it does not end
 * @param leasedRetry how long after it was found leased a mailbox is tried again
 * @param rounds how long rounds take
 * @param outage which node dies, and when
 * @param end how long everything lasts
 * @param seed what chance begins with
 */
public record FleetSettings(
        int mailboxes,
        int organizations,
        Duration period,
        double jitter,
        int nodes,
        int inFlight,
        int batch,
        Duration poll,
        Duration heartbeat,
        int missed,
        Duration lease,
        Duration leasedRetry,
        RoundTimes rounds,
        Outage outage,
        Duration end,
        long seed) {

    /**
     * A million mailboxes every ten minutes on four nodes, of which three are enough; one dies after twenty minutes,
     * for twenty.
     */
    public static final FleetSettings MILLION = new FleetSettings(
            1_000_000,
            200,
            Duration.ofMinutes(10),
            0.1,
            4,
            600,
            200,
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            6,
            SyncRound.LEASE,
            Duration.ofMinutes(1),
            new RoundTimes(Duration.ofMillis(600), 0.8),
            new Outage(0, Duration.ofMinutes(20), Duration.ofMinutes(40)),
            Duration.ofMinutes(60),
            1);

    /**
     * How long rounds take: log-normal, as what waits for several answers of others often is.
     *
     * @param median half of them take longer
     * @param spread the standard deviation of the logarithm; 0 if all take as long
     */
    public record RoundTimes(Duration median, double spread) {

        /**
         * The mean.
         *
         * @return in seconds
         */
        public double mean() {
            return median.toMillis() / 1e3 * Math.exp(spread * spread / 2);
        }
    }

    /**
     * A node dies, in the middle of its rounds, and later comes back as new.
     *
     * @param node its number, from 0
     * @param from when it dies, from the beginning
     * @param until when it is back
     */
    public record Outage(int node, Duration from, Duration until) {}

    /**
     * How many rounds are under way at a time if none waits: rounds a second times seconds a round.
     *
     * @return the number, in the mean
     */
    public double underWay() {
        return mailboxes / (period.toMillis() / 1e3) * rounds.mean();
    }

    /**
     * The same with other nodes.
     *
     * @param inFlight how many rounds a node has under way at most
     * @return a changed copy
     */
    public FleetSettings withInFlight(int inFlight) {
        return new FleetSettings(
                mailboxes,
                organizations,
                period,
                jitter,
                nodes,
                inFlight,
                batch,
                poll,
                heartbeat,
                missed,
                lease,
                leasedRetry,
                rounds,
                outage,
                end,
                seed);
    }

    /**
     * The same in small: the n-th part of the mailboxes, of what is under way and of what is taken at a time.
     *
     * @param part which part, 1 or more
     * @return a changed copy
     */
    public FleetSettings reduced(int part) {
        return new FleetSettings(
                mailboxes / part,
                organizations,
                period,
                jitter,
                nodes,
                inFlight / part,
                Math.max(1, batch / part),
                poll,
                heartbeat,
                missed,
                lease,
                leasedRetry,
                rounds,
                outage,
                end,
                seed);
    }
}
