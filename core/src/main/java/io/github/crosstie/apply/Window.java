package io.github.crosstie.apply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long a write whose answer was never learned may still arrive. */
record Window(Clock clock, Duration length) {

    /** From when on it no longer can. */
    Instant end() {
        return clock.instant().plus(length);
    }
}
