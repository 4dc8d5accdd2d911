package io.github.crosstie.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** What every endpoint for events promises about series, as far as it holds and can express them (S6). */
final class SeriesPromises {

    /** A week after which the clocks change in this zone, so that a series that lost its zone is found out. */
    private static final ZonedDateTime MONDAY =
            LocalDateTime.of(2026, 10, 19, 9, 0).atZone(ZoneId.of("Europe/Berlin"));

    private static final List<Field<?>> OF_SERIES =
            List.of(EventFields.RECURRENCE, EventFields.CANCELLED_OCCURRENCES, EventFields.EXCEPTIONS);

    private SeriesPromises() {}

    static Stream<DynamicTest> of(Probe probe) {
        return Stream.of(
                dynamicTest(
                        "S6: a series with exceptions and a cancelled occurrence reads back as written",
                        () -> keepsASeries(probe)),
                dynamicTest("S5: an all-day series reads back all-day, by date", () -> keepsAnAllDaySeries(probe)),
                dynamicTest(
                        "S6: an update of the series leaves exceptions and cancelled occurrences alone",
                        () -> keepsOccurrences(probe)),
                dynamicTest("S6: an event becomes a series, and single again", () -> changesItsRule(probe)));
    }

    private static Item series(Probe probe) {
        EventTime.Timed later = new EventTime.Timed(
                MONDAY.plusWeeks(1).plusHours(2), MONDAY.plusWeeks(1).plusHours(3));
        return probe.item("Ada").toBuilder()
                .set(EventFields.TIME, new EventTime.Timed(MONDAY, MONDAY.plus(Duration.ofHours(1))))
                .set(EventFields.RECURRENCE, rule())
                .set(
                        EventFields.CANCELLED_OCCURRENCES,
                        CancelledOccurrences.of(new OriginalStart.At(MONDAY.plusWeeks(2))))
                .set(
                        EventFields.EXCEPTIONS,
                        OccurrenceExceptions.of(
                                new OriginalStart.At(MONDAY.plusWeeks(1)),
                                Item.event().set(EventFields.TIME, later).build()))
                .build();
    }

    private static Recurrence rule() {
        return Recurrence.weekly(DayOfWeek.MONDAY).toBuilder().count(5).build();
    }

    private static void keepsASeries(Probe probe) {
        Item series = expressible(probe, series(probe));

        WriteOutcome.Written written = probe.create(series);

        assertHolds(probe, written, series);
        // Not every system tells two series apart that begin at the same time by the same rule.
        probe.write(new Write.Delete(written.id(), written.version()));
    }

    private static void keepsAnAllDaySeries(Probe probe) {
        LocalDate day = MONDAY.toLocalDate();
        Item series = expressible(
                probe,
                probe.item("Ada").toBuilder()
                        .set(EventFields.TIME, new EventTime.AllDay(day, day.plusDays(1)))
                        .set(EventFields.RECURRENCE, rule())
                        .set(
                                EventFields.CANCELLED_OCCURRENCES,
                                CancelledOccurrences.of(new OriginalStart.OnDay(day.plusWeeks(2))))
                        .build());

        WriteOutcome.Written written = probe.create(series);

        assertHolds(probe, written, series);
    }

    private static void keepsOccurrences(Probe probe) {
        Item series = expressible(probe, series(probe));
        WriteOutcome.Written written = probe.create(series);

        WriteOutcome.Written updated = probe.update(written, "Bea");

        assertHolds(
                probe,
                updated,
                series.toBuilder()
                        .put(probe.edited(), probe.item("Bea").value(probe.edited()))
                        .build());
    }

    private static void changesItsRule(Probe probe) {
        assumeFields(probe, List.of(EventFields.TIME, EventFields.RECURRENCE));
        Item single = probe.item("Ada").toBuilder()
                .set(EventFields.TIME, new EventTime.Timed(MONDAY, MONDAY.plusHours(1)))
                .build();
        Item series = expressible(
                probe, single.toBuilder().set(EventFields.RECURRENCE, rule()).build());
        WriteOutcome.Written written = probe.create(single);

        WriteOutcome outcome = probe.endpoint()
                .write(List.of(
                        new Write.Update(written.id(), written.version(), Map.of(EventFields.RECURRENCE, rule()))))
                .get(0);
        if (outcome instanceof WriteOutcome.Rejected refused && refused.permanent()) {
            // A system that cannot do so says it, and has done nothing.
            assertHolds(probe, written, single);
            return;
        }
        assertThat(outcome).isInstanceOf(WriteOutcome.Written.class);
        WriteOutcome.Written repeated = (WriteOutcome.Written) outcome;
        assertHolds(probe, repeated, series);
        Map<Field<?>, @Nullable Object> none = new HashMap<>();
        none.put(EventFields.RECURRENCE, null);
        WriteOutcome.Written once = probe.write(new Write.Update(repeated.id(), repeated.version(), none));

        assertHolds(probe, once, single);
    }

    private static void assertHolds(Probe probe, WriteOutcome.Written written, Item given) {
        Item held = probe.record(written.id()).item();
        Item expected = probe.projected(given);
        SortedSet<Field<?>> compared = new TreeSet<>(given.values().keySet());
        compared.addAll(OF_SERIES);
        compared.retainAll(probe.able().fields());
        for (Field<?> field : compared) {
            assertThat(Optional.ofNullable(held.value(field)))
                    .as("%s as read back", field)
                    .isEqualTo(Optional.ofNullable(expected.value(field)));
        }
    }

    /** A series that the endpoint holds the fields of, and says that it can express. */
    private static Item expressible(Probe probe, Item series) {
        assumeFields(probe, List.copyOf(series.values().keySet()));
        Optional<String> reason = probe.endpoint().cannotExpress(series);
        Assumptions.assumeTrue(reason.isEmpty(), () -> "the endpoint cannot express it: " + reason.orElse(""));
        return series;
    }

    private static void assumeFields(Probe probe, List<Field<?>> fields) {
        fields.forEach(probe::assumeField);
    }
}
