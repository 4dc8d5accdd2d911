package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Notification;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.graph.TwoWays.Known;
import io.github.crosstie.graph.TwoWays.Wire;
import io.github.crosstie.graph.internal.item.RandomItems;
import io.github.crosstie.graph.internal.wire.Way;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same items over both ways into one mailbox: whichever wrote them, both read the same, field for field. What the
 * one cannot hold the other is not asked for here; {@code ContactMappingTest} names it.
 */
class FidelityTest {

    private static final int ITEMS = 20;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final TwoWays mailbox = new TwoWays(Way.LEAN, BERLIN);

    @AfterEach
    void close() {
        mailbox.close();
    }

    private static List<Item> some(Supplier<Item> random) {
        return Stream.generate(random).limit(ITEMS).toList();
    }

    /** Items as they were written by both ways and read by both: four readings. */
    private List<List<Item>> readings(ItemKind kind, List<Item> items, Notification notification) {
        List<List<Item>> readings = new ArrayList<>();
        for (Wire writer : Wire.values()) {
            readings.addAll(readings(kind, mailbox.create(writer, kind, items, notification)));
        }
        return readings;
    }

    private List<List<Item>> readings(ItemKind kind, List<Known> items) {
        List<List<Item>> readings = new ArrayList<>();
        for (Wire reader : Wire.values()) {
            readings.add(mailbox.read(reader, kind, items).stream()
                    .map(RemoteItem::item)
                    .toList());
        }
        return readings;
    }

    private static void areAll(List<Item> expected, List<List<Item>> readings, String what) {
        for (int at = 0; at < expected.size(); at++) {
            for (int reading = 0; reading < readings.size(); reading++) {
                assertThat(differences(expected.get(at), readings.get(reading).get(at)))
                        .as("item %s, reading %s, %s", at, reading, what)
                        .isEmpty();
            }
        }
    }

    /** The fields in which two items differ, with their values. */
    private static List<String> differences(Item expected, Item read) {
        SortedSet<Field<?>> fields = new TreeSet<>(expected.values().keySet());
        fields.addAll(read.values().keySet());
        return fields.stream()
                .filter(field -> !Objects.equals(expected.value(field), read.value(field)))
                .map(field -> field.name() + ": [" + expected.value(field) + "] is read as [" + read.value(field) + "]")
                .toList();
    }

    /** What both ways say that a mailbox holds of an item. */
    private Item held(Item item) {
        Endpoint ews = mailbox.open(Wire.EWS, item.kind());
        Endpoint graph = mailbox.open(Wire.GRAPH, item.kind());
        Item.Builder held = Item.builder(item.kind());
        item.values().forEach((field, value) -> {
            Object projected = graph.project(field, value);
            assertThat(projected).as("%s as both hold it", field).isEqualTo(ews.project(field, value));
            held.put(field, projected);
        });
        return held.build();
    }

