package io.github.crosstie.store.jdbc;

import io.github.crosstie.fault.FencedException;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.Fence;
import io.github.crosstie.store.jdbc.internal.codec.Texts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** The leases of collections, within a transaction. */
final class Leases {

    private static final String OF_COLLECTION = " where organization = ? and user_id = ? and kind = ?";
    private static final String OF_FENCE = OF_COLLECTION + " and epoch = ?";
    private static final String CALLERS_NOW = "?";
    private static final String DATABASES_NOW = "(extract(epoch from clock_timestamp()) * 1000000)::bigint";

    private static final long MICROS = 1_000_000;
    /** Far beyond any lease, and two of them can be added. */
    private static final long FAR = Long.MAX_VALUE / 4;

    private final LeaseClock clock;
    private final String acquire;
    private final String renew;

    Leases(LeaseClock clock) {
        this.clock = clock;
        String now = clock == LeaseClock.DATABASE ? DATABASES_NOW : CALLERS_NOW;
        acquire = "update crosstie_collection set leased_until = " + now + " + ?, epoch = epoch + 1, owner = ?"
                + OF_COLLECTION + " and (owner is null or owner = ? or leased_until <= " + now + ") returning epoch";
        renew = "update crosstie_collection set leased_until = " + now + " + ?" + OF_FENCE + " returning epoch";
    }

    /** Binds parameters one after the other. */
    private static final class Call implements AutoCloseable {
        private final PreparedStatement statement;
        private int at;

        private Call(Connection connection, String sql) throws SQLException {
            statement = connection.prepareStatement(sql);
        }

        private Call with(long number) throws SQLException {
            statement.setLong(++at, number);
            return this;
        }

        private Call with(String text) throws SQLException {
            statement.setBytes(++at, Texts.bytes(text));
            return this;
        }

        private Call with(CollectionKey key) throws SQLException {
            with(key.organization().value()).with(key.user().value());
            statement.setString(++at, key.kind().name());
            return this;
        }

        private OptionalLong number() throws SQLException {
            try (ResultSet rows = statement.executeQuery()) {
                OptionalLong number = OptionalLong.empty();
                // To the end: SQLite makes an update as its rows are read.
                while (rows.next()) {
                    number = OptionalLong.of(rows.getLong(1));
                }
                return number;
            }
        }

        @Override
        public void close() throws SQLException {
            statement.close();
        }
    }

    Optional<Fence> acquire(Connection connection, CollectionKey key, String owner, Instant now, Duration duration)
            throws SQLException {
        OptionalLong epoch = take(connection, key, owner, now, duration);
        if (epoch.isEmpty() && create(connection, key)) {
            epoch = take(connection, key, owner, now, duration);
        }
        return epoch.isPresent() ? Optional.of(new Fence(key, epoch.getAsLong())) : Optional.empty();
    }

    private OptionalLong take(Connection connection, CollectionKey key, String owner, Instant now, Duration duration)
            throws SQLException {
        try (Call call = new Call(connection, acquire)) {
            bindNow(call, now).with(micros(duration)).with(owner).with(key).with(owner);
            return bindNow(call, now).number();
        }
    }

    private Call bindNow(Call call, Instant now) throws SQLException {
        return clock == LeaseClock.DATABASE ? call : call.with(micros(now));
    }

    private static boolean create(Connection connection, CollectionKey key) throws SQLException {
        try (Call call = new Call(
                connection,
                "insert into crosstie_collection (organization, user_id, kind) values (?, ?, ?) on conflict do nothing")) {
            return call.with(key).statement.executeUpdate() == 1;
        }
    }

    void renew(Connection connection, Fence fence, Instant now, Duration duration) throws SQLException {
        try (Call call = new Call(connection, renew)) {
            bindNow(call, now).with(micros(duration)).with(fence.collection()).with(fence.epoch());
            if (call.number().isEmpty()) {
                throw overtaken(connection, fence);
            }
        }
    }

    /** Without effect if the lease was taken over. */
    void release(Connection connection, Fence fence) throws SQLException {
        try (Call call = new Call(connection, "update crosstie_collection set owner = null" + OF_FENCE)) {
            call.with(fence.collection()).with(fence.epoch()).statement.executeUpdate();
        }
    }

    /**
     * The number of the collection whose lease it is, which nobody can take over before the transaction ends. Comes first in
     * its transaction: it takes the lock to write, which SQLite refuses to those that have read before others wrote.
     */
    OptionalLong held(Connection connection, Fence fence) throws SQLException {
        try (Call call =
                new Call(connection, "update crosstie_collection set epoch = epoch" + OF_FENCE + " returning id")) {
            return call.with(fence.collection()).with(fence.epoch()).number();
        }
    }

    static OptionalLong collection(Connection connection, CollectionKey key) throws SQLException {
        try (Call call = new Call(connection, "select id from crosstie_collection" + OF_COLLECTION)) {
            return call.with(key).number();
        }
    }

    FencedException overtaken(Connection connection, Fence fence) throws SQLException {
        try (Call call = new Call(connection, "select epoch from crosstie_collection" + OF_COLLECTION)) {
            long newest = call.with(fence.collection()).number().orElse(0);
            return new FencedException("lease " + fence.epoch() + " of " + fence.collection()
                    + " was taken over by lease " + newest + "; stop, the other worker goes on from here");
        }
    }

    private static long micros(Instant moment) {
        return micros(moment.getEpochSecond(), moment.getNano());
    }

    private static long micros(Duration duration) {
        return micros(duration.getSeconds(), duration.getNano());
    }

    private static long micros(long seconds, int nanos) {
        long within = Math.max(-FAR / MICROS, Math.min(FAR / MICROS, seconds));
        return within * MICROS + nanos / 1_000;
    }
}
