package io.github.crosstie.graph.internal.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.internal.exchange.WindowsZones;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Series with what their occurrences have of their own. */
class SeriesReadingTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final EventMapping EVENTS = new EventMapping(WindowsZones.standard(), BERLIN);
    private static final ZonedDateTime MONDAY =
            LocalDateTime.of(2026, 10, 19, 9, 0).atZone(BERLIN);

    private static String time(String start, String end) {
        return "'start': {'dateTime': '" + start + "', 'timeZone': 'UTC'}, 'end': {'dateTime': '" + end
                + "', 'timeZone': 'UTC'}, 'originalStartTimeZone': 'W. Europe Standard Time',"
                + " 'originalEndTimeZone': 'W. Europe Standard Time'";
    }

    /** Every Monday at nine in Berlin, over the end of summer time. */
    private static String series(String more) {
        return "'type': 'seriesMaster', 'subject': 'Weekly', "
                + time("2026-10-19T07:00:00", "2026-10-19T08:00:00")
                + ", 'recurrence': {'pattern': {'type': 'weekly', 'interval': 1, 'daysOfWeek': ['monday'],"
                + " 'firstDayOfWeek': 'monday'}, 'range': {'type': 'noEnd', 'startDate': '2026-10-19'}}" + more;
    }

    private static String exception(String originalStart, String more) {
        return "{'id': 'E', '@odata.etag': 'x', 'type': 'exception', 'originalStart': '" + originalStart + "', " + more
                + "}";
    }

    @Test
    @DisplayName(
            "S6: what an occurrence has of its own is told by the start that the rule gives it, and nothing else is")
    void readsExceptions() {
        String moved = exception(
                "2026-10-26T08:00:00Z", "'subject': 'Weekly', " + time("2026-10-27T10:00:00", "2026-10-27T11:30:00"));
        String renamed = exception(
                "2026-11-02T08:00:00Z", "'subject': 'Special', " + time("2026-11-02T08:00:00", "2026-11-02T09:00:00"));

        ItemRecord read =
                EVENTS.read(Answered.entity(series(", 'exceptionOccurrences': [" + moved + "," + renamed + "]")));

        ZonedDateTime tuesday = LocalDateTime.of(2026, 10, 27, 11, 0).atZone(BERLIN);
        SortedMap<OriginalStart, OccurrenceException> expected = new TreeMap<>(Map.of(
                new OriginalStart.At(MONDAY.plusWeeks(1)),
                OccurrenceException.of(Item.event()
                        .set(EventFields.TIME, new EventTime.Timed(tuesday, tuesday.plusMinutes(90)))
                        .build()),
                new OriginalStart.At(MONDAY.plusWeeks(2)),
                OccurrenceException.of(
                        Item.event().set(EventFields.SUBJECT, "Special").build())));
        assertThat(read.trouble()).isNull();
        assertThat(read.item().get(EventFields.EXCEPTIONS)).contains(new OccurrenceExceptions(expected));
    }

    @Test
    @DisplayName("S6: exceptions are read from listed occurrences, too; those that are none are passed over")
    void readsListedOccurrences() {
        ObjectNode occurrence = Answered.json("{'id': 'O', '@odata.etag': 'x', 'type': 'occurrence',"
                + " 'originalStart': '2026-11-02T08:00:00Z', 'subject': 'as ever'}");
        ObjectNode exception = Answered.json(exception(
                "2026-10-26T08:00:00Z", "'subject': 'Special', " + time("2026-10-26T08:00:00", "2026-10-26T09:00:00")));

        ItemRecord read = EVENTS.read(Answered.entity(series("")), List.of(occurrence, exception));

        assertThat(read.item()
                        .get(EventFields.EXCEPTIONS)
                        .orElseThrow()
                        .byStart()
                        .keySet())
                .containsExactly(new OriginalStart.At(MONDAY.plusWeeks(1)));
    }

    @Test
    @DisplayName("S6: cancelled occurrences are told by their days, over a change of the clocks")
    void readsCancelledOccurrences() {
        ItemRecord read = EVENTS.read(Answered.entity(series(", 'exceptionOccurrences': [], 'cancelledOccurrences':"
                + " ['OID.AAMk.1=.2026-10-26', 'OID.AAMk.1=.2026-11-09']")));

        assertThat(read.item().get(EventFields.CANCELLED_OCCURRENCES))
                .contains(CancelledOccurrences.of(
                        new OriginalStart.At(MONDAY.plusWeeks(1)), new OriginalStart.At(MONDAY.plusWeeks(3))));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-08T00:00:00Z, W. Europe Standard Time",
        "2026-07-07T22:00:00Z, W. Europe Standard Time",
        "2026-07-07T12:00:00Z, New Zealand Standard Time",
        "2026-07-08T05:00:00Z, tzone://Microsoft/Custom",
        "2026-07-07T20:00:00Z, UTC"
    })
    @DisplayName("S5: an occurrence of whole days is told by its day, in whatever zone its midnight was")
    void readsExceptionsOfWholeDays(String originalStart, String zone) {
        Item series = Item.event()
                .set(EventFields.TIME, new EventTime.AllDay(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 2)))
                .build();

        assertThat(EVENTS.originalStart(
                        Answered.json(
                                "{'originalStart': '" + originalStart + "', 'originalStartTimeZone': '" + zone + "'}"),
                        series))
                .contains(new OriginalStart.OnDay(LocalDate.of(2026, 7, 8)));
    }

    @Test
    @DisplayName("S6: an original start is an instant, not a time in the zone of the series")
    void takesOriginalStartsForInstants() {
        Item series = Item.event()
                .set(EventFields.TIME, new EventTime.Timed(MONDAY, MONDAY.plusHours(1)))
                .build();

        assertThat(EVENTS.originalStart(Answered.json("{'originalStart': '2026-10-26T08:00:00Z'}"), series))
                .contains(new OriginalStart.At(MONDAY.plusWeeks(1)));
        assertThat(EVENTS.originalStart(Answered.json("{}"), series)).isEmpty();
    }

    @Test
    @DisplayName(
            "S6: a series whose occurrences are not told, or not all to be understood, is trouble, never half read")
    void readsNoHalfSeries() {
        String untold = exception("", time("2026-10-26T08:00:00", "2026-10-26T09:00:00"));
        String senseless = exception("2026-10-26T08:00:00Z", time("soon", "later"));

        ItemRecord withoutOccurrences = EVENTS.read(Answered.entity(series("")));

        assertThat(withoutOccurrences.trouble()).contains("occurrences");
        for (String exception : List.of(untold, senseless)) {
            ItemRecord read = EVENTS.read(Answered.entity(series(", 'exceptionOccurrences': [" + exception + "]")));

            assertThat(read.trouble()).as(exception).contains("occurrences");
            assertThat(read.item().get(EventFields.EXCEPTIONS)).isEmpty();
        }
    }

    @Test
    @DisplayName("S6: a change of an occurrence says nothing of what it has from the series, and keeps its attendees")
    void changesOneOccurrence() {
        ZonedDateTime tuesday = MONDAY.plusDays(8).withHour(11);
        Item series = Item.event()
                .set(EventFields.TIME, new EventTime.Timed(MONDAY, MONDAY.plusHours(1)))
                .set(EventFields.OPTIONAL_ATTENDEES, Set.of("bea@acme.example"))
                .build();
        ObjectNode before = Answered.entity(time("2026-10-26T08:00:00", "2026-10-26T09:00:00")
                + ", 'attendees': [{'type': 'optional', 'emailAddress': {'address': 'cleo@acme.example'}}]");

        ObjectNode moved = EVENTS.updateOccurrence(
                Map.of(EventFields.TIME, new EventTime.Timed(tuesday, tuesday.plusHours(1))), series, null);
        ObjectNode joined = EVENTS.updateOccurrence(
                Map.of(EventFields.REQUIRED_ATTENDEES, Set.of("dora@acme.example")), series, before);

        assertThat(moved)
                .isEqualTo(Answered.json(
                        "{'start': {'dateTime': '2026-10-27T11:00:00', 'timeZone': 'W. Europe Standard Time'},"
                                + " 'end': {'dateTime': '2026-10-27T12:00:00', 'timeZone': 'W. Europe Standard Time'},"
                                + " 'isAllDay': false}"));
        assertThat(joined)
                .isEqualTo(Answered.json("{'attendees': ["
                        + "{'type': 'required', 'emailAddress': {'address': 'dora@acme.example'}},"
                        + "{'type': 'optional', 'emailAddress': {'address': 'cleo@acme.example'}}]}"));
    }
}
