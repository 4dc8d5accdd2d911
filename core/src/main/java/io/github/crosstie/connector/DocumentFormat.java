package io.github.crosstie.connector;

import io.github.crosstie.fault.Incubating;
import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a record stands in a document. A document is parsed, changed in the places of some fields and printed, so that what no field
 * stands for stays as it is (S4). The functions are pure and may be called from any thread.
 *
 * @param <D> a document as the library for its format reads it; mutable, and used by one caller each
 * @param kind which kind of record
 * @param blank makes a document for a new record of a unique name. With any single field set it must print and parse again: that is how
 *     {@link DocumentEndpoint#project} finds out what a document holds of a value; where it does not, a value is projected to itself
 * @param parse reads a document. An {@link InvalidInputException} says why it cannot be read whole, without values of the record; any
 *     other exception means the same and is told by its name
 * @param print writes a document
 * @param tag the place of the engine's mark, which is printable ASCII without blanks
 * @param places the place of each field that a document can hold
 */
@Incubating
public record DocumentFormat<D>(
        ItemKind kind,
        Function<String, D> blank,
        Step<String, D> parse,
        Step<D, String> print,
        Place<D> tag,
        Map<Field<?>, Place<D>> places) {

    /**
     * What a library does with a document, which may throw what it likes.
     *
     * @param <A> from what
     * @param <B> to what
     */
    @FunctionalInterface
    public interface Step<A, B> {

        /**
         * Does it.
         *
         * @param from from what
         * @return what it makes of it
         * @throws Exception if it cannot
         */
        B apply(A from) throws Exception;
    }

    /**
     * Where a document holds a value.
     *
     * @param <D> the document
     * @param get reads the value, of the field's type; null or an empty text if there is none
     * @param set writes a value of the field's type; null takes it away
     */
    public record Place<D>(Function<D, ? extends @Nullable Object> get, BiConsumer<D, @Nullable Object> set) {

        /** Checks that both are there. */
        public Place {
            Objects.requireNonNull(get, "get");
            Objects.requireNonNull(set, "set");
        }
    }

    /**
     * Copies the places.
     *
     * @throws IllegalArgumentException if a field belongs to another kind of record
     */
    public DocumentFormat {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(blank, "blank");
        Objects.requireNonNull(parse, "parse");
        Objects.requireNonNull(print, "print");
        Objects.requireNonNull(tag, "tag");
        places = Map.copyOf(places);
        for (Field<?> field : places.keySet()) {
            if (field.kind() != kind) {
                throw new IllegalArgumentException(
                        "field '" + field + "' belongs to " + field.kind() + ", these documents are of " + kind);
            }
        }
    }

    /** A new document with the engine's mark. */
    D created(String uid, String mark) {
        return done("", () -> {
            D document = blank.apply(uid);
            tag.set().accept(document, mark);
            return document;
        });
    }

    D read(String text) {
        return done("", () -> parse.apply(text));
    }

    /** What a document holds of some fields. */
    Item item(D document, Set<Field<?>> fields) {
        Item.Builder item = Item.builder(kind);
        for (Field<?> field : fields) {
            Place<D> place = place(field);
            put(
                    item,
                    field,
                    done(field.name(), () -> new Got(place.get().apply(document)))
                            .value());
        }
        return item.build();
    }

    /** A value that may be missing. */
    private record Got(@Nullable Object value) {}

    private static void put(Item.Builder item, Field<?> field, @Nullable Object value) {
        try {
            item.put(field, value);
        } catch (IllegalArgumentException ofAnotherType) { // its message names types, and no value
            throw new InvalidInputException(
                    "document",
                    field.name(),
                    ofAnotherType.getMessage() + "; mend the getter of its place",
                    ofAnotherType);
        }
    }

    /** The engine's mark as it was written; empty if there is none. */
    String mark(D document) {
        return done("", () -> {
            @Nullable Object mark = tag.get().apply(document);
            return mark == null ? "" : mark.toString();
        });
    }

    /** The document after some fields are set. */
    String written(D document, Map<Field<?>, ? extends @Nullable Object> fields) {
        fields.keySet().forEach(this::place);
        fields.forEach((field, value) -> done(field.name(), () -> {
            place(field).set().accept(document, value);
            return document;
        }));
        return done("", () -> print.apply(document));
    }

    /** What the format itself says goes on; of what a library says the name alone, for its message may quote the document. */
    private static <T> T done(String where, Callable<T> step) {
        try {
            return step.call();
        } catch (InvalidInputException said) {
            throw said;
        } catch (Exception strange) {
            throw new InvalidInputException(
                    "document",
                    where,
                    strange.getClass().getSimpleName() + "; open it in the program that wrote it, and save it again",
                    strange);
        }
    }

    Place<D> place(Field<?> field) {
        Place<D> place = places.get(field);
        if (place == null) {
            throw new IllegalArgumentException(
                    "field '" + field + "' has no place in these documents; ask for fields of the capabilities");
        }
        return place;
    }
}
