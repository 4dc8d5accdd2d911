package io.github.crosstie.store.jdbc;

import static io.github.crosstie.testkit.SyncAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.state.StateStore;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.SyncedUser;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

@DisplayName("A round whose database fails in the middle of it")
class TroubledRoundTest {

    private static final int CONTACTS = 30;
    /** More than a lease and more than any pause. */
    private static final Duration LATER = Duration.ofDays(1);

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "F14: ends when PostgreSQL is restarted before the commit that tells of its writes, and the next one loses and doubles nothing")
    void isRestarted() throws IOException {
        try (RestartedPostgres postgres = RestartedPostgres.in(folder)) {
            JdbcSchema.of(postgres.database()).apply();
            AtomicReference<BooleanSupplier> isDue = new AtomicReference<>(() -> false);
            DataSource restarted = BeforeCommit.in(postgres.database(), connection -> {
                if (isDue.get().getAsBoolean()) {
                    isDue.set(() -> false);
                    postgres.restart();
                }
            });
            SyncedUser user = user(JdbcStateStore.open(restarted, LeaseClock.CALLER));
            // Records are made, and the commit that tells of it is lost.
            isDue.set(() -> !user.mailContacts().items().isEmpty());

            SyncResult troubled = user.sync();

            stopped(troubled);
            assertThat(user.mailContacts().items()).isNotEmpty();
            goesOn(user);
        }
    }

    @Test
    @DisplayName("F14: ends when the disk is full, and the next one, with more room, loses and doubles nothing")
    void isFull() throws SQLException {
        Sqlite file = Sqlite.in(folder);
        file.store();
        SQLiteDataSource source = file.source();
        SyncedUser user = user(JdbcStateStore.open(source));
        source.getConfig().setMaxPageCount(pages(file.source()) + 3);

        SyncResult troubled = user.sync();

        stopped(troubled);
        assertThat(user.mailContacts().items().size()).isLessThan(CONTACTS);
        source.getConfig().setMaxPageCount(1_000_000);
        goesOn(user);
    }

    private static SyncedUser user(StateStore store) {
        SyncedUser user = SyncedUser.builder().store(store).build();
        for (int number = 0; number < CONTACTS; number++) {
            user.crmContacts()
                    .create(Items.contact("Ada " + number, "Lovelace")
                            .set(ContactFields.NOTES, "n".repeat(500))
                            .build());
        }
        return user;
    }

    /** The report says what to do, and nothing of anybody. */
    private static void stopped(SyncResult troubled) {
        assertThat(troubled).isInstanceOfSatisfying(SyncResult.Synced.class, synced -> {
            RoundReport report = synced.rounds().get(ItemKind.CONTACT);
            assertThat(report.stopped()).hasValueSatisfying(stop -> {
                assertThat(stop.code()).isEqualTo(OutcomeCode.UNAVAILABLE);
                assertThat(stop.message()).contains("then go on").doesNotContain("Lovelace");
            });
        });
    }

    private static void goesOn(SyncedUser user) {
        user.syncAfter(LATER);

        assertThat(user.mailContacts().items().values())
                .extracting(contact -> contact.value(ContactFields.GIVEN_NAME))
                .hasSize(CONTACTS)
                .doesNotHaveDuplicates();
        assertThat(user.crmContacts().items()).hasSize(CONTACTS);
        SyncResult again = user.syncAfter(LATER);
        assertThat(again)
                .isInstanceOfSatisfying(
                        SyncResult.Synced.class,
                        synced -> assertThat(synced.writes()).isZero());
    }

    private static int pages(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("pragma page_count")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
