package io.github.crosstie.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import microsoft.exchange.webservices.data.core.ExchangeService;
import microsoft.exchange.webservices.data.core.enumeration.property.WellKnownFolderName;
import microsoft.exchange.webservices.data.core.enumeration.property.time.DayOfTheWeek;
import microsoft.exchange.webservices.data.core.enumeration.service.ConflictResolutionMode;
import microsoft.exchange.webservices.data.core.enumeration.service.DeleteMode;
import microsoft.exchange.webservices.data.core.enumeration.service.SendCancellationsMode;
import microsoft.exchange.webservices.data.core.enumeration.service.SendInvitationsMode;
import microsoft.exchange.webservices.data.core.enumeration.service.SendInvitationsOrCancellationsMode;
import microsoft.exchange.webservices.data.core.enumeration.service.calendar.AppointmentType;
import microsoft.exchange.webservices.data.core.service.item.Appointment;
import microsoft.exchange.webservices.data.property.complex.FolderId;
import microsoft.exchange.webservices.data.property.complex.ItemId;
import microsoft.exchange.webservices.data.property.complex.MessageBody;
import microsoft.exchange.webservices.data.property.complex.recurrence.pattern.Recurrence;
import microsoft.exchange.webservices.data.property.complex.time.OlsonTimeZoneDefinition;
import microsoft.exchange.webservices.data.search.CalendarView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForeignCalendarTest {

    private static final FolderId CALENDAR = new FolderId(WellKnownFolderName.Calendar);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final LoopbackExchange server = LoopbackExchange.start();
    private final LoopbackMailbox anna = server.mailbox("anna@acme.example");
    private final LoopbackFolder calendar = anna.calendar();
    private ExchangeService service;

    @BeforeEach
    void connect() {
        service = ForeignClient.of(server);
    }

    @AfterEach
    void stop() {
        service.close();
        server.close();
    }

    @Test
    void createsAndReadsAMeetingWithoutAWordToAnybody() throws Exception {
        Appointment review = appointment("2026-03-02T09:00", "2026-03-02T10:00");
        review.setBody(MessageBody.getMessageBodyFromText("All of it."));
        review.getRequiredAttendees().add("ben@globex.example");

        review.save(CALENDAR, SendInvitationsMode.SendToNone);

        Appointment read = Appointment.bind(service, review.getId());
        assertThat(read.getStart()).isEqualTo(date("2026-03-02T09:00"));
        assertThat(read.getIsMeeting()).isTrue();
        assertThat(read.getRequiredAttendees().getItems())
                .extracting(attendee -> attendee.getAddress())
                .containsExactly("ben@globex.example");
        assertThat(anna.sent()).isEmpty();
        assertThat(calendar.list()).singleElement().satisfies(item -> {
            assertThat(item.value("Start")).isEqualTo("2026-03-02T08:00:00Z");
            assertThat(item.value("StartTimeZone")).isEqualTo("W. Europe Standard Time");
        });
    }

    @Test
    void sendsInvitationsIfItWantsTo() throws Exception {
        Appointment review = appointment("2026-03-02T09:00", "2026-03-02T10:00");
        review.getOptionalAttendees().add("ben@globex.example");

        review.save(CALENDAR, SendInvitationsMode.SendOnlyToAll);

        assertThat(anna.sent())
                .containsExactly(new SentMessage(SentMessage.Kind.REQUEST, "Review", List.of("ben@globex.example")));
    }

    @Test
    void keepsAllDayEventsInTheZoneOfTheirOwner() throws Exception {
        Appointment fair = appointment("2026-03-02T00:00", "2026-03-03T00:00");
        fair.setIsAllDayEvent(true);

        fair.save(CALENDAR, SendInvitationsMode.SendToNone);

        assertThat(calendar.list()).singleElement().satisfies(item -> {
            assertThat(item.value("Start")).isEqualTo("2026-03-01T23:00:00Z");
            assertThat(item.value("End")).isEqualTo("2026-03-02T23:00:00Z");
        });
    }

    @Test
    void keepsAWeeklySeriesWithAnExceptionAndADeletedOccurrence() throws Exception {
        Appointment series = weekly();
        Appointment second = Appointment.bindToOccurrence(service, series.getId(), 2);
        second.setSubject("Review, in the large room");
        second.update(ConflictResolutionMode.AutoResolve, SendInvitationsOrCancellationsMode.SendToNone);
        Appointment.bindToOccurrence(service, series.getId(), 3)
                .delete(DeleteMode.MoveToDeletedItems, SendCancellationsMode.SendToNone);

        Appointment master = Appointment.bind(service, series.getId());
        List<Appointment> shown = view("2026-03-01T00:00", "2026-05-01T00:00");

        assertThat(master.getAppointmentType()).isEqualTo(AppointmentType.RecurringMaster);
        assertThat(master.getModifiedOccurrences().getCount()).isEqualTo(1);
        assertThat(master.getDeletedOccurrences().getCount()).isEqualTo(1);
        assertThat(shown)
                .extracting(Appointment::getStart)
                .containsExactly(
                        date("2026-03-16T09:00"),
                        date("2026-03-23T09:00"),
                        date("2026-04-06T09:00")); // the clock on the wall, although summer time has begun
        assertThat(shown)
                .extracting(Appointment::getAppointmentType)
                .containsExactly(AppointmentType.Occurrence, AppointmentType.Exception, AppointmentType.Occurrence);
    }

    @Test
    void followsTheCalendarByItsMasters() throws Exception {
        ForeignClient.Pass first = ForeignClient.changes(service, CALENDAR, null);
        Appointment series = weekly();
        ForeignClient.Pass second = ForeignClient.changes(service, CALENDAR, first.state());
        calendar.edit(
                calendar.occurrences(Instant.parse("2026-03-20T00:00:00Z"), Instant.parse("2026-03-27T00:00:00Z"))
                        .get(0)
                        .id(),
                Map.of("Location", "Large room"));

        ForeignClient.Pass third = ForeignClient.changes(service, CALENDAR, second.state());

        assertThat(second.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.getItemId()).isEqualTo(series.getId()));
        assertThat(third.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.getItemId()).isEqualTo(series.getId()));
    }

    @Test
    void updatesAndDeletesAnEvent() throws Exception {
        LoopbackItem event = calendar.put(Map.of(
                "Subject", "Review",
                "Start", "2026-03-02T09:00:00",
                "End", "2026-03-02T10:00:00",
                "StartTimeZone", "W. Europe Standard Time"));
        Appointment bound = Appointment.bind(service, new ItemId(event.id()));
        bound.setLocation("Large room");
        bound.update(ConflictResolutionMode.NeverOverwrite, SendInvitationsOrCancellationsMode.SendToNone);
        assertThat(calendar.item(event.id()).value("Location")).isEqualTo("Large room");
        assertThat(calendar.item(event.id()).value("Start")).isEqualTo("2026-03-02T08:00:00Z");

        bound.delete(DeleteMode.HardDelete, SendCancellationsMode.SendToNone);

        assertThat(calendar.list()).isEmpty();
        assertThat(anna.sent()).isEmpty();
    }

    private Appointment weekly() throws Exception {
        Appointment series = appointment("2026-03-16T09:00", "2026-03-16T10:00");
        Recurrence.WeeklyPattern pattern =
                new Recurrence.WeeklyPattern(date("2026-03-16T00:00"), 1, DayOfTheWeek.Monday);
        pattern.setNumberOfOccurrences(4);
        series.setRecurrence(pattern);
        series.save(CALENDAR, SendInvitationsMode.SendToNone);
        return series;
    }

    private Appointment appointment(String start, String end) throws Exception {
        Appointment appointment = new Appointment(service);
        appointment.setSubject("Review");
        appointment.setStart(date(start));
        appointment.setEnd(date(end));
        appointment.setStartTimeZone(new OlsonTimeZoneDefinition(TimeZone.getTimeZone(BERLIN)));
        appointment.setEndTimeZone(new OlsonTimeZoneDefinition(TimeZone.getTimeZone(BERLIN)));
        return appointment;
    }

    private List<Appointment> view(String from, String to) throws Exception {
        return service.findAppointments(CALENDAR, new CalendarView(date(from), date(to)))
                .getItems();
    }

    private static Date date(String local) {
        return Date.from(LocalDateTime.parse(local).atZone(BERLIN).toInstant());
    }
}
