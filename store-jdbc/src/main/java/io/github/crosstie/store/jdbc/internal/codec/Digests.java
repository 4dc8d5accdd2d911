package io.github.crosstie.store.jdbc.internal.codec;

import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.HashedValue;

/** Whose keys the digests were made by that stand in the place of values. Thread-safe. */
public interface Digests {

    /** Of whoever has no key. */
    Digests NONE = new Digests() {
        @Override
        public String key(HashedValue value) {
            throw new IllegalArgumentException("a digest cannot be stored without its key");
        }

        @Override
        public HashedValue read(String key, FieldType type, String digest) {
            return HashedValue.unkeyed(type, digest);
        }
    };

    /**
     * By which key a digest was made.
     *
     * @param value what stands for a value
     * @return the key's id
     * @throws IllegalArgumentException if it was made by none of these keys
     */
    String key(HashedValue value);

    /**
     * Reads a digest.
     *
     * @param key the id of the key that it was made by
     * @param type the type of the value
     * @param digest the digest
     * @return what stands for the value
     */
    HashedValue read(String key, FieldType type, String digest);
}
