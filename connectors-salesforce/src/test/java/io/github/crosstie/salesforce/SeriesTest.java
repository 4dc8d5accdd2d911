package io.github.crosstie.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.testkit.salesforce.SalesforceRecord;
import io.github.crosstie.testkit.salesforce.SalesforceRecords;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Series as the organization keeps them: a record for the pattern, and one for each occurrence. */
class SeriesTest {

    private static final ZonedDateTime MONDAY =
            LocalDateTime.of(2026, 10, 19, 9, 0).atZone(ZoneId.of("Europe/Berlin"));

    /** It ends before it begins. */
    private static final String DAYLESS = "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261001";

    private final SyncedOrganization acme = new SyncedOrganization(true);
    private final Endpoint endpoint = acme.open(ItemKind.EVENT);
    private final SalesforceRecords events = acme.crm(ItemKind.EVENT);

    @AfterEach
    void stop() {
        acme.close();
    }

    private static Item.Builder weekly(Recurrence.End end) {
        return Item.event()
                .set(EventFields.SUBJECT, "Standing")
                .set(EventFields.LOCATION, "Room")
                .set(EventFields.TIME, new EventTime.Timed(MONDAY, MONDAY.plusHours(1)))
                .set(
                        EventFields.RECURRENCE,
                        Recurrence.weekly(DayOfWeek.MONDAY).toBuilder().end(end).build());
    }

    private static Item.Builder weekly() {
        return weekly(new Recurrence.End.Count(5));
    }

    private static OriginalStart start(int week) {
        return new OriginalStart.At(MONDAY.plusWeeks(week));
    }

    private static Item inGarden() {
        return Item.event().set(EventFields.LOCATION, "Garden").build();
    }

    private static Item own() {
        return weekly().set(EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.of(start(2)))
                .set(EventFields.EXCEPTIONS, OccurrenceExceptions.of(start(1), inGarden()))
                .build();
    }

    /** A series as a person makes one. */
    private String made() {
        return made(MONDAY, "FREQ=WEEKLY;BYDAY=MO;WKST=SU;INTERVAL=1;COUNT=5", Map.of());
    }

