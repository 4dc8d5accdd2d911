package io.github.crosstie.store.jdbc;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;

/**
 * The host's keys, for a store that keeps no value of a record in clear. The first one is written with; all of them are read with.
 * A key is known by its id, which is stored beside whatever it made and is no secret. Keep the keys apart from the database, and
 * never give an id a second key.
 *
 * <p>To change the key: first {@linkplain #and add} the new one in all processes, then put it first in all of them, then {@link
 * JdbcStateStore#rewrite}, which says which keys are still needed.
 *
 * <p>Immutable, thread-safe. {@link #toString} shows the ids alone.
 */
public final class StateKeys {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final int FEWEST_BYTES = 16;

    private final Map<String, SecretKey> byId;

    private StateKeys(Map<String, SecretKey> byId) {
        this.byId = Collections.unmodifiableMap(byId);
    }

    /**
     * One key, to write and to read with.
     *
     * @param id what it is called for good: 1 to 40 letters, digits, dots, hyphens and underscores; shorter ones take less room
     * @param key 16 random bytes or more (32 are usual), or a key of a device that works out HMAC-SHA-256 with it
     * @return the keys
     * @throws IllegalArgumentException if the id is none or the key is too short
     */
    public static StateKeys of(String id, SecretKey key) {
        return new StateKeys(new LinkedHashMap<>()).and(id, key);
    }

    /**
     * One more key, to read with: a former one, or the one that comes next.
     *
     * @param id what it is called for good
     * @param key the key, as above
     * @return the keys and this one
     * @throws IllegalArgumentException if the id is none or taken, or the key is too short
     */
    public StateKeys and(String id, SecretKey key) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "a key's id has 1 to 40 letters, digits, dots, hyphens and underscores; choose one such as 2026-11");
        }
        byte[] encoded = key.getEncoded();
        if (encoded != null && encoded.length < FEWEST_BYTES) {
            throw new IllegalArgumentException("key '" + id + "' has " + encoded.length + " bytes; use at least "
                    + FEWEST_BYTES + " random ones, better 32");
        }
        Map<String, SecretKey> all = new LinkedHashMap<>(byId);
        if (all.putIfAbsent(id, key) != null) {
            throw new IllegalArgumentException("there is a key '" + id + "' already; give each key an id of its own");
        }
        return new StateKeys(all);
    }

    /** The keys by their ids, the one to write with first. */
    Map<String, SecretKey> byId() {
        return byId;
    }

    @Override
    public String toString() {
        return "StateKeys" + byId.keySet();
    }
}
