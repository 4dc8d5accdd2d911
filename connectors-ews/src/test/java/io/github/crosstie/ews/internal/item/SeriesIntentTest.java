package io.github.crosstie.ews.internal.item;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Notification;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a series carries while it is changed step by step. */
class SeriesIntentTest {

    private static final String ADA = "ada@acme.example";
    private static final ZonedDateTime MONDAY =
            LocalDateTime.of(2026, 10, 19, 9, 0).atZone(ZoneId.of("Europe/Berlin"));
    private static final Item BEFORE = Item.event()
            .set(EventFields.SUBJECT, "Standing")
            .set(EventFields.TIME, new EventTime.Timed(MONDAY, MONDAY.plusHours(1)))
            .set(EventFields.RECURRENCE, Recurrence.weekly(DayOfWeek.MONDAY))
            .set(EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.of(new OriginalStart.At(MONDAY.plusWeeks(1))))
            .set(
                    EventFields.EXCEPTIONS,
                    OccurrenceExceptions.of(
                            new OriginalStart.At(MONDAY.plusWeeks(2)),
                            Item.event()
                                    .set(EventFields.BODY, "Two\r\n lines, \"quoted\"\n\t / and 1/2/3")
                                    .build()))
            .build();
    private static final Item WANTED =
            BEFORE.toBuilder().clear(EventFields.EXCEPTIONS).build();

    private final SeriesIntent intent = SeriesIntent.of(ADA, "uid/1", Notification.NONE, BEFORE, WANTED);

    @Test
    @DisplayName("S6: is read back as it was written, as far as it makes the series")
    void isReadBack() {
        SeriesIntent read = SeriesIntent.parse(intent.text()).orElseThrow();

        assertThat(read).isEqualTo(intent);
        assertThat(read.undone(WANTED)).isEqualTo(BEFORE);
        assertThat(read.before().get(EventFields.SUBJECT)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Notification.class)
    @DisplayName("S7: says who is told of the change")
    void saysWhoIsTold(Notification notification) {
        SeriesIntent told = SeriesIntent.of(ADA, "uid/1", notification, BEFORE, WANTED);

        assertThat(SeriesIntent.parse(told.text())).contains(told);
    }

    @Test
    @DisplayName("F19, F21: is none of a copy, nor of another mailbox")
    void isOfTheSeriesThatItWasPutOn() {
        assertThat(intent.isOf("Ada@Acme.example", "uid/1")).isTrue();
        assertThat(intent.isOf(ADA, "uid/2")).isFalse();
        assertThat(intent.isOf("bea@acme.example", "uid/1")).isFalse();
    }

    @Test
    @DisplayName("S6: is over once somebody has given the series another rule")
    void isOverWithAnotherRule() {
        Item daily = BEFORE.toBuilder()
                .set(EventFields.RECURRENCE, Recurrence.daily())
                .build();

        assertThat(intent.isUnderWay(BEFORE)).isTrue();
        assertThat(intent.isUnderWay(daily)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3/a/b\n{}\n{}", "1/a/b\n{}\n{}", "1/a/b\n{\n", "something else"})
    void isNothingElse(String text) {
        assertThat(SeriesIntent.parse(text)).isEmpty();
    }

    @Test
    @DisplayName("G6: shows nothing of the series")
    void keepsItsValuesToItself() {
        assertThat(intent).hasToString("SeriesIntent");
    }
}
