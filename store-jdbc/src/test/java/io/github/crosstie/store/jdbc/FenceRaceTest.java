package io.github.crosstie.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.fault.FencedException;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.StateStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayName("Two connections that race for a collection")
class FenceRaceTest {

    private static final int RACES = 20;

    @TempDir
    Path folder;

    private final ExecutorService workers = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        workers.shutdownNow();
    }

    @Test
    @DisplayName("F13: are told apart, in a SQLite file")
    void inSqlite() throws Exception {
        race(Sqlite.in(folder).store(), Sqlite.in(folder).store());
    }

    @Test
    @DisplayName("F13: are told apart, in PostgreSQL")
    @ExtendWith(Postgres.class)
    void inPostgres(PGSimpleDataSource database) throws Exception {
        JdbcSchema.of(database).apply();
        race(JdbcStateStore.open(database, LeaseClock.CALLER), JdbcStateStore.open(database, LeaseClock.CALLER));
    }

    private void race(StateStore one, StateStore two) throws Exception {
        for (int number = 0; number < RACES; number++) {
            Fence lease = raceForTheLease(one, two);
            raceForTheCommit(one, two, lease, number);
        }
    }

    private Fence raceForTheLease(StateStore one, StateStore two) throws Exception {
        List<Optional<Fence>> leases = both(
                () -> one.acquire(Told.CONTACTS, "one", Told.NOW, Told.LEASE),
                () -> two.acquire(Told.CONTACTS, "two", Told.NOW, Told.LEASE));

        assertThat(leases.stream().filter(Optional::isPresent))
                .as("one lease alone")
                .hasSize(1);
        return leases.stream().flatMap(Optional::stream).findFirst().orElseThrow();
    }

    private void raceForTheCommit(StateStore one, StateStore two, Fence lease, int number) throws Exception {
        List<Optional<Fence>> outcomes = both(
                () -> commit(one, lease, number),
                () -> two.acquire(Told.CONTACTS, "heir", Told.NOW.plus(Told.LEASE), Told.LEASE));

        CollectionState state = one.load(Told.CONTACTS);
        assertThat(state.links().stream().anyMatch(link -> link.id().value().equals("link " + number)))
                .as("the commit was made if it was acknowledged, and only then")
                .isEqualTo(outcomes.get(0).isPresent());
        assertThatThrownBy(() -> one.commit(lease, Told.step(number)))
                .as("after the heir came")
                .isInstanceOf(FencedException.class);
        two.release(outcomes.get(1).orElseThrow());
    }

    private static Optional<Fence> commit(StateStore store, Fence lease, int number) {
        try {
            store.commit(lease, Told.step(number));
            return Optional.of(lease);
        } catch (FencedException overtaken) {
            return Optional.empty();
        }
    }

    private <T> List<T> both(Callable<T> one, Callable<T> two) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Future<T>> running = new ArrayList<>();
        for (Callable<T> each : List.of(one, two)) {
            running.add(workers.submit(() -> {
                start.await();
                return each.call();
            }));
        }
        return List.of(running.get(0).get(), running.get(1).get());
    }
}
