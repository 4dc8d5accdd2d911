package io.github.crosstie.testkit.salesforce.internal.soql;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.FieldDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.FieldValues;
import io.github.crosstie.testkit.salesforce.internal.record.ObjectDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import io.github.crosstie.testkit.salesforce.internal.record.StoredRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A query whose names were found in an organization, and are in the connected user's sight. */
public final class BoundQuery {

    private final Database database;
    private final ObjectDefinition object;
    private final SoqlQuery query;
    private final boolean deletedToo;
    private final List<Column> columns;
    private final Predicate<StoredRow> filter;
    private final @Nullable Comparator<StoredRow> order;

    private BoundQuery(Database database, ObjectDefinition object, SoqlQuery query, boolean deletedToo) {
        this.database = database;
        this.object = object;
        this.query = query;
        this.deletedToo = deletedToo;
        columns = columns();
        filter = new Filter(database, object).of(query.where());
        order = query.order().stream()
                .map(this::comparator)
                .reduce(Comparator::thenComparing)
                .orElse(null);
    }

    /** Binds a query; refuses names that are not there or not in sight. */
    public static BoundQuery bind(Database database, SoqlQuery query, boolean deletedToo) {
        ObjectDefinition object = database.schema().find(query.object());
        if (object == null || !database.permissions().sees(object)) {
            throw Refusal.noObject(query.object());
        }
        return new BoundQuery(database, object, query, deletedToo || query.allRows());
    }

    /** What it reads. */
    public ObjectDefinition object() {
        return object;
    }

    /** Whether it only counts. */
    public boolean counts() {
        return query.counts();
    }

    /** The records it finds, in order. */
    public List<StoredRow> rows() {
        Stream<StoredRow> found = database.table(object).rows().stream()
                .filter(row -> deletedToo || !(row.deleted() || row.flag("IsArchived")))
                .filter(database.permissions()::sees)
                .filter(filter);
        found = order == null ? found : found.sorted(order);
        return found.skip(query.offset())
                .limit(query.limit() == null ? Long.MAX_VALUE : query.limit())
                .toList();
    }

    /** The names of its values, for a table. */
    public List<String> names() {
        return values().map(FieldPath::fullName).toList();
    }

    /** A record's values, for a table. */
    public List<String> texts(StoredRow row) {
        return values().map(path -> FieldValues.text(path.value(row))).toList();
    }

    /** A record as a page of results shows it. */
    public ObjectNode json(StoredRow row, String base) {
        ObjectNode json = attributes(JsonNodeFactory.instance.objectNode(), row, base);
        for (Column column : columns) {
            if (column instanceof Column.Value value) {
                put(json, value.path(), row, base);
            } else if (column instanceof Column.Children children) {
                put(json, children, row, base);
            }
        }
        return json;
    }

    List<@Nullable Object> firstColumn() {
        FieldPath path = values().findFirst().orElseThrow(() -> Malformed.noColumn(object.name(), ""));
        List<@Nullable Object> shown = new ArrayList<>();
        rows().forEach(row -> shown.add(path.value(row)));
        return shown;
    }

    private Stream<FieldPath> values() {
        return columns.stream().filter(Column.Value.class::isInstance).map(column -> ((Column.Value) column).path());
    }

    private List<Column> columns() {
        List<Column> bound = new ArrayList<>();
        for (SoqlQuery.Selected selected : query.selected()) {
            if (selected instanceof SoqlQuery.Selected.Field field) {
                bound.add(new Column.Value(FieldPath.bind(database, object, field.path())));
            } else if (selected instanceof SoqlQuery.Selected.Children children) {
                bound.add(children(children.query()));
            }
        }
        return List.copyOf(bound);
    }

    private Column.Children children(SoqlQuery inner) {
        ObjectDefinition.Children children = object.children().stream()
                .filter(candidate -> candidate.name().equalsIgnoreCase(inner.object()))
                .findFirst()
                .orElseThrow(() -> Malformed.noRelation(object.name(), inner.object()));
        ObjectDefinition child = database.schema().object(children.object());
        if (!database.permissions().sees(child)) {
            throw Malformed.noRelation(object.name(), inner.object());
        }
        BoundQuery bound = new BoundQuery(database, child, inner, deletedToo);
        Map<String, List<StoredRow>> byParent = new LinkedHashMap<>();
        bound.rows()
                .forEach(row -> byParent.computeIfAbsent(
                                String.valueOf(row.get(children.field())), parent -> new ArrayList<>())
                        .add(row));
        return new Column.Children(children.name(), bound, byParent);
    }

    private Comparator<StoredRow> comparator(SoqlQuery.Order by) {
        FieldPath path = FieldPath.bind(database, object, by.path());
        return (one, other) -> Comparison.compare(key(path, one), key(path, other), by.descending(), by.nullsLast());
    }

    private static @Nullable Object key(FieldPath path, StoredRow row) {
        Object value = path.value(row);
        return value == null ? null : path.key(value);
    }

    private static void put(ObjectNode json, FieldPath path, StoredRow row, String base) {
        ObjectNode holder = json;
        StoredRow reached = row;
        for (FieldDefinition reference : path.references()) {
            String name = Objects.requireNonNull(reference.relationshipName());
            reached = path.follow(reached, reference);
            if (reached == null) {
                holder.putNull(name);
                return;
            }
            holder = holder.get(name) instanceof ObjectNode there
                    ? there
                    : attributes(holder.putObject(name), reached, base);
        }
        holder.set(path.name(), FieldValues.json(path.value(row)));
    }

    private static void put(ObjectNode json, Column.Children children, StoredRow row, String base) {
        List<StoredRow> rows = children.byParent().getOrDefault(row.id(), List.of());
        if (rows.isEmpty()) {
            json.putNull(children.name());
            return;
        }
        ObjectNode page = json.putObject(children.name());
        page.put("totalSize", rows.size());
        page.put("done", true);
        ArrayNode records = page.putArray("records");
        rows.forEach(child -> records.add(children.query().json(child, base)));
    }

    private static ObjectNode attributes(ObjectNode json, StoredRow row, String base) {
        ObjectNode attributes = json.putObject("attributes");
        attributes.put("type", row.object().name());
        attributes.put("url", base + "/sobjects/" + row.object().name() + "/" + row.id());
        return json;
    }
}
