package io.github.crosstie.store.jdbc.internal.codec;

import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.HashedValue;
import java.util.Optional;

/** What stands in the place of values and of versions, and by whose keys it was made. Thread-safe. */
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

        @Override
        public Optional<String> sealed(String text) {
            return Optional.empty();
        }

        @Override
        public String opened(String sealed) {
            throw new IllegalArgumentException("an encrypted version cannot be read without its key");
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

    /**
     * Encrypts what may tell of a record: some systems' versions are made of all that a record holds.
     *
     * @param text what versions say
     * @return the encrypted text; empty if it is to stand in clear
     */
    Optional<String> sealed(String text);

    /**
     * Reads what was encrypted.
     *
     * @param sealed what {@link #sealed} gave
     * @return the text
     */
    String opened(String sealed);
}
