package io.github.crosstie.store.jdbc;

import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.store.jdbc.internal.codec.Texts;
import java.util.HexFormat;

/**
 * Where one row stands. What was encrypted for it opens nowhere else: in no other row, of no other user.
 *
 * @param collection whose row it is, as {@link #of} tells it
 * @param place where rows of its type are kept
 * @param row what tells it from the others there; nothing in the journal, whose rows the database numbers as they come
 */
record Position(String collection, Place place, String row) {

    private static final String THEN = "/";

    /** What tells a collection from all others, in whichever database it is. */
    static String of(CollectionKey collection) {
        return of(
                Texts.bytes(collection.organization().value()),
                Texts.bytes(collection.user().value()),
                collection.kind().name());
    }

    /** The same, by its columns. */
    static String of(byte[] organization, byte[] user, String kind) {
        HexFormat hex = HexFormat.of();
        return hex.formatHex(organization) + THEN + hex.formatHex(user) + THEN + kind;
    }

    /** By a key as its column has it. */
    static Position of(String collection, Place place, Object key) {
        String row = key instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : key.toString();
        return new Position(collection, place, place.equals(Table.JOURNAL) ? "" : row);
    }

    /** No other position has this name: no part but the last has a slash in it. */
    String name() {
        return collection + THEN + place.name() + THEN + row;
    }
}
