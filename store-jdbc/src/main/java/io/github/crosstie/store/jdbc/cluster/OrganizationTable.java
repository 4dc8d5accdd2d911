package io.github.crosstie.store.jdbc.cluster;

import io.github.crosstie.directory.OrganizationId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * Organizations whose systems failed of late, at whatever process: how often in a row, and until when all of an organization's
 * mailboxes are left alone. Thread-safe.
 */
final class OrganizationTable {

    /** Rounds that were under way when the pause began tell nothing new. */
    private static final String FAILED = """
            insert into crosstie_organization as known (organization, failures) values (?, 1)
            on conflict (organization) do update set failures = known.failures
                + case when known.paused_until > clock_timestamp() then 0 else 1 end
            returning failures, pauses""";

    /** Once, however many rounds fail at the same time. */
    private static final String PAUSE = "update crosstie_organization"
            + " set failures = 0, pauses = pauses + 1, paused_until = ? where organization = ? and pauses = ?";

    private static final String WELL = "delete from crosstie_organization where organization = ?";

    private final Transactions transactions;

    OrganizationTable(DataSource source) {
        transactions = new Transactions(source);
    }

    /**
     * What is known of an organization's failures.
     *
     * @param failures how many rounds in a row failed since the last pause, for a reason that they are likely to share
     * @param pauses how many pauses in a row there were
     */
    record Trouble(int failures, int pauses) {}

    /** One more round failed for a reason that others of the organization are likely to share. */
    Trouble failed(OrganizationId organization) {
        return transactions.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FAILED)) {
                statement.setString(1, MailboxName.of(organization));
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    return new Trouble(rows.getInt(1), rows.getInt(2));
                }
            }
        });
    }

    /** Leaves all mailboxes of an organization alone until a moment; not if somebody did since. */
    boolean pause(OrganizationId organization, Trouble trouble, Instant until) {
        return transactions.run(connection -> Transactions.update(
                        connection,
                        PAUSE,
                        until.atOffset(ZoneOffset.UTC),
                        MailboxName.of(organization),
                        trouble.pauses()))
                > 0;
    }

    /** A round of it went through, or somebody says that it is mended. */
    void well(OrganizationId organization) {
        transactions.run(connection -> Transactions.update(connection, WELL, MailboxName.of(organization)));
    }
}
