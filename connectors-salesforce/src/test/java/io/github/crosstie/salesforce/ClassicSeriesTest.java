package io.github.crosstie.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Expansion;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.recurrence.RuleExpander;
import io.github.crosstie.testkit.salesforce.SalesforceRecord;
import io.github.crosstie.testkit.salesforce.SalesforceRecords;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Series of the classic kind: a record for the rule, and one for each occurrence, which names it. They are read, and never written. */
class ClassicSeriesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZonedDateTime MONDAY =
            LocalDateTime.of(2026, 10, 19, 9, 0).atZone(BERLIN);
    private static final List<String> INSTANCES = List.of("First", "Second", "Third", "Fourth", "Last");

    private final SyncedOrganization acme = new SyncedOrganization(true);
    private final Endpoint endpoint = acme.open(ItemKind.EVENT);
    private final SalesforceRecords events = acme.crm(ItemKind.EVENT);

    @AfterEach
    void stop() {
        acme.close();
    }

    private String made(ZonedDateTime start, Map<String, ?> rule) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "Subject",
                "Standing",
                "OwnerId",
                acme.user,
                "StartDateTime",
                start.toInstant(),
                "DurationInMinutes",
                60,
                "IsRecurrence",
                true,
                "RecurrenceStartDateTime",
                start.toInstant(),
                "RecurrenceTimeZoneSidKey",
                BERLIN.getId()));
        fields.putAll(rule);
        return events.create(fields);
    }

    /** Mondays from the 19th of October on, five of them; the clocks are put back before the second one. */
    private String weekly() {
        return made(
                MONDAY,
                Map.of(
                        "RecurrenceType",
                        "RecursWeekly",
                        "RecurrenceInterval",
                        1,
                        "RecurrenceDayOfWeekMask",
                        2,
                        "RecurrenceEndDateOnly",
                        LocalDate.of(2026, 11, 16)));
    }

    private List<SalesforceRecord> occurrences() {
        return acme.live(ItemKind.EVENT).stream()
                .filter(event -> !event.flag("IsRecurrence"))
                .sorted(Comparator.comparing(event -> event.moment("StartDateTime")))
                .toList();
    }

    private RemoteItem read(String id) {
        return ((ReadOutcome.Found) endpoint.read(List.of(new ItemId(id))).get(0)).record();
    }

    private static OriginalStart start(int week) {
        return new OriginalStart.At(MONDAY.plusWeeks(week));
    }

    private static Item inGarden() {
        return Item.event().set(EventFields.LOCATION, "Garden").build();
    }

    @Test
    @DisplayName("S6: a classic series is one item, with its deleted, moved and edited occurrences")
    void readsSeries() {
        String id = weekly();
        List<SalesforceRecord> rows = occurrences();
        events.delete(rows.get(1).id());
        events.edit(rows.get(2).id(), "Location", "Garden");
        ZonedDateTime later = MONDAY.plusWeeks(3).plusHours(2);
        events.edit(rows.get(3).id(), "StartDateTime", later.toInstant());

        ChangePage page = endpoint.changes(null);

        Item item = read(id).item();
        assertThat(page.complete()).isTrue();
        assertThat(page.changes())
                .singleElement()
                .isEqualTo(new Change.Upserted(new ItemId(id), read(id).version(), read(id)));
        assertThat(item.get(EventFields.RECURRENCE))
                .contains(Recurrence.weekly(DayOfWeek.MONDAY).toBuilder()
                        .until(LocalDate.of(2026, 11, 16))
                        .build());
        assertThat(item.get(EventFields.TIME)).contains(new EventTime.Timed(MONDAY, MONDAY.plusHours(1)));
        assertThat(item.get(EventFields.CANCELLED_OCCURRENCES)).contains(CancelledOccurrences.of(start(1)));
        assertThat(item.get(EventFields.EXCEPTIONS))
                .contains(OccurrenceExceptions.of(start(2), inGarden())
                        .with(
                                start(3),
                                OccurrenceException.of(Item.event()
                                        .set(EventFields.TIME, new EventTime.Timed(later, later.plusHours(1)))
                                        .build())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        RecursDaily        | 2 |    |    |        |       | FREQ=DAILY;INTERVAL=2;UNTIL=20271231
        RecursEveryWeekday |   | 62 |    |        |       | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20271231
        RecursWeekly       | 3 | 65 |    |        |       | FREQ=WEEKLY;INTERVAL=3;BYDAY=SA,SU;WKST=SU;UNTIL=20271231
        RecursMonthly      | 2 |    | 15 |        |       | FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15;UNTIL=20271231
        RecursMonthlyNth   | 1 | 32 |    | Last   |       | FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20271231
        RecursMonthlyNth   | 1 | 62 |    | Last   |       | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;UNTIL=20271231
        RecursYearly       |   |    | 15 |        | April | FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=15;UNTIL=20271231
        RecursYearlyNth    |   | 64 |    | First  | March | FREQ=YEARLY;BYMONTH=3;BYDAY=1SA;UNTIL=20271231
        """)
    @DisplayName("S6: each type of classic recurrence is the rule that it means")
    void readsEveryType(
            String type, Integer interval, Integer weekdays, Integer day, String instance, String month, String rule) {
        Map<String, Object> fields = new HashMap<>(Map.of("RecurrenceType", type));
        fields.put("RecurrenceInterval", interval);
        fields.put("RecurrenceDayOfWeekMask", weekdays);
        fields.put("RecurrenceDayOfMonth", day);
        fields.put("RecurrenceInstance", instance);
        fields.put("RecurrenceMonthOfYear", month);
        fields.put("RecurrenceEndDateOnly", LocalDate.of(2027, 12, 31));
        fields.values().removeIf(value -> value == null);

        assertThat(read(made(MONDAY, fields)).item().get(EventFields.RECURRENCE))
                .contains(Recurrence.parse(rule));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    @DisplayName(
            "S6: a classic series takes place when its records do, whatever its rule and the day from which it holds")
    void takesPlaceWhenItsRecordsDo(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 5; round++) {
            ZonedDateTime from = MONDAY.plusDays(random.nextInt(60));
            Map<String, Object> rule = rule(random, from.toLocalDate());
            String id = made(from, rule);
            List<Instant> starts = occurrences().stream()
                    .map(row -> row.moment("StartDateTime"))
                    .toList();
            if (!starts.isEmpty()) {
                Item item = read(id).item();
                Expansion expansion = RuleExpander.create()
                        .expand(
                                item.get(EventFields.TIME).orElseThrow(),
                                item.get(EventFields.RECURRENCE).orElseThrow(),
                                from.minusDays(1),
                                from.plusYears(20),
                                1_000);
                assertThat(expansion.occurrences())
                        .as("seed %s, round %s: %s from %s", seed, round, rule, from)
                        .extracting(time -> ((EventTime.Timed) time).start().toInstant())
                        .containsExactlyElementsOf(starts);
                assertThat(item.get(EventFields.CANCELLED_OCCURRENCES)).isEmpty();
                assertThat(item.get(EventFields.EXCEPTIONS)).isEmpty();
            }
            events.delete(id);
        }
    }

    private static Map<String, Object> rule(RandomGenerator random, LocalDate from) {
        Map<String, Object> rule = new HashMap<>();
        String type = List.of(
                        "RecursDaily",
                        "RecursEveryWeekday",
                        "RecursWeekly",
                        "RecursMonthly",
                        "RecursMonthlyNth",
                        "RecursYearly",
                        "RecursYearlyNth")
                .get(random.nextInt(7));
        boolean isYearly = type.contains("Year");
        rule.put("RecurrenceType", type);
        if (!isYearly && !type.equals("RecursEveryWeekday")) {
            rule.put("RecurrenceInterval", 1 + random.nextInt(3));
        }
        if (type.equals("RecursEveryWeekday")) {
            rule.put("RecurrenceDayOfWeekMask", 62);
        } else if (type.equals("RecursWeekly") || type.endsWith("Nth")) {
            rule.put("RecurrenceDayOfWeekMask", 1 + random.nextInt(127));
        } else if (!type.equals("RecursDaily")) {
            rule.put("RecurrenceDayOfMonth", 1 + random.nextInt(28));
        }
        if (type.endsWith("Nth")) {
            rule.put("RecurrenceInstance", INSTANCES.get(random.nextInt(INSTANCES.size())));
        }
        if (isYearly) {
            rule.put(
                    "RecurrenceMonthOfYear",
                    Month.of(1 + random.nextInt(12)).getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        }
        rule.put("RecurrenceEndDateOnly", from.plusDays(isYearly ? 1_500 : random.nextInt(10, 250)));
        return rule;
    }

    @Test
    @DisplayName(
            "the feed tells a classic series, whole, when an occurrence is edited or deleted, and when it is deleted itself")
    void tellsSeriesByTheirOccurrences() {
        String id = weekly();
        Cursor cursor = endpoint.changes(null).next();
        cursor = endpoint.changes(cursor).next();
        for (int week = 1; week <= 2; week++) {
            acme.clock.advance(Duration.ofMinutes(20));
            String occurrence = occurrences().get(week).id();
            if (week == 1) {
                events.edit(occurrence, "Location", "Garden");
            } else {
                events.delete(occurrence);
            }
            ChangePage page = endpoint.changes(cursor);
            cursor = page.next();
            assertThat(page.changes())
                    .as("change %s", week)
                    .contains(new Change.Upserted(new ItemId(id), read(id).version(), read(id)));
        }
        assertThat(endpoint.changes(cursor).changes()).isEmpty();
        acme.clock.advance(Duration.ofMinutes(20));
        events.delete(id);
        assertThat(endpoint.changes(cursor).changes()).contains(new Change.Removed(new ItemId(id), Removal.DELETED));
    }

    @Test
    @DisplayName("S6: edits and deletions of a classic series are refused with the reason, and nothing is sent")
    void refusesWrites() {
        String id = weekly();
        RemoteItem before = read(id);
        int requests = acme.salesforce.requests().size();

        List<WriteOutcome> outcomes = endpoint.write(List.of(
                new Write.Update(before.id(), before.version(), Map.of(EventFields.LOCATION, "Garden")),
                new Write.Delete(before.id(), before.version())));

        assertThat(outcomes)
                .hasSize(2)
                .allSatisfy(outcome -> assertThat(outcome)
                        .isInstanceOfSatisfying(
                                WriteOutcome.Rejected.class,
                                rejected -> assertThat(rejected.message()).contains("classic kind")));
        assertThat(acme.salesforce
                        .requests()
                        .subList(requests, acme.salesforce.requests().size()))
                .allMatch(request ->
                        request.method().equals("GET") || request.path().endsWith("/sobjects/Event"));
        assertThat(read(id)).isEqualTo(before);
    }

    @Test
    @DisplayName("S6: what took place before a classic series got another rule is no part of it")
    void leavesOutWhatWasBeforeAnotherRule() {
        String id = weekly();
        ZonedDateTime tuesday = MONDAY.plusWeeks(2).plusDays(1);
        giveAnotherRule(id, tuesday);

        Item item = read(id).item();

        assertThat(occurrences()).hasSize(4);
        assertThat(item.get(EventFields.TIME)).contains(new EventTime.Timed(tuesday, tuesday.plusHours(1)));
        assertThat(item.get(EventFields.CANCELLED_OCCURRENCES)).isEmpty();
        assertThat(item.get(EventFields.EXCEPTIONS)).isEmpty();
    }

    @Test
    @DisplayName("S6: an occurrence of a classic series that was moved to before the first one is an exception")
    void keepsOccurrencesMovedBeforeTheFirst() {
        String id = weekly();
        ZonedDateTime sunday = MONDAY.minusDays(1);
        acme.clock.advance(Duration.ofHours(1));
        events.edit(occurrences().get(1).id(), "StartDateTime", sunday.toInstant());

        Item item = read(id).item();

        assertThat(item.get(EventFields.CANCELLED_OCCURRENCES)).isEmpty();
        assertThat(item.get(EventFields.EXCEPTIONS))
                .contains(OccurrenceExceptions.NONE.with(
                        start(1),
                        OccurrenceException.of(Item.event()
                                .set(EventFields.TIME, new EventTime.Timed(sunday, sunday.plusHours(1)))
                                .build())));
    }

    @Test
    @DisplayName("S6: what took place before a classic series got another rule is no part of it, nor where the first"
            + " occurrence by that rule was deleted")
    void leavesOutWhatWasBeforeAnotherRuleWithoutItsFirst() {
        String id = weekly();
        ZonedDateTime tuesday = MONDAY.plusWeeks(2).plusDays(1);
        giveAnotherRule(id, tuesday);
        events.delete(occurrences().get(2).id());

        Item item = read(id).item();

        assertThat(item.get(EventFields.CANCELLED_OCCURRENCES))
                .contains(CancelledOccurrences.of(new OriginalStart.At(tuesday)));
        assertThat(item.get(EventFields.EXCEPTIONS)).isEmpty();
    }

    /** Tuesdays from now on. */
    private void giveAnotherRule(String id, ZonedDateTime tuesday) {
        acme.clock.set(tuesday.minusDays(4).toInstant());
        events.edit(
                id,
                Map.of(
                        "RecurrenceStartDateTime", tuesday.toInstant(),
                        "StartDateTime", tuesday.toInstant(),
                        "RecurrenceDayOfWeekMask", 4));
    }

    @Test
    @DisplayName("S6: occurrences of last year, which are archived, are not told as cancelled")
    void knowsArchivedOccurrences() {
        String id = weekly();
        events.edit(occurrences().get(0).id(), "IsArchived", true);

        assertThat(read(id).item().get(EventFields.CANCELLED_OCCURRENCES)).isEmpty();
    }

    @Test
    @DisplayName(
            "S6: a classic series reaches the mailbox; an edit there stays there, and the organization's record as it is")
    void syncsOneWay() {
        ZonedDateTime first = acme.tomorrow();
        String id = made(
                first,
                Map.of(
                        "RecurrenceType",
                        "RecursDaily",
                        "RecurrenceInterval",
                        1,
                        "RecurrenceEndDateOnly",
                        first.plusDays(3).toLocalDate()));
        events.delete(occurrences().get(1).id());
        acme.settle();
        InMemoryRecords mailbox = acme.mail(ItemKind.EVENT);
        Map.Entry<ItemId, Item> series = mailbox.items().entrySet().iterator().next();
        Item before = read(id).item();
        assertThat(series.getValue().get(EventFields.RECURRENCE)).isEqualTo(before.get(EventFields.RECURRENCE));
        assertThat(series.getValue().get(EventFields.CANCELLED_OCCURRENCES))
                .contains(CancelledOccurrences.of(new OriginalStart.At(first.plusDays(1))));

        mailbox.edit(series.getKey(), item -> item.set(EventFields.LOCATION, "Room"));
        acme.settle();

        assertThat(read(id).item()).isEqualTo(before);
        assertThat(mailbox.items().get(series.getKey()).get(EventFields.LOCATION))
                .contains("Room");
        assertThat(mailbox.items()).hasSize(1);
    }
}
