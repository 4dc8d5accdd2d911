package io.github.crosstie.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Sensitivity;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every endpoint for events promises besides. */
abstract class EventPromises {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    abstract Probe probe();

    /** None for an endpoint that holds contacts. */
    @TestFactory
    @DisplayName("an event")
    Stream<DynamicTest> keepsWhatMakesAnEvent() {
        Probe probe = probe();
        if (probe.kind() != ItemKind.EVENT) {
            return Stream.empty();
        }
        Stream<DynamicTest> single = Stream.of(
                dynamicTest("S5: stays all-day, by date", () -> keepsAllDayEventsAllDay(probe)),
                dynamicTest(
                        "S5: keeps its instants and its zone, across a change of the clocks too",
                        () -> keepsInstantsAndZone(probe)),
                dynamicTest("S5: keeps its instants if it ends in another zone", () -> keepsInstantsAcrossZones(probe)),
                dynamicTest("S9: is never read back as public if it is private", () -> keepsSensitivity(probe)));
        return Stream.concat(single, SeriesPromises.of(probe));
    }

    private static void keepsAllDayEventsAllDay(Probe probe) {
        EventTime.AllDay days = new EventTime.AllDay(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 3));

        assertThat(timeReadBack(probe, days)).isEqualTo(days);
    }

    private static void keepsInstantsAndZone(Probe probe) {
        ZonedDateTime evening = LocalDateTime.of(2026, 10, 24, 22, 0).atZone(BERLIN);

        EventTime held = timeReadBack(probe, new EventTime.Timed(evening, evening.plusHours(9)));

        assertThat(held).isInstanceOf(EventTime.Timed.class);
        EventTime.Timed timed = (EventTime.Timed) held;
        assertThat(timed.start().toInstant()).isEqualTo(evening.toInstant());
        assertThat(timed.end().toInstant()).isEqualTo(evening.plusHours(9).toInstant());
        assertThat(timed.start().getZone()).isEqualTo(BERLIN);
        assertThat(timed.end().getZone()).isEqualTo(BERLIN);
    }

    private static void keepsInstantsAcrossZones(Probe probe) {
        ZonedDateTime start = LocalDateTime.of(2026, 5, 4, 22, 0).atZone(LISBON);
        ZonedDateTime end = LocalDateTime.of(2026, 5, 5, 2, 0).atZone(BERLIN);

        EventTime held = timeReadBack(probe, new EventTime.Timed(start, end));

        assertThat(held).isInstanceOf(EventTime.Timed.class);
        EventTime.Timed timed = (EventTime.Timed) held;
        assertThat(timed.start().toInstant()).isEqualTo(start.toInstant());
        assertThat(timed.end().toInstant()).isEqualTo(end.toInstant());
    }

    private static void keepsSensitivity(Probe probe) {
        probe.assumeField(EventFields.SENSITIVITY);

        for (Sensitivity sensitivity : Sensitivity.values()) {
            Item item = probe.item("Ada").toBuilder()
                    .set(EventFields.SENSITIVITY, sensitivity)
                    .build();
            WriteOutcome.Written written = probe.create(item);

            Sensitivity held = probe.record(written.id())
                    .item()
                    .get(EventFields.SENSITIVITY)
                    .orElse(Sensitivity.NORMAL);
            Object projected = probe.endpoint().project(EventFields.SENSITIVITY, sensitivity);
            assertThat(held).isEqualTo(projected == null ? Sensitivity.NORMAL : projected);
            assertThat(isPrivate(held))
                    .as("%s read back as %s", sensitivity, held)
                    .isEqualTo(isPrivate(sensitivity));
        }
    }

    private static boolean isPrivate(Sensitivity sensitivity) {
        return sensitivity == Sensitivity.PRIVATE || sensitivity == Sensitivity.CONFIDENTIAL;
    }

    private static EventTime timeReadBack(Probe probe, EventTime time) {
        probe.assumeField(EventFields.TIME);
        WriteOutcome.Written written = probe.create(
                probe.item("Ada").toBuilder().set(EventFields.TIME, time).build());
        return probe.record(written.id()).item().get(EventFields.TIME).orElseThrow();
    }
}
