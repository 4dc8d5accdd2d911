package io.github.crosstie.testkit.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When events take place, who is invited, and series. */
class EventTest extends SalesforceTest {

    private SalesforceRecord create(String fields) throws Exception {
        Answer answer = post("/sobjects/Event", "{\"Subject\":\"Tea\",\"OwnerId\":\"" + ada + "\"," + fields + "}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return organization.events().get(answer.json().path("id").asText());
    }

    private static final String NINE_TO_TEN =
            "\"StartDateTime\":\"2026-03-03T09:00:00Z\",\"EndDateTime\":\"2026-03-03T10:00:00.000+0000\"";

    @Test
    @DisplayName("the ways to say when an event takes place keep in step")
    void completesTimes() throws Exception {
        SalesforceRecord byEnd = create(NINE_TO_TEN);
        SalesforceRecord byDuration =
                create("\"ActivityDateTime\":\"2026-03-03T10:00:00+01:00\",\"DurationInMinutes\":60");

        for (SalesforceRecord event : new SalesforceRecord[] {byEnd, byDuration}) {
            assertThat(event.values())
                    .containsEntry("StartDateTime", Instant.parse("2026-03-03T09:00:00Z"))
                    .containsEntry("ActivityDateTime", Instant.parse("2026-03-03T09:00:00Z"))
                    .containsEntry("ActivityDate", LocalDate.parse("2026-03-03"))
                    .containsEntry("EndDateTime", Instant.parse("2026-03-03T10:00:00Z"))
                    .containsEntry("DurationInMinutes", 60L)
                    .containsEntry("ShowAs", "Busy")
                    .containsEntry("GroupEventType", "0");
        }
    }

    @Test
    @DisplayName("an event that is moved keeps its length")
    void moves() throws Exception {
        String id = create(NINE_TO_TEN).id();

        patch("/sobjects/Event/" + id, "{\"StartDateTime\":\"2026-03-04T09:00:00Z\"}");

        assertThat(organization.events().get(id).moment("EndDateTime"))
                .isEqualTo(Instant.parse("2026-03-04T10:00:00Z"));
    }

    @Test
    @DisplayName("S5: an all-day event has days, at midnight UTC, the last one included")
    void keepsDays() throws Exception {
        SalesforceRecord one = create("\"IsAllDayEvent\":true,\"ActivityDate\":\"2026-03-03\"");
        SalesforceRecord two = create("\"IsAllDayEvent\":true,\"StartDateTime\":\"2026-03-03T00:00:00Z\","
                + "\"EndDateTime\":\"2026-03-04T00:00:00Z\"");

        assertThat(one.values())
                .containsEntry("StartDateTime", Instant.parse("2026-03-03T00:00:00Z"))
                .containsEntry("EndDateTime", Instant.parse("2026-03-03T00:00:00Z"))
                .containsEntry("DurationInMinutes", 1440L)
                .doesNotContainKey("ActivityDateTime");
        assertThat(two.values())
                .containsEntry("ActivityDate", LocalDate.parse("2026-03-03"))
                .containsEntry("EndDate", LocalDate.parse("2026-03-04"))
                .containsEntry("DurationInMinutes", 2880L);
        patch("/sobjects/Event/" + two.id(), "{\"ActivityDate\":\"2026-03-10\"}");
        assertThat(organization.events().get(two.id()).values())
                .containsEntry("EndDate", LocalDate.parse("2026-03-11"))
                .containsEntry("DurationInMinutes", 2880L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "Location":"Room"                                                                     | REQUIRED_FIELD_MISSING
        "StartDateTime":"2026-03-03T09:00:00Z"                                                | REQUIRED_FIELD_MISSING
        "IsAllDayEvent":true                                                                  | REQUIRED_FIELD_MISSING
        "StartDateTime":"2026-03-03T09:00:00Z","EndDateTime":"2026-03-03T08:00:00Z"           | FIELD_INTEGRITY_EXCEPTION
        "StartDateTime":"2026-03-03T09:00:00Z","EndDateTime":"2026-03-17T09:01:00Z"           | FIELD_INTEGRITY_EXCEPTION
        "StartDateTime":"2026-03-03T09:00:00Z","ActivityDateTime":"2026-03-03T08:00:00Z","DurationInMinutes":5 | FIELD_INTEGRITY_EXCEPTION
        "StartDateTime":"2026-03-03T09:00:00Z","EndDateTime":"2026-03-03T10:00:00Z","DurationInMinutes":5 | FIELD_INTEGRITY_EXCEPTION
        "IsAllDayEvent":true,"ActivityDate":"2026-03-03","EndDateTime":"2026-03-02T00:00:00Z" | FIELD_INTEGRITY_EXCEPTION
        "StartDateTime":"2026-03-03T09:00:00Z","DurationInMinutes":5,"ShowAs":"Perhaps"       | INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST
        "StartDateTime":"2026-03-03T09:00:00Z","DurationInMinutes":5,"IsChild":true           | INVALID_FIELD_FOR_INSERT_UPDATE
        """)
    @DisplayName("times that contradict each other are refused")
    void refusesTimes(String fields, String code) throws Exception {
        assertThat(post("/sobjects/Event", "{" + fields + "}").code()).isEqualTo(code);
    }

    @Test
    @DisplayName("an invitee makes a group event of an event, and is read with it")
    void invites() throws Exception {
        String event = create(NINE_TO_TEN).id();
        String who = contact("Babbage");

        Answer invited =
                post("/sobjects/EventRelation", "{\"EventId\":\"" + event + "\",\"RelationId\":\"" + who + "\"}");
        Answer read = query(
                "SELECT IsGroupEvent, GroupEventType,"
                        + " (SELECT RelationId, Relation.Type, Relation.Name, Status, IsInvitee FROM EventRelations) FROM Event");

        assertThat(invited.status()).isEqualTo(201);
        assertThat(read.column("IsGroupEvent")).containsExactly("true");
        assertThat(read.column("GroupEventType")).containsExactly("1");
        assertThat(read.json()
                        .at("/records/0/EventRelations/records/0/RelationId")
                        .asText())
                .isEqualTo(who);
        assertThat(read.json()
                        .at("/records/0/EventRelations/records/0/Relation/Type")
                        .asText())
                .isEqualTo("Contact");
        assertThat(read.json().at("/records/0/EventRelations/records/0/Status").asText())
                .isEqualTo("New");
        organization.events().delete(event);
        assertThat(organization.eventRelations().count()).isZero();
    }

    @Test
    @DisplayName("S8: an invited user has a copy, which follows its event and goes with the invitation")
    void copiesForUsers() throws Exception {
        String bob = organization.addUser("bob@acme.example", "Babbage");
        String event = create(NINE_TO_TEN).id();
        String invitation = post(
                        "/sobjects/EventRelation", "{\"EventId\":\"" + event + "\",\"RelationId\":\"" + bob + "\"}")
                .json()
                .path("id")
                .asText();

        String copy = query("SELECT Id FROM Event WHERE IsChild = true AND OwnerId = '" + bob + "'")
                .column("Id")
                .get(0);
        patch("/sobjects/Event/" + event, "{\"Location\":\"Garden\",\"StartDateTime\":\"2026-03-04T09:00:00Z\"}");

        assertThat(organization.events().get(copy).values())
                .containsEntry("Location", "Garden")
                .containsEntry("EndDateTime", Instant.parse("2026-03-04T10:00:00Z"))
                .containsEntry("Subject", "Tea");
        assertThat(patch("/sobjects/Event/" + copy, "{\"Location\":\"Room\"}").fields())
                .containsExactly("Location");
        assertThat(patch("/sobjects/Event/" + copy, "{\"IsReminderSet\":true}").status())
                .isEqualTo(204);
        assertThat(post("/sobjects/EventRelation", "{\"EventId\":\"" + copy + "\",\"RelationId\":\"" + bob + "\"}")
                        .code())
                .isEqualTo("FIELD_INTEGRITY_EXCEPTION");
        organization.events().delete(event);
        assertThat(organization.events().get(copy).deleted()).isTrue();
        organization.events().undelete(event);
        assertThat(organization.events().get(copy).deleted()).isFalse();
        assertThat(delete("/sobjects/EventRelation/" + invitation).status()).isEqualTo(204);
        assertThat(organization.events().all()).extracting(SalesforceRecord::id).containsExactly(event);
    }

    @Test
    @DisplayName("an event has the account of what it is about, or of whom")
    void derivesAccounts() throws Exception {
        String acme = organization.records("Account").create(Map.of("Name", "Acme"));
        String who = organization.contacts().create(Map.of("LastName", "Babbage", "AccountId", acme));

        assertThat(create(NINE_TO_TEN + ",\"WhoId\":\"" + who + "\"").text("AccountId"))
                .isEqualTo(acme);
        assertThat(create(NINE_TO_TEN + ",\"WhatId\":\"" + acme + "\"").text("AccountId"))
                .isEqualTo(acme);
        assertThat(query("SELECT Who.Name, What.Type FROM Event")
                        .json()
                        .at("/records/0/Who/Name")
                        .asText())
                .isEqualTo("Babbage");
    }

    private SalesforceRecord series(String pattern) throws Exception {
        return create(NINE_TO_TEN + ",\"IsRecurrence2\":true,\"Recurrence2PatternText\":\"" + pattern
                + "\",\"Recurrence2PatternTimeZone\":\"Europe/Berlin\"");
    }

    private String occurrence(String start) throws Exception {
        return query("SELECT Id FROM Event WHERE StartDateTime = " + start + " AND GroupEventType = '0'")
                .column("Id")
                .get(0);
    }

    private List<String> starts() throws Exception {
        return query("SELECT StartDateTime FROM Event WHERE IsRecurrence2 = true AND GroupEventType = '0'"
                        + " ORDER BY StartDateTime")
                .column("StartDateTime");
    }

    @Test
    @DisplayName("S6: a series is a row with its pattern, and a row for each occurrence, in the hours of its zone")
    void keepsSeries() throws Exception {
        SalesforceRecord series = series("RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=5");

        assertThat(series.text("GroupEventType")).isEqualTo("3");
        assertThat(starts())
                .containsExactly(
                        "2026-03-03T09:00:00.000+0000",
                        "2026-03-10T09:00:00.000+0000",
                        "2026-03-17T09:00:00.000+0000",
                        "2026-03-24T09:00:00.000+0000",
                        "2026-03-31T08:00:00.000+0000");
        assertThat(query("SELECT Recurrence2PatternStartDate FROM Event WHERE IsRecurrence2 = true")
                        .column("Recurrence2PatternStartDate"))
                .containsOnly("2026-03-03T09:00:00.000+0000");
    }

    @Test
    @DisplayName("S6: the rest of a series is deleted from an occurrence onwards, and single events are none")
    void deletesTheRestOfSeries() throws Exception {
        series("RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3");
        String alone = create("\"StartDateTime\":\"2026-03-10T09:00:00Z\",\"DurationInMinutes\":5,\"Type\":\"Call\"")
                .id();
        String second = query(
                        "SELECT Id FROM Event WHERE StartDateTime = 2026-03-10T09:00:00Z AND IsRecurrence2 = true")
                .column("Id")
                .get(0);

        Answer answer = delete("/sobjects/Event/" + second + "/fromThisEventOnwards");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(starts()).containsExactly("2026-03-03T09:00:00.000+0000");
        assertThat(delete("/sobjects/Event/" + alone + "/fromThisEventOnwards").status())
                .isEqualTo(400);
        assertThat(patch("/sobjects/Event/" + alone + "/fromThisEventOnwards", "{}")
                        .status())
                .isEqualTo(405);
    }

    @Test
    @DisplayName("S6: occurrences follow an edit of the series, but for those edited by themselves")
    void followsSeries() throws Exception {
        String series = series("RRULE:FREQ=DAILY;COUNT=3").id();
        String own = occurrence("2026-03-04T09:00:00Z");
        patch("/sobjects/Event/" + own, "{\"Location\":\"Garden\"}");

        patch("/sobjects/Event/" + series, "{\"Location\":\"Room\",\"Subject\":\"Coffee\"}");

        assertThat(query("SELECT Location FROM Event WHERE GroupEventType = '0' ORDER BY StartDateTime")
                        .column("Location"))
                .containsExactly("Room", "Garden", "Room");
        assertThat(query("SELECT Id FROM Event WHERE IsRecurrence2Exception = true")
                        .column("Id"))
                .containsExactly(own);
        assertThat(organization.events().get(own).text("Subject")).isEqualTo("Tea");
    }

    @Test
    @DisplayName("S6: another time or pattern makes the occurrences anew")
    void movesSeries() throws Exception {
        String series = series("RRULE:FREQ=DAILY;COUNT=2").id();
        String old = occurrence("2026-03-04T09:00:00Z");

        patch(
                "/sobjects/Event/" + series,
                "{\"StartDateTime\":\"2026-03-03T10:00:00Z\","
                        + "\"Recurrence2PatternText\":\"RRULE:FREQ=DAILY;COUNT=3\"}");

        assertThat(starts())
                .containsExactly(
                        "2026-03-03T10:00:00.000+0000", "2026-03-04T10:00:00.000+0000", "2026-03-05T10:00:00.000+0000");
        assertThat(organization.events().get(old).deleted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        FREQ=DAILY;COUNT=2
        RRULE:FREQ=DAILY
        RRULE:FREQ=DAILY;COUNT=2;UNTIL=20260401
        RRULE:FREQ=HOURLY;COUNT=2
        RRULE:FREQ=WEEKLY;BYDAY=XX;COUNT=2
        """)
    @DisplayName("S6: a pattern that is no rule with an end is refused")
    void refusesPatterns(String pattern) throws Exception {
        assertThat(post(
                                "/sobjects/Event",
                                "{\"Subject\":\"Tea\",\"OwnerId\":\"" + ada + "\"," + NINE_TO_TEN
                                        + ",\"IsRecurrence2\":true,\"Recurrence2PatternText\":\"" + pattern + "\"}")
                        .fields())
                .containsExactly("Recurrence2PatternText");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        FREQ=DAILY;INTERVAL=2;COUNT=3              | 2026-03-03,2026-03-05,2026-03-07
        FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20260312     | 2026-03-03,2026-03-05,2026-03-10,2026-03-12
        FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3         | 2026-03-03,2026-03-31,2026-04-30
        FREQ=MONTHLY;BYDAY=1TU;COUNT=2             | 2026-03-03,2026-04-07
        FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3 | 2026-03-03,2026-03-31,2026-04-30
        FREQ=YEARLY;COUNT=2                        | 2026-03-03,2027-03-03
        FREQ=YEARLY;BYMONTH=3,5;BYDAY=-1FR;COUNT=3 | 2026-03-03,2026-03-27,2026-05-29
        """)
    @DisplayName("S6: occurrences are where the rule has them")
    void expands(String rule, String days) throws Exception {
        series("RRULE:" + rule);

        assertThat(starts()).extracting(start -> start.substring(0, 10)).containsExactly(days.split(","));
    }

    private Answer classic(String pattern) throws Exception {
        return post(
                "/sobjects/Event",
                "{\"Subject\":\"Tea\",\"OwnerId\":\"" + ada + "\"," + NINE_TO_TEN
                        + ",\"IsRecurrence\":true,\"RecurrenceStartDateTime\":\"2026-03-03T09:00:00Z\","
                        + "\"RecurrenceTimeZoneSidKey\":\"Europe/Berlin\"," + pattern + "}");
    }

    private List<String> classicStarts() throws Exception {
        return query("SELECT StartDateTime FROM Event WHERE RecurrenceActivityId != null AND IsRecurrence = false"
                        + " ORDER BY StartDateTime")
                .column("StartDateTime");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "RecurrenceType":"RecursDaily","RecurrenceInterval":2,"RecurrenceEndDateOnly":"2026-03-08" | 03,05,07
        "RecurrenceType":"RecursEveryWeekday","RecurrenceDayOfWeekMask":62,"RecurrenceEndDateOnly":"2026-03-09" | 03,04,05,06,09
        "RecurrenceType":"RecursWeekly","RecurrenceInterval":2,"RecurrenceDayOfWeekMask":20,"RecurrenceEndDateOnly":"2026-03-20" | 03,05,17,19
        "RecurrenceType":"RecursMonthly","RecurrenceInterval":1,"RecurrenceDayOfMonth":5,"RecurrenceEndDateOnly":"2026-05-05" | 05,05,05
        "RecurrenceType":"RecursMonthlyNth","RecurrenceInterval":1,"RecurrenceInstance":"Last","RecurrenceDayOfWeekMask":32,"RecurrenceEndDateOnly":"2026-04-30" | 27,24
        "RecurrenceType":"RecursYearly","RecurrenceDayOfMonth":4,"RecurrenceMonthOfYear":"March","RecurrenceEndDateOnly":"2028-03-03" | 04,04
        "RecurrenceType":"RecursYearlyNth","RecurrenceDayOfWeekMask":62,"RecurrenceInstance":"First","RecurrenceMonthOfYear":"April","RecurrenceEndDateOnly":"2027-12-31" | 01,01
        """)
    @DisplayName(
            "S6: a classic series is its record and one for each occurrence, by its type and in the hours of its zone")
    void keepsClassicSeries(String pattern, String days) throws Exception {
        Answer made = classic(pattern);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String series = made.json().path("id").asText();

        assertThat(classicStarts()).extracting(start -> start.substring(8, 10)).containsExactly(days.split(","));
        assertThat(organization.events().all())
                .extracting(event -> event.moment("StartDateTime")
                        .atZone(ZoneId.of("Europe/Berlin"))
                        .toLocalTime())
                .containsOnly(LocalTime.of(10, 0));
        assertThat(query("SELECT RecurrenceActivityId FROM Event").column("RecurrenceActivityId"))
                .containsOnly(series);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "RecurrenceType":"RecursDaily","RecurrenceEndDateOnly":"2026-03-08"
        "RecurrenceType":"RecursDaily","RecurrenceInterval":1
        "RecurrenceType":"RecursDaily","RecurrenceInterval":1,"RecurrenceDayOfMonth":1,"RecurrenceEndDateOnly":"2026-03-08"
        "RecurrenceInterval":1,"RecurrenceEndDateOnly":"2026-03-08"
        """)
    @DisplayName("S6: a classic series without all parts of its type, or with others, is refused")
    void refusesClassicPatterns(String pattern) throws Exception {
        assertThat(classic(pattern).code()).isEqualTo("FIELD_INTEGRITY_EXCEPTION");
        assertThat(organization.events().count()).isZero();
    }

    @Test
    @DisplayName("S6: occurrences of a classic series follow its edits, and go and come back with it")
    void followsClassicSeries() throws Exception {
        clock.set(Instant.parse("2026-03-01T09:00:00Z"));
        String series = classic("\"RecurrenceType\":\"RecursDaily\",\"RecurrenceInterval\":1,"
                        + "\"RecurrenceEndDateOnly\":\"2026-03-05\"")
                .json()
                .path("id")
                .asText();

        patch("/sobjects/Event/" + series, "{\"Location\":\"Garden\"}");
        assertThat(query("SELECT Location FROM Event").column("Location")).containsOnly("Garden");
        patch("/sobjects/Event/" + series, "{\"RecurrenceEndDateOnly\":\"2026-03-04\"}");
        assertThat(classicStarts()).hasSize(2);
        delete("/sobjects/Event/" + series);
        assertThat(query("SELECT Id FROM Event").column("Id")).isEmpty();
        organization.events().undelete(series);
        assertThat(classicStarts()).hasSize(2);
    }
}
