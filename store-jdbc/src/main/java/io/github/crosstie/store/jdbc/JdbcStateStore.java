package io.github.crosstie.store.jdbc;

import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.JournalEntry;
import io.github.crosstie.state.MoveOrigin;
import io.github.crosstie.state.OrganizationActivity;
import io.github.crosstie.state.Pause;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import io.github.crosstie.store.jdbc.internal.codec.Codec;
import io.github.crosstie.store.jdbc.internal.codec.Texts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * State in a database of the host's: a SQLite file for the processes of one machine, or a PostgreSQL database for many. Every
 * commit is one transaction that checks the fence, and is on the disk when it returns.
 *
 * <pre>{@code
 * SQLiteDataSource file = new SQLiteDataSource();
 * file.setUrl("jdbc:sqlite:" + path);
 * JdbcSchema.of(file).apply();
 * StateStore store = JdbcStateStore.open(file);
 * }</pre>
 *
 * <p>Takes a connection of the data source for each call and gives it back; a pool is the host's to choose. What is stored holds
 * personal data: the values that both sides last agreed on, unless {@link Builder#bases} says otherwise. Thread-safe.
 *
 * <p><b>Errors.</b> {@link io.github.crosstie.fault.UnavailableException} for what the database does not do for now: no
 * connection, a lost one, a lock that others hold too long, a full or read-only disk, a restart. Nothing of the call took effect
 * then, or all of it if the connection was lost while the commit was acknowledged; repeating it is safe.
 */
public final class JdbcStateStore implements StateStore {

    private static final String PROPERTY =
            "select value from crosstie_property p join crosstie_collection c on c.id = p.collection"
                    + " where c.organization = ? and c.user_id = ? and c.kind = ? and p.name = ?";
    private static final String ACTIVITY = "select (select count(*) from crosstie_link l"
            + " join crosstie_collection c on c.id = l.collection where c.organization = ?),"
            + " (select count(*) from crosstie_deletion d join crosstie_collection c on c.id = d.collection"
            + " where c.organization = ? and (d.at_second > ? or (d.at_second = ? and d.at_nano >= ?)))";

    private static final String JOURNAL_BEFORE = "select count(*) from crosstie_journal where collection ="
            + " (select id from crosstie_collection where organization = ? and user_id = ? and kind = ?)"
            + Table.BEFORE;

    private final Database database;
    private final Leases leases;
    private final StoreForm form;

    private JdbcStateStore(Database database, LeaseClock clock, StoreForm form) {
        this.database = database;
        this.leases = new Leases(clock);
        this.form = form;
    }

    /**
     * Opens the store in a database whose tables are there, with values as they are. Leases run by the database's clock on
     * PostgreSQL, and by the caller's on SQLite.
     *
     * @param source leads to a SQLite file or to a PostgreSQL database
     * @return the store
     * @throws IllegalArgumentException if it leads to another database, to one whose tables are missing, older or newer than this
     *     release needs, to one whose commits would not outlive a crash, or to one that was written with keys; the message says
     *     what to do
     * @throws io.github.crosstie.fault.UnavailableException if the database does not answer for now
     */
    public static JdbcStateStore open(DataSource source) {
        return builder(source).open();
    }

    /**
     * Opens the store as {@link #open(DataSource)} does, with a clock for leases.
     *
     * @param source leads to a SQLite file or to a PostgreSQL database
     * @param clock by whose clock leases run out
     * @return the store
     * @throws IllegalArgumentException as above, or if it is to be the database's clock and SQLite, which has none of its own
     * @throws io.github.crosstie.fault.UnavailableException if the database does not answer for now
     */
    public static JdbcStateStore open(DataSource source, LeaseClock clock) {
        return builder(source).clock(clock).open();
    }

    /**
     * Prepares a store.
     *
     * @param source leads to a SQLite file or to a PostgreSQL database
     * @return a builder
     */
    public static Builder builder(DataSource source) {
        return new Builder(source);
    }

    /** How a store is to be opened. Not thread-safe. */
    public static final class Builder {

        private final DataSource source;
        private BaseDetail detail = BaseDetail.VALUES;
        private Keyring keys = Keyring.EMPTY;
        private @Nullable LeaseClock clock;

        private Builder(DataSource source) {
            this.source = Objects.requireNonNull(source, "source");
        }

        /**
         * Sets by whose clock leases run out: unless set, the database's on PostgreSQL, and the caller's on SQLite.
         *
         * @param clock whose
         * @return this
         */
        public Builder clock(LeaseClock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Sets how much is kept of what was last seen of records: {@link BaseDetail#VALUES} unless set. What the store holds already
         * stays readable either way; it takes the new form when it is written next, or by {@link JdbcStateStore#rewrite}. Values that
         * were not kept come back as records are read.
         *
         * @param detail values or digests
         * @return this
         */
        public Builder bases(BaseDetail detail) {
            this.detail = Objects.requireNonNull(detail, "detail");
            return this;
        }

        /**
         * Sets the keys for digests and encryption: to write with {@link BaseDetail#HASHES}, and to read what was written so.
         *
         * @param keys all of them that are still needed
         * @return this
         */
        public Builder keys(StateKeys keys) {
            this.keys = Keyring.of(keys);
            return this;
        }

        /**
         * Opens the store.
         *
         * @return the store
         * @throws IllegalArgumentException if the data source leads to another database than SQLite or PostgreSQL, to one whose
         *     tables are missing, older or newer than this release needs, or to one whose commits would not outlive a crash; if keys
         *     are missing, or are others than those by which the store was written; if SQLite is to have a clock of its own. The
         *     message says what to do
         * @throws io.github.crosstie.fault.UnavailableException if the database does not answer for now
         */
        public JdbcStateStore open() {
            Database database = Database.of(source);
            LeaseClock leaseClock = leaseClock(database.dialect());
            refuseIf(database.ask(
                    "opening the state store",
                    connection -> Optional.ofNullable(database.dialect().complaint(connection))));
            JdbcSchema.require(database);
            KeyRegister register = new KeyRegister(database, keys);
            refuseIf(register.complaint());
            return new JdbcStateStore(database, leaseClock, form(register));
        }

        private LeaseClock leaseClock(Dialect dialect) {
            if (dialect == Dialect.SQLITE && clock == LeaseClock.DATABASE) {
                throw new IllegalArgumentException("SQLite has no clock of its own; use LeaseClock.CALLER");
            }
            if (clock != null) {
                return clock;
            }
            return dialect == Dialect.POSTGRESQL ? LeaseClock.DATABASE : LeaseClock.CALLER;
        }

        private StoreForm form(KeyRegister register) {
            if (detail == BaseDetail.VALUES) {
                return StoreForm.values(keys);
            }
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("bases are to be digests, and there is no key for them;"
                        + " give one by JdbcStateStore.builder(...).keys(StateKeys.of(id, key))");
            }
            register.enter();
            // Another process may have entered the id first, with another key.
            refuseIf(register.complaint());
            return StoreForm.hashes(keys);
        }

        private static void refuseIf(Optional<String> complaint) {
            if (complaint.isPresent()) {
                throw new IllegalArgumentException(complaint.get());
            }
        }
    }

    /**
     * Brings everything that is stored into the form in which this store writes: after a change of {@link Builder#bases} or of the key
     * to write with, instead of waiting until each record is written next. What is stored says the same afterwards; digests stay
     * digests, by the keys that made them. Each collection in a transaction of its own, while other processes are at work. On SQLite,
     * the file is made anew in the end, so that nothing of before stays in it, once nobody reads it; on PostgreSQL a {@code VACUUM FULL} of the host's does
     * that.
     *
     * <p>Call it when all processes write in this form and with this key: of what others write meanwhile it knows nothing.
     *
     * @return the ids of the keys that are still needed, to read what is stored. All others may be thrown away, if every process
     *     writes in this form and with this key
     * @throws io.github.crosstie.fault.UnavailableException if the database does not answer for now, a key is missing, or others read
     *     the SQLite file all the while, so that what was in it before is in it still; what was brought into that form stays so: go on
     *     by calling again
     */
    public SortedSet<String> rewrite() {
        return Rewriting.all(database, form);
    }

    @Override
    public Optional<Fence> acquire(CollectionKey collection, String owner, Instant now, Duration duration) {
        Objects.requireNonNull(owner, "owner");
        return database.write(
                "acquiring the lease of " + collection,
                connection -> leases.acquire(connection, collection, owner, now, duration));
    }

    @Override
    public void renew(Fence fence, Instant now, Duration duration) {
        database.write("renewing the lease of " + fence.collection(), connection -> {
            leases.renew(connection, fence, now, duration);
            return fence;
        });
    }

    @Override
    public void release(Fence fence) {
        database.write("releasing the lease of " + fence.collection(), connection -> {
            leases.release(connection, fence);
            return fence;
        });
    }

    @Override
    public void release(Fence fence, List<StateChange> last) {
        try {
            database.write("making the last changes of " + fence.collection(), connection -> {
                OptionalLong collection = leases.held(connection, fence);
                if (collection.isPresent()) {
                    write(connection, collection.getAsLong(), form.of(fence.collection()), last);
                    leases.release(connection, fence);
                }
                return fence;
            });
        } catch (RuntimeException failure) {
            try {
                release(fence);
            } catch (CrosstieException alsoFailed) {
                failure.addSuppressed(alsoFailed);
            }
            throw failure;
        }
    }

    @Override
    public void commit(Fence fence, List<StateChange> changes) {
        database.write("changing the state of " + fence.collection(), connection -> {
            OptionalLong collection = leases.held(connection, fence);
            if (collection.isEmpty()) {
                throw leases.overtaken(connection, fence);
            }
            write(connection, collection.getAsLong(), form.of(fence.collection()), changes);
            return fence;
        });
    }

    private static void write(Connection connection, long collection, RowForm form, List<StateChange> changes)
            throws SQLException {
        try (Rows rows = new Rows(connection, collection, form)) {
            for (StateChange change : changes) {
                ChangeRows.write(rows, change);
            }
            rows.send();
        }
    }

    @Override
    public CollectionState load(CollectionKey collection) {
        return database.read("loading the state of " + collection, connection -> {
            OptionalLong known = Leases.collection(connection, collection);
            return known.isPresent()
                    ? StateRows.load(connection, known.getAsLong(), form.of(collection))
                    : CollectionState.empty();
        });
    }

    @Override
    public List<JournalEntry> journal(CollectionKey collection) {
        return database.read("reading the journal of " + collection, connection -> {
            OptionalLong known = Leases.collection(connection, collection);
            return known.isPresent() ? journal(connection, known.getAsLong(), form.of(collection)) : List.of();
        });
    }

    private static List<JournalEntry> journal(Connection connection, long collection, RowForm form)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(Table.JOURNAL.all())) {
            statement.setLong(1, collection);
            List<JournalEntry> lines = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(form.read(form.at(Table.JOURNAL, rows.getObject(1)), Codec.JOURNAL, rows.getString(2)));
                }
            }
            return List.copyOf(lines);
        }
    }

    @Override
    public OptionalInt journalLinesBefore(CollectionKey collection, Instant moment) {
        return database.read("counting old lines of the journal of " + collection, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(JOURNAL_BEFORE)) {
                statement.setBytes(1, Texts.bytes(collection.organization().value()));
                statement.setBytes(2, Texts.bytes(collection.user().value()));
                statement.setString(3, collection.kind().name());
                statement.setLong(4, moment.getEpochSecond());
                statement.setLong(5, moment.getEpochSecond());
                statement.setInt(6, moment.getNano());
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    return OptionalInt.of(rows.getInt(1));
                }
            }
        });
    }

    @Override
    public Optional<Pause> pause(CollectionKey collection) {
        return property(collection, Property.PAUSE, Codec.PAUSE);
    }

    @Override
    public Optional<MoveOrigin> movedFrom(CollectionKey collection) {
        return property(collection, Property.MOVE, Codec.MOVE);
    }

    private <T> Optional<T> property(CollectionKey collection, Property property, Codec<T> codec) {
        RowForm rowForm = form.of(collection);
        return database.read("asking for the " + property + " of " + collection, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(PROPERTY)) {
                statement.setBytes(1, Texts.bytes(collection.organization().value()));
                statement.setBytes(2, Texts.bytes(collection.user().value()));
                statement.setString(3, collection.kind().name());
                statement.setString(4, property.of());
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next()
                            ? Optional.of(rowForm.read(rowForm.at(property, property.of()), codec, rows.getString(1)))
                            : Optional.empty();
                }
            }
        });
    }

    @Override
    public Optional<OrganizationActivity> activity(OrganizationId organization, Instant since) {
        return database.read("adding up the activity of " + organization, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ACTIVITY)) {
                statement.setBytes(1, Texts.bytes(organization.value()));
                statement.setBytes(2, Texts.bytes(organization.value()));
                statement.setLong(3, since.getEpochSecond());
                statement.setLong(4, since.getEpochSecond());
                statement.setInt(5, since.getNano());
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    return Optional.of(new OrganizationActivity(rows.getLong(1), rows.getLong(2)));
                }
            }
        });
    }
}
