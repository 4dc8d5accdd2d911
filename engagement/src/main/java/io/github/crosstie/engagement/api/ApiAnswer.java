package io.github.crosstie.engagement.api;

import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What came back, not yet read.
 *
 * @param status the HTTP status
 * @param warned whether the API warns of anything
 * @param retryAfter seconds or a date, as some proxy or the system itself gave it; empty if nobody did
 * @param body the body
 */
record ApiAnswer(int status, boolean warned, Optional<String> retryAfter, PageBuffer body) {

    private static final int MOST_SECONDS = 7 * 24 * 3600;

    static ApiAnswer of(HttpResponse<PageBuffer> response) {
        return new ApiAnswer(
                response.statusCode(),
                !response.headers().allValues("Pardot-Warning").isEmpty(),
                response.headers().firstValue("Retry-After"),
                response.body());
    }

    /** The moment that the answer itself names; empty if it names none that makes sense, or one that has passed. */
    Optional<Instant> retryAt(Instant now) {
        return named(now).filter(moment -> moment.isAfter(now));
    }

    private Optional<Instant> named(Instant now) {
        return retryAfter.flatMap(text -> {
            try {
                return Optional.of(
                        text.chars().allMatch(Character::isDigit)
                                ? now.plusSeconds(Math.min(Long.parseLong(text), MOST_SECONDS))
                                : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                        .toInstant());
            } catch (NumberFormatException | DateTimeException unreadable) {
                return Optional.empty(); // the header is a courtesy; the limits' own moments stand in for it
            }
        });
    }
}
