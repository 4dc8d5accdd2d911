package io.github.crosstie.store.jdbc;

import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.state.HashedBases;
import io.github.crosstie.state.Hint;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.Uncertainty;
import io.github.crosstie.store.jdbc.internal.codec.Codec;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A {@link StoreForm} at work on the rows of one collection. Rows of another form, and of former keys, are read all the same. Thread-safe. */
final class RowForm {

    private final String collection;
    private final Keyring keys;
    private final @Nullable HashedBases hashing;

    RowForm(String collection, Keyring keys, @Nullable HashedBases hashing) {
        this.collection = collection;
        this.keys = keys;
        this.hashing = hashing;
    }

    /** Where a row stands whose key that is, as its column has it. */
    Position at(Place place, Object key) {
        return Position.of(collection, place, key);
    }

    /** The change to store. */
    StateChange kept(StateChange change) {
        return hashing == null ? change : hashing.hashed(change);
    }

    /** A value as its row has it. */
    <T> String stored(Position position, Codec<T> codec, T value) {
        boolean isSealed = isSealed(position.place(), value);
        String json = codec.write(value, new RowKeys(keys, position, hashing != null && !isSealed));
        return isSealed ? keys.sealed(position.name(), json) : json;
    }

    /**
     * Whether the value is encrypted as a whole. A link with digests for its bases is, as long as writes are known by their values;
     * else its versions are.
     */
    private <T> boolean isSealed(Place place, T value) {
        return hashing != null
                && (value instanceof Link link
                        ? !link.attempts().isEmpty() || !link.uncertainty().equals(Uncertainty.NONE)
                        : place.mayTell());
    }

    /** A row as it would be stored now; the same text if it is so already. */
    String again(Position position, String stored) {
        if (position.place().equals(Table.LINK)) {
            Link link = read(position, Codec.LINK, stored);
            Link kept = ((StateChange.PutLink) kept(new StateChange.PutLink(link))).link();
            return kept.equals(link) && isSo(position, stored, link) ? stored : stored(position, Codec.LINK, kept);
        }
        if (position.place().equals(Table.HINT)) {
            Hint hint =
                    ((StateChange.PutHint) kept(new StateChange.PutHint(read(position, Codec.HINT, stored)))).hint();
            return stored(position, Codec.HINT, hint);
        }
        String json = json(position, stored);
        if (isSealed(position.place(), json)) {
            return isCurrent(stored) ? stored : keys.sealed(position.name(), json);
        }
        return json;
    }

    /** Whether a link is encrypted where, and by which key, it would be now. */
    private boolean isSo(Position position, String stored, Link link) {
        if (isSealed(position.place(), link)) {
            return isCurrent(stored);
        }
        Optional<String> versions = Codec.sealedIn(json(position, stored));
        return !Seal.isSealed(stored)
                && ((hashing != null && hasVersion(link))
                        ? versions.filter(this::isCurrent).isPresent()
                        : versions.isEmpty());
    }

    private boolean isCurrent(String stored) {
        return Seal.isSealed(stored) && Keyring.keyOf(stored).equals(keys.current());
    }

    private static boolean hasVersion(Link link) {
        return Stream.of(Optional.ofNullable(link.crm()), Optional.ofNullable(link.mail()))
                .flatMap(Optional::stream)
                .anyMatch(half -> half.version() != null);
    }

    /** The ids of the keys without which a row cannot be read, or tells nothing. */
    Set<String> needed(Position position, String stored) {
        String json = json(position, stored);
        Set<String> needed = new TreeSet<>(Codec.keysIn(json));
        if (Seal.isSealed(stored)) {
            needed.add(Keyring.keyOf(stored));
        }
        if (position.place().equals(Table.LINK)) {
            Codec.sealedIn(json).map(Keyring::keyOf).ifPresent(needed::add);
        }
        return needed;
    }

    /** Reads what the store itself wrote. */
    <T> T read(Position position, Codec<T> codec, String stored) {
        try {
            return codec.read(json(position, stored), new RowKeys(keys, position, false));
        } catch (CrosstieException failure) {
            throw failure;
        } catch (RuntimeException failure) {
            // Without its message, which may quote the value.
            throw new ContractBrokenException("a row of the state store cannot be read ("
                    + failure.getClass().getSimpleName()
                    + "); use the release of the library that wrote it, or restore a backup");
        }
    }

    /** What a row says, as JSON. */
    String json(Position position, String stored) {
        return Seal.isSealed(stored) ? keys.opened(position.name(), stored) : stored;
    }
}
