package io.github.crosstie.graph.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.microsoft.graph.models.BodyType;
import com.microsoft.graph.models.DayOfWeek;
import com.microsoft.graph.models.Event;
import com.microsoft.graph.models.EventType;
import com.microsoft.graph.models.FreeBusyStatus;
import com.microsoft.graph.models.ItemBody;
import com.microsoft.graph.models.Location;
import com.microsoft.graph.models.PatternedRecurrence;
import com.microsoft.graph.models.RecurrencePattern;
import com.microsoft.graph.models.RecurrencePatternType;
import com.microsoft.graph.models.RecurrenceRange;
import com.microsoft.graph.models.RecurrenceRangeType;
import com.microsoft.graph.models.ResponseType;
import com.microsoft.graph.models.Sensitivity;
import com.microsoft.graph.models.SingleValueLegacyExtendedProperty;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.users.item.UserItemRequestBuilder;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import io.github.crosstie.testkit.exchange.SentMessage;
import io.github.crosstie.testkit.graph.LoopbackGraph;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ForeignEventsTest {

    private static final String STAMP = "String {c11ff724-aa03-4555-9952-8fa248a11c3e} Name Stamp";

    private final LoopbackGraph graph = LoopbackGraph.start();
    private final LoopbackMailbox mailbox = graph.mailbox("anna@acme.example");
    private final LoopbackFolder calendar = mailbox.calendar();
    private final UserItemRequestBuilder anna = ForeignClient.anna(graph);

    @AfterEach
    void stop() {
        graph.close();
    }

    @Test
    void makesAndReadsAnEvent() {
        Event review = ForeignClient.event("Review", "2026-03-02T09:00:00", "2026-03-02T10:00:00");
        review.setBody(body("All of it."));
        review.setLocation(place("Small room"));
        review.setSensitivity(Sensitivity.Private);
        review.setShowAs(FreeBusyStatus.Oof);
        review.setCategories(List.of("Blue"));
        review.setIsReminderOn(true);
        review.setReminderMinutesBeforeStart(30);

        Event made = anna.events().post(review);

        Event read = anna.events().byEventId(made.getId()).get();
        assertThat(read.getSubject()).isEqualTo("Review");
        assertThat(read.getStart().getDateTime()).isEqualTo("2026-03-02T08:00:00.0000000");
        assertThat(read.getStart().getTimeZone()).isEqualTo("UTC");
        assertThat(read.getOriginalStartTimeZone()).isEqualTo(ForeignClient.BERLIN);
        assertThat(read.getBody().getContentType()).isEqualTo(BodyType.Html);
        assertThat(read.getBody().getContent()).contains("All of it.");
        assertThat(read.getLocation().getDisplayName()).isEqualTo("Small room");
        assertThat(read.getSensitivity()).isEqualTo(Sensitivity.Private);
        assertThat(read.getShowAs()).isEqualTo(FreeBusyStatus.Oof);
        assertThat(read.getCategories()).containsExactly("Blue");
        assertThat(read.getReminderMinutesBeforeStart()).isEqualTo(30);
        assertThat(read.getType()).isEqualTo(EventType.SingleInstance);
        assertThat(read.getResponseStatus().getResponse()).isEqualTo(ResponseType.Organizer);
        assertThat(calendar.list())
                .singleElement()
                .extracting(item -> item.value("UID"))
                .isEqualTo(read.getICalUId());
    }

    @Test
    @DisplayName("S7: it cannot be silent")
    void invitesWhomItCalls() {
        Event review = ForeignClient.event("Review", "2026-03-02T09:00:00", "2026-03-02T10:00:00");
        review.setAttendees(ForeignClient.attendee("ben@globex.example"));

        String id = anna.events().post(review).getId();
        calendar.respond(calendar.list().get(0).id(), "ben@globex.example", "Tentative");

        assertThat(mailbox.sent())
                .containsExactly(new SentMessage(SentMessage.Kind.REQUEST, "Review", List.of("ben@globex.example")));
        assertThat(anna.events()
                        .byEventId(id)
                        .get()
                        .getAttendees()
                        .get(0)
                        .getStatus()
                        .getResponse())
                .isEqualTo(ResponseType.TentativelyAccepted);
    }

    @Test
    void changesWhatItSetsAndClearsWhatItSetsToNull() {
        Event review = ForeignClient.event("Review", "2026-03-02T09:00:00", "2026-03-02T10:00:00");
        review.setLocation(place("Small room"));
        String id = anna.events().post(review).getId();
        Event change = new Event();
        change.setSubject("Retrospect");
        change.setLocation(null);

        Event changed = anna.events().byEventId(id).patch(change);

        assertThat(changed.getSubject()).isEqualTo("Retrospect");
        assertThat(changed.getLocation().getDisplayName()).isEmpty();
        assertThat(changed.getStart().getDateTime()).isEqualTo("2026-03-02T08:00:00.0000000");
    }

    @Test
    void isRefusedForAnotherVersion() {
        Event made = anna.events().post(ForeignClient.event("Review", "2026-03-02T09:00:00", "2026-03-02T10:00:00"));
        String version = (String) made.getAdditionalData().get("@odata.etag");
        calendar.edit(calendar.list().get(0).id(), "Subject", "Theirs");

        assertThatExceptionOfType(ODataError.class)
                .isThrownBy(() -> anna.events()
                        .byEventId(made.getId())
                        .delete(request -> request.headers.add("If-Match", version)))
                .satisfies(error -> {
                    assertThat(error.getResponseStatusCode()).isEqualTo(412);
                    assertThat(error.getError().getCode()).isEqualTo("ErrorIrresolvableConflict");
                });
    }

    @Test
    void deletesOnlyOnce() {
        String id = anna.events()
                .post(ForeignClient.event("Review", "2026-03-02T09:00:00", "2026-03-02T10:00:00"))
                .getId();

        anna.events().byEventId(id).delete();

        assertThat(mailbox.deletedItems().list()).hasSize(1);
        assertThatExceptionOfType(ODataError.class)
                .isThrownBy(() -> anna.events().byEventId(id).delete())
                .satisfies(error -> assertThat(error.getResponseStatusCode()).isEqualTo(404));
    }

    @Test
    void makesNoSecondEventForTheSameAttempt() {
        String first = anna.events().post(attempt()).getId();
        String second = anna.events().post(attempt()).getId();

        assertThat(second).isEqualTo(first);
        assertThat(calendar.list()).hasSize(1);
    }

    /** A new one each time: what the client has sent once it leaves out when it sends the same object again. */
    private static Event attempt() {
        Event review = ForeignClient.event("Review", "2026-03-02T09:00:00", "2026-03-02T10:00:00");
        review.setTransactionId("t-1");
        return review;
    }

    @Test
    void findsAnEventByItsStamp() {
        Event review = ForeignClient.event("Review", "2026-03-02T09:00:00", "2026-03-02T10:00:00");
        SingleValueLegacyExtendedProperty stamp = new SingleValueLegacyExtendedProperty();
        stamp.setId(STAMP);
        stamp.setValue("pair/1");
        review.setSingleValueExtendedProperties(List.of(stamp));
        anna.events().post(review);
        anna.events().post(ForeignClient.event("Other", "2026-03-03T09:00:00", "2026-03-03T10:00:00"));

        List<Event> found = anna.events()
                .get(request -> {
                    request.queryParameters.filter =
                            "singleValueExtendedProperties/Any(ep: ep/id eq '" + STAMP + "' and ep/value eq 'pair/1')";
                    request.queryParameters.expand =
                            new String[] {"singleValueExtendedProperties($filter=id eq '" + STAMP + "')"};
                })
                .getValue();

        assertThat(found).singleElement().satisfies(event -> {
            assertThat(event.getSubject()).isEqualTo("Review");
            assertThat(event.getSingleValueExtendedProperties().get(0).getValue())
                    .isEqualTo("pair/1");
        });
    }

    @Test
    @DisplayName("S5: a day is a day")
    void keepsDaysOfAllDayEvents() {
        Event fair = ForeignClient.event("Fair", "2026-03-02T00:00:00", "2026-03-04T00:00:00");
        fair.setIsAllDay(true);
        String id = anna.events().post(fair).getId();

        Event read = anna.events()
                .byEventId(id)
                .get(request -> request.headers.add("Prefer", "outlook.timezone=\"Tokyo Standard Time\""));

        assertThat(read.getStart().getDateTime()).isEqualTo("2026-03-02T00:00:00.0000000");
        assertThat(read.getEnd().getDateTime()).isEqualTo("2026-03-04T00:00:00.0000000");
        assertThat(calendar.list())
                .singleElement()
                .extracting(item -> item.value("Start"))
                .isEqualTo("2026-03-01T23:00:00Z");
    }

    @Test
    @DisplayName("S6: a series with an exception and a cancelled occurrence")
    void keepsASeries() {
        Event review = ForeignClient.event("Review", "2026-03-16T09:00:00", "2026-03-16T10:00:00");
        review.setRecurrence(fourMondays());
        String id = anna.events().post(review).getId();
        Event change = new Event();
        change.setStart(ForeignClient.time("2026-03-24T14:00:00"));
        change.setEnd(ForeignClient.time("2026-03-24T15:00:00"));

        List<Event> before = instances(id);
        anna.events().byEventId(before.get(1).getId()).patch(change);
        anna.events().byEventId(before.get(2).getId()).delete();

        assertThat(instances(id))
                .extracting(Event::getType)
                .containsExactly(EventType.Occurrence, EventType.Exception, EventType.Occurrence);
        Event master = anna.events().byEventId(id).get(request -> {
            request.queryParameters.select = new String[] {
                "recurrence", "cancelledOccurrences", "exceptionOccurrences", "start", "originalStart"
            };
            request.queryParameters.expand = new String[] {"exceptionOccurrences"};
        });
        assertThat(master.getCancelledOccurrences()).containsExactly("OID." + id + ".2026-03-30");
        assertThat(master.getExceptionOccurrences()).singleElement().satisfies(exception -> {
            assertThat(exception.getOriginalStart()).isEqualTo(OffsetDateTime.parse("2026-03-23T08:00:00Z"));
            assertThat(exception.getStart().getDateTime()).isEqualTo("2026-03-24T13:00:00.0000000");
        });
        assertThat(master.getRecurrence().getPattern().getDaysOfWeek()).containsExactly(DayOfWeek.Monday);
        assertThat(master.getRecurrence().getRange().getRecurrenceTimeZone()).isEqualTo(ForeignClient.BERLIN);
        assertThat(calendar.list())
                .singleElement()
                .extracting(item -> item.value("DeletedOccurrences"))
                .asString()
                .contains("2026-03-30T07:00:00Z");
    }

    private List<Event> instances(String id) {
        return anna.events()
                .byEventId(id)
                .instances()
                .get(request -> {
                    request.queryParameters.startDateTime = "2026-03-01T00:00:00Z";
                    request.queryParameters.endDateTime = "2026-05-01T00:00:00Z";
                })
                .getValue();
    }

    private static PatternedRecurrence fourMondays() {
        RecurrencePattern pattern = new RecurrencePattern();
        pattern.setType(RecurrencePatternType.Weekly);
        pattern.setInterval(1);
        pattern.setDaysOfWeek(List.of(DayOfWeek.Monday));
        RecurrenceRange range = new RecurrenceRange();
        range.setType(RecurrenceRangeType.Numbered);
        range.setStartDate(LocalDate.parse("2026-03-16"));
        range.setNumberOfOccurrences(4);
        PatternedRecurrence recurrence = new PatternedRecurrence();
        recurrence.setPattern(pattern);
        recurrence.setRange(range);
        return recurrence;
    }

    private static ItemBody body(String text) {
        ItemBody body = new ItemBody();
        body.setContentType(BodyType.Text);
        body.setContent(text);
        return body;
    }

    private static Location place(String name) {
        Location place = new Location();
        place.setDisplayName(name);
        return place;
    }
}
