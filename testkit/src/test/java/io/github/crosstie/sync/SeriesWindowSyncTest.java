package io.github.crosstie.sync;

import static io.github.crosstie.item.EventFields.CANCELLED_OCCURRENCES;
import static io.github.crosstie.item.EventFields.EXCEPTIONS;
import static io.github.crosstie.item.EventFields.RECURRENCE;
import static io.github.crosstie.item.EventFields.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.configuration.EventSettings;
import io.github.crosstie.configuration.EventWindow;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.RecurrenceExpander;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A series is in the window if one of its occurrences is (S23). */
class SeriesWindowSyncTest {

    private final Enrollment user = Enrollment.events();
    private final ZonedDateTime now = ZonedDateTime.now(user.clock);

    @BeforeEach
    void knowOccurrences() {
        user.recurrences = WeeklyExpander.INSTANCE;
    }

    private Item.Builder weekly(ZonedDateTime start, Recurrence rule) {
        return Items.meeting("Review", start, Duration.ofHours(1)).set(RECURRENCE, rule);
    }

    private static Recurrence times(int count) {
        return Recurrence.builder(Recurrence.Frequency.WEEKLY).count(count).build();
    }

    private void assertIn(Item series) {
        user.crm.create(series);
        user.run();
        assertThat(user.mail.items()).hasSize(1);
    }

    private void assertOut(Item series) {
        user.crm.create(series);
        RoundReport report = user.run();
        assertThat(user.mail.items()).isEmpty();
        assertThat(report.outcomes()).extracting(Outcome::code).containsExactly(OutcomeCode.FILTERED_OUT);
    }

    @Test
    @DisplayName("S23: a series that began years ago and goes on is in the window")
    void goesOn() {
        assertIn(weekly(now.minusYears(3), Recurrence.weekly()).build());
    }

    @Test
    @DisplayName("S23: a series whose last occurrence is before the window is out of it")
    void isOver() {
        assertOut(weekly(now.minusYears(3), times(20)).build());
    }

    @Test
    @DisplayName("S23: a series with its only occurrence in the window cancelled is out of it")
    void isCancelled() {
        ZonedDateTime start = now.minusWeeks(8);

        assertOut(weekly(start, times(5))
                .set(CANCELLED_OCCURRENCES, CancelledOccurrences.of(new OriginalStart.At(start.plusWeeks(4))))
                .build());
    }

    @Test
    @DisplayName("S23: an occurrence counts at the time to which it was moved")
    void isMovedIn() {
        ZonedDateTime start = now.minusYears(3);
        Item today = Item.event()
                .set(TIME, new EventTime.Timed(now, now.plusHours(1)))
                .build();

        assertIn(weekly(start, times(5))
                .set(EXCEPTIONS, OccurrenceExceptions.of(new OriginalStart.At(start), today))
                .build());
    }

    @Test
    @DisplayName("S23: an occurrence that was moved out of the window does not count where it was")
    void isMovedOut() {
        ZonedDateTime start = now.minusWeeks(8);
        OriginalStart last = new OriginalStart.At(start.plusWeeks(4));
        ZonedDateTime before = now.minusWeeks(9);
        Item moved = Item.event()
                .set(TIME, new EventTime.Timed(before, before.plusHours(1)))
                .build();

        assertOut(weekly(start, times(5))
                .set(EXCEPTIONS, OccurrenceExceptions.of(last, moved))
                .build());
    }

    @Test
    @DisplayName("S23: a series enters the window with its first occurrence")
    void entersTheWindow() {
        EventSettings events = user.configuration.events();
        user.configuration = user.configuration.toBuilder()
                .events(new EventSettings(
                        events.records(),
                        new EventWindow(30, 10),
                        events.privateEvents(),
                        events.invitations(),
                        events.attendeeLimit()))
                .build();
        assertOut(weekly(now.plusDays(12), Recurrence.weekly()).build());

        user.clock.advance(Duration.ofDays(2));
        user.run();

        assertThat(user.mail.items()).hasSize(1);
    }

    @Test
    @DisplayName("S23: without knowledge of occurrences a series counts as in the window unless it is certainly over")
    void isCautious() {
        user.recurrences = RecurrenceExpander.cautious();
        user.crm.create(weekly(now.minusYears(3), Recurrence.weekly()).build());
        user.crm.create(weekly(now.minusYears(3), times(20)).build());
        user.crm.create(weekly(now.plusYears(3), Recurrence.weekly()).build());

        user.run();

        assertThat(user.mail.items()).hasSize(1);
    }
}
