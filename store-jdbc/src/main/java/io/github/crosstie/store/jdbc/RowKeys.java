package io.github.crosstie.store.jdbc;

import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.HashedValue;
import io.github.crosstie.store.jdbc.internal.codec.Digests;
import java.util.Optional;

/**
 * A key ring at work on one row. Thread-safe.
 *
 * @param keys the keys
 * @param position where the row stands
 * @param seals whether versions are written encrypted; they are read either way
 */
record RowKeys(Keyring keys, Position position, boolean seals) implements Digests {

    @Override
    public String key(HashedValue value) {
        return keys.key(value);
    }

    @Override
    public HashedValue read(String key, FieldType type, String digest) {
        return keys.read(key, type, digest);
    }

    @Override
    public Optional<String> sealed(String text) {
        return seals ? Optional.of(keys.sealed(position.name(), text)) : Optional.empty();
    }

    @Override
    public String opened(String sealed) {
        return keys.opened(position.name(), sealed);
    }
}
