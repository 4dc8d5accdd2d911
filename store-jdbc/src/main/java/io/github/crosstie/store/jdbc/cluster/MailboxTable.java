package io.github.crosstie.store.jdbc.cluster;

import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.store.jdbc.internal.codec.Texts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** The table in which a cluster's mailboxes wait, as far as it is not db-scheduler's to read and write. Thread-safe. */
final class MailboxTable {

    static final String NAME = "crosstie_mailbox";

    /** The name of the one task there is: a round of a mailbox. */
    static final String TASK = "sync";

    /**
     * What a transaction begins with that shares out mailboxes, or changes which there are: it does so alone, and sees what the one
     * before it did, however strictly the host isolates transactions otherwise.
     */
    static final List<String> ALONE =
            List.of("set transaction isolation level read committed", "select pg_advisory_xact_lock(7241096532119)");

    private static final String NOW = "select clock_timestamp()";
    private static final String REVISION = "select revision from crosstie_cluster";
    private static final String CHANGE = "update crosstie_cluster set revision = revision + 1";
    private static final String ADD = "insert into crosstie_mailbox (task_name, task_instance, execution_time)"
            + " select '" + TASK + "', name, clock_timestamp() from unnest(?) name on conflict do nothing";
    /** One at which a process is goes when it is through. */
    private static final String REMOVE = "delete from crosstie_mailbox where not picked"
            + " and not exists (select 1 from unnest(?) name where name = task_instance)";

    private static final String LEAVE =
            "delete from crosstie_mailbox where task_instance = ? and picked and version = ?";
    /** It is as it was before it was claimed. */
    private static final String PUT_BACK = "update crosstie_mailbox set picked = false, picked_by = null,"
            + " last_heartbeat = null, version = version + 1, execution_time = ?"
            + " where task_instance = ? and picked and version = ?";

    private static final String PUSH = "update crosstie_mailbox set priority = 1 where task_instance = ?";
    /** While a process is at it, nobody knows yet whether it will be left alone. */
    private static final String RESUME = "update crosstie_mailbox set priority = 1, consecutive_failures = 0"
            + " where task_instance = ? and not picked";
    /** Only if nobody else has done so: who takes the mailbox over has leases of its own. */
    private static final String END_LEASES = "with dead as (select 1 from crosstie_mailbox"
            + " where task_instance = ? and picked and version = ? for update)"
            + " update crosstie_collection set epoch = epoch + 1, owner = null"
            + " where organization = ? and user_id = ? and exists (select 1 from dead)";

    private final Transactions transactions;

    MailboxTable(DataSource source) {
        transactions = new Transactions(source);
    }

    /** The database's time. */
    Instant now() {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(NOW);
                    ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getObject(1, OffsetDateTime.class).toInstant();
            }
        });
    }

    /** How often the roster has changed. */
    long revision() {
        return transactions.run(MailboxTable::revision);
    }

    private static long revision(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REVISION);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The roster has changed, for all processes. */
    void change() {
        transactions.run(connection -> Transactions.update(connection, CHANGE));
    }

    /**
     * Lets these mailboxes wait for their rounds, and no others. New ones are due at once; the others stay as they are. Without effect
     * if the roster has changed since that revision: who loads it as it is now keeps it.
     */
    void keep(long revision, Collection<OrganizationUser> mailboxes) {
        Object[] names = mailboxes.stream().map(MailboxName::of).toArray();
        alone(connection -> {
            if (revision(connection) != revision) {
                return 0;
            }
            return Transactions.update(connection, REMOVE, connection.createArrayOf("text", names))
                    + Transactions.update(connection, ADD, connection.createArrayOf("text", names));
        });
    }

    /**
     * A mailbox that is at this process has left the roster of that revision. Returns false, and keeps it, if the roster has changed
     * since, or somebody else took the mailbox over.
     */
    boolean leave(String name, long version, long revision) {
        return alone(connection ->
                        revision(connection) == revision ? Transactions.update(connection, LEAVE, name, version) : 0)
                > 0;
    }

    /** A mailbox that is at this process had no round after all: it waits until that moment, with as many failures as before. */
    void putBack(String name, long version, Instant due) {
        transactions.run(
                connection -> Transactions.update(connection, PUT_BACK, due.atOffset(ZoneOffset.UTC), name, version));
    }

    /** A mailbox is to come before those that merely are due. Returns false if there is no such one. */
    boolean push(OrganizationUser mailbox) {
        return transactions.run(connection -> Transactions.update(connection, PUSH, MailboxName.of(mailbox))) > 0;
    }

    /** The same for one that is left alone. Returns false while a process is at it, too. */
    boolean resume(OrganizationUser mailbox) {
        return transactions.run(connection -> Transactions.update(connection, RESUME, MailboxName.of(mailbox))) > 0;
    }

    /**
     * Ends the leases of a process that died at a mailbox: whoever takes it over need not wait for them to run out, and if the process
     * lives after all, its commits are refused (F13).
     */
    void endLeases(String name, long version) {
        OrganizationUser mailbox = MailboxName.read(name);
        transactions.run(connection -> Transactions.update(
                connection,
                END_LEASES,
                name,
                version,
                Texts.bytes(mailbox.organization().value()),
                Texts.bytes(mailbox.user().value())));
    }

    private int alone(Transactions.Work<Integer> work) {
        return transactions.run(connection -> {
            for (String sql : ALONE) {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    statement.execute();
                }
            }
            return work.in(connection);
        });
    }
}
