package io.github.crosstie.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OccurrencesTest {

    private static final ZonedDateTime NINE = LocalDateTime.of(2026, 7, 6, 9, 0).atZone(ZoneId.of("Europe/Berlin"));
    private static final OriginalStart MONDAY = new OriginalStart.At(NINE);
    private static final OriginalStart DAY = new OriginalStart.OnDay(LocalDate.of(2026, 7, 6));

    @Test
    @DisplayName("S5: original starts of a timed series are compared as instants, and keep their zone")
    void comparesInstants() {
        OriginalStart inUtc = new OriginalStart.At(NINE.withZoneSameInstant(ZoneId.of("UTC")));

        assertThat(inUtc).isEqualTo(MONDAY).hasSameHashCodeAs(MONDAY).isEqualByComparingTo(MONDAY);
        assertThat(inUtc.toString()).contains("UTC");
        assertThat(CancelledOccurrences.of(MONDAY).contains(inUtc)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-07-06",
                "2026-10-25T02:30+01:00[Europe/Berlin]",
                "2026-10-25T02:30+02:00[Europe/Berlin]",
                "2026-07-06T09:00Z"
            })
    @DisplayName("S5: an original start is read as it is written, in the hour that comes twice too")
    void readsOriginalStarts(String text) {
        assertThat(OriginalStart.parse(text)).hasToString(text);
    }

    @Test
    @DisplayName("S5: what is no original start is refused with an example")
    void refusesOtherTexts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OriginalStart.parse("2026-07-06T09:00"))
                .withMessageContaining("2026-07-01T09:00+02:00[Europe/Berlin]");
    }

    @Test
    @DisplayName("S6: no cancelled occurrence and no exception count as not set")
    void countsNoneAsNotSet() {
        Item item = Item.event()
                .set(EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.NONE)
                .set(
                        EventFields.EXCEPTIONS,
                        OccurrenceExceptions.of(DAY, Item.event().build()))
                .build();

        assertThat(item.values()).isEmpty();
    }

    @Test
    @DisplayName("S6: an exception changes, clears and inherits fields")
    void appliesAnException() {
        Item series = Item.event()
                .set(EventFields.SUBJECT, "Review")
                .set(EventFields.LOCATION, "Hall")
                .set(EventFields.BODY, "Agenda")
                .set(EventFields.RECURRENCE, Recurrence.daily())
                .build();

        OccurrenceException exception = OccurrenceException.of(Item.event().build())
                .with(EventFields.SUBJECT, "Long review")
                .with(EventFields.LOCATION, null)
                .with(EventFields.BODY, "Other")
                .inheriting(EventFields.BODY);

        assertThat(exception.fields()).isEqualTo(Set.of(EventFields.SUBJECT, EventFields.LOCATION));
        assertThat(exception.appliedTo(series))
                .isEqualTo(Item.event()
                        .set(EventFields.SUBJECT, "Long review")
                        .set(EventFields.BODY, "Agenda")
                        .build());
    }

    @Test
    @DisplayName("S6: an exception is no series of its own")
    void isNoSeries() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OccurrenceException.of(Item.event()
                        .set(EventFields.RECURRENCE, Recurrence.daily())
                        .build()))
                .withMessageContaining("only the series itself can have one");
    }

    @Test
    @DisplayName("S6: the same start in another zone is the same exception")
    void replacesAnException() {
        OriginalStart inUtc = new OriginalStart.At(NINE.withZoneSameInstant(ZoneId.of("UTC")));
        Item hall = Item.event().set(EventFields.LOCATION, "Hall").build();
        Item attic = Item.event().set(EventFields.LOCATION, "Attic").build();

        OccurrenceExceptions exceptions =
                OccurrenceExceptions.of(MONDAY, hall).with(inUtc, OccurrenceException.of(attic));

        assertThat(exceptions).isEqualTo(OccurrenceExceptions.of(Map.of(MONDAY, OccurrenceException.of(attic))));
        assertThat(exceptions.without(MONDAY).isEmpty()).isTrue();
    }

    @Test
    @DisplayName("G6: the text of exceptions shows no value")
    void hidesValues() {
        Item secret = Item.event().set(EventFields.LOCATION, "Secret garden").build();

        assertThat(OccurrenceExceptions.of(MONDAY, secret).toString())
                .contains("location")
                .doesNotContain("Secret");
    }
}
