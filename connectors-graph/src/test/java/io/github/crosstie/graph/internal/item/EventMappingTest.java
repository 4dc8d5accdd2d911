package io.github.crosstie.graph.internal.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.internal.exchange.Stamp;
import io.github.crosstie.internal.exchange.WindowsZones;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.Sensitivity;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events, written and read. */
class EventMappingTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final EventMapping EVENTS = new EventMapping(WindowsZones.standard(), BERLIN);
    private static final Stamp STAMP =
            Stamp.ofEvent("ada@acme.example", new CorrelationTag("v1/tag/1")).withoutUid();
    private static final String TIME = "'start': {'dateTime': '2026-07-01T08:00:00.0000000', 'timeZone': 'UTC'},"
            + " 'end': {'dateTime': '2026-07-01T09:00:00.0000000', 'timeZone': 'UTC'}";

    private static Item projected(Item item) {
        Item.Builder held = Item.event();
        item.values().forEach((field, value) -> held.put(field, EVENTS.project(field, value)));
        return held.build();
    }

    private static ItemRecord readBack(Item item) {
        return EVENTS.read(Answered.event(EVENTS.create(item, STAMP)));
    }

    private static ItemRecord read(String properties) {
        return EVENTS.read(Answered.entity(properties));
    }

    private static Map<Field<?>, @Nullable Object> change(Field<?> field, @Nullable Object value) {
        Map<Field<?>, @Nullable Object> changed = new HashMap<>();
        changed.put(field, value);
        return changed;
    }

    private static Item at(ZonedDateTime start, ZonedDateTime end) {
        return Item.event()
                .set(EventFields.TIME, new EventTime.Timed(start, end))
                .build();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    @DisplayName("S4: an event is read as it was written, as far as a mailbox can hold it")
    void readsWhatItWrites(long seed) {
        RandomItems events = new RandomItems(seed);
        for (int event = 0; event < 20; event++) {
            Item item = events.event();

            ItemRecord read = readBack(item);

            assertThat(read.item().values())
                    .as("event %s of seed %s", event, seed)
                    .isEqualTo(projected(item).values());
            assertThat(read.trouble()).isNull();
            assertThat(read.stamp()).contains(STAMP);
        }
    }

    @Test
    void projectsTwiceAsOnce() {
        for (long seed = 1; seed <= 60; seed++) {
            Item once = projected(new RandomItems(seed).event());

            assertThat(projected(once)).as("seed %s", seed).isEqualTo(once);
        }
    }

    @Test
    @DisplayName("S4: an update says nothing of what was not to change")
    void updatesJustTheChangedFields() {
        Item item = Item.event()
                .set(EventFields.SUBJECT, "Meeting")
                .set(EventFields.LOCATION, "Room 1")
                .set(EventFields.CATEGORIES, Set.of("Red"))
                .build();

        for (Field<?> field : List.of(EventFields.SUBJECT, EventFields.LOCATION, EventFields.CATEGORIES)) {
            ObjectNode set = EVENTS.update(change(field, item.value(field)), item, null);
            ObjectNode cleared = EVENTS.update(
                    change(field, null), item.toBuilder().clear(field).build(), null);

            assertThat(set).as("setting %s", field).hasSize(1);
            assertThat(EVENTS.read(Answered.told(set)).item().value(field)).isEqualTo(item.value(field));
            assertThat(cleared).as("clearing %s", field).hasSize(1);
            assertThat(EVENTS.read(Answered.told(cleared)).item().value(field)).isNull();
        }
    }

    @Test
    @DisplayName("S4: a changed body is HTML that reads as the text, because it may have been HTML before")
    void writesChangedBodiesAsHtml() {
        ObjectNode changed = EVENTS.update(
                change(EventFields.BODY, "a < b\n  c"), Item.event().build(), null);
        ObjectNode cleared =
                EVENTS.update(change(EventFields.BODY, null), Item.event().build(), null);

        assertThat(changed)
                .isEqualTo(Answered.json("{'body': {'contentType': 'html', 'content':"
                        + " '<html><head></head><body>a &lt; b<br>&nbsp; c</body></html>'}}"));
        assertThat(cleared).isEqualTo(Answered.json("{'body': {'contentType': 'text', 'content': ''}}"));
    }

    @ParameterizedTest
    @CsvSource({"Europe/Berlin", "America/New_York", "Asia/Calcutta", "Pacific/Kiritimati", "America/Santiago", "UTC"})
    @DisplayName("S5: an all-day event is from midnight to midnight of the user's zone, and stays the same dates")
    void writesWholeDaysInTheZoneOfTheUser(ZoneId zone) {
        EventMapping events = new EventMapping(WindowsZones.standard(), zone);
        for (int day = 0; day < 366; day++) {
            LocalDate first = LocalDate.of(2026, 1, 1).plusDays(day);
            Item item = Item.event()
                    .set(EventFields.TIME, new EventTime.AllDay(first, first.plusDays(2)))
                    .build();

            ObjectNode written = events.create(item, STAMP);

            assertThat(written.path("isAllDay").asBoolean()).isTrue();
            assertThat(written.path("end").path("timeZone"))
                    .isEqualTo(written.path("start").path("timeZone"));
            assertThat(events.read(Answered.event(written)).item()).isEqualTo(item);
        }
    }

    @ParameterizedTest
    @CsvSource({
        // as whole days float, and as a service may convert them all the same
        "2026-07-01T00:00:00.0000000, 2026-07-02T00:00:00.0000000, UTC, W. Europe Standard Time",
        "2026-06-30T22:00:00.0000000, 2026-07-01T22:00:00.0000000, UTC, W. Europe Standard Time",
        "2026-07-01T00:00:00.0000000, 2026-07-02T00:00:00.0000000, W. Europe Standard Time, W. Europe Standard Time",
        "2026-07-01T00:00:00, 2026-07-02T00:00:00, Europe/Berlin, tzone://Microsoft/Custom",
        "2026-06-30T12:00:00, 2026-07-01T12:00:00, UTC, New Zealand Standard Time"
    })
    @DisplayName("S5: the days of an all-day event are the same in whatever zone they are told")
    void readsWholeDays(String start, String end, String zone, String originalZone) {
        ItemRecord read = read("'isAllDay': true, 'originalStartTimeZone': '" + originalZone
                + "', 'start': {'dateTime': '" + start + "', 'timeZone': '" + zone + "'}, 'end': {'dateTime': '" + end
                + "', 'timeZone': '" + zone + "'}");

        assertThat(read.item().get(EventFields.TIME))
                .contains(new EventTime.AllDay(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 2)));
    }

    @Test
    @DisplayName("S5: the zones of start and end are written both, and parts of seconds are not")
    void writesBothZones() {
        ZonedDateTime start =
                LocalDateTime.of(2026, 5, 4, 22, 0, 1, 999_000_000).atZone(ZoneId.of("Europe/Vienna"));
        ZonedDateTime end = LocalDateTime.of(2026, 5, 6, 2, 0).atZone(ZoneId.of("Asia/Tokyo"));

        ObjectNode written = EVENTS.create(at(start, end), STAMP);

        assertThat(written.path("start"))
                .isEqualTo(Answered.json("{'dateTime': '2026-05-04T22:00:01', 'timeZone': 'W. Europe Standard Time'}"));
        assertThat(written.path("end"))
                .isEqualTo(Answered.json("{'dateTime': '2026-05-06T02:00:00', 'timeZone': 'Tokyo Standard Time'}"));
        assertThat(readBack(at(start, end)).item().get(EventFields.TIME))
                .contains(new EventTime.Timed(start.withNano(0).withZoneSameLocal(BERLIN), end));
    }

    @ParameterizedTest
    @CsvSource({"W. Europe Standard Time", "Europe/Berlin", "w. europe standard time", "Europe/Vienna"})
    @DisplayName("S5: zones are understood by both kinds of names")
    void readsBothKindsOfNames(String zone) {
        EventTime.Timed read = (EventTime.Timed) read(TIME + ", 'originalStartTimeZone': '" + zone + "'")
                .item()
                .get(EventFields.TIME)
                .orElseThrow();

        assertThat(read.start().toLocalDateTime()).isEqualTo("2026-07-01T10:00:00");
        assertThat(read.start().toInstant()).isEqualTo("2026-07-01T08:00:00Z");
    }

    @Test
    @DisplayName("S5: of an hour that comes twice the second keeps its instant, and a series does not start in it")
    void keepsTheInstantOfAnHourThatComesTwice() {
        ZonedDateTime first = LocalDateTime.of(2026, 10, 25, 2, 30).atZone(BERLIN);
        ZonedDateTime second = first.withLaterOffsetAtOverlap();
        Item single = at(second, second.plusHours(1));
        Item series = single.toBuilder()
                .set(EventFields.RECURRENCE, Recurrence.parse("FREQ=DAILY"))
                .build();

        EventTime.Timed read =
                (EventTime.Timed) readBack(single).item().get(EventFields.TIME).orElseThrow();

        assertThat(read.start().toInstant()).isEqualTo(second.toInstant());
        assertThat(read)
                .isEqualTo(EVENTS.project(
                        EventFields.TIME, single.get(EventFields.TIME).orElseThrow()));
        assertThat(read.end().getZone()).isEqualTo(BERLIN);
        assertThat(EVENTS.cannotExpress(single)).isEmpty();
        assertThat(EVENTS.cannotExpress(series))
                .hasValueSatisfying(reason -> assertThat(reason).contains("hour"));
        assertThat(EVENTS.project(EventFields.TIME, new EventTime.Timed(first, second)))
                .isEqualTo(new EventTime.Timed(first, second.withZoneSameInstant(ZoneId.of("Etc/UTC"))));
    }

    @Test
    @DisplayName("S6: a rule is read in the words in which it was written, until somebody changes the series")
    void keepsTheWordsOfARule() {
        ZonedDateTime start = LocalDateTime.of(2026, 3, 2, 9, 0).atZone(BERLIN);
        Item item = at(start, start.plusHours(1)).toBuilder()
                .set(EventFields.RECURRENCE, Recurrence.parse("FREQ=WEEKLY;UNTIL=20260601T070000Z"))
                .build();
        ObjectNode answer = Answered.event(EVENTS.create(item, STAMP));

        ItemRecord unchanged = EVENTS.read(answer);
        answer.withObject("recurrence")
                .withObject("pattern")
                .set("daysOfWeek", Answered.json("{'days': ['tuesday']}").path("days"));
        ItemRecord changed = EVENTS.read(answer);

        assertThat(unchanged.item()).isEqualTo(item);
        assertThat(changed.item().get(EventFields.RECURRENCE))
                .contains(Recurrence.parse("FREQ=WEEKLY;UNTIL=20260601;BYDAY=TU"));
    }

    @Test
    @DisplayName("S6: a series that moves is written with its rule; one that is none any more loses it")
    void movesASeriesWithItsRule() {
        ZonedDateTime start = LocalDateTime.of(2026, 3, 2, 9, 0).atZone(BERLIN);
        Item single = at(start, start.plusHours(1));
        Item series = single.toBuilder()
                .set(EventFields.RECURRENCE, Recurrence.parse("FREQ=DAILY"))
                .build();

        ObjectNode moved = EVENTS.update(change(EventFields.TIME, series.value(EventFields.TIME)), series, null);
        ObjectNode ended = EVENTS.update(change(EventFields.RECURRENCE, null), single, null);

        assertThat(moved.path("recurrence"))
                .isEqualTo(Answered.json("{'pattern': {'type': 'daily', 'interval': 1}, 'range': {'type': 'noEnd',"
                        + " 'startDate': '2026-03-02', 'recurrenceTimeZone': 'W. Europe Standard Time'}}"));
        assertThat(ended.has("recurrence")).isTrue();
        assertThat(ended.path("recurrence").isNull()).isTrue();
        assertThat(ExtendedProperty.RULE.of(Answered.told(ended))).isEmpty();
        assertThat(EVENTS.needsBefore(Set.of(EventFields.TIME))).isTrue();
        assertThat(EVENTS.needsBefore(Set.of(EventFields.RECURRENCE))).isTrue();
        assertThat(EVENTS.needsBefore(Set.of(EventFields.SUBJECT, EventFields.SENSITIVITY)))
                .isFalse();
    }

    @Test
    @DisplayName("S5: a single event in a zone without a name keeps its instants; a series in one is trouble")
    void tellsZonesWithoutAName() {
        String zone = ", 'originalStartTimeZone': 'tzone://Microsoft/Custom'";
        String rule = ", 'recurrence': {'pattern': {'type': 'daily', 'interval': 1},"
                + " 'range': {'type': 'noEnd', 'startDate': '2026-07-01'}}, 'exceptionOccurrences': []";

        ItemRecord alone = read(TIME + zone);
        ItemRecord series = read(TIME + zone + rule);

        assertThat(alone.trouble()).isNull();
        assertThat(((EventTime.Timed) alone.item().get(EventFields.TIME).orElseThrow())
                        .start()
                        .toInstant())
                .isEqualTo("2026-07-01T08:00:00Z");
        assertThat(series.trouble()).contains("time zone").contains("choose");
    }

    @Test
    @DisplayName("S7: attendees are read with what they have answered, and the organizer of a meeting alone")
    void readsAttendeesAndAnswers() {
        String organizer = ", 'isOrganizer': true, 'organizer': {'emailAddress': {'address': 'ada@acme.example'}}";
        String attendees = ", 'attendees': [" + attendee("required", "bea", "accepted") + ","
                + attendee("required", "cleo", "notResponded") + ","
                + attendee("optional", "dora", "tentativelyAccepted") + "," + attendee("resource", "room", "declined")
                + "]";

        Item meeting = read(TIME + organizer + attendees).item();
        Item appointment = read(TIME + organizer).item();
        Item invitation = read(TIME + organizer.replace("true", "false")).item();

        assertThat(meeting.get(EventFields.REQUIRED_ATTENDEES))
                .contains(Set.of("bea@acme.example", "cleo@acme.example"));
        assertThat(meeting.get(EventFields.OPTIONAL_ATTENDEES)).contains(Set.of("dora@acme.example"));
        assertThat(meeting.get(EventFields.RESOURCES)).contains(Set.of("room@acme.example"));
        assertThat(meeting.get(EventFields.RESPONSES))
                .contains(Set.of(
                        "bea@acme.example=ACCEPTED", "dora@acme.example=TENTATIVE", "room@acme.example=DECLINED"));
        assertThat(meeting.get(EventFields.ORGANIZER)).contains("ada@acme.example");
        assertThat(appointment.get(EventFields.ORGANIZER)).isEmpty();
        assertThat(invitation.get(EventFields.ORGANIZER)).contains("ada@acme.example");
    }

    private static String attendee(String type, String name, String answer) {
        return "{'type': '" + type + "', 'emailAddress': {'name': '" + name + "', 'address': '" + name
                + "@acme.example'}, 'status': {'response': '" + answer + "'}}";
    }

    @Test
    @DisplayName("S4: who joins is written with those who are there, under the names that the server knows")
    void keepsTheOthersAndTheirNames() {
        Item after = Item.event()
                .set(EventFields.REQUIRED_ATTENDEES, Set.of("bea@acme.example", "new@acme.example"))
                .set(EventFields.RESOURCES, Set.of("room@acme.example"))
                .build();
        ObjectNode before = Answered.entity("'attendees': [" + attendee("required", "bea", "accepted") + ","
                + attendee("resource", "room", "accepted") + "]");
        Map<Field<?>, @Nullable Object> changed =
                change(EventFields.REQUIRED_ATTENDEES, after.value(EventFields.REQUIRED_ATTENDEES));

        assertThat(EVENTS.needsBefore(changed.keySet())).isTrue();
        assertThat(EVENTS.update(changed, after, before))
                .isEqualTo(Answered.json("{'attendees': ["
                        + "{'type': 'required', 'emailAddress': {'address': 'bea@acme.example', 'name': 'bea'}},"
                        + "{'type': 'required', 'emailAddress': {'address': 'new@acme.example'}},"
                        + "{'type': 'resource', 'emailAddress': {'address': 'room@acme.example', 'name': 'room'}}]}"));
    }

    @Test
    @DisplayName("S7: neither the organizer nor answers are ever written")
    void writesNoAnswers() {
        Map<Field<?>, @Nullable Object> changed = Map.of(
                EventFields.ORGANIZER, "ada@acme.example", EventFields.RESPONSES, Set.of("bea@acme.example=ACCEPTED"));

        assertThat(EVENTS.update(changed, Item.event().build(), null)).isEmpty();
    }

    @Test
    @DisplayName("S9: what is private is written and read as private, and cleared to normal")
    void keepsSensitivity() {
        assertThat(EVENTS.update(
                        change(EventFields.SENSITIVITY, null), Item.event().build(), null))
                .isEqualTo(Answered.json("{'sensitivity': 'normal'}"));
        assertThat(read("'sensitivity': 'private', " + TIME).item().get(EventFields.SENSITIVITY))
                .contains(Sensitivity.PRIVATE);
        assertThat(read("'sensitivity': 'whispered', " + TIME).trouble()).contains("sensitivity");
    }

    @Test
    @DisplayName("S4: the body of an online meeting, which holds the way into it, is not overwritten")
    void leavesOnlineMeetingsTheirBody() {
        String online = TIME + ", 'isOnlineMeeting': true";

        assertThat(obstacle(EventFields.BODY, online))
                .hasValueSatisfying(reason -> assertThat(reason).contains("online meeting"));
        assertThat(obstacle(EventFields.SUBJECT, online)).isEmpty();
        assertThat(obstacle(EventFields.BODY, TIME)).isEmpty();
        assertThat(EVENTS.needsBefore(Set.of(EventFields.BODY))).isTrue();
    }

    private static Optional<String> obstacle(Field<?> field, String properties) {
        return EVENTS.cannotChange(change(field, null), read(properties), Answered.json("{" + properties + "}"));
    }

    @Test
    @DisplayName("S7: people without an address are not taken off the list with which others are changed")
    void leavesPeopleWithoutAnAddress() {
        String nameless = TIME + ", 'attendees': [{'type': 'required', 'emailAddress': {'name': 'Bea'}}]";
        String known = TIME + ", 'attendees': [{'type': 'required', 'emailAddress': {'address': 'bea@acme.example'}}]";

        assertThat(obstacle(EventFields.OPTIONAL_ATTENDEES, nameless)).isPresent();
        assertThat(obstacle(EventFields.SUBJECT, nameless)).isEmpty();
        assertThat(obstacle(EventFields.OPTIONAL_ATTENDEES, known)).isEmpty();
    }

    @Test
    @DisplayName("G4: a stamp alone can be put on an event that is there")
    void stampsAnEvent() {
        assertThat(EVENTS.read(Answered.told(EVENTS.stamped(STAMP))).stamp()).contains(STAMP);
        assertThat(EVENTS.stamped(STAMP)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'start': {'dateTime': '2026-07-01T08:00:00', 'timeZone': 'UTC'}",
                "'start': {'dateTime': 'soon', 'timeZone': 'UTC'}, 'end': {'dateTime': 'later', 'timeZone': 'UTC'}",
                "'start': {'dateTime': '2026-07-01T08:00:00', 'timeZone': 'Mars'},"
                        + " 'end': {'dateTime': '2026-07-01T09:00:00', 'timeZone': 'Mars'}",
                "'start': {'dateTime': '2026-07-01T10:00:00', 'timeZone': 'UTC'},"
                        + " 'end': {'dateTime': '2026-07-01T09:00:00', 'timeZone': 'UTC'}",
                TIME + ", 'recurrence': {}, 'exceptionOccurrences': []",
                TIME + ", 'recurrence': {'pattern': {'type': 'daily', 'interval': 1}, 'range': {'type': 'noEnd',"
                        + " 'startDate': '2026-07-01'}}, 'exceptionOccurrences': [], 'cancelledOccurrences': ['OID.x']"
            })
    @DisplayName("S15: an event that makes no sense is trouble with a remedy, and no failure")
    void tellsWhatMakesNoSense(String properties) {
        assertThat(read(properties).trouble()).contains("save it anew");
    }
}
