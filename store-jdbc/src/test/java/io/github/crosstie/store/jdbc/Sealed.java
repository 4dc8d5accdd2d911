package io.github.crosstie.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

/** Stores with digests, and keys for them. */
final class Sealed {

    private static final int KEY_BYTES = 32;

    static final StateKeys KEYS = StateKeys.of("2026", key("of this year"));

    private Sealed() {}

    /** The same key each time. */
    static SecretKey key(String phrase) {
        byte[] bytes = Arrays.copyOf(phrase.getBytes(StandardCharsets.UTF_8), KEY_BYTES);
        return new SecretKeySpec(bytes, "HmacSHA256");
    }

    /** A store of digests, whose tables are made if they are missing, by the caller's clock. */
    static JdbcStateStore store(DataSource source) {
        return store(source, KEYS);
    }

    static JdbcStateStore store(DataSource source, StateKeys keys) {
        JdbcSchema.of(source).apply();
        return JdbcStateStore.builder(source)
                .clock(LeaseClock.CALLER)
                .bases(BaseDetail.HASHES)
                .keys(keys)
                .open();
    }
}
