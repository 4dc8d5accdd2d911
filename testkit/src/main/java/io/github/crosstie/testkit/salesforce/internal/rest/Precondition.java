package io.github.crosstie.testkit.salesforce.internal.rest;

import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import io.github.crosstie.testkit.salesforce.internal.record.StoredRow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a request's headers demand of a record's last modification, which has seconds only, as they have. */
final class Precondition {

    /** The JDK's own format of RFC 1123 writes days before the tenth with one digit, HTTP with two. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US);

    private Precondition() {}

    /** Whether nobody has changed the record since the moment that the request names. */
    static boolean unmodified(ApiRequest request, StoredRow row) {
        Instant moment = moment(request, "If-Unmodified-Since", true);
        return moment == null || !lastModified(row).isAfter(moment);
    }

    /** Whether somebody has changed the record since the moment that the request names. */
    static boolean modified(ApiRequest request, StoredRow row) {
        Instant moment = moment(request, "If-Modified-Since", false);
        return moment == null || lastModified(row).isAfter(moment);
    }

    /** The record's last modification as a header. */
    static String header(StoredRow row) {
        return HTTP_DATE.format(lastModified(row).atOffset(ZoneOffset.UTC));
    }

    private static Instant lastModified(StoredRow row) {
        return row.get("LastModifiedDate") instanceof Instant moment ? moment : row.stamp();
    }

    private static @Nullable Instant moment(ApiRequest request, String header, boolean strict) {
        String text = request.headers().get(header);
        if (text == null) {
            return null;
        }
        try {
            return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException unreadable) {
            if (strict) {
                throw new Refusal("INVALID_ARGUMENT", "header " + header + " is no HTTP date: " + text);
            }
            return null;
        }
    }
}