    private boolean canBeHeld(Item item) {
        boolean held =
                mailbox.open(Wire.GRAPH, ItemKind.EVENT).cannotExpress(item).isEmpty();
        assertThat(mailbox.open(Wire.EWS, ItemKind.EVENT).cannotExpress(item).isEmpty())
                .as("whether Exchange Web Services hold it, as Graph does")
                .isEqualTo(held);
        return held;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("S4: a contact reads the same over both ways, whichever wrote it")
    void keepsContacts(long seed) {
        RandomItems random = new RandomItems(seed);
        SortedSet<Field<?>> fields =
                mailbox.open(Wire.GRAPH, ItemKind.CONTACT).capabilities().fields();
        List<Item> items = some(() -> random.contact(fields));

        List<List<Item>> readings = readings(ItemKind.CONTACT, items, Notification.NONE);

        areAll(items.stream().map(this::held).toList(), readings, "seed " + seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("S4: an event reads the same over both ways, whichever wrote it")
    void keepsEvents(long seed) {
        RandomItems random = new RandomItems(seed);
        List<Item> items = some(random::event).stream().filter(this::canBeHeld).toList();

        List<List<Item>> readings = readings(ItemKind.EVENT, items, Notification.NONE);

        areAll(items.stream().map(this::held).toList(), readings, "seed " + seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    @DisplayName("S6: a series with its cancelled and its changed occurrences reads the same over both ways")
    void keepsSeries(long seed) {
        RandomItems random = new RandomItems(seed);
        List<Item> items = some(random::series).stream().filter(this::canBeHeld).toList();

        List<List<Item>> readings = readings(ItemKind.EVENT, items, Notification.NONE);

        areAll(items.stream().map(this::held).toList(), readings, "seed " + seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1})
    @DisplayName("S4: a field that one way changes or clears is what both read, and the others are as they were")
    void keepsChanges(long seed) {
        RandomItems random = new RandomItems(seed);
        SortedSet<Field<?>> fields =
                mailbox.open(Wire.GRAPH, ItemKind.CONTACT).capabilities().fields();
        Item before = held(random.contact(fields));
        List<Known> known = new ArrayList<>();
        for (Wire writer : Wire.values()) {
            known.addAll(mailbox.create(writer, ItemKind.CONTACT, List.of(before), Notification.NONE));
        }
        Item other = random.contact(fields);
        for (Field<?> field : fields) {
            Map<Field<?>, @Nullable Object> changed = new HashMap<>();
            changed.put(field, other.value(field));
            mailbox.change(known, ItemKind.CONTACT, changed);
            before = before.toBuilder().put(field, other.value(field)).build();

            areAll(
                    List.of(held(before), held(before)),
                    readings(ItemKind.CONTACT, known),
                    "after " + field + ", seed " + seed);
        }
    }

    @Test
    @DisplayName("S7: who is invited, and by whom, reads the same over both ways, and so do the answers")
    void keepsPeople() {
        ZonedDateTime start = mailbox.clock.instant().atZone(BERLIN).plusDays(3).withHour(9);
        Item meeting = Item.event()
                .set(EventFields.SUBJECT, "Meeting")
                .set(EventFields.TIME, new EventTime.Timed(start, start.plus(Duration.ofHours(1))))
                .set(EventFields.REQUIRED_ATTENDEES, Set.of("bea@acme.example", "cleo@acme.example"))
                .set(EventFields.OPTIONAL_ATTENDEES, Set.of("dora@acme.example"))
                .set(EventFields.RESOURCES, Set.of("room@acme.example"))
                .build();
        Item read = meeting.toBuilder()
                .set(EventFields.ORGANIZER, "ada@acme.example")
                .build();

        List<List<Item>> readings = readings(ItemKind.EVENT, List.of(meeting), Notification.ATTENDEES);

        areAll(List.of(read), readings, "as invited");
    }

    @Test
    @DisplayName("S4: what people make of their calendar and contacts reads the same over both ways")
    void readsWhatPeopleMake() {
        LoopbackFolder calendar = mailbox.mailbox.calendar();
        String day =
                mailbox.clock.instant().truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10);
        Map<String, String> meeting = Map.of(
                "Subject", "Meeting",
                "Body/HTML", "<html><body><p>Come &amp; see<br>it</p><p><b>all</b></p></body></html>",
                "Start", day + "T08:00:00Z",
                "End", day + "T09:00:00Z",
                "StartTimeZone", "Pacific Standard Time",
                "RequiredAttendees", "bea@acme.example, cleo@acme.example",
                "Sensitivity", "Confidential",
                "Categories", "Red, Blue");
        LoopbackItem answered = calendar.put(meeting);
        calendar.respond(answered.id(), "bea@acme.example", "Accept");
        calendar.respond(answered.id(), "cleo@acme.example", "Tentative");
        LoopbackItem days = calendar.put(Map.of(
                "Subject", "Fair",
                "Start", day + "T22:00:00Z",
                "End", day + "T22:00:00Z",
                "StartTimeZone", "W. Europe Standard Time",
                "IsAllDayEvent", "true"));
        LoopbackItem contact = mailbox.mailbox
                .addFolder("Salesforce_Sync", mailbox.mailbox.contacts())
                .put(Map.of(
                        "Surname", "Mail",
                        "PhoneNumbers/BusinessPhone2", "2",
                        "PhoneNumbers/OtherFax", "3",
                        "EmailAddresses/EmailAddress3", "third@acme.example",
                        "PhysicalAddresses/Home/City", "Kiel",
                        "Birthday", "1985-12-09T23:00:00Z",
                        "Body/HTML", "<html><body>Note</body></html>"));

        areAlike(ItemKind.EVENT, answered, days);
        areAlike(ItemKind.CONTACT, contact);
    }

    private void areAlike(ItemKind kind, LoopbackItem... items) {
        List<Known> known = Stream.of(items)
                .map(item -> new Known(Wire.EWS, new ItemId(item.id())))
                .toList();
        List<List<Item>> readings = readings(kind, known);

        assertThat(readings.get(0)).allMatch(item -> item.values().size() >= 2);
        areAll(readings.get(0), readings, "as people made them");
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("S6: a series that one way changes and thins out, and people change as well, reads the same over both")
    void keepsChangesOfSeries(Wire writer) {
        ZonedDateTime start = LocalDateTime.of(2026, 10, 19, 9, 0).atZone(BERLIN);
        Item series = Item.event()
                .set(EventFields.SUBJECT, "Weekly")
                .set(EventFields.TIME, new EventTime.Timed(start, start.plusHours(1)))
                .set(EventFields.RECURRENCE, Recurrence.parse("FREQ=WEEKLY;COUNT=6;BYDAY=MO"))
                .build();
        List<Known> known = mailbox.create(writer, ItemKind.EVENT, List.of(series), Notification.NONE);
        Item special = Item.event().set(EventFields.SUBJECT, "Special").build();

        change(known, EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.of(at(start.plusWeeks(1))));
        change(known, EventFields.EXCEPTIONS, OccurrenceExceptions.of(at(start.plusWeeks(3)), special));
        change(known, EventFields.SUBJECT, "Every week");
        LoopbackItem second = mailbox.mailbox
                .calendar()
                .occurrences(
                        start.plusWeeks(2).toInstant(),
                        start.plusWeeks(2).plusHours(1).toInstant())
                .get(0);
        mailbox.mailbox.calendar().edit(second.id(), "Location", "Elsewhere");

        List<List<Item>> readings = readings(ItemKind.EVENT, known);
        Item read = readings.get(0).get(0);
        assertThat(read.get(EventFields.EXCEPTIONS).orElseThrow().byStart().keySet())
                .containsExactly(at(start.plusWeeks(2)), at(start.plusWeeks(3)));
        assertThat(read.get(EventFields.CANCELLED_OCCURRENCES))
                .contains(CancelledOccurrences.of(at(start.plusWeeks(1))));
        areAll(List.of(read), readings, "after changes of occurrences");
        change(known, EventFields.RECURRENCE, Recurrence.parse("FREQ=DAILY;COUNT=3"));
        List<List<Item>> others = readings(ItemKind.EVENT, known);
        assertThat(others.get(0).get(0).get(EventFields.RECURRENCE)).contains(Recurrence.parse("FREQ=DAILY;COUNT=3"));
        areAll(others.get(0), others, "after a change of the rule");
    }

    private static OriginalStart at(ZonedDateTime moment) {
        return new OriginalStart.At(moment);
    }

    private void change(List<Known> known, Field<?> field, Object value) {
        mailbox.change(known, ItemKind.EVENT, Map.of(field, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/Los_Angeles", "Asia/Calcutta", "Pacific/Auckland", "UTC"})
    @DisplayName("S5: days are the same over both ways in whatever zone the user lives, one by one and in a series")
    void keepsDays(String zone) {
        try (TwoWays there = new TwoWays(Way.LEAN, ZoneId.of(zone))) {
            Item.Builder days = Item.event()
                    .set(
                            EventFields.TIME,
                            new EventTime.AllDay(LocalDate.of(2026, 10, 24), LocalDate.of(2026, 10, 26)));
            Item single = days.build();
            Item series = days.set(EventFields.RECURRENCE, Recurrence.parse("FREQ=WEEKLY;COUNT=3"))
                    .build();
            for (Wire writer : Wire.values()) {
                List<Known> known = there.create(writer, ItemKind.EVENT, List.of(single, series), Notification.NONE);
                for (Wire reader : Wire.values()) {
                    assertThat(there.read(reader, ItemKind.EVENT, known))
                            .as("written by %s, read by %s", writer, reader)
                            .extracting(RemoteItem::item)
                            .containsExactly(single, series);
                }
            }
        }
    }

    @Test
    @DisplayName("G4: the mark that one way put on an item is read by the other, and Graph finds what either marked")
    void keepsMarks() {
        for (ItemKind kind : ItemKind.values()) {
            Item item = kind == ItemKind.CONTACT
                    ? new RandomItems(1)
                            .contact(mailbox.open(Wire.GRAPH, kind)
                                    .capabilities()
                                    .fields())
                    : new RandomItems(1).event();
            for (Wire writer : Wire.values()) {
                List<Known> known = mailbox.create(writer, kind, List.of(item), Notification.NONE);

                RemoteItem overEws = mailbox.read(Wire.EWS, kind, known).get(0);
                RemoteItem overGraph = mailbox.read(Wire.GRAPH, kind, known).get(0);

                assertThat(overGraph.tag())
                        .as("%s written by %s", kind, writer)
                        .isNotNull()
                        .isEqualTo(overEws.tag());
                assertThat(mailbox.open(Wire.GRAPH, kind).find(List.of(Objects.requireNonNull(overGraph.tag()))))
                        .as("%s written by %s", kind, writer)
                        .extracting(Tagged::id)
                        .containsExactly(overGraph.id());
            }
        }
    }
}
