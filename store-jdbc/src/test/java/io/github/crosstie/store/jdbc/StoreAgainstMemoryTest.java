package io.github.crosstie.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.state.StateChange;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayName("A store over JDBC knows the same as the one in memory")
class StoreAgainstMemoryTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    @DisplayName("after any changes, in a SQLite file")
    void inSqlite(long seed) {
        Sqlite file = Sqlite.in(folder);

        assertThat(StoreAgainstMemory.run(file.store(), seed))
                .as("commits that both refuse")
                .isPositive();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 6})
    @DisplayName("after any changes, in PostgreSQL")
    @ExtendWith(Postgres.class)
    void inPostgres(long seed, PGSimpleDataSource database) {
        JdbcSchema.of(database).apply();

        assertThat(StoreAgainstMemory.run(JdbcStateStore.open(database), seed))
                .as("commits that both refuse")
                .isPositive();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {8, 9})
    @DisplayName("after any changes, with digests for bases, in a SQLite file")
    void withDigestsInSqlite(long seed) {
        JdbcStateStore store = Sealed.store(Sqlite.in(folder).source());

        assertThat(StoreAgainstMemory.run(ValuesBack.of(store), seed))
                .as("commits that both refuse")
                .isPositive();
    }

    @Test
    @DisplayName("and has rows for every kind of change, all of which are tried")
    void hasRowsForEveryKindOfChange() {
        RandomState state =
                new RandomState(RandomGeneratorFactory.of("L64X128MixRandom").create(7));

        assertThat(ChangeRows.known())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(StateChange.class.getPermittedSubclasses())
                        .<Class<? extends StateChange>>map(kind -> kind.asSubclass(StateChange.class))
                        .toList())
                .isEqualTo(new RandomChanges(state)
                        .all().stream().map(each -> each.get().getClass()).collect(Collectors.toSet()));
    }
}
