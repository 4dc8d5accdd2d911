package io.github.crosstie.memory;

import io.github.crosstie.fault.ThrottledException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What happens to calls as a whole, before they have any effect. Thread-safe; hooks run outside of every lock. */
final class CallFaults {

    private final Supplier<Instant> now;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger tooEarly = new AtomicInteger();
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private final List<Appointment> appointments = new ArrayList<>();
    private @Nullable Instant closedUntil;
    private boolean told;

    CallFaults(Supplier<Instant> now) {
        this.now = now;
    }

    synchronized void beforeCall(int number, Runnable hook) {
        appointments.add(new Appointment(calls.get() + number, hook));
    }

    synchronized void fail(RuntimeException failure) {
        failures.add(failure);
    }

    synchronized void closeUntil(Instant moment) {
        closedUntil = moment;
        told = false;
    }

    synchronized void clear() {
        appointments.clear();
        failures.clear();
        closedUntil = null;
    }

    int calls() {
        return calls.get();
    }

    int tooEarly() {
        return tooEarly.get();
    }

    void enter() {
        int call = calls.incrementAndGet();
        due(call).forEach(Runnable::run);
        RuntimeException failure = failure();
        if (failure != null) {
            throw failure;
        }
    }

    private synchronized List<Runnable> due(int call) {
        if (appointments.isEmpty()) {
            return List.of();
        }
        List<Runnable> due = appointments.stream()
                .filter(appointment -> appointment.call() == call)
                .map(Appointment::hook)
                .toList();
        appointments.removeIf(appointment -> appointment.call() <= call);
        return due;
    }

    private synchronized @Nullable RuntimeException failure() {
        Instant until = closedUntil;
        if (until != null && now.get().isBefore(until)) {
            if (told) {
                tooEarly.incrementAndGet();
            }
            told = true;
            return new ThrottledException("too many requests; come back at " + until, until, null);
        }
        closedUntil = null;
        return failures.poll();
    }

    /** Something to run before a certain call. */
    private record Appointment(int call, Runnable hook) {}
}
