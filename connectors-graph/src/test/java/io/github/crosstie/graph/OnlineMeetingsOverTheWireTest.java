package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Notification;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.graph.internal.wire.Way;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Meetings that are held over the network, whose bodies hold the way into them. */
class OnlineMeetingsOverTheWireTest {

    private static final ZonedDateTime MONDAY =
            LocalDateTime.of(2026, 10, 19, 9, 0).atZone(ZoneId.of("Europe/Berlin"));
    private static final String LINK = "https://meet.example/1";

    private final Office office = new Office(Way.LEAN);
    private final Endpoint events = office.events();

    @AfterEach
    void close() {
        office.close();
    }

    private WriteOutcome.Written online(Item item) {
        WriteOutcome.Written made = office.create(events, item);
        LoopbackItem edited = office.mailbox
                .calendar()
                .edit(
                        office.exchangeId(made.id()),
                        Map.of("IsOnlineMeeting", "true", "NetShowUrl", LINK, "Body", "Join: " + LINK));
        return new WriteOutcome.Written(made.id(), new ItemVersion(edited.changeKey()));
    }

    private WriteOutcome changed(WriteOutcome.Written known, Map<Field<?>, Object> fields) {
        return events.write(List.of(
                        new Write.Update(known.id(), known.version(), new TreeMap<>(fields), Notification.ATTENDEES)))
                .get(0);
    }

    private static Item appointment() {
        return Items.meeting("Standing", MONDAY, Duration.ofHours(1)).build();
    }

    private static Item series() {
        return appointment().toBuilder()
                .set(
                        EventFields.RECURRENCE,
                        Recurrence.weekly(MONDAY.getDayOfWeek()).toBuilder()
                                .count(6)
                                .build())
                .build();
    }

    private static void assertRefused(WriteOutcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        WriteOutcome.Rejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo("UNCHANGEABLE"));
    }

    @Test
    @DisplayName("S4: another text does not take a meeting off the network")
    void keepsTheWayIn() {
        WriteOutcome.Written known = online(appointment());

        assertRefused(changed(known, Map.of(EventFields.BODY, "Agenda")));

        Office.written(changed(known, Map.of(EventFields.SUBJECT, "Sitting")));
        assertThat(Office.read(events, known.id()).item().get(EventFields.BODY))
                .hasValueSatisfying(body -> assertThat(body).contains(LINK));
    }

    @Test
    @DisplayName("S4: an occurrence of a series on the network keeps its text, and takes another subject")
    void keepsTheWayIntoOccurrences() {
        WriteOutcome.Written known = online(series());
        OriginalStart second = new OriginalStart.At(MONDAY.plusWeeks(1));

        assertRefused(changed(
                known,
                Map.of(
                        EventFields.EXCEPTIONS,
                        OccurrenceExceptions.of(
                                second,
                                Item.event().set(EventFields.BODY, "Agenda").build()))));

        Office.written(changed(
                known,
                Map.of(
                        EventFields.EXCEPTIONS,
                        OccurrenceExceptions.of(
                                second,
                                Item.event().set(EventFields.SUBJECT, "Sitting").build()))));
    }
}
