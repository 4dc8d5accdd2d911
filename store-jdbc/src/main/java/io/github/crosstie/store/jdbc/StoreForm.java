package io.github.crosstie.store.jdbc;

import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.HashedBases;
import org.jspecify.annotations.Nullable;

/**
 * In which form a store writes values: as they are; or what was last seen of records as digests, and all else that may tell of
 * records, their versions too, encrypted. Thread-safe.
 */
final class StoreForm {

    private final Keyring keys;
    private final @Nullable HashedBases hashing;

    private StoreForm(Keyring keys, @Nullable HashedBases hashing) {
        this.keys = keys;
        this.hashing = hashing;
    }

    /** Values as they are; the keys are to read with. */
    static StoreForm values(Keyring keys) {
        return new StoreForm(keys, null);
    }

    /** Digests, and what has to be kept encrypted. */
    static StoreForm hashes(Keyring keys) {
        return new StoreForm(keys, keys.hashing());
    }

    Keyring keys() {
        return keys;
    }

    boolean isHashing() {
        return hashing != null;
    }

    /** The form of a collection's rows. */
    RowForm of(CollectionKey collection) {
        return of(Position.of(collection));
    }

    /** The form of a collection's rows, by what tells it from others. */
    RowForm of(String collection) {
        return new RowForm(collection, keys, hashing);
    }
}
