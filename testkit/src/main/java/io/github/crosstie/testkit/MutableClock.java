package io.github.crosstie.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * A clock that stands still until a test moves it. Thread-safe; clocks made by {@link #withZone} move along.
 *
 * <pre>{@code
 * MutableClock clock = MutableClock.create();
 * clock.advance(Duration.ofMinutes(11));
 * }</pre>
 */
public final class MutableClock extends Clock {

    /** Where a new clock stands: a Monday morning in UTC. */
    public static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private final Hand hand;
    private final ZoneId zone;

    private MutableClock(Hand hand, ZoneId zone) {
        this.hand = hand;
        this.zone = zone;
    }

    /**
     * A clock at {@link #START} in UTC.
     *
     * @return the clock
     */
    public static MutableClock create() {
        return at(START);
    }

    /**
     * A clock at a moment in UTC.
     *
     * @param now the moment
     * @return the clock
     */
    public static MutableClock at(Instant now) {
        return new MutableClock(new Hand(Objects.requireNonNull(now, "now")), ZoneOffset.UTC);
    }

    /**
     * Moves the clock.
     *
     * @param duration how far; negative for backwards
     */
    public void advance(Duration duration) {
        set(instant().plus(duration));
    }

    /**
     * Sets the clock.
     *
     * @param now the moment
     */
    public void set(Instant now) {
        hand.now = Objects.requireNonNull(now, "now");
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public MutableClock withZone(ZoneId zone) {
        return new MutableClock(hand, Objects.requireNonNull(zone, "zone"));
    }

    @Override
    public Instant instant() {
        return hand.now;
    }

    /** Shared by the clocks of all zones. */
    private static final class Hand {
        private volatile Instant now;

        Hand(Instant now) {
            this.now = now;
        }
    }
}
