package io.github.crosstie.apply;

import io.github.crosstie.plan.SyncPlan;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Several listeners as one. A round takes it apart again, so that none is in the way of another. */
record CombinedListener(List<SyncListener> listeners) implements SyncListener {

    CombinedListener {
        listeners = List.copyOf(listeners);
    }

    static SyncListener of(SyncListener... listeners) {
        return new CombinedListener(
                Stream.of(listeners).flatMap(CombinedListener::parts).toList());
    }

    /** A listener by itself, or those that it consists of. */
    static Stream<SyncListener> parts(SyncListener listener) {
        return listener instanceof CombinedListener combined ? combined.listeners.stream() : Stream.of(listener);
    }

    private void each(Consumer<SyncListener> told) {
        listeners.forEach(told);
    }

    @Override
    public void roundBegan(RoundIdentity round) {
        each(listener -> listener.roundBegan(round));
    }

    @Override
    public void phaseBegan(RoundIdentity round, RoundPhase phase) {
        each(listener -> listener.phaseBegan(round, phase));
    }

    @Override
    public void phaseEnded(RoundIdentity round, RoundPhase phase, Duration took) {
        each(listener -> listener.phaseEnded(round, phase, took));
    }

    @Override
    public void planned(RoundIdentity round, SyncPlan plan) {
        each(listener -> listener.planned(round, plan));
    }

    @Override
    public void outcome(RoundIdentity round, Outcome outcome) {
        each(listener -> listener.outcome(round, outcome));
    }

    @Override
    public void progress(RoundIdentity round, RoundProgress progress) {
        each(listener -> listener.progress(round, progress));
    }

    @Override
    public void roundEnded(RoundIdentity round, RoundReport report, Duration took) {
        each(listener -> listener.roundEnded(round, report, took));
    }

    @Override
    public void roundFailed(RoundIdentity round, Throwable failure, Duration took) {
        each(listener -> listener.roundFailed(round, failure, took));
    }
}
