package io.github.crosstie.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.captured.CapturedLog;
import io.github.crosstie.conflict.Severity;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.internal.log.LogEvent;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.state.CollectionKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ResourceLock(CapturedLog.RESOURCE)
class RoundLinesTest {

    private static final RoundIdentity ROUND = new RoundIdentity(
            "id-1", new CollectionKey(new OrganizationId("00D-north"), new UserId("005-anna"), ItemKind.CONTACT));

    private final CapturedLog log = CapturedLog.ofThisThread();
    private final RoundLines lines = new RoundLines();

    @AfterEach
    void close() {
        log.close();
    }

    private static RoundReport report(OutcomeCode code, int count) {
        return new RoundReport(
                List.of(),
                List.of(),
                List.of(),
                new RoundTotals(new TreeMap<>(Collections.singletonMap(code, count)), 1, 0, 0, 0),
                null);
    }

    private static RoundReport stopped(OutcomeCode code) {
        return RoundReport.of(
                new Outcome.Stopped(code, "the reason, and what to do", Instant.parse("2026-03-02T09:00:00Z")));
    }

    @ParameterizedTest
    @EnumSource(OutcomeCode.class)
    @DisplayName("S19: a round that ends early is told at WARN if a person should care, else at INFO, once")
    void levelOfARoundThatEndsEarly(OutcomeCode code) {
        boolean isWarned = code.severity() != Severity.INFO;

        lines.roundEnded(ROUND, stopped(code), Duration.ZERO);

        assertThat(log.lines(isWarned ? LogEvent.ROUND_STOPPED : LogEvent.ROUND_ENDED_EARLY))
                .containsExactly((isWarned ? "WARN" : "INFO") + " {code=" + code
                        + ", reason=the reason, and what to do, severity=" + code.severity()
                        + ", until=2026-03-02T09:00:00Z, writes=0}");
        assertThat(log.events()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(OutcomeCode.class)
    @DisplayName("S19: outcomes for a person to look at are told once for each code, with their number, and no others")
    void tellsWhatToLookAt(OutcomeCode code) {
        lines.roundEnded(ROUND, report(code, 250), Duration.ZERO);

        assertThat(log.lines(LogEvent.TO_LOOK_AT))
                .isEqualTo(
                        code.severity() == Severity.INFO
                                ? List.of()
                                : List.of("WARN {code=" + code + ", count=250, severity=" + code.severity() + "}"));
        assertThat(log.lines(LogEvent.ROUND_ENDED)).containsExactly("INFO {writes=0}");
    }

    @Test
    @DisplayName("an exception of the library is told with its text, another one by its class alone")
    void textsThatNobodyVouchesFor() {
        lines.roundFailed(ROUND, new ContractBrokenException("mend the connector", null), Duration.ofMillis(7));
        lines.roundFailed(ROUND, new IllegalStateException("Ada Lovelace is no number"), Duration.ofMillis(7));

        assertThat(log.lines(LogEvent.ROUND_BROKE))
                .containsExactly(
                        "ERROR {exception=io.github.crosstie.fault.ContractBrokenException, reason=mend the connector}",
                        "ERROR {exception=java.lang.IllegalStateException}");
    }

    @Test
    void saysHowLongItTook() {
        lines.roundEnded(ROUND, report(OutcomeCode.DONE, 1), Duration.ofMillis(1_234));

        assertThat(log.events().get(0).getKeyValuePairs())
                .anySatisfy(pair -> assertThat(pair).hasToString("crosstie.millis=\"1234\""));
    }
}
