package io.github.crosstie.sync;

import static io.github.crosstie.item.EventFields.CANCELLED_OCCURRENCES;
import static io.github.crosstie.item.EventFields.EXCEPTIONS;
import static io.github.crosstie.item.EventFields.LOCATION;
import static io.github.crosstie.item.EventFields.RECURRENCE;
import static io.github.crosstie.item.EventFields.SUBJECT;
import static io.github.crosstie.item.EventFields.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.configuration.ConflictPolicy;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.report.PlanText;
import io.github.crosstie.testkit.Items;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Recurring series, with exceptions and cancelled occurrences, both ways (S6). */
class SeriesSyncTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Recurrence MONDAYS = Recurrence.weekly(DayOfWeek.MONDAY);
    private static final Item HALL = Item.event().set(LOCATION, "Hall").build();
    private static final Item ATTIC = Item.event().set(LOCATION, "Attic").build();

    private final Enrollment user = Enrollment.events();
    private final ZonedDateTime monday = ZonedDateTime.now(user.clock)
            .withZoneSameInstant(BERLIN)
            .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
            .withHour(9)
            .withMinute(0)
            .withSecond(0)
            .withNano(0);

    private Item.Builder series() {
        return Items.meeting("Review", monday, Duration.ofHours(1)).set(RECURRENCE, MONDAYS);
    }

    private OriginalStart week(int number) {
        return new OriginalStart.At(monday.plusWeeks(number));
    }

    private OccurrenceExceptions exceptions() {
        return OccurrenceExceptions.of(week(1), HALL)
                .with(
                        week(2),
                        OccurrenceException.of(Item.event()
                                .set(
                                        TIME,
                                        new EventTime.Timed(
                                                monday.plusWeeks(2).plusHours(2),
                                                monday.plusWeeks(2).plusHours(3)))
                                .build()));
    }

    private Item.Builder fullSeries() {
        return series().set(EXCEPTIONS, exceptions()).set(CANCELLED_OCCURRENCES, CancelledOccurrences.of(week(3)));
    }

    private static ItemId only(Enrollment user, Side side) {
        return user.on(side).items().keySet().iterator().next();
    }

    private Item item(Side side) {
        return user.on(side).items().values().iterator().next();
    }

    private void excepted(Side side, OriginalStart start, Item changed) {
        user.on(side).edit(only(user, side), event -> {
            OccurrenceExceptions before = event.build().get(EXCEPTIONS).orElse(OccurrenceExceptions.NONE);
            return event.set(EXCEPTIONS, before.with(start, OccurrenceException.of(changed)));
        });
    }

    private void cancelled(Side side, OriginalStart start) {
        user.on(side).edit(only(user, side), event -> {
            CancelledOccurrences before =
                    event.build().get(CANCELLED_OCCURRENCES).orElse(CancelledOccurrences.NONE);
            return event.set(CANCELLED_OCCURRENCES, before.with(start));
        });
    }

    private void linked(Item series) {
        user.crm.create(series);
        user.run();
        assertThat(user.mail.items()).hasSize(1);
    }

    private void assertSilent() {
        assertThat(user.run().writes()).as("writes of one more round").isZero();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName(
            "S6: a series with exceptions and a cancelled occurrence is created whole on the other side, as one item")
    void creates(Side side) {
        user.on(side).create(fullSeries().build());

        user.run();

        assertThat(user.on(side.other()).items().values())
                .containsExactly(fullSeries().build());
        assertSilent();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("S6: a changed rule flows, both ways")
    void changesTheRule(Side side) {
        linked(fullSeries().build());
        Recurrence fortnightly = MONDAYS.toBuilder().interval(2).build();

        user.on(side).edit(only(user, side), event -> event.set(RECURRENCE, fortnightly));
        user.run();

        assertThat(item(side.other()).get(RECURRENCE)).contains(fortnightly);
        assertSilent();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName(
            "S6, S11: a series that goes on is deleted with its counterpart, though its first occurrence is long past")
    void deletes(Side side) {
        user.recurrences = WeeklyExpander.INSTANCE;
        user.settings(change -> change.deletions(Side.MAIL, DeletePolicy.PROPAGATE));
        ZonedDateTime start = monday.minusWeeks(60);
        user.crm.create(Items.meeting("Other", monday, Duration.ofHours(1)).build());
        linkedBeside(Items.meeting("Old", start, Duration.ofHours(1))
                .set(RECURRENCE, MONDAYS)
                .build());

        user.on(side).delete(last(side));
        user.run();

        assertThat(user.on(side.other()).items()).hasSize(1);
    }

    @Test
    @DisplayName("S6, S11: a series whose last occurrence is cancelled is past, and stays")
    void detachesPastSeries() {
        user.recurrences = WeeklyExpander.INSTANCE;
        ZonedDateTime start = monday.minusWeeks(2);
        OriginalStart next = new OriginalStart.At(monday);
        user.crm.create(Items.meeting("Other", monday, Duration.ofHours(1)).build());
        linkedBeside(Items.meeting("Old", start, Duration.ofHours(1))
                .set(RECURRENCE, MONDAYS.toBuilder().count(3).build())
                .set(CANCELLED_OCCURRENCES, CancelledOccurrences.of(next))
                .build());

        user.crm.delete(last(Side.CRM));
        user.run();

        assertThat(user.mail.items()).hasSize(2);
    }

    private void linkedBeside(Item series) {
        user.crm.create(series);
        user.run();
        assertThat(user.mail.items()).hasSize(2);
    }

    private ItemId last(Side side) {
        List<ItemId> ids = user.on(side).records().stream()
                .filter(record ->
                        record.item().get(SUBJECT).filter("Old"::equals).isPresent())
                .map(record -> record.id())
                .toList();
        return ids.get(0);
    }

    @Test
    @DisplayName("S6: one exception edited on each side: both sides get both")
    void mergesExceptions() {
        linked(fullSeries().build());

        excepted(Side.CRM, week(1), ATTIC);
        excepted(Side.MAIL, week(4), HALL);
        RoundReport report = user.run();

        Item expected = fullSeries()
                .set(
                        EXCEPTIONS,
                        exceptions()
                                .with(week(1), OccurrenceException.of(ATTIC))
                                .with(week(4), OccurrenceException.of(HALL)))
                .build();
        assertThat(item(Side.CRM)).isEqualTo(expected);
        assertThat(item(Side.MAIL)).isEqualTo(expected);
        assertThat(report.outcomes()).extracting(Outcome::code).doesNotContain(OutcomeCode.CONFLICT_RESOLVED);
        assertSilent();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("S6: an occurrence cancelled on one side, the subject of the series edited on the other")
    void mergesCancellationAndSubject(Side side) {
        linked(series().build());

        cancelled(side, week(2));
        user.on(side.other()).edit(only(user, side.other()), event -> event.set(SUBJECT, "Long review"));
        user.run();

        Item expected = series().set(SUBJECT, "Long review")
                .set(CANCELLED_OCCURRENCES, CancelledOccurrences.of(week(2)))
                .build();
        assertThat(item(Side.CRM)).isEqualTo(expected);
        assertThat(item(Side.MAIL)).isEqualTo(expected);
        assertSilent();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName(
            "S3, S6: an occurrence changed on one side and cancelled on the other goes by the policy; the loser is kept")
    void journalsTheLoser(Side winner) {
        user.settings(
                change -> change.conflicts(winner == Side.CRM ? ConflictPolicy.CRM_WINS : ConflictPolicy.MAIL_WINS));
        linked(series().build());

        excepted(Side.CRM, week(1), HALL);
        cancelled(Side.MAIL, week(1));
        RoundReport report = user.run();

        assertThat(item(Side.MAIL)).isEqualTo(item(Side.CRM));
        assertThat(item(Side.CRM).get(EXCEPTIONS).isPresent()).isEqualTo(winner == Side.CRM);
        assertThat(user.memory.journal(user.key))
                .extracting(entry -> entry.conflict().lost())
                .containsExactly(
                        winner == Side.CRM ? CancelledOccurrences.of(week(1)) : OccurrenceExceptions.of(week(1), HALL));
        assertThat(report.outcomes()).extracting(Outcome::code).contains(OutcomeCode.CONFLICT_RESOLVED);
        assertSilent();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("S5, S6: an all-day series stays all-day, and its occurrences are meant by date")
    void keepsAllDaySeries(Side side) {
        LocalDate day = monday.toLocalDate();
        OriginalStart next = new OriginalStart.OnDay(day.plusWeeks(1));
        Item allDay = Items.allDay("Market", day, 1)
                .set(RECURRENCE, MONDAYS)
                .set(EXCEPTIONS, OccurrenceExceptions.of(next, HALL))
                .build();
        user.on(side).create(allDay);
        user.run();

        cancelled(side.other(), new OriginalStart.OnDay(day.plusWeeks(2)));
        user.run();

        assertThat(item(side))
                .isEqualTo(allDay.toBuilder()
                        .set(CANCELLED_OCCURRENCES, CancelledOccurrences.of(new OriginalStart.OnDay(day.plusWeeks(2))))
                        .build());
        assertSilent();
    }

    @Test
    @DisplayName("S5, S6: a side that tells original starts in UTC changes nothing by that")
    void comparesOriginalStartsAsInstants() {
        linked(fullSeries().build());
        OriginalStart inUtc = new OriginalStart.At(monday.plusWeeks(3).withZoneSameInstant(ZoneOffset.UTC));

        user.mail.edit(
                only(user, Side.MAIL),
                event -> event.set(CANCELLED_OCCURRENCES, CancelledOccurrences.of(inUtc))
                        .set(LOCATION, "Kitchen"));
        RoundReport report = user.run();

        assertThat(report.writes()).isEqualTo(1);
        assertThat(item(Side.CRM)
                        .get(CANCELLED_OCCURRENCES)
                        .orElseThrow()
                        .starts()
                        .first()
                        .toString())
                .as("keeps its zone")
                .contains("Berlin");
        assertThat(((EventTime.Timed) item(Side.CRM).get(TIME).orElseThrow())
                        .start()
                        .getZone())
                .isEqualTo(BERLIN);
    }

    @Test
    @DisplayName(
            "S6: exceptions that a new rule leaves without an occurrence are dropped on the other side, into the journal")
    void dropsExceptionsOfTheOldRule() {
        user.recurrences = WeeklyExpander.INSTANCE;
        linked(fullSeries().build());

        user.mail.edit(
                only(user, Side.MAIL),
                event -> event.set(RECURRENCE, MONDAYS.toBuilder().interval(2).build()));
        user.run();

        assertThat(item(Side.CRM).get(EXCEPTIONS).orElseThrow().byStart().keySet())
                .containsExactly(week(2));
        assertThat(item(Side.CRM).get(CANCELLED_OCCURRENCES)).isEmpty();
        assertThat(user.memory.journal(user.key))
                .extracting(entry -> entry.conflict().lost())
                .containsExactlyInAnyOrder(OccurrenceExceptions.of(week(1), HALL), CancelledOccurrences.of(week(3)));
        assertSilent();
    }

    @Test
    @DisplayName("S6, G1: a dry run tells rule, exceptions and cancelled occurrences in words; masked, none of them")
    void tellsThePlan() {
        user.crm.create(fullSeries().build());

        String text = PlanText.withValues(user.plan());
        String masked = PlanText.masked(user.plan());

        assertThat(text)
                .contains("\"every week on Monday\"")
                .contains(week(1) + ": location Hall; " + week(2) + ": time ")
                .contains('"' + week(3).toString() + '"');
        assertThat(masked).contains("recurrence").doesNotContain("Monday").doesNotContain("Hall");
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("G4, S6: a lost answer neither doubles a series nor loses what is edited on it since")
    void survivesALostCreation(Side side) {
        user.on(side).create(fullSeries().build());
        user.on(side.other()).faults().loseReplyOnce();
        user.run();

        excepted(side.other(), week(5), ATTIC);
        cancelled(side, week(6));
        user.run();

        Item expected = fullSeries()
                .set(EXCEPTIONS, exceptions().with(week(5), OccurrenceException.of(ATTIC)))
                .set(CANCELLED_OCCURRENCES, CancelledOccurrences.of(week(3), week(6)))
                .build();
        assertThat(user.crm.items().values()).containsExactly(expected);
        assertThat(user.mail.items().values()).containsExactly(expected);
        assertSilent();
    }

    @ParameterizedTest
    @EnumSource(Side.class)
    @DisplayName("G4, S6: after a lost answer to an update, a cancellation that is taken back stays taken back")
    void survivesALostUpdate(Side side) {
        linked(series().build());
        cancelled(side, week(1));
        user.on(side.other()).faults().loseReplyOnce();
        user.run();

        user.on(side).edit(only(user, side), event -> event.clear(CANCELLED_OCCURRENCES));
        excepted(side.other(), week(2), HALL);
        user.run();

        Item expected =
                series().set(EXCEPTIONS, OccurrenceExceptions.of(week(2), HALL)).build();
        assertThat(item(Side.CRM)).isEqualTo(expected);
        assertThat(item(Side.MAIL)).isEqualTo(expected);
        assertSilent();
    }

    @Test
    @DisplayName("S2: a single event never matches a series, nor is it written over one")
    void matchesNoSingleEvent() {
        user.crm.create(Items.meeting("Review", monday, Duration.ofHours(1)).build());
        user.mail.create(series().build());

        user.run();

        assertThat(user.crm.items()).hasSize(2);
        assertThat(user.mail.items()).hasSize(2);
        assertThat(user.mail.items().values().stream()
                        .filter(item -> item.get(RECURRENCE).isPresent()))
                .hasSize(1);
    }

    @Test
    @DisplayName("S2: of several series with one subject and time, those with the same rule are one")
    void prefersTheSameRule() {
        Recurrence fortnightly = MONDAYS.toBuilder().interval(2).build();
        user.crm.create(series().set(LOCATION, "Hall").build());
        user.crm.create(
                series().set(LOCATION, "Hall").set(RECURRENCE, fortnightly).build());
        user.mail.create(
                series().set(LOCATION, "Attic").set(RECURRENCE, fortnightly).build());
        user.mail.create(series().set(LOCATION, "Attic").build());

        user.run();

        assertThat(user.mail.items().values())
                .as("no rule was overwritten")
                .extracting(item -> item.get(RECURRENCE).orElseThrow())
                .containsExactly(fortnightly, MONDAYS);
    }

    @Test
    @DisplayName(
            "G5, S6: after a lost answer, an exception written and then taken back at its source does not come back by an edit beside it")
    void knowsItsOwnExceptionBesideAPersons() {
        linked(series().build());
        excepted(Side.CRM, week(1), HALL);
        user.mail.faults().loseReplyOnce();
        user.run();
        excepted(Side.MAIL, week(2), ATTIC);
        user.crm.edit(only(user, Side.CRM), event -> event.clear(EXCEPTIONS));

        user.run();

        OccurrenceExceptions left = OccurrenceExceptions.of(week(2), ATTIC);
        assertThat(item(Side.MAIL).get(EXCEPTIONS)).contains(left);
        assertThat(item(Side.CRM).get(EXCEPTIONS)).contains(left);
        assertSilent();
    }

    @Test
    @DisplayName(
            "G5, S6: after a lost answer, a cancellation taken back at its source does not come back by another one")
    void knowsItsOwnCancellationBesideAPersons() {
        linked(series().build());
        cancelled(Side.CRM, week(1));
        user.mail.faults().loseReplyOnce();
        user.run();
        cancelled(Side.MAIL, week(2));
        user.crm.edit(only(user, Side.CRM), event -> event.clear(CANCELLED_OCCURRENCES));

        user.run();

        assertThat(item(Side.MAIL).get(CANCELLED_OCCURRENCES)).contains(CancelledOccurrences.of(week(2)));
        assertThat(item(Side.CRM).get(CANCELLED_OCCURRENCES)).contains(CancelledOccurrences.of(week(2)));
        assertSilent();
    }
}
