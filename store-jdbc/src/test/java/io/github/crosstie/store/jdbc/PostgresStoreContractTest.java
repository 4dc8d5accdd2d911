package io.github.crosstie.store.jdbc;

import io.github.crosstie.state.StateStore;
import io.github.crosstie.testkit.StateStoreContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

/** By the caller's clock: the contract moves the time. */
@DisplayName("A store in a PostgreSQL database")
@ExtendWith(Postgres.class)
class PostgresStoreContractTest extends StateStoreContract {

    private PGSimpleDataSource database = new PGSimpleDataSource();

    @BeforeEach
    void takeDatabase(PGSimpleDataSource empty) {
        database = empty;
    }

    @Override
    protected StateStore open() {
        JdbcSchema.of(database).apply();
        return JdbcStateStore.open(database, LeaseClock.CALLER);
    }

    @Override
    protected StateStore openAgain(StateStore store) {
        return JdbcStateStore.open(database, LeaseClock.CALLER);
    }
}
