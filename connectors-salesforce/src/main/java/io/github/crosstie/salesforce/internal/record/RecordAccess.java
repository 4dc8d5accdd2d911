package io.github.crosstie.salesforce.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.salesforce.internal.rest.Query;
import io.github.crosstie.salesforce.internal.rest.RecordCollections;
import io.github.crosstie.salesforce.internal.rest.SalesforceRest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads a user's records by id and by mark. */
public final class RecordAccess {

    private final SalesforceRest rest;
    private final RecordMapping mapping;
    private final RowReader reader;
    private final RecordCollections collections;
    private final String owner;
    private final Predicate<String> isId;
    private final SeriesRows series;

    /**
     * The records of one user.
     *
     * @param rest the organization's API
     * @param mapping of which object
     * @param reader reads its rows
     * @param owner whose records
     * @param isId whether a text is an id of Salesforce's: a query refuses to be asked about any other
     */
    public RecordAccess(
            SalesforceRest rest, RecordMapping mapping, RowReader reader, String owner, Predicate<String> isId) {
        this.rest = rest;
        this.mapping = mapping;
        this.reader = reader;
        this.collections = new RecordCollections(rest, mapping.object());
        this.owner = owner;
        this.isId = isId;
        this.series = new SeriesRows(rest, reader);
    }

    /**
     * The rows as they are now.
     *
     * @param ids their ids
     * @return by id, those that are there and in view
     * @throws io.github.crosstie.fault.CrosstieException as from {@link SalesforceRest#require}
     */
    public Map<String, JsonNode> rows(Collection<String> ids) {
        return shown(nodes(ids));
    }

    /** The same, and what is a record of nobody's. */
    Map<String, JsonNode> anyRows(Collection<String> ids) {
        return whole(nodes(ids));
    }

    private List<JsonNode> nodes(Collection<String> ids) {
        List<String> asked = ids.stream().filter(isId).distinct().toList();
        return collections.read(asked, reader.columns()).stream()
                .filter(node -> !node.isNull())
                .toList();
    }

    private Map<String, JsonNode> whole(List<JsonNode> there) {
        Map<String, JsonNode> rows = new HashMap<>();
        series.complete(there).forEach(row -> rows.put(RowReader.id(row), row));
        return rows;
    }

    /** The query that shows some rows as {@link #rows} does. */
    String query(Collection<String> ids) {
        return "SELECT " + String.join(",", reader.columns()) + " FROM " + mapping.object() + " WHERE Id IN ("
                + quoted(ids) + ")";
    }

    /** The rows that the query gave, as {@link #rows} has them. */
    Map<String, JsonNode> shown(List<JsonNode> there) {
        Map<String, JsonNode> rows = whole(there);
        rows.values().removeIf(row -> !reader.isRecord(row));
        return rows;
    }

    /**
     * Reads records.
     *
     * @param ids their ids
     * @return an outcome for each
     * @throws io.github.crosstie.fault.CrosstieException as from {@link SalesforceRest#require}
     */
    public List<ReadOutcome> read(Collection<ItemId> ids) {
        Map<String, JsonNode> rows = rows(ids.stream().map(ItemId::value).toList());
        List<String> missing = ids.stream()
                .map(ItemId::value)
                .filter(id -> isId.test(id) && !rows.containsKey(id))
                .toList();
        Map<String, Removal> removals = removals(missing);
        List<ReadOutcome> outcomes = new ArrayList<>();
        for (ItemId id : ids) {
            JsonNode row = rows.get(id.value());
            outcomes.add(
                    row == null
                            ? new ReadOutcome.Absent(id, removals.getOrDefault(id.value(), Removal.UNKNOWN))
                            : outcome(id, reader.read(row)));
        }
        return outcomes;
    }

    private ReadOutcome outcome(ItemId id, RecordRow row) {
        if (!row.owner().equals(owner)) {
            return new ReadOutcome.Absent(id, Removal.GONE_FROM_VIEW);
        }
        RemoteItem record = row.record();
        return record == null ? new ReadOutcome.Unreadable(id, row.trouble()) : new ReadOutcome.Found(record);
    }

    /** A record in the recycle bin was deleted; one that is nowhere may be purged, or out of sight (S10). */
    private Map<String, Removal> removals(List<String> missing) {
        Map<String, Removal> removals = new HashMap<>();
        for (List<String> some : Conditions.split(missing)) {
            String soql = "SELECT Id,IsDeleted FROM " + mapping.object() + " WHERE Id IN (" + quoted(some) + ")";
            new Query(rest)
                    .pages(
                            "deleted of " + mapping.object(),
                            soql,
                            true,
                            page -> page.forEach(row -> removals.put(
                                    row.path("Id").asText(),
                                    row.path("IsDeleted").asBoolean() ? Removal.DELETED : Removal.UNKNOWN)));
        }
        return removals;
    }

    /**
     * Finds records by their marks.
     *
     * @param tagColumn the column of the marks
     * @param tags the marks
     * @return a line for each record found
     * @throws io.github.crosstie.fault.CrosstieException as from {@link SalesforceRest#require}
     */
    public List<Tagged> find(String tagColumn, Collection<CorrelationTag> tags) {
        List<String> texts = tags.stream().map(CorrelationTag::value).toList();
        List<Tagged> found = new ArrayList<>();
        for (List<String> some : Conditions.split(texts)) {
            String soql = "SELECT Id," + tagColumn + " FROM " + mapping.object() + " WHERE " + tagColumn + " IN ("
                    + quoted(some) + ") AND OwnerId = '" + owner + "'";
            for (JsonNode row : new Query(rest).rows("marks of " + mapping.object(), soql)) {
                String tag = row.path(tagColumn).asText();
                // A query does not tell cases apart; a mark does.
                if (some.contains(tag)) {
                    found.add(new Tagged(
                            new CorrelationTag(tag), new ItemId(row.path("Id").asText())));
                }
            }
        }
        return found;
    }

    /** Values of a condition. */
    static String quoted(Collection<String> values) {
        return values.stream()
                .map(value -> "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'")
                .collect(Collectors.joining(","));
    }
}
