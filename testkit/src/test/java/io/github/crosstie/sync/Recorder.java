package io.github.crosstie.sync;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundIdentity;
import io.github.crosstie.apply.RoundPhase;
import io.github.crosstie.apply.RoundProgress;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncListener;
import io.github.crosstie.plan.SyncPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Writes down what it is told, a word or two for each call, for rounds that run one after the other. */
final class Recorder implements SyncListener {

    final List<String> told = new ArrayList<>();
    final List<RoundIdentity> rounds = new ArrayList<>();
    final List<RoundReport> reports = new ArrayList<>();
    final List<Throwable> failures = new ArrayList<>();
    final List<RoundProgress> progress = new ArrayList<>();
    final Set<String> ids = new TreeSet<>();

    private void note(RoundIdentity round, String what) {
        ids.add(round.id());
        told.add(what);
    }

    @Override
    public void roundBegan(RoundIdentity round) {
        rounds.add(round);
        note(round, "round");
    }

    @Override
    public void phaseBegan(RoundIdentity round, RoundPhase phase) {
        note(round, phase + " {");
    }

    @Override
    public void phaseEnded(RoundIdentity round, RoundPhase phase, Duration took) {
        note(round, "} " + phase + " " + took.toMinutes());
    }

    @Override
    public void planned(RoundIdentity round, SyncPlan plan) {
        note(round, "plan " + plan.header().totals().writes());
    }

    @Override
    public void outcome(RoundIdentity round, Outcome outcome) {
        note(round, outcome.code().name());
    }

    @Override
    public void progress(RoundIdentity round, RoundProgress now) {
        ids.add(round.id());
        progress.add(now);
    }

    @Override
    public void roundEnded(RoundIdentity round, RoundReport report, Duration took) {
        reports.add(report);
        note(round, "end " + took.toMinutes());
    }

    @Override
    public void roundFailed(RoundIdentity round, Throwable failure, Duration took) {
        failures.add(failure);
        note(round, "failure " + took.toMinutes());
    }
}
