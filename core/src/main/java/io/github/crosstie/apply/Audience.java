package io.github.crosstie.apply;

import io.github.crosstie.internal.log.LogEvent;
import io.github.crosstie.item.Side;
import io.github.crosstie.log.LogKeys;
import io.github.crosstie.plan.SyncPlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Those who listen to one round: the log, then the host's listeners. Sees to what {@link SyncListener} promises them, and that none of
 * them harms the round. Of one thread.
 */
final class Audience {

    private static final RoundLines LINES = new RoundLines();

    private final RoundIdentity round;
    private final Clock clock;
    private final List<SyncListener> listeners = new ArrayList<>();
    private @Nullable RoundPhase phase;
    private Instant phaseBegan = Instant.EPOCH;

    private Audience(RoundIdentity round, Clock clock) {
        this.round = round;
        this.clock = clock;
    }

    static Audience of(RoundIdentity round, SyncListener listener, Clock clock) {
        Audience audience = new Audience(round, clock);
        audience.listeners.add(LINES);
        CombinedListener.parts(listener).forEach(audience.listeners::add);
        return audience;
    }

    /** Of a dry run, which is told to nobody. */
    static Audience nobody(RoundParts parts) {
        return new Audience(new RoundIdentity("dry run", parts.collection()), parts.clock());
    }

    /** Runs the round before the audience, from its beginning to its end or failure, with the MDC of its thread set. */
    RoundReport during(Supplier<RoundReport> work) {
        RoundDiagnostics diagnostics = RoundDiagnostics.put(round);
        Instant began = clock.instant();
        boolean isTold = false;
        try {
            tell(listener -> listener.roundBegan(round));
            RoundReport report = work.get();
            endPhase();
            Duration took = since(began);
            isTold = true;
            tell(listener -> listener.roundEnded(round, report, took));
            return report;
        } catch (RuntimeException | Error failure) {
            if (!isTold) {
                endPhase();
                Duration took = since(began);
                tell(listener -> listener.roundFailed(round, failure, took));
            }
            throw failure;
        } finally {
            diagnostics.restore();
        }
    }

    void changesOf(Side side) {
        enter(side == Side.CRM ? RoundPhase.CRM_CHANGES : RoundPhase.MAIL_CHANGES);
    }

    /** The phase before it, if any, is through. */
    void enter(RoundPhase next) {
        endPhase();
        phase = next;
        phaseBegan = clock.instant();
        tell(listener -> listener.phaseBegan(round, next));
    }

    private void endPhase() {
        RoundPhase ended = phase;
        if (ended != null) {
            phase = null;
            Duration took = since(phaseBegan);
            tell(listener -> listener.phaseEnded(round, ended, took));
        }
    }

    /** A host's clock may be set back. */
    private Duration since(Instant moment) {
        Duration took = Duration.between(moment, clock.instant());
        return took.isNegative() ? Duration.ZERO : took;
    }

    void planned(SyncPlan plan) {
        tell(listener -> listener.planned(round, plan));
    }

    void outcome(Outcome outcome) {
        tell(listener -> listener.outcome(round, outcome));
    }

    /** The report of a round that came to nothing, whose outcomes were told to nobody yet. */
    RoundReport told(RoundReport report) {
        report.outcomes().forEach(this::outcome);
        return report;
    }

    void progress(int done, @Nullable Integer total) {
        RoundPhase current = phase;
        if (current != null) {
            RoundProgress progress = new RoundProgress(current, done, total);
            tell(listener -> listener.progress(round, progress));
        }
    }

    private void tell(Consumer<SyncListener> what) {
        listeners.removeIf(listener -> !hears(listener, what));
    }

    private static boolean hears(SyncListener listener, Consumer<SyncListener> what) {
        try {
            what.accept(listener);
            return true;
        } catch (RuntimeException e) {
            LogEvent.LISTENER_FAILED
                    .on(RoundLines.LOG)
                    .addKeyValue(LogKeys.LISTENER, listener.getClass().getName())
                    .addKeyValue(LogKeys.EXCEPTION, e.getClass().getName())
                    .log();
            return false;
        }
    }
}
