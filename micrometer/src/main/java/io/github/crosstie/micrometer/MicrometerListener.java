package io.github.crosstie.micrometer;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundIdentity;
import io.github.crosstie.apply.RoundPhase;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncListener;
import io.github.crosstie.fault.Incubating;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.PlannedChange;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Objects;

/**
 * Measures rounds by Micrometer. Every tag has a handful of values and none is a user, an organization or a record, so that the number
 * of meters stays as it is however many mailboxes sync. As thread-safe as the registry.
 *
 * <ul>
 *   <li>{@value #ROUND}, a timer: {@code kind}, and as {@code end} the code that ended a round early, {@code DONE}, or {@code BROKEN} for an
 *       exception.
 *   <li>{@value #PHASE}, a timer: {@code kind} and {@code phase}.
 *   <li>{@value #OUTCOMES}, a counter: {@code kind}, {@code code}, {@code severity}, and as {@code direction} where the change was
 *       written, or was to be: {@code CRM_TO_MAIL} or {@code MAIL_TO_CRM}; {@code NONE} for all that writes nothing.
 * </ul>
 */
@Incubating
public final class MicrometerListener implements SyncListener {

    /** The timer of whole rounds. */
    public static final String ROUND = "crosstie.round";

    /** The timer of their phases. */
    public static final String PHASE = "crosstie.round.phase";

    /** The counter of what became of changes, records and rounds. */
    public static final String OUTCOMES = "crosstie.outcomes";

    private final MeterRegistry registry;

    private MicrometerListener(MeterRegistry registry) {
        this.registry = registry;
    }

    /**
     * A listener that measures.
     *
     * @param registry where the meters are; it may add tags of the host's
     * @return the listener
     */
    public static MicrometerListener of(MeterRegistry registry) {
        return new MicrometerListener(Objects.requireNonNull(registry, "registry"));
    }

    @Override
    public void phaseEnded(RoundIdentity round, RoundPhase phase, Duration took) {
        registry.timer(PHASE, kind(round).and("phase", phase.name())).record(took);
    }

    @Override
    public void outcome(RoundIdentity round, Outcome outcome) {
        OutcomeCode code = outcome.code();
        Tags tags = kind(round)
                .and("code", code.name(), "severity", code.severity().name(), "direction", direction(outcome));
        registry.counter(OUTCOMES, tags).increment();
    }

    @Override
    public void roundEnded(RoundIdentity round, RoundReport report, Duration took) {
        ended(round, report.stopped().map(Outcome.Stopped::code).orElse(OutcomeCode.DONE), took);
    }

    @Override
    public void roundFailed(RoundIdentity round, Throwable failure, Duration took) {
        ended(round, OutcomeCode.BROKEN, took);
    }

    private void ended(RoundIdentity round, OutcomeCode code, Duration took) {
        registry.timer(ROUND, kind(round).and("end", code.name())).record(took);
    }

    private static Tags kind(RoundIdentity round) {
        return Tags.of("kind", round.collection().kind().name());
    }

    private static String direction(Outcome outcome) {
        return outcome instanceof Outcome.OfChange of && of.change() instanceof PlannedChange.RemoteWrite write
                ? write.side() == Side.CRM ? "MAIL_TO_CRM" : "CRM_TO_MAIL"
                : "NONE";
    }
}
