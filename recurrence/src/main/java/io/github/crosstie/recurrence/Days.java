package io.github.crosstie.recurrence;

import io.github.crosstie.item.Recurrence;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.jspecify.annotations.Nullable;

/**
 * The days of a series: the first one, then those that the rule gives after it, up to its count. Ends of another kind are left
 * to whoever asks.
 */
final class Days {

    private static final int LAST_YEAR = 9_999;

    private final LocalDate first;
    private final RecurrenceRule rule;
    private @Nullable RecurrenceRuleIterator days;
    private int left;
    private @Nullable LocalDate next;
    private boolean isExhausted;

    private Days(LocalDate first, RecurrenceRule rule, int left) {
        this.first = first;
        this.rule = rule;
        this.left = left;
        this.next = first;
    }

    /**
     * The days of a rule.
     *
     * @param rule the rule
     * @param first the day of the first occurrence
     * @param from earlier days need not be given
     */
    static Days of(Recurrence rule, LocalDate first, LocalDate from) {
        boolean isCounted = rule.end() instanceof Recurrence.End.Count;
        int left = rule.end() instanceof Recurrence.End.Count count ? count.occurrences() : Integer.MAX_VALUE;
        Days days = new Days(first, endless(rule), left);
        if (!isCounted && from.isAfter(first)) {
            // Whoever counts must see every one of them.
            days.fetch(from);
        }
        return days;
    }

    private static RecurrenceRule endless(Recurrence rule) {
        Recurrence endless = rule.toBuilder().end(new Recurrence.End.Never()).build();
        try {
            return new RecurrenceRule(endless.toString(), RecurrenceRule.RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalStateException("lib-recur does not take the rule " + rule, e);
        }
    }

    private static DateTime date(LocalDate day) {
        return new DateTime(day.getYear(), day.getMonthValue() - 1, day.getDayOfMonth());
    }

    boolean hasNext() {
        return next != null;
    }

    LocalDate next() {
        LocalDate day = next;
        if (day == null) {
            throw new NoSuchElementException("the series has no further day");
        }
        left--;
        if (left > 0) {
            fetch(first.plusDays(1));
        } else {
            next = null;
            isExhausted = true;
        }
        return day;
    }

    /** Fetches the next day from some day on. */
    private void fetch(LocalDate from) {
        next = null;
        try {
            next = dayFrom(from);
            isExhausted = next == null;
        } catch (IllegalArgumentException | IllegalStateException e) {
            // A thousand periods in a row without a day: whether there ever is one again is not known.
            isExhausted = false;
        }
    }

    private @Nullable LocalDate dayFrom(LocalDate from) {
        if (days == null) {
            days = rule.iterator(date(first));
            days.fastForward(date(from));
        }
        while (days.hasNext()) {
            DateTime date = days.nextDateTime();
            LocalDate day = LocalDate.of(date.getYear(), date.getMonth() + 1, date.getDayOfMonth());
            if (day.getYear() > LAST_YEAR) {
                return null;
            }
            if (!day.isBefore(from)) {
                return day;
            }
        }
        return null;
    }

    /** Whether there certainly is no further day. */
    boolean isExhausted() {
        return isExhausted;
    }
}
