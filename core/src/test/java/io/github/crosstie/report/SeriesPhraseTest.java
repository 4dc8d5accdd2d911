package io.github.crosstie.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesPhraseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=DAILY | every day",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=10 | every 2 weeks on Monday and Friday, 10 times",
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=SU | every 2 weeks on Monday, weeks starting on Sunday",
                "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20261231 | every month on last Friday, until 2026-12-31",
                "FREQ=MONTHLY;BYDAY=2TU | every month on #2 Tuesday",
                "FREQ=MONTHLY;BYMONTHDAY=-2,15 | every month on day #2 from the end and 15",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29 | every year on day 29 in February",
                "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1 | every month on Monday and Tuesday, of these only last",
                "FREQ=DAILY;UNTIL=20261231T225959Z | every day, until 2026-12-31T22:59:59Z"
            })
    @DisplayName("S6: a rule in words")
    void saysARule(String rule, String phrase) {
        assertThat(Plain.text(Recurrence.parse(rule))).isEqualTo(phrase);
    }

    @Test
    @DisplayName("S6: exceptions in words, which can neither break a line nor steer a terminal")
    void saysExceptions() {
        OccurrenceException moved = OccurrenceException.of(Item.event()
                        .set(EventFields.SUBJECT, "Two\nlines\u001b")
                        .build())
                .with(EventFields.LOCATION, null);
        OccurrenceExceptions exceptions = OccurrenceExceptions.NONE.with(OriginalStart.parse("2026-07-06"), moved);

        assertThat(Plain.text(exceptions)).isEqualTo("2026-07-06: location (none), subject Two\\nlines?");
    }
}
