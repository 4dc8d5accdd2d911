package io.github.crosstie.salesforce.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What the rows of one series have in common, as far as the API tells: the row of its pattern, and a row for each occurrence.
 *
 * @param owner who owns it
 * @param start the start of its pattern, as Salesforce writes it
 * @param pattern its rule, as Salesforce writes it
 */
record SeriesKey(String owner, String start, String pattern) {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** The key of a row of a series. */
    static SeriesKey of(JsonNode row) {
        return new SeriesKey(
                RowReader.owner(row),
                row.path("Recurrence2PatternStartDate").asText(),
                row.path("Recurrence2PatternText").asText());
    }

    /** The key of a series that begins at a moment. */
    static SeriesKey of(String owner, Instant start, String pattern) {
        return new SeriesKey(owner, WRITTEN.format(start), pattern);
    }

    /** Whether a row is the one of a pattern. */
    static boolean isSeries(JsonNode row) {
        return row.path("IsRecurrence2").asBoolean()
                && row.path("GroupEventType").asText().equals("3");
    }

    /** Whether a row is one of an occurrence. */
    static boolean isOccurrence(JsonNode row) {
        return row.path("IsRecurrence2").asBoolean()
                && !row.path("GroupEventType").asText().equals("3")
                && !row.path("IsChild").asBoolean();
    }
}
