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

/**
 * In which form values stand in rows: as they are; or what was last seen of records as digests, and all else that may tell of
 * records, their versions too, encrypted. Rows of the other form, and of former keys, are read all the same. Thread-safe.
 */
final class RowForm {

    private final Keyring keys;
    private final @Nullable HashedBases hashing;

    private RowForm(Keyring keys, @Nullable HashedBases hashing) {
        this.keys = keys;
        this.hashing = hashing;
    }

    /** Values as they are; the keys are to read with. */
    static RowForm values(Keyring keys) {
        return new RowForm(keys, null);
    }

    /** Digests, and what has to be kept encrypted. */
    static RowForm hashes(Keyring keys) {
        return new RowForm(keys, keys.hashing());
    }

    Keyring keys() {
        return keys;
    }

    boolean isHashing() {
        return hashing != null;
    }

    /** The change to store. */
    StateChange kept(StateChange change) {
        return hashing == null ? change : hashing.hashed(change);
    }

    /** A value as its row has it. */
    <T> String stored(Place place, Codec<T> codec, T value) {
        boolean isSealed = isSealed(place, value);
        String json = codec.write(value, new RowKeys(keys, place, isHashing() && !isSealed));
        return isSealed ? keys.sealed(place.name(), json) : json;
    }

    /**
     * Whether the value is encrypted as a whole. A link with digests for its bases is, as long as writes are known by their values;
     * else its versions are.
     */
    private <T> boolean isSealed(Place place, T value) {
        return isHashing()
                && (value instanceof Link link
                        ? !link.attempts().isEmpty() || !link.uncertainty().equals(Uncertainty.NONE)
                        : place.mayTell());
    }

    /** A row as it would be stored now; the same text if it is so already. */
    String again(Place place, String stored) {
        if (place.equals(Table.LINK)) {
            Link link = read(place, Codec.LINK, stored);
            Link kept = ((StateChange.PutLink) kept(new StateChange.PutLink(link))).link();
            return kept.equals(link) && isSo(place, stored, link) ? stored : stored(place, Codec.LINK, kept);
        }
        if (place.equals(Table.HINT)) {
            Hint hint = ((StateChange.PutHint) kept(new StateChange.PutHint(read(place, Codec.HINT, stored)))).hint();
            return stored(place, Codec.HINT, hint);
        }
        String json = json(place, stored);
        if (isSealed(place, json)) {
            return isCurrent(stored) ? stored : keys.sealed(place.name(), json);
        }
        return json;
    }

    /** Whether a link is encrypted where, and by which key, it would be now. */
    private boolean isSo(Place place, String stored, Link link) {
        if (isSealed(place, link)) {
            return isCurrent(stored);
        }
        Optional<String> versions = Codec.sealedIn(json(place, stored));
        return !Seal.isSealed(stored)
                && (isHashing() && hasVersion(link)
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
    Set<String> needed(Place place, String stored) {
        String json = json(place, stored);
        Set<String> needed = new TreeSet<>(Codec.keysIn(json));
        if (Seal.isSealed(stored)) {
            needed.add(Keyring.keyOf(stored));
        }
        if (place.equals(Table.LINK)) {
            Codec.sealedIn(json).map(Keyring::keyOf).ifPresent(needed::add);
        }
        return needed;
    }

    /** Reads what the store itself wrote. */
    <T> T read(Place place, Codec<T> codec, String stored) {
        try {
            return codec.read(json(place, stored), new RowKeys(keys, place, false));
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
    String json(Place place, String stored) {
        return Seal.isSealed(stored) ? keys.opened(place.name(), stored) : stored;
    }
}
