package io.github.crosstie.apply;

import io.github.crosstie.conflict.Severity;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.internal.log.LogEvent;
import io.github.crosstie.log.LogKeys;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.SyncPlan;
import java.time.Duration;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes the lines of a round to the log. The first to be told of everything. Says codes, ids and numbers, and no values of records;
 * whose round it is says the MDC. Single outcomes are for {@code DEBUG}: a person is told once of each code, with how many there are.
 */
final class RoundLines implements SyncListener {

    /** The name by which hosts set the level; stays when classes move. */
    static final Logger LOG = LoggerFactory.getLogger("io.github.crosstie.round");

    @Override
    public void roundBegan(RoundIdentity round) {
        LogEvent.ROUND_BEGAN.on(LOG).log();
    }

    @Override
    public void phaseEnded(RoundIdentity round, RoundPhase phase, Duration took) {
        LogEvent.PHASE_ENDED
                .on(LOG)
                .addKeyValue(LogKeys.PHASE, phase)
                .addKeyValue(LogKeys.MILLIS, took.toMillis())
                .log();
    }

    @Override
    public void planned(RoundIdentity round, SyncPlan plan) {
        LogEvent.PLAN_MADE
                .on(LOG)
                .addKeyValue(LogKeys.WRITES, plan.header().totals().writes())
                .addKeyValue(LogKeys.HELD, plan.header().totals().held())
                .log();
    }

    @Override
    public void outcome(RoundIdentity round, Outcome outcome) {
        if (LogEvent.OUTCOME.isOn(LOG)) {
            coded(LogEvent.OUTCOME, outcome.code())
                    .addKeyValue(
                            LogKeys.RECORDS,
                            outcome.records().stream().map(Object::toString).collect(Collectors.joining(" ")))
                    .log();
        }
    }

    @Override
    public void roundEnded(RoundIdentity round, RoundReport report, Duration took) {
        report.stopped()
                .ifPresentOrElse(
                        stopped -> stopped(stopped, report, took),
                        () -> (isIdle(report)
                                        ? LogEvent.ROUND_IDLE.on(LOG)
                                        : LogEvent.ROUND_ENDED.on(LOG).addKeyValue(LogKeys.WRITES, report.writes()))
                                .addKeyValue(LogKeys.MILLIS, took.toMillis())
                                .log());
        report.totals().outcomes().forEach((code, count) -> {
            boolean isTold =
                    report.stopped().filter(stop -> stop.code() == code).isPresent();
            toLookAt(code, isTold ? count - 1 : count);
        });
    }

    private static boolean isIdle(RoundReport report) {
        return report.totals().count() == 0;
    }

    private static void stopped(Outcome.Stopped stopped, RoundReport report, Duration took) {
        LogEvent event = needsALook(stopped.code()) ? LogEvent.ROUND_STOPPED : LogEvent.ROUND_ENDED_EARLY;
        LoggingEventBuilder line = coded(event, stopped.code()).addKeyValue(LogKeys.REASON, stopped.message());
        if (stopped.retryAt() != null) {
            line = line.addKeyValue(LogKeys.UNTIL, stopped.retryAt());
        }
        line.addKeyValue(LogKeys.WRITES, report.writes())
                .addKeyValue(LogKeys.MILLIS, took.toMillis())
                .log();
    }

    private static void toLookAt(OutcomeCode code, int count) {
        if (count > 0 && needsALook(code)) {
            coded(LogEvent.TO_LOOK_AT, code).addKeyValue(LogKeys.COUNT, count).log();
        }
    }

    private static boolean needsALook(OutcomeCode code) {
        return code.severity() != Severity.INFO;
    }

    private static LoggingEventBuilder coded(LogEvent event, OutcomeCode code) {
        return event.on(LOG).addKeyValue(LogKeys.CODE, code).addKeyValue(LogKeys.SEVERITY, code.severity());
    }

    /** Other exceptions are named alone: nobody vouches for their texts (G6). */
    @Override
    public void roundFailed(RoundIdentity round, Throwable failure, Duration took) {
        LoggingEventBuilder line = LogEvent.ROUND_BROKE
                .on(LOG)
                .addKeyValue(LogKeys.EXCEPTION, failure.getClass().getName());
        if (failure instanceof CrosstieException fault) {
            line = line.addKeyValue(LogKeys.REASON, Stops.message(fault));
        }
        line.addKeyValue(LogKeys.MILLIS, took.toMillis()).log();
    }
}
