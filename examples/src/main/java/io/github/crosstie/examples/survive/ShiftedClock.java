package io.github.crosstie.examples.survive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Another clock, put forward: nobody waits for the lease of a dead worker to run out. Thread-safe. */
final class ShiftedClock extends Clock {

    private final Clock clock;
    private volatile Duration shift = Duration.ZERO;

    ShiftedClock(Clock clock) {
        this.clock = clock;
    }

    void forward(Duration duration) {
        shift = shift.plus(duration);
    }

    Duration shift() {
        return shift;
    }

    @Override
    public Instant instant() {
        return clock.instant().plus(shift);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the servers tell moments alone; convert what instant() returns");
    }
}
