package io.github.crosstie.salesforce.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** How one kind of record stands in one object of Salesforce's. Pure; thread-safe. */
public interface RecordMapping {

    /**
     * Which kind it is about.
     *
     * @return contacts or events
     */
    ItemKind kind();

    /**
     * The object's API name.
     *
     * @return such as Contact
     */
    String object();

    /**
     * What is read of each row, in the words of a query.
     *
     * @return the columns, Id, OwnerId and stamps not among them
     */
    List<String> columns();

    /**
     * Which rows are records of their own.
     *
     * @return a condition of a query; empty if all are
     */
    String condition();

    /**
     * Whether a row that the condition did not choose is a record of its own.
     *
     * @param row a row
     * @return false for copies that the object keeps for others
     */
    boolean isRecord(JsonNode row);

    /**
     * The fields that the object holds.
     *
     * @return the fields
     */
    SortedSet<Field<?>> fields();

    /**
     * Reads a row.
     *
     * @param row the row
     * @return its values
     * @throws java.time.DateTimeException if a value cannot be read
     * @throws IllegalArgumentException likewise; the message shows no value
     */
    Item read(JsonNode row);

    /**
     * The columns of a new row.
     *
     * @param item the values
     * @return the columns
     */
    ObjectNode create(Item item);

    /**
     * The columns that change.
     *
     * @param changes the fields, null values to be cleared
     * @param before the row as it is
     * @return the columns
     */
    ObjectNode update(Map<Field<?>, @Nullable Object> changes, JsonNode before);

    /**
     * What the object really holds of a value.
     *
     * @param field the field
     * @param value the value
     * @return what is kept; null if nothing is
     */
    @Nullable
    Object project(Field<?> field, Object value);

    /**
     * Why a series cannot be held.
     *
     * @param series the series
     * @return the reason; empty if it can
     */
    Optional<String> cannotExpress(Item series);

    /**
     * How series are kept.
     *
     * @return what puts them together; empty if they are left alone
     */
    default Optional<EventSeries> series() {
        return Optional.empty();
    }
}
