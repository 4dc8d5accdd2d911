package io.github.crosstie.store.jdbc.cluster;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.shaded.jdbc.PreparedStatementSetter;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Which mailboxes a process claims, a batch at a time: pushed ones first, then organizations by turns, the one with the fewest rounds
 * under way first, none with more than its share over all processes, and none that is paused. Among those of an organization the longest due goes first.
 * Thread-safe.
 *
 * <p>Who counts rounds that are under way must not do so while another process adds some: claims are made one after the other.
 */
final class Claims extends PostgreSqlJdbcCustomization {

    static final String CLAIM = """
            with busy as (
                select organization, count(*) as rounds from crosstie_mailbox where picked group by organization
            ), due as (
                select task_name, task_instance, execution_time, priority, organization,
                    row_number() over (partition by organization order by priority desc, execution_time) as turn
                from crosstie_mailbox
                where not picked and (execution_time <= ? or (priority > 0 and consecutive_failures = 0))
                    and not exists (
                        select 1 from crosstie_organization known
                        where known.organization = crosstie_mailbox.organization and known.paused_until > ?)
            ), chosen as (
                select due.task_name, due.task_instance
                from due left join busy on busy.organization = due.organization
                where coalesce(busy.rounds, 0) + due.turn <= ?
                order by due.priority desc, coalesce(busy.rounds, 0) + due.turn, due.execution_time
                limit ?
            )
            update crosstie_mailbox mailbox
            set picked = true, picked_by = ?, last_heartbeat = ?, version = version + 1, priority = 0
            from chosen
            where mailbox.task_name = chosen.task_name and mailbox.task_instance = chosen.task_instance
                and not mailbox.picked
            returning mailbox.*""";

    private final int mostOfOrganization;
    private final BooleanSupplier resting;

    /** Claims so many of an organization at most, and nobody at all while the process rests. */
    Claims(int mostOfOrganization, BooleanSupplier resting) {
        super(false, false);
        this.mostOfOrganization = mostOfOrganization;
        this.resting = resting;
    }

    @Override
    public List<Execution> lockAndFetchSingleStatement(
            JdbcTaskRepositoryContext context, Instant now, int limit, boolean orderByPriority) {
        return context.jdbcRunner.inTransaction(transaction -> {
            MailboxTable.ALONE.forEach(sql -> transaction.execute(sql, PreparedStatementSetter.NOOP));
            return transaction.query(
                    CLAIM,
                    claim -> bind(claim, now, limit, context.schedulerName.getName()),
                    context.resultSetMapper.get());
        });
    }

    /** Completes the claim of so many mailboxes at most. */
    void bind(PreparedStatement claim, Instant now, int limit, String claimant) throws SQLException {
        setInstant(claim, 1, now);
        setInstant(claim, 2, now);
        claim.setInt(3, mostOfOrganization);
        claim.setInt(4, resting.getAsBoolean() ? 0 : limit);
        claim.setString(5, claimant);
        setInstant(claim, 6, now);
    }
}
