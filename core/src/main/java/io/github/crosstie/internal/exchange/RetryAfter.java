package io.github.crosstie.internal.exchange;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The moment that a {@code Retry-After} header names, as seconds from now or as a date. */
public final class RetryAfter {

    private static final int MOST_DIGITS = 9;

    private RetryAfter() {}

    /**
     * The moment.
     *
     * @param header the header's value
     * @param now when it came
     * @return never before now; empty if the value is of neither form
     */
    public static Optional<Instant> moment(String header, Instant now) {
        String value = header.strip();
        if (!value.isEmpty() && value.length() <= MOST_DIGITS && value.chars().allMatch(RetryAfter::isDigit)) {
            return Optional.of(now.plus(Duration.ofSeconds(Integer.parseInt(value))));
        }
        try {
            Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(date.isBefore(now) ? now : date);
        } catch (DateTimeException e) {
            // Neither form: the caller pauses as it does without the header.
            return Optional.empty();
        }
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }
}
