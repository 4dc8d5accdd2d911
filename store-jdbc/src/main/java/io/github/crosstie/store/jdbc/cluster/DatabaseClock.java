package io.github.crosstie.store.jdbc.cluster;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The database's time, which all processes share: as it was last asked, counted on by the machine's ticks. What the clocks of the
 * machines say, or how they are set meanwhile, makes nobody look dead (F11).
 */
final class DatabaseClock implements Clock {

    private record Reading(Instant moment, long tick) {}

    private final LongSupplier ticks;
    private volatile Reading last;

    /** Starts at a moment of the database's; ticks are nanoseconds. */
    DatabaseClock(Instant moment, LongSupplier ticks) {
        this.ticks = ticks;
        this.last = new Reading(moment, ticks.getAsLong());
    }

    /** The database's time was asked again. */
    void set(Instant moment) {
        last = new Reading(moment, ticks.getAsLong());
    }

    @Override
    public Instant now() {
        Reading reading = last;
        return reading.moment().plusNanos(ticks.getAsLong() - reading.tick());
    }
}