    private String made(ZonedDateTime start, String rule, Map<String, ?> more) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "Subject",
                "Standing",
                "OwnerId",
                acme.user,
                "StartDateTime",
                start.toInstant(),
                "DurationInMinutes",
                60,
                "IsRecurrence2",
                true,
                "Recurrence2PatternText",
                "RRULE:" + rule,
                "Recurrence2PatternTimeZone",
                "Europe/Berlin"));
        fields.putAll(more);
        return events.create(fields);
    }

    private List<SalesforceRecord> occurrences() {
        return acme.live(ItemKind.EVENT).stream()
                .filter(event -> "0".equals(event.text("GroupEventType")))
                .sorted(Comparator.comparing(event -> event.moment("StartDateTime")))
                .toList();
    }

    private RemoteItem read(String id) {
        return ((ReadOutcome.Found) endpoint.read(List.of(new ItemId(id))).get(0)).record();
    }

    private WriteOutcome write(Write write) {
        return endpoint.write(List.of(write)).get(0);
    }

    private WriteOutcome.Written create(Item item) {
        return (WriteOutcome.Written) write(new Write.Create(new CorrelationTag("v1/1"), "1", item));
    }

    private WriteOutcome update(String id, Field<?> field, @Nullable Object value) {
        Map<Field<?>, @Nullable Object> change = new HashMap<>();
        change.put(field, value);
        return write(new Write.Update(new ItemId(id), read(id).version(), change));
    }

    @Test
    @DisplayName("S6: a series is one item, with its deleted, moved and edited occurrences")
    void readsSeries() {
        String id = made();
        List<SalesforceRecord> rows = occurrences();
        events.delete(rows.get(1).id());
        events.edit(rows.get(2).id(), "Location", "Garden");
        events.edit(
                rows.get(3).id(),
                "StartDateTime",
                MONDAY.plusWeeks(3).plusHours(2).toInstant());

        ChangePage page = endpoint.changes(null);

        assertThat(page.complete()).isTrue();
        Item item = read(id).item();
        assertThat(page.changes())
                .singleElement()
                .isEqualTo(new Change.Upserted(new ItemId(id), read(id).version(), read(id)));
        assertThat(item.get(EventFields.RECURRENCE))
                .contains(
                        Recurrence.weekly(DayOfWeek.MONDAY).toBuilder().count(5).build());
        assertThat(item.get(EventFields.CANCELLED_OCCURRENCES)).contains(CancelledOccurrences.of(start(1)));
        ZonedDateTime later = MONDAY.plusWeeks(3).plusHours(2);
        assertThat(item.get(EventFields.EXCEPTIONS))
                .contains(OccurrenceExceptions.of(start(2), inGarden())
                        .with(
                                start(3),
                                OccurrenceException.of(Item.event()
                                        .set(EventFields.TIME, new EventTime.Timed(later, later.plusHours(1)))
                                        .build())));
    }

    @Test
    @DisplayName("the feed tells a series, whole, when one of its occurrences is edited, deleted or purged")
    void tellsSeriesByTheirOccurrences() {
        String id = made();
        Cursor cursor = endpoint.changes(null).next();
        cursor = endpoint.changes(cursor).next();
        for (int week = 1; week <= 3; week++) {
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
    }

    @Test
    @DisplayName("S6: series that cannot be told apart are told as unreadable, never mixed up")
    void mixesNothingUp() {
        made();
        String id = made();

        assertThat(endpoint.read(List.of(new ItemId(id))))
                .singleElement()
                .isInstanceOfSatisfying(
                        ReadOutcome.Unreadable.class,
                        unreadable -> assertThat(unreadable.toString()).contains("same rule and start"));
        assertThat(write(new Write.Create(
                        new CorrelationTag("v1/1"),
                        "1",
                        weekly().set(EventFields.RECURRENCE, Recurrence.parse("FREQ=WEEKLY;BYDAY=MO;COUNT=5"))
                                .build())))
                .isInstanceOf(WriteOutcome.Written.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("S6: a series of which no occurrence is there is told as unreadable, never as cancelled day by day")
    void takesNoSeriesForCancelled(boolean isBegun) {
        WriteOutcome.Written written = create(weekly().build());
        if (isBegun) {
            // What took place before the rule became another one stays when the series is deleted.
            events.edit(
                    occurrences().get(0).id(),
                    Map.of(
                            "IsRecurrence2Exclusion",
                            true,
                            "StartDateTime",
                            MONDAY.minusDays(2).toInstant()));
        }
        write(new Write.Delete(written.id(), read(written.id().value()).version()));
        events.undelete(written.id().value());

        assertThat(acme.live(ItemKind.EVENT)).hasSize(isBegun ? 2 : 1);
        assertUnreadable(written.id(), "no occurrence of the series is there");
    }

    @Test
    @DisplayName("S15: a series whose rule gives no day is told as unreadable, and the others are read")
    void survivesRulesWithoutADay() {
        ItemId dayless = new ItemId(made(MONDAY, DAYLESS, Map.of()));
        made(MONDAY, DAYLESS, Map.of("GroupEventType", "0", "Recurrence2PatternStartDate", MONDAY.toInstant()));
        ItemId other = new ItemId(made());

        assertThat(occurrences()).hasSize(6);
        assertUnreadable(dayless, "gives no day");
        assertThat(endpoint.changes(null).changes()).extracting(Change::id).contains(other);
    }

    private void assertUnreadable(ItemId id, String reason) {
        assertThat(endpoint.read(List.of(id)))
                .singleElement()
                .isInstanceOfSatisfying(
                        ReadOutcome.Unreadable.class,
                        unreadable -> assertThat(unreadable.toString()).contains(reason));
    }

    @Test
    @DisplayName("S6: a series with occurrences of its own is made whole, or is nobody's record")
    void createsWholeSeries() {
        acme.salesforce
                .faults()
                .next(request -> request.path().endsWith("/composite"))
                .loseRequest();
        WriteOutcome half = write(new Write.Create(new CorrelationTag("v1/1"), "1", own()));

        assertThat(half).isNotInstanceOf(WriteOutcome.Written.class);
        assertThat(acme.live(ItemKind.EVENT)).hasSize(6);
        assertThat(endpoint.changes(null).changes()).isEmpty();
        assertThat(endpoint.find(List.of(new CorrelationTag("v1/1")))).isEmpty();

        WriteOutcome.Written whole =
                (WriteOutcome.Written) write(new Write.Create(new CorrelationTag("v1/2"), "1", own()));
        assertThat(read(whole.id().value()).item()).isEqualTo(own());
        assertThat(acme.live(ItemKind.EVENT)).hasSize(5);
    }

    @Test
    @DisplayName("S6: an edit of a series is done whole or not at all")
    void editsWholeSeries() {
        WriteOutcome.Written written = create(own());
        Item before = read(written.id().value()).item();
        String last = occurrences().get(3).id();
        acme.salesforce.organization().rules("Event").lock(last, 1);
        Map<Field<?>, @Nullable Object> change = new HashMap<>();
        change.put(EventFields.SUBJECT, "Sitting");
        change.put(EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.of(start(2), start(4)));

        WriteOutcome locked = write(new Write.Update(written.id(), written.version(), change));

        assertThat(locked).isInstanceOf(WriteOutcome.Deferred.class);
        assertThat(read(written.id().value()).item()).isEqualTo(before);
        assertThat(write(new Write.Update(written.id(), written.version(), change)))
                .isInstanceOf(WriteOutcome.Written.class);
        Item.Builder after = before.toBuilder();
        change.forEach(after::put);
        assertThat(read(written.id().value()).item()).isEqualTo(after.build());
    }

    @Test
    @DisplayName("S6: a text that Salesforce would take for a part of an earlier answer is written as it is")
    void writesTextsLikeReferences() {
        String id = create(weekly().build()).id().value();

        assertThat(update(id, EventFields.SUBJECT, "Dear @{contact.name}")).isInstanceOf(WriteOutcome.Written.class);
        assertThat(read(id).item().get(EventFields.SUBJECT)).contains("Dear @{contact.name}");
    }

    @Test
    @DisplayName("S6: a series with such a text and occurrences of its own is made whole")
    void createsSeriesOfTextsLikeReferences() {
        Item item = own().toBuilder().set(EventFields.SUBJECT, "For @{all.of}").build();

        assertThat(read(create(item).id().value()).item()).isEqualTo(item);
    }

    @Test
    @DisplayName(
            "S6: where such a text is one of several steps, the edit is refused with the reason, and nothing is done")
    void refusesTextsLikeReferencesAmongSteps() {
        OccurrenceExceptions exceptions = OccurrenceExceptions.of(
                start(1), Item.event().set(EventFields.LOCATION, "@{a.b}").build());
        assertRefused(write(new Write.Create(
                new CorrelationTag("v1/1"),
                "1",
                own().toBuilder().set(EventFields.EXCEPTIONS, exceptions).build())));
        assertThat(acme.live(ItemKind.EVENT)).isEmpty();

        WriteOutcome.Written written = create(own());
        Item before = read(written.id().value()).item();
        Map<Field<?>, @Nullable Object> change = new HashMap<>();
        change.put(EventFields.SUBJECT, "Dear @{contact.name}");
        change.put(EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.of(start(2), start(4)));
        assertRefused(write(new Write.Update(written.id(), written.version(), change)));
        assertThat(read(written.id().value()).item()).isEqualTo(before);
    }

    @Test
    @DisplayName("F8: a series' edit that an organization refuses as locked is told as that, and is nobody's refusal")
    void tellsOfALockedOrganization() {
        WriteOutcome.Written written = create(own());
        acme.salesforce
                .faults()
                .next(request -> request.path().endsWith("/composite"))
                .answer(
                        200,
                        "application/json",
                        "{\"compositeResponse\":[" + part("PROCESSING_HALTED") + "," + part("ORG_LOCKED") + "]}");

        assertThatThrownBy(() -> write(new Write.Delete(written.id(), written.version())))
                .isInstanceOf(AccessBlockedException.class)
                .hasMessageContaining("ORG_LOCKED");
    }

    private static String part(String code) {
        return "{\"httpStatusCode\":403,\"body\":[{\"errorCode\":\"" + code + "\",\"message\":\"no\"}]}";
    }

    private static void assertRefused(WriteOutcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(WriteOutcome.Rejected.class, refused -> {
            assertThat(refused.permanent()).isTrue();
            assertThat(refused.message()).contains("@{").doesNotContain("contact");
        });
    }

    @Test
    @DisplayName("S6: a deleted series takes its occurrences with it, into the recycle bin")
    void deletesWholeSeries() {
        WriteOutcome.Written written = create(own());

        assertThat(write(new Write.Delete(written.id(), written.version()))).isInstanceOf(WriteOutcome.Written.class);
        assertThat(acme.live(ItemKind.EVENT)).isEmpty();
    }

    @Test
    @DisplayName("S6: what the API cannot write is refused with the reason, and nothing is done")
    void refusesWhatCannotBeWritten() {
        WriteOutcome.Written written = create(own());
        String id = written.id().value();
        Item before = read(id).item();

        assertThat(update(id, EventFields.CANCELLED_OCCURRENCES, null)).isInstanceOf(WriteOutcome.Rejected.class);
        assertThat(update(id, EventFields.RECURRENCE, null)).isInstanceOf(WriteOutcome.Rejected.class);
        assertThat(update(id, EventFields.TIME, new EventTime.Timed(MONDAY.plusHours(1), MONDAY.plusHours(2))))
                .isInstanceOf(WriteOutcome.Rejected.class);
        assertThat(read(id).item()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"endless", "of another zone", "begun besides its rule", "moved across another"})
    @DisplayName("S6: a series that the API cannot hold is named beforehand")
    void namesWhatCannotBeHeld(String which) {
        ZonedDateTime newYork = MONDAY.withZoneSameInstant(ZoneId.of("America/New_York"));
        ZonedDateTime near = MONDAY.plusWeeks(2).plusHours(2);
        Item item = switch (which) {
            case "endless" -> weekly(new Recurrence.End.Never()).build();
            case "of another zone" ->
                weekly().set(EventFields.TIME, new EventTime.Timed(newYork, newYork.plusHours(1)))
                        .build();
            case "begun besides its rule" ->
                weekly().set(EventFields.RECURRENCE, Recurrence.parse("FREQ=WEEKLY;BYDAY=TU;COUNT=3"))
                        .build();
            default ->
                weekly().set(EventFields.CANCELLED_OCCURRENCES, CancelledOccurrences.of(start(2)))
                        .set(
                                EventFields.EXCEPTIONS,
                                OccurrenceExceptions.of(
                                        start(1),
                                        Item.event()
                                                .set(EventFields.TIME, new EventTime.Timed(near, near.plusHours(1)))
                                                .build()))
                        .build();
        };

        assertThat(endpoint.cannotExpress(item)).isPresent();
        assertThat(endpoint.cannotExpress(own())).isEmpty();
    }
}
