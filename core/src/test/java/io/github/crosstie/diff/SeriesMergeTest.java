package io.github.crosstie.diff;

import static io.github.crosstie.item.EventFields.BODY;
import static io.github.crosstie.item.EventFields.CANCELLED_OCCURRENCES;
import static io.github.crosstie.item.EventFields.EXCEPTIONS;
import static io.github.crosstie.item.EventFields.LOCATION;
import static io.github.crosstie.item.EventFields.RECURRENCE;
import static io.github.crosstie.item.EventFields.SUBJECT;
import static io.github.crosstie.item.EventFields.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Projection;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Expansion;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.RecurrenceExpander;
import io.github.crosstie.item.Side;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeriesMergeTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 7, 6);
    private static final OriginalStart FIRST = new OriginalStart.OnDay(MONDAY);
    private static final OriginalStart SECOND = new OriginalStart.OnDay(MONDAY.plusWeeks(1));
    private static final OriginalStart TUESDAY = new OriginalStart.OnDay(MONDAY.plusDays(1));
    private static final Item HALL = Item.event().set(LOCATION, "Hall").build();
    private static final Item ATTIC = Item.event().set(LOCATION, "Attic").build();
    private static final Item SERIES = Item.event()
            .set(SUBJECT, "Review")
            .set(TIME, new EventTime.AllDay(MONDAY, MONDAY.plusDays(1)))
            .set(RECURRENCE, Recurrence.weekly(DayOfWeek.MONDAY))
            .build();

    /** Knows the rules of these tests: weekly on the day of the week that the rule names. */
    private static final RecurrenceExpander WEEKLY = (first, rule, from, to, most) -> {
        LocalDate day = from.toLocalDate();
        boolean isOne = rule.byDay().stream().anyMatch(by -> by.day() == day.getDayOfWeek())
                && !day.isBefore(((EventTime.AllDay) first).firstDay());
        return new Expansion(
                isOne ? List.of(new EventTime.AllDay(day, day.plus(1, ChronoUnit.DAYS))) : List.of(), true);
    };

    private static Item with(Item item, UnaryOperator<Item.Builder> change) {
        return change.apply(item.toBuilder()).build();
    }

    private static Item excepted(Item series, OriginalStart start, Item changed) {
        OccurrenceExceptions before = series.get(EXCEPTIONS).orElse(OccurrenceExceptions.NONE);
        return with(series, item -> item.set(EXCEPTIONS, before.with(start, OccurrenceException.of(changed))));
    }

    private static Item cancelled(Item series, OriginalStart start) {
        CancelledOccurrences before = series.get(CANCELLED_OCCURRENCES).orElse(CancelledOccurrences.NONE);
        return with(series, item -> item.set(CANCELLED_OCCURRENCES, before.with(start)));
    }

    private static List<FieldRule> rules(SyncDirection direction) {
        return EventFields.STANDARD.stream()
                .map(field -> new FieldRule(field, field, direction))
                .toList();
    }

    private static MergeResult merge(Item base, Item crm, Item mail, Side winner) {
        return ThreeWayMerge.of(rules(SyncDirection.BOTH), Projection.FAITHFUL, Projection.FAITHFUL, WEEKLY)
                .merge(new Views(base, base), new Views(crm, mail), winner);
    }

    private static Item after(Item item, List<FieldChange> changes) {
        Item.Builder after = item.toBuilder();
        changes.forEach(change -> after.put(change.field(), change.to()));
        return after.build();
    }

    @Test
    @DisplayName("S6: two sides edit two occurrences: both survive")
    void mergesDifferentOccurrences() {
        Item crm = excepted(SERIES, FIRST, HALL);
        Item mail = excepted(SERIES, SECOND, ATTIC);

        MergeResult result = merge(SERIES, crm, mail, Side.CRM);

        Item both = excepted(crm, SECOND, ATTIC);
        assertThat(after(crm, result.toCrm())).isEqualTo(both);
        assertThat(after(mail, result.toMail())).isEqualTo(both);
        assertThat(result.conflicts()).isEmpty();
    }

    @Test
    @DisplayName("S6: two sides edit two fields of one occurrence: both survive")
    void mergesFieldsOfOneOccurrence() {
        Item crm = excepted(SERIES, FIRST, HALL);
        Item mail =
                excepted(SERIES, FIRST, Item.event().set(BODY, "Bring slides").build());

        MergeResult result = merge(SERIES, crm, mail, Side.CRM);

        Item both = excepted(SERIES, FIRST, with(HALL, item -> item.set(BODY, "Bring slides")));
        assertThat(after(crm, result.toCrm())).isEqualTo(both);
        assertThat(after(mail, result.toMail())).isEqualTo(both);
        assertThat(result.conflicts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("S3: one field of one occurrence, edited on both sides, goes by the winner; the loser is told by name")
    void resolvesOneField(Side winner) {
        Item crm = excepted(SERIES, FIRST, HALL);
        Item mail = excepted(SERIES, FIRST, ATTIC);

        MergeResult result = merge(SERIES, crm, mail, winner);

        Item expected = winner == Side.CRM ? crm : mail;
        Item lost = winner == Side.CRM ? ATTIC : HALL;
        assertThat(after(crm, result.toCrm())).isEqualTo(expected);
        assertThat(after(mail, result.toMail())).isEqualTo(expected);
        assertThat(result.conflicts())
                .containsExactly(new FieldConflict(
                        winner.other(),
                        EXCEPTIONS,
                        OccurrenceExceptions.of(FIRST, lost),
                        OccurrenceExceptions.of(FIRST, winner == Side.CRM ? HALL : ATTIC),
                        null));
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("S6: cancelled occurrences merge like a set, by additions and removals")
    void mergesCancellations(Side winner) {
        Item base = cancelled(SERIES, FIRST);
        Item crm = cancelled(base, SECOND);
        Item mail = SERIES;

        MergeResult result = merge(base, crm, mail, winner);

        Item expected = cancelled(SERIES, SECOND);
        assertThat(after(crm, result.toCrm())).isEqualTo(expected);
        assertThat(after(mail, result.toMail())).isEqualTo(expected);
        assertThat(result.conflicts()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("S3: an exception against a cancellation goes by the winner; the loser is told")
    void resolvesExceptionAgainstCancellation(Side winner) {
        Item crm = excepted(SERIES, FIRST, HALL);
        Item mail = cancelled(SERIES, FIRST);

        MergeResult result = merge(SERIES, crm, mail, winner);

        Item expected = winner == Side.CRM ? crm : mail;
        assertThat(after(crm, result.toCrm())).isEqualTo(expected);
        assertThat(after(mail, result.toMail())).isEqualTo(expected);
        assertThat(result.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.loser()).isEqualTo(winner.other());
            assertThat(conflict.field()).isEqualTo(winner == Side.CRM ? CANCELLED_OCCURRENCES : EXCEPTIONS);
            assertThat(conflict.lost())
                    .isEqualTo(
                            winner == Side.CRM ? CancelledOccurrences.of(FIRST) : OccurrenceExceptions.of(FIRST, HALL));
        });
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("S3: an exception edited on one side and undone on the other: the edit wins, whoever is the winner")
    void changeBeatsUndoing(Side winner) {
        Item base = excepted(SERIES, FIRST, HALL);
        Item crm = SERIES;
        Item mail = excepted(SERIES, FIRST, ATTIC);

        MergeResult result = merge(base, crm, mail, winner);

        assertThat(after(crm, result.toCrm())).isEqualTo(mail);
        assertThat(result.toMail()).isEmpty();
    }

    @Test
    @DisplayName("S6: an exception that is undone on one side is undone on the other")
    void undoes() {
        Item base = excepted(SERIES, FIRST, HALL);

        MergeResult result = merge(base, SERIES, base, Side.MAIL);

        assertThat(after(base, result.toMail())).isEqualTo(SERIES);
        assertThat(result.toCrm()).isEmpty();
    }

    @Test
    @DisplayName("S6: a field that an occurrence clears stays cleared there, and is inherited again when it is undone")
    void clearsAFieldOfOneOccurrence() {
        Item series = with(SERIES, item -> item.set(LOCATION, "Hall"));
        OccurrenceException nowhere =
                OccurrenceException.of(Item.event().build()).with(LOCATION, null);
        Item crm = with(series, item -> item.set(EXCEPTIONS, OccurrenceExceptions.NONE.with(FIRST, nowhere)));

        MergeResult result = merge(series, crm, series, Side.CRM);

        assertThat(after(series, result.toMail())).isEqualTo(crm);
        assertThat(merge(crm, series, crm, Side.CRM).toMail()).hasSize(1);
    }

    @Test
    @DisplayName(
            "S6: a changed rule drops exceptions and cancellations that are no occurrences any more, and tells them")
    void dropsWhatIsNoOccurrence() {
        Item base = cancelled(excepted(excepted(SERIES, FIRST, HALL), TUESDAY, ATTIC), SECOND);
        Item crm = with(base, item -> item.set(RECURRENCE, Recurrence.weekly(DayOfWeek.TUESDAY)));

        MergeResult result = merge(base, crm, base, Side.CRM);

        Item mail = after(base, result.toMail());
        assertThat(mail.get(EXCEPTIONS)).contains(OccurrenceExceptions.of(TUESDAY, ATTIC));
        assertThat(mail.get(CANCELLED_OCCURRENCES)).isEmpty();
        assertThat(result.toCrm())
                .as("whoever changed the rule keeps what they have")
                .isEmpty();
        assertThat(result.conflicts())
                .extracting(FieldConflict::loser, FieldConflict::lost)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Side.MAIL, OccurrenceExceptions.of(FIRST, HALL)),
                        org.assertj.core.groups.Tuple.tuple(Side.MAIL, CancelledOccurrences.of(SECOND)));
    }

    @Test
    @DisplayName(
            "S6: a side that dropped its exceptions with the old rule takes them along on the other, and that is told")
    void tellsWhatGoesWithTheRule() {
        Item base = excepted(SERIES, FIRST, HALL);
        Item mail = with(SERIES, item -> item.set(RECURRENCE, Recurrence.weekly(DayOfWeek.TUESDAY)));

        MergeResult result = merge(base, base, mail, Side.CRM);

        assertThat(after(base, result.toCrm())).isEqualTo(mail);
        assertThat(result.conflicts())
                .extracting(FieldConflict::lost)
                .containsExactly(OccurrenceExceptions.of(FIRST, HALL));
    }

    @Test
    @DisplayName(
            "S6: an exception that meets a changed rule of the other side is dropped if it is no occurrence, and told")
    void tellsAnEditThatMeetsANewRule() {
        Item crm = with(SERIES, item -> item.set(RECURRENCE, Recurrence.weekly(DayOfWeek.TUESDAY)));
        Item mail = excepted(SERIES, FIRST, HALL);

        MergeResult result = merge(SERIES, crm, mail, Side.CRM);

        assertThat(after(mail, result.toMail())).isEqualTo(crm);
        assertThat(result.conflicts()).extracting(FieldConflict::lost).contains(OccurrenceExceptions.of(FIRST, HALL));
    }

    @Test
    @DisplayName("S6: a series that becomes a single event drops its exceptions on the other side, and tells them")
    void becomesASingleEvent() {
        Item base = excepted(SERIES, FIRST, HALL);
        Item crm = with(SERIES, item -> item.clear(RECURRENCE));

        MergeResult result = merge(base, crm, base, Side.CRM);

        assertThat(after(base, result.toMail())).isEqualTo(crm);
        assertThat(result.conflicts()).hasSize(1);
    }

    @Test
    @DisplayName("S6: without knowledge of occurrences a changed rule drops none")
    void dropsNothingUnknown() {
        Item base = excepted(SERIES, FIRST, HALL);
        Item crm = with(base, item -> item.set(RECURRENCE, Recurrence.weekly(DayOfWeek.TUESDAY)));

        MergeResult result = ThreeWayMerge.of(rules(SyncDirection.BOTH), Projection.FAITHFUL, Projection.FAITHFUL)
                .merge(new Views(base, base), new Views(crm, base), Side.CRM);

        assertThat(after(base, result.toMail())).isEqualTo(crm);
    }

    @Test
    @DisplayName("S1: fields of occurrences keep the names and the directions that the mappings give them")
    void mapsFieldsOfOccurrences() {
        Field<String> place = Field.text(ItemKind.EVENT, "place");
        Field<OccurrenceExceptions> deviations =
                new Field<>(ItemKind.EVENT, "deviations", FieldType.OCCURRENCE_EXCEPTIONS);
        ThreeWayMerge merge = ThreeWayMerge.of(
                List.of(
                        new FieldRule(place, LOCATION, SyncDirection.BOTH),
                        new FieldRule(BODY, BODY, SyncDirection.MAIL_TO_CRM),
                        new FieldRule(deviations, EXCEPTIONS, SyncDirection.BOTH)),
                Projection.FAITHFUL,
                Projection.FAITHFUL);
        Item crm = Item.event()
                .set(
                        deviations,
                        OccurrenceExceptions.of(
                                FIRST,
                                Item.event()
                                        .set(place, "Hall")
                                        .set(BODY, "Internal")
                                        .build()))
                .build();
        Item none = Item.event().build();

        MergeResult result = merge.merge(Views.empty(ItemKind.EVENT), new Views(crm, none), Side.CRM);

        assertThat(after(none, result.toMail()).get(EXCEPTIONS)).contains(OccurrenceExceptions.of(FIRST, HALL));
        assertThat(merge.carriedTo(Side.MAIL, crm).get(EXCEPTIONS)).contains(OccurrenceExceptions.of(FIRST, HALL));
        assertThat(merge.merge(result.bases(), new Views(crm, after(none, result.toMail())), Side.CRM)
                        .toMail())
                .isEmpty();
    }

    @Test
    @DisplayName("S4: what a side cuts in a series it cuts in an occurrence; its short form degrades nothing")
    void projectsFieldsOfOccurrences() {
        Projection cutting = (field, value) -> value instanceof String text ? text.substring(0, 1) : value;
        ThreeWayMerge merge = ThreeWayMerge.of(rules(SyncDirection.BOTH), Projection.FAITHFUL, cutting);
        Item crm = excepted(SERIES, FIRST, HALL);
        Item mail = merge.projected(Side.MAIL, crm);

        MergeResult result = merge.merge(Views.empty(ItemKind.EVENT), new Views(crm, mail), Side.MAIL);

        assertThat(mail.get(EXCEPTIONS)
                        .orElseThrow()
                        .get(FIRST)
                        .orElseThrow()
                        .changed()
                        .get(LOCATION))
                .contains("H");
        assertThat(Stream.concat(result.toCrm().stream(), result.toMail().stream()))
                .isEmpty();
    }

    @Test
    @DisplayName("S6: an occurrence that is cancelled and excepted counts as cancelled, and is left as it is")
    void leavesBothAsTheyAre() {
        Item both = cancelled(excepted(SERIES, FIRST, HALL), FIRST);

        MergeResult result = merge(SERIES, both, cancelled(SERIES, FIRST), Side.MAIL);

        assertThat(result.toCrm()).isEmpty();
        assertThat(result.toMail()).isEmpty();
    }

    @Test
    @DisplayName("S4: fields of an occurrence that do not flow stay, whatever becomes of the others, and are no edits")
    void keepsHiddenFieldsOfOccurrences() {
        ThreeWayMerge merge = ThreeWayMerge.of(
                EventFields.STANDARD.stream()
                        .map(field -> new FieldRule(
                                field, field, field.equals(BODY) ? SyncDirection.OFF : SyncDirection.BOTH))
                        .toList(),
                Projection.FAITHFUL,
                Projection.FAITHFUL);
        Item notes = Item.event().set(BODY, "Internal").build();
        Item base = excepted(SERIES, FIRST, HALL);
        Item mail = excepted(SERIES, FIRST, with(HALL, item -> item.set(BODY, "Internal")));

        MergeResult undone = merge.merge(new Views(base, base), new Views(SERIES, mail), Side.CRM);
        MergeResult moved =
                merge.merge(new Views(base, base), new Views(excepted(SERIES, FIRST, ATTIC), mail), Side.CRM);

        assertThat(after(mail, undone.toMail())).isEqualTo(excepted(SERIES, FIRST, notes));
        assertThat(undone.bases().mail()).isEqualTo(SERIES);
        assertThat(after(mail, moved.toMail()))
                .isEqualTo(excepted(SERIES, FIRST, with(ATTIC, item -> item.set(BODY, "Internal"))));
        assertThat(merge.edited(Side.MAIL, base, mail)).isEmpty();
    }
}
