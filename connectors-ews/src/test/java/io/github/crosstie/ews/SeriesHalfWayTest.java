package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.internal.exchange.SeriesUpdate;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.testkit.exchange.FaultChoice;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes of series that stop after any of their requests: what was done by then is nobody's edit. */
class SeriesHalfWayTest {

    private static final ZonedDateTime MONDAY =
            LocalDateTime.of(2026, 10, 19, 9, 0).atZone(ZoneId.of("Europe/Berlin"));
    private static final List<Field<?>> OF_SERIES = List.of(
            EventFields.TIME, EventFields.RECURRENCE, EventFields.CANCELLED_OCCURRENCES, EventFields.EXCEPTIONS);

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private static EventTime time(int weeks, int hour) {
        ZonedDateTime start = MONDAY.plusWeeks(weeks).withHour(hour);
        return new EventTime.Timed(start, start.plusHours(1));
    }

    private static OriginalStart start(int weeks) {
        return new OriginalStart.At(MONDAY.plusWeeks(weeks));
    }

    private static OccurrenceExceptions called(String subject, int... weeks) {
        OccurrenceExceptions exceptions = OccurrenceExceptions.NONE;
        for (int week : weeks) {
            exceptions = exceptions.with(
                    start(week),
                    OccurrenceException.of(
                            Item.event().set(EventFields.SUBJECT, subject).build()));
        }
        return exceptions;
    }

    private static Item series() {
        return Item.event()
                .set(EventFields.SUBJECT, "Standing")
                .set(EventFields.BODY, "Agenda")
                .set(EventFields.TIME, time(0, 9))
                .set(EventFields.RECURRENCE, weekly(6))
                .set(EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.of(start(2)))
                .set(EventFields.EXCEPTIONS, called("Moved", 1, 3))
                .build();
    }

    private static Recurrence weekly(int count) {
        return Recurrence.weekly(DayOfWeek.MONDAY).toBuilder().count(count).build();
    }

    /** A change as the CRM makes it, and whether all of it is one request of the server's. */
    private static Map<String, Map<Field<?>, @Nullable Object>> changes() {
        Map<String, Map<Field<?>, @Nullable Object>> changes = new LinkedHashMap<>();
        changes.put("more are cancelled", change(EventFields.CANCELLED_OCCURRENCES, cancelled(2, 4, 5)));
        changes.put("one takes place again", change(EventFields.CANCELLED_OCCURRENCES, cancelled(4)));
        changes.put("others are changed", change(EventFields.EXCEPTIONS, called("Sitting", 1, 4)));
        changes.put("the rule is another one", change(EventFields.RECURRENCE, weekly(8)));
        Map<Field<?>, @Nullable Object> all = change(EventFields.SUBJECT, "Walking");
        all.put(EventFields.TIME, time(0, 11));
        all.put(EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.of(later(0, 2)));
        all.put(
                EventFields.EXCEPTIONS,
                OccurrenceExceptions.of(
                        later(4), Item.event().set(EventFields.LOCATION, "Roof").build()));
        changes.put("everything is new", all);
        return changes;
    }

    private static CancelledOccurrences cancelled(int... weeks) {
        List<OriginalStart> starts = new ArrayList<>();
        for (int week : weeks) {
            starts.add(start(week));
        }
        return CancelledOccurrences.of(starts);
    }

    private static List<OriginalStart> later(int... weeks) {
        List<OriginalStart> starts = new ArrayList<>();
        for (int week : weeks) {
            starts.add(later(week));
        }
        return starts;
    }

    private static OriginalStart later(int week) {
        return new OriginalStart.At(MONDAY.plusWeeks(week).withHour(11));
    }

    private static Map<Field<?>, @Nullable Object> change(Field<?> field, Object value) {
        Map<Field<?>, @Nullable Object> change = new HashMap<>();
        change.put(field, value);
        return change;
    }

