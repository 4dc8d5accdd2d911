package io.github.crosstie.ews.internal.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which moment a date and time of the wire is: with an offset or without, with zones or without. */
class WireTimeTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // the text, the zone of the item, that of the request, the moment
                "2026-07-01T09:00:00Z, Europe/Berlin, America/New_York, 2026-07-01T11:00+02:00[Europe/Berlin]",
                "2026-07-01T09:00:00Z, Europe/Berlin, -, 2026-07-01T11:00+02:00[Europe/Berlin]",
                "2026-07-01T09:00:00Z, -, America/New_York, 2026-07-01T05:00-04:00[America/New_York]",
                "2026-07-01T09:00:00Z, -, -, 2026-07-01T09:00Z",
                "2026-07-01T09:00:00, Europe/Berlin, America/New_York, 2026-07-01T09:00+02:00[Europe/Berlin]",
                "2026-07-01T09:00:00, Europe/Berlin, -, 2026-07-01T09:00+02:00[Europe/Berlin]",
                "2026-07-01T09:00:00, -, America/New_York, 2026-07-01T09:00-04:00[America/New_York]",
                "2026-07-01T09:00:00, -, -, 2026-07-01T09:00Z",
                "2026-07-01T09:00:00.123+05:30, Europe/Berlin, -, 2026-07-01T05:30:00.123+02:00[Europe/Berlin]"
            })
    @DisplayName("S5: an offset wins, then the zone of the item, then that of the request, then UTC")
    void takesTheFirstThatThereIs(String text, ZoneId named, ZoneId context, String moment) {
        assertThat(WireTime.moment(text, named, context)).isEqualTo(ZonedDateTime.parse(moment));
    }
}
