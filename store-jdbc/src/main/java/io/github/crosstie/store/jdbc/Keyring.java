package io.github.crosstie.store.jdbc;

import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.HashedValue;
import io.github.crosstie.item.ValueHasher;
import io.github.crosstie.state.HashedBases;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The host's keys at work. Of each, two are derived: what is stored as a digest and what is encrypted have no key in common.
 * Thread-safe.
 */
final class Keyring {

    /** Of a host that gave no keys. */
    static final Keyring EMPTY = new Keyring(Map.of());

    private static final String HMAC = "HmacSHA256";

    private final Map<String, Seal> seals = new HashMap<>();
    private final Map<String, HashedBases> bases = new LinkedHashMap<>();
    private final Map<ValueHasher, String> hashers = new HashMap<>();
    private final Map<String, String> byProof = new HashMap<>();

    private Keyring(Map<String, SecretKey> keys) {
        keys.forEach((id, key) -> {
            seals.put(id, new Seal(id, new SecretKeySpec(derived(id, key, "crosstie rows 1"), "AES")));
            HashedBases hashed = HashedBases.keyedWith(new SecretKeySpec(derived(id, key, "crosstie bases 1"), HMAC));
            bases.put(id, hashed);
            ValueHasher hasher = Objects.requireNonNull(hasher(hashed));
            hashers.put(hasher, id);
            byProof.put(proof(hasher), id);
        });
    }

    static Keyring of(StateKeys keys) {
        return new Keyring(keys.byId());
    }

    private static byte[] derived(String id, SecretKey key, String purpose) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(purpose.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException failure) {
            throw new IllegalArgumentException(
                    "key '" + id + "' cannot be used for HMAC-SHA-256; give random bytes, as by SecretKeySpec",
                    failure);
        }
    }

    private static @Nullable ValueHasher hasher(HashedBases bases) {
        return bases.parse(FieldType.TEXT, "any").hasher();
    }

    boolean isEmpty() {
        return bases.isEmpty();
    }

    Set<String> ids() {
        return bases.keySet();
    }

    /** The id of the key to write with. */
    String current() {
        return ids().iterator().next();
    }

    /** What makes digests with the key to write with. */
    HashedBases hashing() {
        return Objects.requireNonNull(bases.get(current()));
    }

    /** By which key a digest was made, by this key ring or by one with an equal key. */
    String key(HashedValue value) {
        if (isEmpty()) {
            throw new IllegalArgumentException("a base with digests cannot be stored without their key;"
                    + " give JdbcStateStore.builder(...).keys(...) the keys that it was read with");
        }
        ValueHasher hasher = value.hasher();
        if (hasher == null) {
            return current();
        }
        String known = hashers.get(hasher);
        return known == null ? equal(hasher) : known;
    }

    /** Under another key's id, nothing would ever match a digest again, and nobody would be told. */
    private String equal(ValueHasher hasher) {
        String id = byProof.get(proof(hasher));
        if (id == null) {
            throw new IllegalArgumentException(
                    "a base has digests that none of the state store's keys made; give their key"
                            + " to JdbcStateStore.builder(...).bases(BaseDetail.HASHES).keys(...), which makes digests itself,"
                            + " and put no other HashedBases over the store");
        }
        return id;
    }

    /** Equal for equal keys. */
    private static String proof(ValueHasher hasher) {
        return hasher.hash(FieldType.TEXT, "any").digest();
    }

    HashedValue read(String key, FieldType type, String digest) {
        HashedBases made = bases.get(key);
        if (made == null) {
            throw missing(key);
        }
        return made.parse(type, digest);
    }

    String sealed(String place, String text) {
        return seal(current()).seal(place, text);
    }

    /** What was sealed for that place. */
    String opened(String place, String sealed) {
        String id = keyOf(sealed);
        return opened(id, place, sealed)
                .orElseThrow(() -> new ContractBrokenException("a row of the state store that key '" + id
                        + "' sealed does not open with it: the row was changed, or put in another's place, or the id has another"
                        + " key now;"
                        + " restore a backup, or give the id its key back"));
    }

    Optional<String> opened(String id, String place, String sealed) {
        return seal(id).open(place, sealed);
    }

    static String keyOf(String sealed) {
        return Seal.keyOf(sealed)
                .orElseThrow(() -> new ContractBrokenException("a sealed row of the state store cannot be read;"
                        + " use the release of the library that wrote it, or restore a backup"));
    }

    private Seal seal(String id) {
        Seal seal = seals.get(id);
        if (seal == null) {
            throw missing(id);
        }
        return seal;
    }

    /** Nothing is lost, but nothing can be done until the host has the key. */
    private static UnavailableException missing(String id) {
        return new UnavailableException("the state store holds what was stored with the key '" + id
                + "', which this process was not given; nothing was lost: open the store with"
                + " StateKeys.of(...).and(\"" + id + "\", ...), then go on");
    }

    @Override
    public String toString() {
        return "Keyring" + ids();
    }
}
