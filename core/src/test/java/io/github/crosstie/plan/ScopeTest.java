package io.github.crosstie.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.diff.FieldRule;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.RecurrenceExpander;
import io.github.crosstie.item.ValueHasher;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {

    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 6, 15, 12, 0, 0, 0, AUCKLAND);
    private static final Scope SCOPE = scope(SyncDirection.BOTH);

    private static Scope scope(SyncDirection recurrence) {
        return new Scope(
                SyncConfiguration.builder(new ConfigurationId("default")).build(),
                ItemKind.EVENT,
                List.of(new FieldRule(EventFields.RECURRENCE, EventFields.RECURRENCE, recurrence)),
                RecurrenceExpander.cautious());
    }

    @ParameterizedTest
    @CsvSource({"BOTH, true", "OFF, false"})
    @DisplayName(
            "S23: a series of which nobody knows the rule may be in the window, unless the rule is off: then it is over")
    void asksForTimesThatAreOn(SyncDirection recurrence, boolean inside) {
        ValueHasher hasher = ValueHasher.keyedWith(
                new SecretKeySpec("a key that nobody else has".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        Item rule = Item.event()
                .set(EventFields.RECURRENCE, Recurrence.parse("FREQ=WEEKLY;COUNT=2"))
                .build();
        Item seen = allDay(LocalDate.of(2020, 1, 10)).toBuilder()
                .put(EventFields.RECURRENCE, hasher.hashed(rule).value(EventFields.RECURRENCE))
                .build();

        assertThat(scope(recurrence).inWindow(List.of(seen), NOW)).isEqualTo(inside);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2026-05-15, false", "2026-05-16, true", "2027-06-15, true", "2027-06-16, false"})
    @DisplayName("S23: whole days from 30 back to 365 ahead, counted in the clock's zone")
    void countsDays(LocalDate day, boolean inside) {
        assertThat(SCOPE.inWindow(List.of(allDay(day)), NOW)).isEqualTo(inside);
        assertThat(SCOPE.inWindow(List.of(timed(day.atTime(9, 0).atZone(AUCKLAND))), NOW))
                .isEqualTo(inside);
    }

    @Test
    @DisplayName("S23: an event ahead of the window enters it 365 days before its day")
    void tellsWhenItEnters() {
        Instant enters =
                SCOPE.entersWindow(allDay(LocalDate.of(2028, 1, 10)), NOW).orElseThrow();

        assertThat(enters)
                .isEqualTo(LocalDate.of(2027, 1, 10).atStartOfDay(AUCKLAND).toInstant());
        assertThat(SCOPE.inWindow(List.of(allDay(LocalDate.of(2028, 1, 10))), enters.atZone(AUCKLAND)))
                .isTrue();
        assertThat(SCOPE.entersWindow(allDay(LocalDate.of(2020, 1, 1)), NOW)).isEmpty();
    }

    @Test
    @DisplayName("S11: an event that has begun lies no longer in the future")
    void tellsTheFuture() {
        assertThat(SCOPE.inFuture(timed(NOW.plusMinutes(1)), NOW)).isTrue();
        assertThat(SCOPE.inFuture(timed(NOW), NOW)).isFalse();
        assertThat(SCOPE.inFuture(allDay(NOW.toLocalDate()), NOW)).isFalse();
        assertThat(SCOPE.inFuture(Item.contact().build(), NOW)).isTrue();
    }

    private static Item allDay(LocalDate day) {
        return Item.event()
                .set(EventFields.TIME, new EventTime.AllDay(day, day.plusDays(1)))
                .build();
    }

    private static Item timed(ZonedDateTime start) {
        return Item.event()
                .set(EventFields.TIME, new EventTime.Timed(start, start.plusMinutes(30)))
                .build();
    }
}
