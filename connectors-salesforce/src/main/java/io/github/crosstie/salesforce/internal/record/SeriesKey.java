package io.github.crosstie.salesforce.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** By what the rows of one series are known: the row of its pattern, and a row for each occurrence. */
sealed interface SeriesKey {

    /**
     * An event series: what its rows have in common, as the API does not tell more.
     *
     * @param owner who owns it
     * @param start the start of its pattern, as Salesforce writes it
     * @param pattern its rule, as Salesforce writes it
     */
    record Pattern(String owner, String start, String pattern) implements SeriesKey {

        private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern(
                        "uuuu-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT)
                .withZone(ZoneOffset.UTC);

        /** The key of a series that begins at a moment. */
        static Pattern of(String owner, Instant start, String pattern) {
            return new Pattern(owner, WRITTEN.format(start), pattern);
        }
    }

    /**
     * A series of the classic kind, whose occurrences name it.
     *
     * @param id the id of its row
     */
    record Classic(String id) implements SeriesKey {}

    /** The key of a row of a series. */
    static SeriesKey of(JsonNode row) {
        if (isClassic(row)) {
            return new Classic(row.path("IsRecurrence").asBoolean() ? RowReader.id(row) : classicSeries(row));
        }
        return new Pattern(
                RowReader.owner(row),
                row.path("Recurrence2PatternStartDate").asText(),
                row.path("Recurrence2PatternText").asText());
    }

    private static String classicSeries(JsonNode row) {
        return row.path("RecurrenceActivityId").asText("");
    }

    /** Whether a row belongs to a series of the classic kind. */
    static boolean isClassic(JsonNode row) {
        return row.path("IsRecurrence").asBoolean()
                || (row.hasNonNull("RecurrenceActivityId")
                        && !classicSeries(row).isEmpty());
    }

    /** Whether a row belongs to a series. */
    static boolean isPart(JsonNode row) {
        return row.path("IsRecurrence2").asBoolean() || isClassic(row);
    }

    /** Whether a row is the one of a pattern. */
    static boolean isSeries(JsonNode row) {
        return row.path("IsRecurrence").asBoolean()
                || (row.path("IsRecurrence2").asBoolean()
                        && row.path("GroupEventType").asText().equals("3"));
    }

    /** Whether a row is one of an occurrence. */
    static boolean isOccurrence(JsonNode row) {
        return isPart(row) && !isSeries(row) && !row.path("IsChild").asBoolean();
    }
}
