package io.github.crosstie.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalendarOperationsTest extends ExchangeTest {

    private static final String BERLIN = "<t:StartTimeZone Id=\"W. Europe Standard Time\"/>";

    @Test
    void demandsAWordAboutInvitations() {
        String event = event("2026-03-02T09:00:00", "2026-03-02T10:00:00", BERLIN);

        assertThat(soap.code(create("calendar", event).replace(" SendMeetingInvitations=\"SendToNone\"", "")))
                .isEqualTo("ErrorSendMeetingInvitationsRequired");
        String id = calendar.put(meeting()).id();
        assertThat(soap.code(delete("HardDelete", id).replace(" SendMeetingCancellations=\"SendToNone\"", "")))
                .isEqualTo("ErrorSendMeetingCancellationsRequired");
        assertThat(soap.code(update("AlwaysOverwrite", id, location())
                        .replace(" SendMeetingInvitationsOrCancellations=\"SendToNone\"", "")))
                .isEqualTo("ErrorSendMeetingInvitationsOrCancellationsRequired");
    }

    @Test
    void remembersWhomItWouldHaveTold() {
        String id = calendar.put(meeting()).id();

        soap.send(update("AlwaysOverwrite", id, location()).replace("SendToNone", "SendToAllAndSaveCopy"));
        soap.send(delete("HardDelete", id).replace("SendToNone", "SendOnlyToAll"));

        assertThat(anna.sent())
                .containsExactly(
                        new SentMessage(SentMessage.Kind.UPDATE, "Review", List.of("ben@globex.example")),
                        new SentMessage(SentMessage.Kind.CANCELLATION, "Review", List.of("ben@globex.example")));
    }

    @Test
    void readsTimesInTheZoneOfTheEventElseOfTheRequestElseInUtc() {
        assertThat(startOf("2026-07-01T09:00:00", BERLIN, "")).isEqualTo("2026-07-01T07:00:00Z");
        assertThat(startOf("2026-07-01T09:00:00Z", BERLIN, "")).isEqualTo("2026-07-01T09:00:00Z");
        assertThat(startOf("2026-07-01T09:00:00-04:00", BERLIN, "")).isEqualTo("2026-07-01T13:00:00Z");
        assertThat(startOf("2026-07-01T09:00:00", "", "")).isEqualTo("2026-07-01T09:00:00Z");
        assertThat(startOf("2026-07-01T09:00:00", "", "Tokyo Standard Time")).isEqualTo("2026-07-01T00:00:00Z");
        assertThat(startOf("2026-07-01T09:00:00", BERLIN, "Tokyo Standard Time"))
                .isEqualTo("2026-07-01T07:00:00Z");
    }

    @Test
    void answersInTheZoneOfTheRequest() {
        String id = calendar.put(meeting()).id();
        context("Tokyo Standard Time");

        assertThat(item(soap.message(get(id))).textOf("t:Start")).isEqualTo("2026-03-02T17:00:00+09:00");
    }

    @Test
    void makesTwoDaysOfOneIfMidnightIsThatOfAnotherZone() {
        String utc = "<t:IsAllDayEvent>true</t:IsAllDayEvent>";
        String id = created("<t:CalendarItem><t:Subject>Fair</t:Subject><t:Start>2026-07-01T00:00:00Z</t:Start>"
                + "<t:End>2026-07-02T00:00:00Z</t:End>" + utc + BERLIN + "</t:CalendarItem>");

        assertThat(calendar.item(id).value("Start")).isEqualTo("2026-06-30T22:00:00Z");
        assertThat(calendar.item(id).value("End")).isEqualTo("2026-07-02T22:00:00Z");
    }

    @Test
    void keepsTheZoneIfAnUpdateDoesNotNameIt() {
        String id = calendar.put(meeting()).id();

        soap.send(update(
                "AlwaysOverwrite",
                id,
                set(field("calendar:End"), "<t:CalendarItem><t:End>2026-03-02T11:30:00</t:End></t:CalendarItem>")));

        assertThat(calendar.item(id).value("StartTimeZone")).isEqualTo("W. Europe Standard Time");
        assertThat(calendar.item(id).value("End")).isEqualTo("2026-03-02T10:30:00Z");
    }

    @Test
    void refusesAnEndBeforeTheStart() {
        assertThat(soap.code(create("calendar", event("2026-03-02T09:00:00", "2026-03-02T08:00:00", BERLIN))))
                .isEqualTo("ErrorCalendarEndDateIsEarlierThanStartDate");
    }

    @Test
    void understandsZonesThatTheRequestDefines() {
        String custom = """
                <t:StartTimeZone Id="Of my own" Name="Of my own"><t:Periods>
                <t:Period Bias="-PT1H" Name="Standard" Id="std"/><t:Period Bias="-PT2H" Name="Daylight" Id="dst"/>
                </t:Periods><t:TransitionsGroups><t:TransitionsGroup Id="0">
                <t:RecurringDayTransition><t:To Kind="Period">dst</t:To><t:TimeOffset>PT2H</t:TimeOffset>
                <t:Month>3</t:Month><t:DayOfWeek>Sunday</t:DayOfWeek><t:Occurrence>-1</t:Occurrence>
                </t:RecurringDayTransition>
                <t:RecurringDayTransition><t:To Kind="Period">std</t:To><t:TimeOffset>PT3H</t:TimeOffset>
                <t:Month>10</t:Month><t:DayOfWeek>Sunday</t:DayOfWeek><t:Occurrence>-1</t:Occurrence>
                </t:RecurringDayTransition></t:TransitionsGroup></t:TransitionsGroups>
                <t:Transitions><t:Transition><t:To Kind="Group">0</t:To></t:Transition></t:Transitions>
                </t:StartTimeZone>""";

        assertThat(startOf("2026-07-01T09:00:00", custom, "")).isEqualTo("2026-07-01T07:00:00Z");
        assertThat(startOf("2026-01-01T09:00:00", custom, "")).isEqualTo("2026-01-01T08:00:00Z");
        assertThat(soap.code(create(
                        "calendar",
                        event("2026-03-02T09:00:00", "2026-03-02T10:00:00", "<t:StartTimeZone Id=\"Nowhere\"/>"))))
                .isEqualTo("ErrorTimeZone");
    }

    @Test
    void keepsWhatAttendeesHaveAnswered() {
        String id = calendar.put(meeting()).id();
        calendar.respond(id, "ben@globex.example", "Accept");

        soap.send(update("AlwaysOverwrite", id, set(field("calendar:RequiredAttendees"), """
                        <t:CalendarItem><t:RequiredAttendees>
                        <t:Attendee><t:Mailbox><t:EmailAddress>ben@globex.example</t:EmailAddress></t:Mailbox>
                        </t:Attendee>
                        <t:Attendee><t:Mailbox><t:EmailAddress>cy@globex.example</t:EmailAddress></t:Mailbox>
                        </t:Attendee>
                        </t:RequiredAttendees></t:CalendarItem>""")));

        Tree attendees = item(soap.message(get(id))).child("t:RequiredAttendees");
        assertThat(attendees).isNotNull();
        assertThat(attendees.children())
                .extracting(attendee -> attendee.textOf("t:ResponseType"))
                .containsExactly("Accept", "Unknown");
    }

    @Test
    void takesAUidAndRenewsItInCopies() {
        String id = created("<t:CalendarItem><t:Subject>Review</t:Subject><t:UID>of-the-client</t:UID>"
                + "<t:Start>2026-03-02T09:00:00Z</t:Start><t:End>2026-03-02T10:00:00Z</t:End></t:CalendarItem>");

        LoopbackItem copy = calendar.copy(id);

        assertThat(calendar.item(id).value("UID")).isEqualTo("of-the-client");
        assertThat(copy.value("UID")).isNotEmpty().isNotEqualTo("of-the-client");
        String globalObjectId =
                "<t:ExtendedFieldURI DistinguishedPropertySetId=\"Meeting\" PropertyId=\"3\" PropertyType=\"Binary\"/>";
        assertThat(item(soap.message(get(id, globalObjectId))).textOf("t:ExtendedProperty"))
                .isNotEqualTo(item(soap.message(get(copy.id(), globalObjectId)))
                        .in("t:ExtendedProperty")
                        .get(1)
                        .text());
    }

    private String startOf(String start, String zone, String context) {
        context(context);
        String id = created(event(start, start, zone));
        soap.blocks("");
        return calendar.item(id).value("Start");
    }

    private void context(String zone) {
        soap.blocks(
                zone.isEmpty()
                        ? ""
                        : "<t:TimeZoneContext><t:TimeZoneDefinition Id=\"" + zone + "\"/></t:TimeZoneContext>");
    }

    private String created(String event) {
        return item(soap.message(create("calendar", event))).children().get(0).attribute("Id");
    }

    private static String location() {
        return set(field("calendar:Location"), "<t:CalendarItem><t:Location>Large room</t:Location></t:CalendarItem>");
    }

    private static String event(String start, String end, String zone) {
        return "<t:CalendarItem><t:Subject>Review</t:Subject><t:Start>" + start + "</t:Start><t:End>" + end + "</t:End>"
                + zone + "</t:CalendarItem>";
    }

    private static Map<String, String> meeting() {
        return Map.of(
                "Subject", "Review",
                "Start", "2026-03-02T09:00:00",
                "End", "2026-03-02T10:00:00",
                "StartTimeZone", "W. Europe Standard Time",
                "RequiredAttendees", "ben@globex.example");
    }
}
