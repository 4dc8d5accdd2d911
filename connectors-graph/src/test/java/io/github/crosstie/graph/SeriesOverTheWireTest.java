package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.graph.internal.wire.Way;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Series with occurrences that have something of their own, written step by step. */
@ParameterizedClass
@EnumSource(Way.class)
class SeriesOverTheWireTest {

    private static final ZonedDateTime MONDAY =
            LocalDateTime.of(2026, 10, 19, 9, 0).atZone(ZoneId.of("Europe/Berlin"));

    private final Office office;
    private final Endpoint events;

    SeriesOverTheWireTest(Way way) {
        office = new Office(way);
        events = office.events();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private static Item plain() {
        return Item.event()
                .set(EventFields.SUBJECT, "Standing")
                .set(EventFields.BODY, "Agenda")
                .set(EventFields.TIME, time(0, 9))
                .set(
                        EventFields.RECURRENCE,
                        Recurrence.weekly(DayOfWeek.MONDAY).toBuilder().count(6).build())
                .build();
    }

    private static EventTime time(int weeks, int hour) {
        ZonedDateTime start = MONDAY.plusWeeks(weeks).withHour(hour);
        return new EventTime.Timed(start, start.plusHours(1));
    }

    private static OriginalStart start(int weeks) {
        return new OriginalStart.At(MONDAY.plusWeeks(weeks));
    }

    private static Item series() {
        return plain().toBuilder()
                .set(EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.of(start(2)))
                .set(
                        EventFields.EXCEPTIONS,
                        OccurrenceExceptions.of(
                                start(1),
                                Item.event()
                                        .set(EventFields.SUBJECT, "Moved")
                                        .set(EventFields.TIME, time(1, 14))
                                        .build()))
                .build();
    }

    private List<String> shown() {
        return office
                .mailbox
                .calendar()
                .occurrences(Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"))
                .stream()
                .map(item -> item.value("Subject") + " " + item.value("Start"))
                .toList();
    }

    @Test
    @DisplayName("S6: people see the occurrences of a series that was written, cancelled and moved ones as they are")
    void showsWhatWasWritten() {
        office.create(events, series());

        assertThat(shown())
                .containsExactly(
                        "Standing 2026-10-19T07:00:00Z",
                        "Moved 2026-10-26T13:00:00Z",
                        "Standing 2026-11-09T08:00:00Z",
                        "Standing 2026-11-16T08:00:00Z",
                        "Standing 2026-11-23T08:00:00Z");
    }

    @Test
    @DisplayName("S6: what people do to occurrences is read as cancelled occurrences and exceptions")
    void readsWhatPeopleDo() {
        WriteOutcome.Written written = office.create(events, plain());
        List<LoopbackItem> occurrences = office.mailbox
                .calendar()
                .occurrences(Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
        office.mailbox.calendar().delete(occurrences.get(2).id());
        office.mailbox
                .calendar()
                .edit(
                        occurrences.get(1).id(),
                        Map.of(
                                "Subject", "Moved",
                                "Start", "2026-10-26T13:00:00Z",
                                "End", "2026-10-26T14:00:00Z"));

        assertThat(Office.read(events, written.id()).item()).isEqualTo(series());
    }

    @Test
    @DisplayName("S6: a cancelled occurrence takes place again, and the others stay as they are")
    void bringsAnOccurrenceBack() {
        WriteOutcome.Written written = office.create(events, series());

        WriteOutcome.Written changed =
                Office.update(events, written, EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.of(start(4)));

        Item expected = series().toBuilder()
                .set(EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.of(start(4)))
                .build();
        assertThat(Office.read(events, written.id()).item()).isEqualTo(expected);
        assertThat(Office.read(events, written.id()).version()).isEqualTo(changed.version());
    }

    @Test
    @DisplayName("S6: an exception is changed and taken back")
    void changesAndTakesBackAnException() {
        WriteOutcome.Written written = office.create(events, series());
        OccurrenceExceptions other = OccurrenceExceptions.of(
                start(3), Item.event().set(EventFields.LOCATION, "Roof").build());

        WriteOutcome.Written changed = Office.update(events, written, EventFields.EXCEPTIONS, other);
        assertThat(Office.read(events, written.id()).item().get(EventFields.EXCEPTIONS))
                .contains(other);
        Office.update(events, changed, EventFields.EXCEPTIONS, null);

        assertThat(Office.read(events, written.id()).item().get(EventFields.EXCEPTIONS))
                .isEmpty();
        assertThat(Office.read(events, written.id()).item().get(EventFields.CANCELLED_OCCURRENCES))
                .contains(CancelledOccurrences.of(start(2)));
    }

    @Test
    @DisplayName("S6: a new rule keeps what it still gives, and drops what it does not")
    void keepsWhatANewRuleGives() {
        WriteOutcome.Written written = office.create(events, series());
        Recurrence shorter =
                Recurrence.weekly(DayOfWeek.MONDAY).toBuilder().count(2).build();

        Office.update(events, written, EventFields.RECURRENCE, shorter);

        Item read = Office.read(events, written.id()).item();
        assertThat(read.get(EventFields.RECURRENCE)).contains(shorter);
        assertThat(read.get(EventFields.EXCEPTIONS)).isEqualTo(series().get(EventFields.EXCEPTIONS));
        assertThat(read.get(EventFields.CANCELLED_OCCURRENCES)).isEmpty();
    }

    @Test
    @DisplayName("S5: an all-day series keeps its cancelled and changed days")
    void keepsAllDaySeries() {
        LocalDate day = MONDAY.toLocalDate();
        Item holiday = Item.event()
                .set(EventFields.SUBJECT, "Market")
                .set(EventFields.TIME, new EventTime.AllDay(day, day.plusDays(1)))
                .set(
                        EventFields.RECURRENCE,
                        Recurrence.weekly(DayOfWeek.MONDAY).toBuilder().count(6).build())
                .set(
                        EventFields.CANCELLED_OCCURRENCES,
                        CancelledOccurrences.of(new OriginalStart.OnDay(day.plusWeeks(1))))
                .set(
                        EventFields.EXCEPTIONS,
                        OccurrenceExceptions.of(
                                new OriginalStart.OnDay(day.plusWeeks(2)),
                                Item.event()
                                        .set(
                                                EventFields.TIME,
                                                new EventTime.AllDay(
                                                        day.plusWeeks(2).plusDays(1),
                                                        day.plusWeeks(2).plusDays(2)))
                                        .build()))
                .build();

        WriteOutcome.Written written = office.create(events, holiday);

        assertThat(Office.read(events, written.id()).item()).isEqualTo(holiday);
    }

    @Test
    @DisplayName("S6: a series that could not be finished is nobody's record, and the next attempt removes it")
    void hidesAndRemovesWhatIsUnfinished() {
        office.graph.faults().nth("PATCH events", 2).loseRequest();
        Write.Create creation = office.creation(series());

        assertThat(events.write(List.of(creation)).get(0)).isInstanceOf(WriteOutcome.Unknown.class);
        assertThat(office.mailbox.calendar().list()).hasSize(1);
        assertThat(events.find(List.of(creation.tag()))).isEmpty();
        assertThat(events.changes(null).changes()).isEmpty();
        WriteOutcome.Written again = office.create(events, series());

        assertThat(office.mailbox.calendar().list()).hasSize(1);
        assertThat(events.changes(null).changes()).extracting(Change::id).containsExactly(again.id());
    }

    @Test
    @DisplayName("S6: a series of which the server refuses a part is not there at all")
    void writesNothingInPart() {
        office.graph.faults().next("PATCH events").refuse(400, "ErrorOccurrenceCrossingBoundary");

        WriteOutcome outcome = events.write(List.of(office.creation(series()))).get(0);

        assertThat(outcome).isInstanceOfSatisfying(WriteOutcome.Rejected.class, rejected -> {
            assertThat(rejected.code()).isEqualTo("ErrorOccurrenceCrossingBoundary");
            assertThat(rejected.permanent()).isTrue();
        });
        assertThat(office.mailbox.calendar().list()).isEmpty();
    }

    @Test
    @DisplayName("S6: a change of a series that stops half-way is unknown, not refused")
    void saysUnknownHalfWay() {
        WriteOutcome.Written written = office.create(events, series());
        office.graph.faults().next("DELETE events").refuse(400, "ErrorItemSavePropertyError");
        Map<Field<?>, @Nullable Object> changed = new HashMap<>();
        changed.put(EventFields.SUBJECT, "Sitting");
        changed.put(EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.of(start(2), start(3)));

        WriteOutcome outcome = events.write(List.of(new Write.Update(written.id(), written.version(), changed)))
                .get(0);

        assertThat(outcome).isInstanceOf(WriteOutcome.Unknown.class);
    }

    @Test
    @DisplayName("S6: a series that the server is too busy to finish is in doubt, so that the next attempt knows it")
    void doubtsWhatWasNotFinished() {
        Item other = series().toBuilder().set(EventFields.SUBJECT, "Other").build();
        office.graph.faults().nth("PATCH events", 3).throttle(Duration.ofSeconds(30));

        List<WriteOutcome> outcomes = events.write(List.of(office.creation(series()), office.creation(other)));

        assertThat(outcomes.get(0)).isInstanceOf(WriteOutcome.Written.class);
        assertThat(outcomes.get(1)).isInstanceOf(WriteOutcome.Unknown.class);
    }

    @Test
    @DisplayName("S6: a series that cannot be removed after the server refused a part of it is in doubt")
    void doubtsWhatItCannotRemove() {
        office.graph.faults().next("PATCH events").refuse(400, "ErrorOccurrenceCrossingBoundary");
        office.graph.faults().nth("DELETE events", 2).refuse(400, "ErrorItemSavePropertyError");

        WriteOutcome outcome = events.write(List.of(office.creation(series()))).get(0);

        assertThat(outcome).isInstanceOf(WriteOutcome.Unknown.class);
    }

    @Test
    @DisplayName("S6: no second series is made beside one that an earlier attempt left and that cannot be removed")
    void makesNoSecondSeries() {
        office.graph.faults().nth("PATCH events", 2).loseRequest();
        events.write(List.of(office.creation(series())));
        office.graph.faults().next("DELETE events").refuse(400, "ErrorItemSavePropertyError");

        WriteOutcome outcome = events.write(List.of(office.creation(series()))).get(0);

        assertThat(outcome).isInstanceOf(WriteOutcome.Unknown.class);
        assertThat(office.mailbox.calendar().list()).hasSize(1);
    }

    @Test
    @DisplayName("S6: a series that is no series for a moment, because the server got busy, is in doubt")
    void doubtsWhatIsNoSeriesForAMoment() {
        WriteOutcome.Written written = office.create(events, series());
        office.graph.faults().nth("PATCH events", 2).throttle(Duration.ofSeconds(30));

        WriteOutcome outcome = events.write(List.of(Office.change(written, EventFields.CANCELLED_OCCURRENCES, null)))
                .get(0);

        assertThat(outcome).isInstanceOf(WriteOutcome.Unknown.class);
    }

    @Test
    @DisplayName("S6: a series of which one occurrence was cancelled and another one is refused is in doubt")
    void doubtsWhatIsCancelledInPart() {
        WriteOutcome.Written written = office.create(events, series());
        office.graph.faults().nth("DELETE events", 2).refuse(400, "ErrorItemSavePropertyError");

        WriteOutcome outcome = events.write(List.of(Office.change(
                        written,
                        EventFields.CANCELLED_OCCURRENCES,
                        CancelledOccurrences.of(start(2), start(3), start(4)))))
                .get(0);

        assertThat(outcome).isInstanceOf(WriteOutcome.Unknown.class);
    }

    @Test
    @DisplayName("S6: a change of a series of which the first step is refused is refused")
    void refusesWhatIsNotBegun() {
        WriteOutcome.Written written = office.create(events, series());
        office.graph.faults().next("DELETE events").refuse(400, "ErrorItemSavePropertyError");

        WriteOutcome outcome = events.write(List.of(Office.change(
                        written, EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.of(start(2), start(3)))))
                .get(0);

        assertThat(outcome).isInstanceOf(WriteOutcome.Rejected.class);
    }

    @Test
    @DisplayName("S6: what Exchange cannot hold is refused before anything is sent")
    void refusesBeforeItSends() {
        Item odd = plain().toBuilder()
                .set(
                        EventFields.CANCELLED_OCCURRENCES,
                        CancelledOccurrences.of(new OriginalStart.At(MONDAY.plusDays(1))))
                .build();
        events.changes(null);

        int sent = office.requests(
                () -> assertThat(events.write(List.of(office.creation(odd))).get(0))
                        .isInstanceOf(WriteOutcome.Rejected.class));

        assertThat(sent).isZero();
        assertThat(events.cannotExpress(odd)).isPresent();
    }

    @Test
    @DisplayName("F19: a copied event carries the mark as well, and both are found")
    void findsACopyToo() {
        Write.Create creation = office.creation(plain());
        WriteOutcome.Written written =
                Office.written(events.write(List.of(creation)).get(0));
        LoopbackItem copy = office.mailbox.calendar().copy(office.exchangeId(written.id()));

        assertThat(events.find(List.of(creation.tag())))
                .containsExactlyInAnyOrder(
                        new Tagged(creation.tag(), written.id()),
                        new Tagged(creation.tag(), office.graphId(copy.id())));
    }

    @Test
    @DisplayName("S10: a deleted series is proven to be deleted")
    void provesDeletions() {
        WriteOutcome.Written written = office.create(events, plain());
        office.mailbox.calendar().delete(office.exchangeId(written.id()));

        assertThat(events.read(List.of(written.id())))
                .containsExactly(new ReadOutcome.Absent(written.id(), Removal.DELETED));
        assertThat(office.mailbox.deletedItems().list()).hasSize(1);
    }
}
