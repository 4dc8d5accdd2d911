package io.github.crosstie.benchmarks.fleet;

import java.time.Duration;

/**
 * Nodes, mailboxes, and what befalls them. What has a counterpart in {@code SyncCluster} works as it does there, but that a process of
 * a cluster asks for more after every round, and that an organization has a share there.
 *
 * @param mailboxes how many mailboxes there are
 * @param organizations to how many organizations they belong, in equal parts
 * @param period how long after a round the next one of the same mailbox is due at least
 * @param jitter by which part of the period it is later at most, evenly spread, 0 to 1
 * @param nodes how many nodes share them
 * @param inFlight how many rounds a node has under way at most, and how many mailboxes it takes
 * @param refill below which part of them it takes more at once if more were due, 0 to 1
 * @param poll how often a node looks for mailboxes that are due in any case
 * @param heartbeat how often a node says that it is alive; at every second one it looks whether the others do
 * @param missed after how many heartbeats that did not come others take over what a node has taken
 * @param rounds how long rounds take
 * @param failing which part of the rounds fails, 0 to 1
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
        double refill,
        Duration poll,
        Duration heartbeat,
        int missed,
        RoundTimes rounds,
        double failing,
        Outage outage,
        Duration end,
        long seed) {

    static final int HEARTBEATS_BETWEEN_LOOKS = 2;

    /**
     * A million mailboxes every ten minutes in the mean, on four nodes of which three are enough; one dies after twenty minutes, for
     * twenty. One round of a thousand fails.
     */
    public static final FleetSettings MILLION = new FleetSettings(
            1_000_000,
            200,
            Duration.ofSeconds(570),
            0.1,
            4,
            800,
            0.5,
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            4,
            new RoundTimes(Duration.ofMillis(600), 0.8),
            0.001,
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
     * How many rounds are under way at a time if none is late: rounds a second times seconds a round.
     *
     * @return the number, in the mean
     */
    public double underWay() {
        return mailboxes / secondsBetweenRounds() * rounds.mean();
    }

    /** From the beginning of a round to that of the next one of the same mailbox, in the mean, if none is late. */
    double secondsBetweenRounds() {
        return period.toMillis() / 1e3 * (1 + jitter / 2) + rounds.mean();
    }

    /**
     * The same with other nodes.
     *
     * @param inFlight how many rounds a node has under way at most
     * @return a changed copy
     */
    public FleetSettings withInFlight(int inFlight) {
        return with(mailboxes, inFlight);
    }

    /**
     * The same in small: the n-th part of the mailboxes, and of what a node has under way.
     *
     * @param part which part, 1 or more
     * @return a changed copy
     */
    public FleetSettings reduced(int part) {
        return with(mailboxes / part, inFlight / part);
    }

    private FleetSettings with(int mailboxes, int inFlight) {
        return new FleetSettings(
                mailboxes,
                organizations,
                period,
                jitter,
                nodes,
                inFlight,
                refill,
                poll,
                heartbeat,
                missed,
                rounds,
                failing,
                outage,
                end,
                seed);
    }
}