    static Stream<Arguments> changesAndStops() {
        Map<String, Consumer<FaultChoice>> stops = new LinkedHashMap<>();
        stops.put("request lost", FaultChoice::loseRequest);
        stops.put("answer lost", FaultChoice::loseAnswer);
        stops.put("refused", fault -> fault.refuse("ErrorItemSavePropertyError"));
        return changes().keySet().stream()
                .flatMap(change -> stops.entrySet().stream().map(stop -> Arguments.of(change, stop)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("changesAndStops")
    @DisplayName(
            "S6: a change that stops after any of its requests loses nothing, is nobody's edit, and is finished by the"
                    + " next")
    void isFinishedByTheNext(String name, Map.Entry<String, Consumer<FaultChoice>> stop) {
        Map<Field<?>, @Nullable Object> change = changes().getOrDefault(name, Map.of());
        Item wanted = after(change);
        List<String> failures = new ArrayList<>();
        int stops = 0;
        for (int request = 1; ; request++) {
            WriteOutcome.Written written = office.create(office.events(), series());
            stop.getValue().accept(office.exchange.faults().nth(request));
            int asked = office.exchange.requests().size();
            WriteOutcome outcome = write(office.events(), written.id(), written, change);
            if (office.exchange.requests().size() - asked < request) {
                assertThat(outcome).isInstanceOf(WriteOutcome.Written.class);
                break;
            }
            stops++;
            office.exchange.faults().clear();
            RemoteItem told = Office.read(office.events(), written.id());
            if (!told(told.item(), change)) {
                failures.add("after request " + request + " the series reads as "
                        + told.item().values());
            }
            WriteOutcome again = office.events()
                    .write(List.of(new Write.Update(written.id(), told.version(), change)))
                    .get(0);
            RemoteItem finished = Office.read(office.events(), written.id());
            if (!(again instanceof WriteOutcome.Written done)
                    || !done.version().equals(finished.version())
                    || !finished.item().equals(wanted)) {
                failures.add("after request " + request + " the next write ends in " + again + " with "
                        + finished.item().values());
            }
        }

        assertThat(stops).isGreaterThan(2);
        assertThat(failures).isEmpty();
        assertThat(office.mailbox.sent()).isEmpty();
    }

    private static Item after(Map<Field<?>, @Nullable Object> change) {
        return SeriesUpdate.after(series(), change);
    }

    /** As it was, or wholly as it is to be; fields of the series itself may each be either. */
    private static boolean told(Item read, Map<Field<?>, @Nullable Object> change) {
        Item wanted = after(change);
        boolean before =
                OF_SERIES.stream().allMatch(field -> series().get(field).equals(read.get(field)));
        boolean done = OF_SERIES.stream().allMatch(field -> wanted.get(field).equals(read.get(field)));
        return (before || done)
                && EventFields.STANDARD.stream()
                        .filter(field -> !OF_SERIES.contains(field))
                        .allMatch(field -> read.get(field).equals(series().get(field))
                                || read.get(field).equals(wanted.get(field)));
    }

    private static WriteOutcome write(
            Endpoint events, ItemId id, WriteOutcome.Written known, Map<Field<?>, @Nullable Object> change) {
        try {
            return events.write(List.of(new Write.Update(id, known.version(), change)))
                    .get(0);
        } catch (CrosstieException e) {
            return new WriteOutcome.Unknown("no answer");
        }
    }

    private List<LoopbackItem> occurrences() {
        return office.mailbox
                .calendar()
                .occurrences(Instant.parse("2026-10-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
    }

    @Test
    @DisplayName("S6: what people do to a series that stopped half-way is kept, and read as theirs once it is whole")
    void keepsWhatPeopleDidSince() {
        WriteOutcome.Written written = office.create(office.events(), series());
        Map<Field<?>, @Nullable Object> change = change(EventFields.CANCELLED_OCCURRENCES, cancelled(2, 4));
        change.put(EventFields.EXCEPTIONS, called("Sitting", 3));
        office.exchange.faults().nth("UpdateItem", 2).loseRequest();
        write(office.events(), written.id(), written, change);
        office.exchange.faults().clear();
        office.mailbox.calendar().delete(occurrences().get(0).id());
        LoopbackItem last = occurrences().get(occurrences().size() - 1);
        office.mailbox.calendar().edit(last.id(), "Location", "Roof");

        RemoteItem told = Office.read(office.events(), written.id());
        WriteOutcome again = office.events()
                .write(List.of(new Write.Update(written.id(), told.version(), change)))
                .get(0);

        assertThat(again).isInstanceOf(WriteOutcome.Unknown.class);
        Item whole = Office.read(office.events(), written.id()).item();
        assertThat(whole.get(EventFields.CANCELLED_OCCURRENCES)).contains(cancelled(0, 2, 4));
        assertThat(whole.get(EventFields.EXCEPTIONS))
                .contains(called("Sitting", 3)
                        .with(
                                start(5),
                                OccurrenceException.of(Item.event()
                                        .set(EventFields.LOCATION, "Roof")
                                        .build())));
    }
}
