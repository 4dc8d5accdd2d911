package io.github.crosstie.testkit.salesforce.internal.soql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days that a query names relative to today, such as {@code LAST_N_DAYS:30}, in UTC.
 *
 * @param fromToday how many days after today the first one is; negative for days before
 * @param untilToday the same of the day after the last one
 */
record DayRange(int fromToday, int untilToday) {

    private static final Pattern COUNTED = Pattern.compile("(LAST|NEXT)_N_DAYS:([0-9]+)");

    static Optional<DayRange> read(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        Matcher counted = COUNTED.matcher(upper);
        if (counted.matches()) {
            int days = Integer.parseInt(counted.group(2));
            return Optional.of(counted.group(1).equals("LAST") ? new DayRange(-days, 1) : new DayRange(1, days + 1));
        }
        return switch (upper) {
            case "YESTERDAY" -> Optional.of(new DayRange(-1, 0));
            case "TODAY" -> Optional.of(new DayRange(0, 1));
            case "TOMORROW" -> Optional.of(new DayRange(1, 2));
            default -> Optional.empty();
        };
    }

    Instant start(Instant now) {
        return midnight(now, fromToday);
    }

    Instant end(Instant now) {
        return midnight(now, untilToday);
    }

    private static Instant midnight(Instant now, int days) {
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return today.plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
