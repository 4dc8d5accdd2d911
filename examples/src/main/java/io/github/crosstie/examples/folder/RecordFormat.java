package io.github.crosstie.examples.folder;

import io.github.crosstie.item.Field;
import io.github.crosstie.item.ItemKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a record stands in a file. A document is kept whole between reading and writing, so that what no field holds stays.
 *
 * @param <D> the document, as a library reads it
 */
interface RecordFormat<D> {

    /** The name of the property for the engine's mark. */
    String TAG = "X-CROSSTIE-TAG";

    ItemKind kind();

    /** The fields that a document can hold, each with its place. */
    Map<Field<?>, Place<D>> places();

    D blank(String id);

    /** Reads a document; an {@link IllegalArgumentException} says why it cannot be read whole. */
    D parse(String text);

    String print(D document);

    @Nullable
    String tag(D document);

    void tag(D document, String tag);

    /** Where a document holds a field; null stands for nothing there. */
    record Place<D>(Function<D, @Nullable Object> get, BiConsumer<D, @Nullable Object> set) {}

    /** The elements of a field's value that is a set; none for null. */
    static List<String> texts(@Nullable Object value) {
        return value instanceof Set<?> set
                ? set.stream().map(String.class::cast).toList()
                : List.of();
    }
}
