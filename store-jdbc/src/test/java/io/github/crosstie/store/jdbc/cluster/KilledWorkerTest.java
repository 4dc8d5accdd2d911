package io.github.crosstie.store.jdbc.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.fault.FencedException;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.StateStore;
import io.github.crosstie.store.jdbc.JdbcSchema;
import io.github.crosstie.store.jdbc.JdbcStateStore;
import io.github.crosstie.store.jdbc.Postgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayName("A cluster of processes of which one is killed")
@ExtendWith(Postgres.class)
@Timeout(180)
class KilledWorkerTest {

    private static final int DEADLINE_SECONDS = 120;

    /** For a machine that has much else to do. */
    private static final Duration SLACK = Duration.ofSeconds(20);

    private final BlockingQueue<ChildProcess.Line> said = new LinkedBlockingQueue<>();
    private final List<ChildProcess> children = new ArrayList<>();

    @ParameterizedTest(name = "{0} processes")
    @ValueSource(ints = {2, 3})
    @DisplayName("F1, F13: its mailboxes go on elsewhere within the stated time, and no round runs twice to effect")
    void goesOn(int processes, PGSimpleDataSource database) throws Exception {
        JdbcSchema.of(database).apply();
        SharedMail.create(database);
        try {
            ChildProcess doomed = start(Worker.STUCK, database);
            String first = awaitLine(Worker.STUCK, doomed);
            String second = awaitLine(Worker.STUCK, doomed);
            Set<String> stuck = Set.of(first, second);
            Map<String, Fence> fences = new HashMap<>();
            for (String address : stuck) {
                fences.put(address, fence(database, address));
            }
            List<ChildProcess> heirs = new ArrayList<>();
            for (int heir = 1; heir < processes; heir++) {
                heirs.add(start(Worker.WELL, database));
            }
            for (ChildProcess heir : heirs) {
                awaitLine(Worker.DONE, heir);
            }

            Instant killed = new MailboxTable(database).now();
            doomed.kill();
            awaitDone(stuck);

            StateStore store = JdbcStateStore.open(database);
            for (String address : stuck) {
                assertThat(effects(database, address))
                        .as("when the contacts of %s were created, of which one before the kill", address)
                        .hasSize(Offices.CONTACTS)
                        .anySatisfy(at -> assertThat(at).isBefore(killed))
                        .anySatisfy(at -> assertThat(at)
                                .isBetween(
                                        killed,
                                        killed.plus(Worker.SETTINGS.takeOver()).plus(SLACK)));
                assertThatThrownBy(() -> store.commit(Objects.requireNonNull(fences.get(address)), List.of()))
                        .as("the dead one's fence")
                        .isInstanceOf(FencedException.class);
            }
            for (ChildProcess heir : heirs) {
                assertThat(heir.end()).as("exit code").isZero();
            }
            assertThat(new SharedMail(database).effects())
                    .containsExactlyInAnyOrderElementsOf(Worker.offices().effects());
        } finally {
            children.forEach(ChildProcess::close);
        }
    }

    private ChildProcess start(String how, PGSimpleDataSource database) throws IOException {
        String url = database.getUrl();
        ChildProcess child =
                ChildProcess.start(how, url + (url.contains("?") ? "&" : "?") + "user=" + database.getUser(), said);
        children.add(child);
        return child;
    }

    /** Whose mailbox a worker speaks of the next time that it says this. */
    private String awaitLine(String what, ChildProcess by) throws InterruptedException {
        ChildProcess.Line line = next();
        while (line.by() != by || !line.text().startsWith(what + " ")) {
            line = next();
        }
        return line.text().substring(what.length() + 1);
    }

    private void awaitDone(Set<String> addresses) throws InterruptedException {
        Set<String> left = new HashSet<>(addresses);
        while (!left.isEmpty()) {
            String text = next().text();
            left.removeIf(address -> text.equals(Worker.DONE + " " + address));
        }
    }

    private ChildProcess.Line next() throws InterruptedException {
        ChildProcess.Line line = said.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
        assertThat(line).as("what a worker says").isNotNull();
        return Objects.requireNonNull(line);
    }

    private static Fence fence(PGSimpleDataSource database, String address) throws SQLException {
        OrganizationUser user = Stream.concat(Offices.users("A", 3), Offices.users("B", 3))
                .filter(each -> Offices.address(each).equals(address))
                .findFirst()
                .orElseThrow();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select epoch from crosstie_collection where convert_from(user_id, 'UTF8') = ?")) {
            statement.setString(1, user.user().value());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return new Fence(
                        new CollectionKey(user.organization(), user.user(), ItemKind.CONTACT), rows.getLong(1));
            }
        }
    }

    private static List<Instant> effects(PGSimpleDataSource database, String address) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select at from shared_mail where mailbox = ? order by id")) {
            statement.setString(1, address);
            List<Instant> moments = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    moments.add(rows.getObject(1, OffsetDateTime.class).toInstant());
                }
            }
            return moments;
        }
    }
}
