package io.github.crosstie.salesforce.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.salesforce.internal.rest.Query;
import io.github.crosstie.salesforce.internal.rest.SalesforceRest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts the rows of a series together: the row of its pattern gets those of its occurrences attached. Of an event series nothing names the
 * series of an occurrence but its owner, rule and start; where two series have these in common, that is told instead.
 */
final class SeriesRows {

    /** What is attached to the row of a pattern. */
    static final String OCCURRENCES = "Occurrences";

    /** Attached where two series cannot be told apart. */
    static final String AMBIGUOUS = "Ambiguous";

    private static final int KEYS_AT_ONCE = 50;

    private final SalesforceRest rest;
    private final RowReader reader;

    SeriesRows(SalesforceRest rest, RowReader reader) {
        this.rest = rest;
        this.reader = reader;
    }

    /** The same rows, those of patterns with their occurrences, and all with their invitees. */
    List<JsonNode> complete(List<JsonNode> rows) {
        Set<SeriesKey> keys = rows.stream()
                .filter(row -> SeriesKey.isSeries(row) && !RowReader.isDeleted(row))
                .map(SeriesKey::of)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<String, JsonNode> whole = new HashMap<>();
        series(keys).forEach(row -> whole.put(RowReader.id(row), row));
        return reader.withInvitees(rows.stream()
                .map(row -> whole.getOrDefault(RowReader.id(row), row))
                .toList());
    }

    /** The series of some keys that are there, whole. */
    List<JsonNode> series(Collection<SeriesKey> keys) {
        Map<SeriesKey, List<JsonNode>> rows = new LinkedHashMap<>();
        some(keys, SeriesKey.Pattern.class).forEach(some -> fetch(ofPatterns(some), rows));
        some(keys, SeriesKey.Classic.class).forEach(some -> fetch(ofClassic(some), rows));
        List<JsonNode> series = new ArrayList<>();
        keys.forEach(key -> series.addAll(whole(rows.getOrDefault(key, List.of()))));
        return series;
    }

    /** The keys of one kind, as many at a time as a query takes. */
    private static <K extends SeriesKey> List<List<K>> some(Collection<SeriesKey> keys, Class<K> kind) {
        List<K> all = keys.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .distinct()
                .toList();
        List<List<K>> lists = new ArrayList<>();
        for (int from = 0; from < all.size(); from += KEYS_AT_ONCE) {
            lists.add(all.subList(from, Math.min(all.size(), from + KEYS_AT_ONCE)));
        }
        return lists;
    }

    private static String ofPatterns(List<SeriesKey.Pattern> keys) {
        List<String> owners =
                keys.stream().map(SeriesKey.Pattern::owner).distinct().toList();
        String starts = keys.stream()
                .map(key -> OffsetDateTime.parse(key.start(), RowReader.STAMP)
                        .toInstant()
                        .toString())
                .distinct()
                .collect(Collectors.joining(","));
        return "IsRecurrence2 = true AND OwnerId IN (" + RecordAccess.quoted(owners)
                + ") AND Recurrence2PatternStartDate IN (" + starts + ")";
    }

    private static String ofClassic(List<SeriesKey.Classic> keys) {
        String ids =
                RecordAccess.quoted(keys.stream().map(SeriesKey.Classic::id).toList());
        return "(Id IN (" + ids + ") OR RecurrenceActivityId IN (" + ids + "))";
    }

    /** With those that are archived: an occurrence of last year is not one that was cancelled. */
    private void fetch(String condition, Map<SeriesKey, List<JsonNode>> rows) {
        String soql = "SELECT " + String.join(",", reader.columns())
                + " FROM Event WHERE IsDeleted = false AND IsChild = false AND " + condition + " ORDER BY Id";
        new Query(rest)
                .pages(
                        "occurrences of series",
                        soql,
                        true,
                        page -> page.forEach(row -> rows.computeIfAbsent(SeriesKey.of(row), absent -> new ArrayList<>())
                                .add(row)));
    }

    private static List<JsonNode> whole(List<JsonNode> rows) {
        List<JsonNode> patterns = rows.stream().filter(SeriesKey::isSeries).toList();
        List<JsonNode> whole = new ArrayList<>();
        for (JsonNode pattern : patterns) {
            ObjectNode series = pattern.deepCopy();
            ArrayNode occurrences = series.putArray(OCCURRENCES);
            rows.stream()
                    .filter(row ->
                            SeriesKey.isOccurrence(row) && RowReader.owner(row).equals(RowReader.owner(pattern)))
                    .forEach(occurrences::add);
            series.put(AMBIGUOUS, patterns.size() > 1);
            whole.add(series);
        }
        return whole;
    }
}
