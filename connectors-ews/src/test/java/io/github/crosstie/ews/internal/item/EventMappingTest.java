package io.github.crosstie.ews.internal.item;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.ews.internal.operation.PropertyChange;
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
    private static final Stamp STAMP = Stamp.ofEvent("ada@acme.example", new CorrelationTag("v1/tag/1"));

    private static Item projected(Item item) {
        Item.Builder held = Item.event();
        item.values().forEach((field, value) -> held.put(field, EVENTS.project(field, value)));
        return held.build();
    }

    private static ItemRecord readBack(Item item) {
        return Wire.created(EVENTS, EVENTS.create(item, STAMP));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    @DisplayName("S4: an event is read as it was written, as far as a mailbox can hold it")
    void readsWhatItWrites(long seed) {
        RandomEvents events = new RandomEvents(seed);
        for (int event = 0; event < 20; event++) {
            Item item = events.event();

            ItemRecord read = readBack(item);

            assertThat(read.item().values())
                    .as("event %s of seed %s", event, seed)
                    .isEqualTo(projected(item).values());
            assertThat(read.trouble()).isNull();
            assertThat(read.uid()).isEqualTo(STAMP.uid());
            assertThat(read.stamp()).contains(STAMP);
        }
    }

    @Test
    void projectsTwiceAsOnce() {
        for (long seed = 1; seed <= 30; seed++) {
            Item once = projected(new RandomEvents(seed).event());

            assertThat(projected(once)).as("seed %s", seed).isEqualTo(once);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("S4: an update is valid, changes a property once, and nothing that was not to change")
    void updatesJustTheChangedFields(long seed) {
        RandomEvents events = new RandomEvents(seed);
        for (int event = 0; event < 30; event++) {
            Item item = events.event();
            for (Field<?> field : EventFields.STANDARD) {
                Map<Field<?>, @Nullable Object> changed = new HashMap<>();
                changed.put(field, item.value(field));
                if (field.equals(EventFields.TIME) && item.value(field) == null) {
                    continue;
                }

                List<PropertyChange> changes = EVENTS.update(changed, item, false);

                assertThat(changes).extracting(PropertyChange::path).doesNotHaveDuplicates();
                if (!changes.isEmpty()) {
                    Wire.updateRequest(EVENTS, changes);
                }
            }
        }
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

            ItemRecord read = Wire.created(events, events.create(item, STAMP));

            assertThat(read.item()).isEqualTo(item);
        }
    }

    @Test
    @DisplayName("S5: midnight of Berlin is not midnight of UTC")
    void writesMidnightOfTheUser() {
        ItemRecord read = Wire.read(
                EVENTS,
                "<t:Start>2026-06-30T22:00:00Z</t:Start><t:End>2026-07-01T22:00:00Z</t:End>"
                        + "<t:IsAllDayEvent>true</t:IsAllDayEvent>"
                        + "<t:StartTimeZone Id=\"W. Europe Standard Time\"/><t:EndTimeZone Id=\"W. Europe Standard Time\"/>");

        assertThat(read.item().get(EventFields.TIME))
                .contains(new EventTime.AllDay(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 2)));
    }

    @Test
    @DisplayName(
            "S5: an all-day event that is not from midnight to midnight is rounded outwards, as the server does it")
    void roundsOutwards() {
        ItemRecord read = Wire.read(
                EVENTS,
                "<t:Start>2026-07-01T01:00:00Z</t:Start><t:End>2026-07-02T01:00:00Z</t:End>"
                        + "<t:IsAllDayEvent>true</t:IsAllDayEvent><t:StartTimeZone Id=\"UTC\"/>");

        assertThat(read.item().get(EventFields.TIME))
                .contains(new EventTime.AllDay(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 3)));
    }

    @Test
    @DisplayName("S5: the zones of start and end are written both, and parts of seconds are not")
    void writesBothZones() {
        ZonedDateTime start =
                LocalDateTime.of(2026, 5, 4, 22, 0, 1, 999_000_000).atZone(ZoneId.of("Europe/Vienna"));
        ZonedDateTime end = LocalDateTime.of(2026, 5, 5, 2, 0)
                .atZone(ZoneId.of("Asia/Tokyo"))
                .plusDays(1);

        ItemRecord read = readBack(Item.event()
                .set(EventFields.TIME, new EventTime.Timed(start, end))
                .build());

        assertThat(read.item().get(EventFields.TIME))
                .contains(new EventTime.Timed(start.withNano(0).withZoneSameLocal(BERLIN), end));
    }

    @Test
    @DisplayName("S6: a rule is read in the words in which it was written, until somebody changes the series")
    void keepsTheWordsOfARule() {
        ZonedDateTime start = LocalDateTime.of(2026, 3, 2, 9, 0).atZone(BERLIN);
        Recurrence rule = Recurrence.parse("FREQ=WEEKLY;UNTIL=20260601T070000Z");
        Item item = Item.event()
                .set(EventFields.TIME, new EventTime.Timed(start, start.plusHours(1)))
                .set(EventFields.RECURRENCE, rule)
                .build();
        String written =
                "<t:ExtendedProperty><t:ExtendedFieldURI PropertySetId=\"7F1A3C52-9D64-4B0E-8A57-C3E2B6D0F4A1\""
                        + " PropertyName=\"CrosstieRule\" PropertyType=\"String\"/><t:Value>" + rule
                        + "</t:Value></t:ExtendedProperty><t:Start>2026-03-02T08:00:00Z</t:Start>"
                        + "<t:End>2026-03-02T09:00:00Z</t:End><t:Recurrence><t:WeeklyRecurrence><t:Interval>1</t:Interval>"
                        + "<t:DaysOfWeek>Tuesday</t:DaysOfWeek></t:WeeklyRecurrence><t:NoEndRecurrence><t:StartDate>2026-03-03"
                        + "</t:StartDate></t:NoEndRecurrence></t:Recurrence><t:StartTimeZone Id=\"W. Europe Standard Time\"/>";

        assertThat(readBack(item).item()).isEqualTo(item);
        assertThat(Wire.read(EVENTS, written).item().get(EventFields.RECURRENCE))
                .contains(Recurrence.parse("FREQ=WEEKLY;BYDAY=TU"));
    }

    @Test
    @DisplayName("S5: a single event in a zone without a name keeps its instants; a series in one is trouble")
    void tellsZonesWithoutAName() {
        String single = "<t:Start>2026-07-01T08:00:00Z</t:Start><t:End>2026-07-01T09:00:00Z</t:End>";
        String zone = "<t:StartTimeZone Id=\"tzone://Microsoft/Custom\"/>";
        String rule =
                "<t:Recurrence><t:DailyRecurrence><t:Interval>1</t:Interval></t:DailyRecurrence><t:NoEndRecurrence>"
                        + "<t:StartDate>2026-07-01</t:StartDate></t:NoEndRecurrence></t:Recurrence>";

        ItemRecord alone = Wire.read(EVENTS, single + zone);
        ItemRecord series = Wire.read(EVENTS, single + rule + zone);

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
        String time = "<t:Start>2026-07-01T08:00:00Z</t:Start><t:End>2026-07-01T09:00:00Z</t:End>";
        String organizer =
                "<t:Organizer><t:Mailbox><t:Name>Ada</t:Name><t:EmailAddress>ada@acme.example</t:EmailAddress>"
                        + "<t:RoutingType>SMTP</t:RoutingType></t:Mailbox></t:Organizer>";
        String attendees = "<t:RequiredAttendees>" + attendee("bea", "Accept") + attendee("cleo", "NoResponseReceived")
                + "</t:RequiredAttendees><t:OptionalAttendees>" + attendee("dora", "Tentative")
                + "</t:OptionalAttendees><t:Resources>" + attendee("room", "Decline") + "</t:Resources>";

        Item meeting = Wire.read(EVENTS, time + organizer + attendees).item();
        Item appointment = Wire.read(EVENTS, time + organizer).item();

        assertThat(meeting.get(EventFields.REQUIRED_ATTENDEES))
                .contains(Set.of("bea@acme.example", "cleo@acme.example"));
        assertThat(meeting.get(EventFields.OPTIONAL_ATTENDEES)).contains(Set.of("dora@acme.example"));
        assertThat(meeting.get(EventFields.RESOURCES)).contains(Set.of("room@acme.example"));
        assertThat(meeting.get(EventFields.RESPONSES))
                .contains(Set.of(
                        "bea@acme.example=ACCEPTED", "dora@acme.example=TENTATIVE", "room@acme.example=DECLINED"));
        assertThat(meeting.get(EventFields.ORGANIZER)).contains("ada@acme.example");
        assertThat(appointment.get(EventFields.ORGANIZER)).isEmpty();
    }

    private static String attendee(String name, String answer) {
        return "<t:Attendee><t:Mailbox><t:Name>" + name + "</t:Name><t:EmailAddress>" + name
                + "@acme.example</t:EmailAddress></t:Mailbox><t:ResponseType>" + answer
                + "</t:ResponseType></t:Attendee>";
    }

    @Test
    @DisplayName("S7: neither the organizer nor answers are ever written")
    void writesNoAnswers() {
        Map<Field<?>, @Nullable Object> changed = Map.of(
                EventFields.ORGANIZER, "ada@acme.example", EventFields.RESPONSES, Set.of("bea@acme.example=ACCEPTED"));

        assertThat(EVENTS.update(changed, Item.event().build(), false)).isEmpty();
    }

    @Test
    @DisplayName("S9: what is private is written and read as private, and cleared to normal")
    void keepsSensitivity() {
        Map<Field<?>, @Nullable Object> cleared = new HashMap<>();
        cleared.put(EventFields.SENSITIVITY, null);

        assertThat(Wire.updateRequest(
                        EVENTS, EVENTS.update(cleared, Item.event().build(), false)))
                .contains("<t:Sensitivity>Normal</t:Sensitivity>");
        assertThat(Wire.read(EVENTS, "<t:Sensitivity>Private</t:Sensitivity>")
                        .item()
                        .get(EventFields.SENSITIVITY))
                .contains(Sensitivity.PRIVATE);
        assertThat(Wire.read(EVENTS, "<t:Sensitivity>Whispered</t:Sensitivity>").trouble())
                .contains("Sensitivity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<t:Start>2026-07-01T08:00:00Z</t:Start>",
                "<t:Start>soon</t:Start><t:End>2026-07-01T09:00:00Z</t:End>",
                "<t:Start>2026-07-01T10:00:00Z</t:Start><t:End>2026-07-01T09:00:00Z</t:End>",
                "<t:Start>2026-07-01T08:00:00Z</t:Start><t:End>2026-07-01T09:00:00Z</t:End><t:Recurrence></t:Recurrence>"
            })
    @DisplayName("S15: an event that makes no sense is trouble with a remedy, and no failure")
    void tellsWhatMakesNoSense(String children) {
        assertThat(Wire.read(EVENTS, children).trouble()).contains("save it anew");
    }
}
