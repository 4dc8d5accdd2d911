package io.github.crosstie.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still until a test moves it. Thread-safe; clocks made by {@link #withZone} move along.
 *
 * <pre>{@code
 * MutableClock clock = MutableClock.create();
 * clock.schedule(MutableClock.START.plusSeconds(300), () -> contacts.delete(ada)); // somebody, in five minutes
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
     * Sets the clock. What was scheduled up to then runs first, in the order of its moments, on this thread, with the
     * clock standing at its moment.
     *
     * @param now the moment
     */
    public void set(Instant now) {
        Objects.requireNonNull(now, "now");
        for (Appointment due = hand.due(now); due != null; due = hand.due(now)) {
            hand.now = due.moment();
            due.task().run();
        }
        hand.now = now;
    }

    /**
     * Has something done when the clock gets to a moment: a person's edit, a failure that begins or ends.
     *
     * @param moment when, later than now
     * @param task what to do, once
     * @throws IllegalArgumentException if the moment has come already
     */
    public void schedule(Instant moment, Runnable task) {
        Objects.requireNonNull(task, "task");
        if (!moment.isAfter(instant())) {
            throw new IllegalArgumentException(
                    "task for " + moment + ": the clock stands at " + instant() + "; schedule a later moment");
        }
        hand.add(new Appointment(moment, task));
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
        private final List<Appointment> appointments = new ArrayList<>();
        private volatile Instant now;

        Hand(Instant now) {
            this.now = now;
        }

        synchronized void add(Appointment appointment) {
            appointments.add(appointment);
        }

        /** Takes the earliest task of those up to a moment. */
        synchronized @Nullable Appointment due(Instant moment) {
            Optional<Appointment> due = appointments.stream()
                    .filter(appointment -> !appointment.moment().isAfter(moment))
                    .min(Comparator.comparing(Appointment::moment));
            due.ifPresent(appointments::remove);
            return due.orElse(null);
        }
    }

    /** Something to do at a moment. */
    private record Appointment(Instant moment, Runnable task) {}
}
