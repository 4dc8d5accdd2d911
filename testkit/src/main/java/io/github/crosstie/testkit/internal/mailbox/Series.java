package io.github.crosstie.testkit.internal.mailbox;

import io.github.crosstie.testkit.internal.mailbox.StoredItem.StoredException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A series and its occurrences; wall clocks of its zone count, not hours. */
public final class Series {

    private final StoredItem master;
    private final RecurrenceRule rule;
    private final ZoneRules zone;
    private final LocalDateTime start;
    private final LocalDateTime end;

    private Series(StoredItem master, Tree recurrence) throws Refusal {
        this.master = master;
        rule = RecurrenceRule.of(recurrence);
        zone = EventRules.zone(master.properties);
        start = Times.local(Times.stored(master.properties.text("Start")), zone);
        end = Times.local(Times.stored(master.properties.text("End")), zone);
    }

    public static Series of(StoredItem master) throws Refusal {
        Tree recurrence = master.properties.element("Recurrence");
        if (recurrence == null) {
            throw new Refusal("ErrorItemNotFound", "The item is no longer a series.");
        }
        return new Series(master, recurrence);
    }

    /** The occurrence of a number, from 1. */
    public Occurrence byIndex(int index) throws Refusal {
        Iterator<LocalDate> dates = rule.dates().skip(Math.max(0, index - 1L)).iterator();
        if (index < 1 || !dates.hasNext()) {
            throw new Refusal(
                    "ErrorCalendarOccurrenceIndexIsOutOfRecurrenceRange",
                    "Occurrence with the specified index is out of the range of the recurrence.");
        }
        return alive(occurrence(dates.next(), index));
    }

    /** The occurrence of a date of the rule. */
    public Occurrence byDate(LocalDate date) throws Refusal {
        int index = 0;
        for (Iterator<LocalDate> dates = rule.dates().iterator(); dates.hasNext(); ) {
            LocalDate next = dates.next();
            index++;
            if (next.equals(date)) {
                return alive(occurrence(next, index));
            }
            if (next.isAfter(date)) {
                break;
            }
        }
        throw new Refusal("ErrorItemNotFound", "The series has no such occurrence.");
    }

    private static Occurrence alive(Occurrence occurrence) throws Refusal {
        if (occurrence.isDeleted()) {
            throw new Refusal(
                    "ErrorCalendarOccurrenceIsDeletedFromRecurrence",
                    "Occurrence with this index was previously deleted from the recurrence.");
        }
        return occurrence;
    }

    /** The occurrences that take place and touch a span of time. */
    public List<Occurrence> between(Instant from, Instant to) {
        List<Occurrence> found = new ArrayList<>();
        int index = 0;
        for (Iterator<LocalDate> dates = rule.dates().iterator(); dates.hasNext(); ) {
            Occurrence next = occurrence(dates.next(), ++index);
            // A moved occurrence never passes its neighbours, which are at most some days ahead of it.
            if (next.originalStart().isAfter(to.plus(400, ChronoUnit.DAYS))) {
                break;
            }
            if (!next.isDeleted() && !next.end().isBefore(from) && next.start().isBefore(to)) {
                found.add(next);
            }
        }
        return found;
    }

    /** The first occurrence that takes place; null if all were deleted. */
    public @Nullable Occurrence first() {
        return nth(occurrence -> !occurrence.isDeleted());
    }

    /** The last occurrence that takes place; null if the series has no end or all were deleted. */
    public @Nullable Occurrence last() {
        if (rule.endless()) {
            return null;
        }
        Occurrence last = null;
        int index = 0;
        for (Iterator<LocalDate> dates = rule.dates().iterator(); dates.hasNext(); ) {
            Occurrence next = occurrence(dates.next(), ++index);
            last = next.isDeleted() ? last : next;
        }
        return last;
    }

    private @Nullable Occurrence nth(Predicate<Occurrence> wanted) {
        int index = 0;
        for (Iterator<LocalDate> dates = rule.dates().iterator(); dates.hasNext() && index < 1000; ) {
            Occurrence next = occurrence(dates.next(), ++index);
            if (wanted.test(next)) {
                return next;
            }
        }
        return null;
    }

    /** The occurrence of a date that the rule is known to have. */
    public Occurrence occurrence(LocalDate date, int index) {
        Instant original = Times.instant(date.atTime(start.toLocalTime()), zone);
        long days = ChronoUnit.DAYS.between(start.toLocalDate(), end.toLocalDate());
        Instant ends = Times.instant(date.plusDays(days).atTime(end.toLocalTime()), zone);
        StoredException exception = master.exceptions.get(date);
        Instant begins = original;
        if (exception != null && exception.properties.has("Start")) {
            begins = Times.stored(exception.properties.text("Start"));
        }
        if (exception != null && exception.properties.has("End")) {
            ends = Times.stored(exception.properties.text("End"));
        }
        return new Occurrence(master, date, index, original, begins, ends);
    }

    /** When the rule lets the occurrence of a date begin. */
    public Instant originalStart(LocalDate date) {
        return Times.instant(date.atTime(start.toLocalTime()), zone);
    }

    /** The date of the rule before another one, or after it; null if there is none. */
    public @Nullable LocalDate neighbour(LocalDate date, boolean after) {
        LocalDate before = null;
        for (Iterator<LocalDate> dates = rule.dates().iterator(); dates.hasNext(); ) {
            LocalDate next = dates.next();
            if (after && next.isAfter(date)) {
                return next;
            }
            if (!after && !next.isBefore(date)) {
                return before;
            }
            before = next;
        }
        return after ? null : before;
    }
}
