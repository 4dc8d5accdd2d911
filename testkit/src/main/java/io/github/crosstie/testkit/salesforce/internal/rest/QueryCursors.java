package io.github.crosstie.testkit.salesforce.internal.rest;

import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import io.github.crosstie.testkit.salesforce.internal.record.StoredRow;
import io.github.crosstie.testkit.salesforce.internal.soql.BoundQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Results of queries that did not fit one page, for two days. The database's lock guards them. */
public final class QueryCursors {

    private static final Duration LIFE = Duration.ofDays(2);

    /**
     * Results, from somewhere on.
     *
     * @param id what they are asked for by
     * @param query what was asked
     * @param rows all of them
     * @param from where to go on
     * @param pageSize how many a page has
     */
    record Place(String id, BoundQuery query, List<StoredRow> rows, int from, int pageSize) {}

    private record Kept(Place start, Instant until) {}

    private final Database database;
    private final Map<String, Kept> kept = new HashMap<>();
    private int pageSize = 2000;

    /** None yet. */
    public QueryCursors(Database database) {
        this.database = database;
    }

    /** How many records a page has at most. */
    public void pageSize(int records) {
        pageSize = records;
    }

    /** All that were given out are refused from now on. */
    public void expireAll() {
        kept.clear();
    }

    int pageSize() {
        return pageSize;
    }

    /** Keeps results; what has been fetched is kept too, since a page may be asked for twice. */
    Place keep(BoundQuery query, List<StoredRow> rows, int size) {
        Place start = new Place(database.nextId("0r8"), query, rows, 0, size);
        if (rows.size() > size) {
            kept.put(start.id(), new Kept(start, database.now().plus(LIFE)));
        }
        return start;
    }

    Place find(String locator) {
        int dash = locator.lastIndexOf('-');
        Kept found = dash < 0 ? null : kept.get(locator.substring(0, dash));
        String from = locator.substring(dash + 1);
        if (found == null || !from.matches("[0-9]{1,9}") || !database.now().isBefore(found.until())) {
            throw new Refusal("INVALID_QUERY_LOCATOR", "invalid query locator");
        }
        Place start = found.start();
        return new Place(
                start.id(),
                start.query(),
                start.rows(),
                Math.min(Integer.parseInt(from), start.rows().size()),
                start.pageSize());
    }
}
