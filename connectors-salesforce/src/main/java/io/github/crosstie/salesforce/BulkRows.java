package io.github.crosstie.salesforce;

import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.salesforce.internal.rest.BulkQuery;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads a query over its pages, or by a bulk job if it has many rows. A table has no types: what a field is stands
 * here.
 */
final class BulkRows {

    private static final Set<String> FLAGS = Set.of("IsActive", "IsSandbox");

    private final BulkQuery jobs;
    private final long threshold;

    BulkRows(BulkQuery jobs, long threshold) {
        this.jobs = jobs;
        this.threshold = threshold;
    }

    /**
     * Reads all rows of an object's query.
     *
     * @return true
     * @throws io.github.crosstie.fault.CrosstieException as from {@link QueryReader#read} and {@link BulkQuery#read}
     */
    boolean read(String object, RestPages pages, Set<String> fields, Consumer<QueryRecord> sink) {
        return (isLarge(object, pages) && byJob(object, pages, fields, sink))
                || QueryReader.read(object, pages.pages(object), fields, sink);
    }

    private boolean isLarge(String object, RestPages pages) {
        try {
            return pages.count(object) > threshold;
        } catch (IOException e) {
            throw new UnavailableException("query of " + object + ": its first page cannot be read; try again", e);
        }
    }

    private boolean byJob(String object, RestPages pages, Set<String> fields, Consumer<QueryRecord> sink) {
        return jobs.read(
                "query of " + object,
                pages.query(object),
                (page, location, heads, values) ->
                        sink.accept(new QueryRecord(page, location, values(fields, heads, values))));
    }

    private static Map<String, Object> values(Set<String> fields, List<String> heads, List<String> values) {
        Map<String, Object> row = new HashMap<>();
        for (int column = 0; column < heads.size(); column++) {
            String head = heads.get(column);
            if (fields.contains(head)) {
                row.put(head, value(head, values.get(column)));
            }
        }
        return row;
    }

    private static Object value(String field, String text) {
        if (text.isEmpty()) {
            return QueryRecord.NULL;
        }
        boolean isFlag = FLAGS.contains(field) && (text.equals("true") || text.equals("false"));
        return isFlag ? (Object) Boolean.valueOf(text) : text;
    }
}
