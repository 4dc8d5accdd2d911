package io.github.crosstie.engagement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until a test moves it. The one of the test kit is out of reach: it is built after this
 * module.
 */
public final class MutableClock extends Clock {

    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    private MutableClock() {}

    public static MutableClock create() {
        return new MutableClock();
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("tests read moments alone");
    }
}
