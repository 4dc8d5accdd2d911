package io.github.crosstie.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeriesOperationsTest extends ExchangeTest {

    private static final String WEEKLY = """
            <t:WeeklyRecurrence><t:Interval>1</t:Interval><t:DaysOfWeek>Monday</t:DaysOfWeek></t:WeeklyRecurrence>
            <t:NumberedRecurrence><t:StartDate>2026-03-16</t:StartDate>
            <t:NumberOfOccurrences>4</t:NumberOfOccurrences></t:NumberedRecurrence>""";

    private String series = "";

    @BeforeEach
    void putSeries() {
        series = calendar.put(Map.of(
                        "Subject", "Review",
                        "Location", "Small room",
                        "Start", "2026-03-16T09:00:00",
                        "End", "2026-03-16T10:00:00",
                        "StartTimeZone", "W. Europe Standard Time",
                        "Recurrence", WEEKLY))
                .id();
    }

    @Test
    void keepsTheWallClockOverTheChangeToSummerTime() {
        assertThat(starts())
                .containsExactly(
                        "2026-03-16T08:00:00Z", "2026-03-23T08:00:00Z", "2026-03-30T07:00:00Z", "2026-04-06T07:00:00Z");
    }

    @Test
    void tellsASeriesByItsMaster() {
        Tree master = item(soap.message(get(series)));

        assertThat(master.textOf("t:CalendarItemType")).isEqualTo("RecurringMaster");
        assertThat(master.textOf("t:IsRecurring")).isEqualTo("false");
        assertThat(master.in("t:FirstOccurrence").get(1).text()).isEqualTo("2026-03-16T08:00:00Z");
        assertThat(master.in("t:LastOccurrence").get(1).text()).isEqualTo("2026-04-06T07:00:00Z");
        assertThat(master.in("t:Recurrence").get(1).textOf("t:StartDate")).isEqualTo("2026-03-16+01:00");
        assertThat(master.child("t:ModifiedOccurrences")).isNull();
    }

    @Test
    void makesAnExceptionOfAnOccurrenceThatIsUpdated() {
        LoopbackItem before = calendar.item(series);
        Tree changed = item(soap.message(update("AlwaysOverwrite", nth(2), largeRoom())));

        String id = changed.children().get(0).attribute("Id");
        Tree exception = item(soap.message(get(id)));
        assertThat(exception.textOf("t:CalendarItemType")).isEqualTo("Exception");
        assertThat(exception.textOf("t:Location")).isEqualTo("Large room");
        assertThat(exception.textOf("t:Subject")).isEqualTo("Review");
        assertThat(exception.textOf("t:OriginalStart")).isEqualTo("2026-03-23T08:00:00Z");
        assertThat(exception.textOf("t:IsRecurring")).isEqualTo("true");
        assertThat(exception.child("t:Recurrence")).isNull();
        assertThat(item(soap.message(get(series))).in("t:ModifiedOccurrences")).hasSize(1);
        assertThat(calendar.item(series).changeKey()).isNotEqualTo(before.changeKey());
    }

    @Test
    void letsAnExceptionFollowItsSeriesWhereItIsNotItsOwn() {
        soap.send(update("AlwaysOverwrite", nth(2), largeRoom()));
        soap.send(update(
                "AlwaysOverwrite",
                series,
                set(field("item:Subject"), "<t:CalendarItem><t:Subject>Retrospect</t:Subject></t:CalendarItem>")));

        assertThat(item(soap.message(get(nth(2)))).textOf("t:Subject")).isEqualTo("Retrospect");
        assertThat(item(soap.message(get(nth(2)))).textOf("t:Location")).isEqualTo("Large room");
    }

    @Test
    void lacksInAnExceptionWhatWasDeletedInIt() {
        soap.send(update(
                "AlwaysOverwrite",
                nth(2),
                "<t:DeleteItemField>" + field("calendar:Location") + "</t:DeleteItemField>"));

        assertThat(item(soap.message(get(nth(2)))).textOf("t:Location")).isEmpty();
        assertThat(item(soap.message(get(nth(1)))).textOf("t:Location")).isEqualTo("Small room");
    }

    @Test
    void movesAnOccurrenceAsFarAsItsNeighbours() {
        assertThat(soap.code(update("AlwaysOverwrite", nth(2), times("2026-03-25T14:00:00", "2026-03-25T15:00:00"))))
                .isEqualTo("NoError");
        assertThat(soap.code(update("AlwaysOverwrite", nth(2), times("2026-03-30T14:00:00", "2026-03-30T15:00:00"))))
                .isEqualTo("ErrorOccurrenceCrossingBoundary");

        assertThat(starts())
                .containsExactly(
                        "2026-03-16T08:00:00Z", "2026-03-25T13:00:00Z", "2026-03-30T07:00:00Z", "2026-04-06T07:00:00Z");
    }

    @Test
    void deletesOneOccurrence() {
        assertThat(soap.code(delete("MoveToDeletedItems", nth(3)))).isEqualTo("NoError");

        assertThat(starts()).hasSize(3);
        assertThat(item(soap.message(get(series)))
                        .in("t:DeletedOccurrences")
                        .get(0)
                        .textOf("t:Start"))
                .isEqualTo("2026-03-30T07:00:00Z");
        assertThat(soap.code(get(nth(3)))).isEqualTo("ErrorCalendarOccurrenceIsDeletedFromRecurrence");
        assertThat(soap.code(get(nth(5)))).isEqualTo("ErrorCalendarOccurrenceIndexIsOutOfRecurrenceRange");
        assertThat(item(soap.message(get(nth(4)))).textOf("t:Start")).isEqualTo("2026-04-06T07:00:00Z");
        assertThat(anna.deletedItems().list()).isEmpty();
    }

    @Test
    void findsTheMasterOfAnOccurrence() {
        String occurrence = calendar.occurrences(Instant.EPOCH, Instant.parse("2027-01-01T00:00:00Z"))
                .get(1)
                .id();

        Tree master = item(soap.message(get("<t:RecurringMasterItemId OccurrenceId=\"" + occurrence + "\"/>")));

        Tree itemId = master.child("t:ItemId");
        assertThat(itemId).isNotNull();
        assertThat(itemId.attribute("Id")).isEqualTo(series);
    }

    @Test
    void dropsExceptionsWhenThePatternChanges() {
        soap.send(update("AlwaysOverwrite", nth(2), largeRoom()));
        soap.send(delete("HardDelete", nth(3)));

        soap.send(update(
                "AlwaysOverwrite",
                series,
                set(
                        field("calendar:Recurrence"),
                        "<t:CalendarItem><t:Recurrence>" + WEEKLY.replace("Monday", "Monday Wednesday")
                                + "</t:Recurrence></t:CalendarItem>")));

        Tree master = item(soap.message(get(series)));
        assertThat(master.child("t:ModifiedOccurrences")).isNull();
        assertThat(master.child("t:DeletedOccurrences")).isNull();
        assertThat(starts()).hasSize(4);
    }

    @Test
    void keepsExceptionsWhenThePatternIsWrittenAgain() {
        soap.send(update("AlwaysOverwrite", nth(2), largeRoom()));

        soap.send(update(
                "AlwaysOverwrite",
                series,
                set(
                        field("calendar:Recurrence"),
                        "<t:CalendarItem><t:Recurrence>" + WEEKLY + "</t:Recurrence></t:CalendarItem>")));

        assertThat(item(soap.message(get(series))).in("t:ModifiedOccurrences")).hasSize(1);
    }

    @Test
    void copiesASeriesWithExceptionsOfItsOwn() {
        soap.send(update("AlwaysOverwrite", nth(2), largeRoom()));
        LoopbackItem copy = calendar.copy(series);
        String original = series;
        series = copy.id();

        soap.send(update(
                "AlwaysOverwrite",
                nth(2),
                set(field("calendar:Location"), "<t:CalendarItem><t:Location>Hall</t:Location></t:CalendarItem>")));

        assertThat(item(soap.message(get(nth(2)))).textOf("t:Location")).isEqualTo("Hall");
        series = original;
        assertThat(item(soap.message(get(nth(2)))).textOf("t:Location")).isEqualTo("Large room");
    }

    @Test
    void showsDaysWithTheOccurrencesInThem() {
        calendar.put(Map.of("Subject", "Single", "Start", "2026-03-23T12:00:00Z", "End", "2026-03-23T13:00:00Z"));

        assertThat(view("2026-03-23T00:00:00Z", "2026-03-24T00:00:00Z", "")).containsExactly("Review", "Single");
        assertThat(view("2026-03-23T09:00:00Z", "2026-03-23T10:00:00Z", ""))
                .as("an event that ends when the view begins is shown")
                .containsExactly("Review");
        assertThat(view("2026-03-01T00:00:00Z", "2026-05-01T00:00:00Z", "MaxEntriesReturned=\"2\""))
                .hasSize(2);
        assertThat(soap.code(viewRequest("2026-01-01T00:00:00Z", "2029-01-01T00:00:00Z", "")))
                .isEqualTo("ErrorCalendarViewRangeTooBig");
    }

    @Test
    void refusesSeriesThatCannotBe() {
        assertThat(soap.code(createSeries("""
                        <t:DailyRecurrence><t:Interval>1</t:Interval></t:DailyRecurrence>
                        <t:EndDateRecurrence><t:StartDate>2026-03-16</t:StartDate><t:EndDate>2026-03-15</t:EndDate>
                        </t:EndDateRecurrence>""", "2026-03-16T10:00:00Z"))).isEqualTo("ErrorRecurrenceEndDateTooBig");
        assertThat(soap.code(createSeries("""
                        <t:WeeklyRecurrence><t:Interval>1</t:Interval><t:DaysOfWeek>Sunday</t:DaysOfWeek>
                        </t:WeeklyRecurrence><t:EndDateRecurrence><t:StartDate>2026-03-16</t:StartDate>
                        <t:EndDate>2026-03-17</t:EndDate></t:EndDateRecurrence>
                        """, "2026-03-16T10:00:00Z"))).isEqualTo("ErrorRecurrenceHasNoOccurrence");
        assertThat(soap.code(createSeries("""
                        <t:DailyRecurrence><t:Interval>1</t:Interval></t:DailyRecurrence>
                        <t:NoEndRecurrence><t:StartDate>2026-03-16</t:StartDate></t:NoEndRecurrence>
                        """, "2026-03-18T10:00:00Z"))).isEqualTo("ErrorOccurrenceTimeSpanTooBig");
    }

    @Test
    void letsAnOccurrenceLastIntoTheDayOfTheNext() {
        String daily = """
                <t:DailyRecurrence><t:Interval>1</t:Interval></t:DailyRecurrence>
                <t:NoEndRecurrence><t:StartDate>2026-03-16</t:StartDate></t:NoEndRecurrence>
                """;

        assertThat(soap.code(createSeries(daily, "2026-03-17T09:00:00Z"))).isEqualTo("NoError");
        assertThat(soap.code(createSeries(daily, "2026-03-17T09:00:01Z"))).isEqualTo("ErrorOccurrenceTimeSpanTooBig");
    }

    @Test
    void startsASeriesOnItsFirstOccurrence() {
        soap.send(createSeries("""
                <t:WeeklyRecurrence><t:Interval>1</t:Interval><t:DaysOfWeek>Friday</t:DaysOfWeek></t:WeeklyRecurrence>
                <t:NoEndRecurrence><t:StartDate>2026-03-16</t:StartDate></t:NoEndRecurrence>
                """, "2026-03-16T10:00:00Z"));

        assertThat(calendar.list().get(1).value("Start")).isEqualTo("2026-03-20T09:00:00Z");
        assertThat(calendar.list().get(1).value("LastOccurrence")).isEmpty();
    }

    private static String createSeries(String recurrence, String end) {
        return create(
                "calendar",
                "<t:CalendarItem><t:Subject>S</t:Subject><t:Start>2026-03-16T09:00:00Z</t:Start><t:End>" + end
                        + "</t:End><t:Recurrence>" + recurrence + "</t:Recurrence></t:CalendarItem>");
    }

    private List<String> view(String from, String to, String attributes) {
        return soap.message(viewRequest(from, to, attributes)).in("m:RootFolder").get(0).children().stream()
                .map(event -> event.textOf("t:Subject"))
                .toList();
    }

    private static String viewRequest(String from, String to, String attributes) {
        return """
                <m:FindItem Traversal="Shallow"><m:ItemShape><t:BaseShape>Default</t:BaseShape></m:ItemShape>
                <m:CalendarView %s StartDate="%s" EndDate="%s"/>
                <m:ParentFolderIds><t:DistinguishedFolderId Id="calendar"/></m:ParentFolderIds></m:FindItem>
                """.formatted(attributes, from, to);
    }

    private List<String> starts() {
        return calendar.occurrences(Instant.EPOCH, Instant.parse("2027-01-01T00:00:00Z")).stream()
                .map(occurrence -> occurrence.value("Start"))
                .toList();
    }

    private String nth(int index) {
        return "<t:OccurrenceItemId RecurringMasterId=\"" + series + "\" InstanceIndex=\"" + index + "\"/>";
    }

    private static String largeRoom() {
        return set(field("calendar:Location"), "<t:CalendarItem><t:Location>Large room</t:Location></t:CalendarItem>");
    }

    private static String times(String start, String end) {
        return set(field("calendar:Start"), "<t:CalendarItem><t:Start>" + start + "</t:Start></t:CalendarItem>")
                + set(field("calendar:End"), "<t:CalendarItem><t:End>" + end + "</t:End></t:CalendarItem>");
    }
}
