package io.github.crosstie.store.jdbc.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.store.jdbc.JdbcSchema;
import io.github.crosstie.store.jdbc.Postgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayName("Claims of mailboxes")
@ExtendWith(Postgres.class)
class ClaimsTest {

    private static final int NO_CAP = 1_000;

    private PGSimpleDataSource database;
    private MailboxTable table;

    @BeforeEach
    void create(PGSimpleDataSource source) {
        JdbcSchema.of(source).apply();
        database = source;
        table = new MailboxTable(source);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** What a process claims now: so many mailboxes at most, and no more than so many of an organization. */
    private List<String> claim(int most, int ofOrganization) throws SQLException {
        return claim(new Claims(ofOrganization, () -> false), most);
    }

    private List<String> claim(Claims claims, int most) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement lock = connection.createStatement()) {
                for (String sql : MailboxTable.ALONE) {
                    lock.execute(sql);
                }
            }
            List<String> claimed = new ArrayList<>();
            try (PreparedStatement claim = connection.prepareStatement(Claims.CLAIM)) {
                claims.bind(claim, table.now(), most, "one");
                try (ResultSet rows = claim.executeQuery()) {
                    while (rows.next()) {
                        claimed.add(rows.getString("task_instance"));
                    }
                }
            }
            connection.commit();
            return claimed;
        }
    }

    private static OrganizationUser user(String organization, int number) {
        return Offices.user(organization, number);
    }

    private void keep(Stream<OrganizationUser> one, Stream<OrganizationUser> other) {
        table.keep(table.revision(), Stream.concat(one, other).toList());
    }

    private void dueSince(String seconds, OrganizationUser mailbox) throws SQLException {
        execute("update crosstie_mailbox set execution_time = clock_timestamp() - interval '" + seconds
                + " seconds' where task_instance = '" + MailboxName.of(mailbox) + "'");
    }

    @Test
    @DisplayName("take whom the database's time says is due, the longest due first")
    void takeTheLongestDueFirst() throws SQLException {
        keep(Offices.users("A", 3), Stream.of());
        dueSince("100", user("A", 2));
        dueSince("-100", user("A", 3));

        assertThat(claim(1, NO_CAP)).containsExactly("A/A-2");
        assertThat(claim(5, NO_CAP)).containsExactly("A/A-1");
        assertThat(claim(5, NO_CAP)).isEmpty();
    }

    @Test
    @DisplayName("take pushed mailboxes first, due or not, and each push once")
    void takePushedOnesFirst() throws SQLException {
        keep(Offices.users("A", 3), Offices.users("B", 1));
        dueSince("-100", user("A", 3));
        assertThat(table.push(user("A", 3))).isTrue();

        assertThat(claim(1, NO_CAP)).containsExactly("A/A-3");

        execute("update crosstie_mailbox set picked = false where picked");
        assertThat(claim(9, NO_CAP)).containsExactlyInAnyOrder("A/A-1", "A/A-2", "B/B-1");
    }

    @Test
    @DisplayName("leave a parked mailbox alone though it is pushed, until somebody says that it is mended (F7)")
    void leaveParkedOnesAlone() throws SQLException {
        keep(Offices.users("A", 1), Stream.of());
        dueSince("-100", user("A", 1));
        execute("update crosstie_mailbox set consecutive_failures = 2");
        table.push(user("A", 1));

        assertThat(claim(1, NO_CAP)).isEmpty();
        assertThat(table.resume(user("A", 1))).isTrue();
        assertThat(claim(1, NO_CAP)).containsExactly("A/A-1");
    }

    @Test
    @DisplayName("leave all mailboxes of a paused organization alone, pushed or not, until the pause ends (F7)")
    void leavePausedOrganizationsAlone() throws SQLException {
        OrganizationId odd = new OrganizationId("A/B %");
        OrganizationTable organizations = new OrganizationTable(database);
        keep(
                Stream.of(new OrganizationUser(odd, new UserId("1")), new OrganizationUser(odd, new UserId("2"))),
                Offices.users("A", 1));
        assertThat(table.push(new OrganizationUser(odd, new UserId("2")))).isTrue();

        organizations.pause(odd, organizations.failed(odd), table.now().plusSeconds(3_600));
        assertThat(claim(9, NO_CAP)).containsExactly("A/A-1");

        execute("update crosstie_organization set paused_until = now() - interval '1 second'");
        assertThat(claim(9, NO_CAP)).hasSize(2);
    }

    @Test
    @DisplayName(
            "count failures of an organization in a row: none while it is paused, none from before one that went through")
    void countFailuresInARow() {
        OrganizationId acme = new OrganizationId("A");
        OrganizationTable organizations = new OrganizationTable(database);
        organizations.failed(acme);
        OrganizationTable.Trouble second = organizations.failed(acme);
        assertThat(second).isEqualTo(new OrganizationTable.Trouble(2, 0));

        organizations.pause(acme, second, table.now().plusSeconds(3_600));
        // At the same time, elsewhere.
        organizations.pause(acme, second, table.now().plusSeconds(9_999));
        assertThat(organizations.failed(acme)).isEqualTo(new OrganizationTable.Trouble(0, 1));

        organizations.well(acme);
        assertThat(organizations.failed(acme)).isEqualTo(new OrganizationTable.Trouble(1, 0));
        assertThat(organizations.failed(new OrganizationId("B"))).isEqualTo(new OrganizationTable.Trouble(1, 0));
    }

    @Test
    @DisplayName("take nobody while the process rests, and miss nobody")
    void takeNobodyAtRest() throws SQLException {
        keep(Offices.users("A", 2), Stream.of());

        assertThat(claim(new Claims(NO_CAP, () -> true), 9)).isEmpty();
        assertThat(claim(9, NO_CAP)).hasSize(2);
    }

    @Test
    @DisplayName("take organizations by turns, however many mailboxes of one are due longer")
    void takeOrganizationsByTurns() throws SQLException {
        keep(Offices.users("A", 20), Offices.users("B", 2));
        execute("update crosstie_mailbox set execution_time = execution_time - interval '1 hour'"
                + " where organization = 'A'");

        assertThat(claim(4, NO_CAP)).filteredOn(name -> name.startsWith("B/")).hasSize(2);
    }

    @Test
    @DisplayName("take first of the organization with the fewest rounds under way")
    void takeOfTheLeastBusyFirst() throws SQLException {
        keep(Offices.users("A", 9), Stream.of());
        assertThat(claim(3, NO_CAP)).hasSize(3);
        keep(Offices.users("A", 9), Offices.users("B", 9));

        assertThat(claim(3, NO_CAP)).allMatch(name -> name.startsWith("B/"));
    }

    @Test
    @DisplayName("give no organization more than its share, pushed mailboxes included")
    void keepToTheShare() throws SQLException {
        keep(Offices.users("A", 9), Offices.users("B", 1));
        table.push(user("A", 7));
        table.push(user("A", 8));
        table.push(user("A", 9));

        assertThat(claim(9, 2)).containsExactlyInAnyOrder("A/A-7", "A/A-8", "B/B-1");
        assertThat(claim(9, 2)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"read committed", "repeatable read", "serializable"})
    @DisplayName(
            "that are made at the same time take no mailbox twice, and keep to the share together, however isolated")
    void keepToTheShareTogether(String isolation) throws Exception {
        database.setOptions("-c default_transaction_isolation=" + isolation.replace(" ", "\\ "));
        int workers = 4;
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            for (int race = 0; race < 10; race++) {
                execute("delete from crosstie_mailbox");
                keep(Offices.users("A", 20), Offices.users("B", 1));
                CyclicBarrier start = new CyclicBarrier(workers);
                Callable<List<String>> claim = () -> {
                    start.await();
                    return claim(2, 3);
                };
                List<String> claimed = new ArrayList<>();
                for (Future<List<String>> each : threads.invokeAll(List.of(claim, claim, claim, claim))) {
                    claimed.addAll(each.get());
                }

                assertThat(claimed).as("race %d", race).doesNotHaveDuplicates().hasSize(4);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @DisplayName("know new mailboxes of a changed roster, and no more those that left; the others stay as they are")
    void followTheRoster() throws SQLException {
        keep(Offices.users("A", 2), Stream.of());
        dueSince("-100", user("A", 2));

        keep(Stream.of(user("A", 2)), Offices.users("B", 1));

        assertThat(claim(9, NO_CAP)).containsExactly("B/B-1");
        assertThat(table.push(user("A", 1))).isFalse();
        assertThat(table.push(user("A", 2))).isTrue();
    }

    @Test
    @DisplayName("know whom the roster has since its last change, however late one of before is loaded")
    void knowTheLatestRoster() throws SQLException {
        long before = table.revision();
        table.change();
        keep(Offices.users("A", 1), Stream.of());

        table.keep(before, Offices.users("B", 1).toList());

        assertThat(claim(9, NO_CAP)).containsExactly("A/A-1");
        assertThat(table.leave("A/A-1", 2, before)).isFalse();
        assertThat(table.push(user("A", 1))).isTrue();
        assertThat(table.leave("A/A-1", 2, table.revision())).isTrue();
        assertThat(table.push(user("A", 1))).isFalse();
    }

    @Test
    @DisplayName("tell ids apart whatever characters they have")
    void tellIdsApart() throws SQLException {
        OrganizationUser odd = Offices.user("A/B %\u00e9", 1);
        keep(Stream.of(odd), Stream.of());

        assertThat(claim(9, NO_CAP))
                .singleElement()
                .satisfies(name -> assertThat(MailboxName.read(name)).isEqualTo(odd));
    }
}
