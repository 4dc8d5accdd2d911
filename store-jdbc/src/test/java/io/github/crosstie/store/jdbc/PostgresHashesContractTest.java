package io.github.crosstie.store.jdbc;

import io.github.crosstie.state.StateStore;
import io.github.crosstie.testkit.StateStoreContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.ds.PGSimpleDataSource;

/** By the caller's clock: the contract moves the time. */
@DisplayName("A store of digests in a PostgreSQL database")
@ExtendWith(Postgres.class)
class PostgresHashesContractTest extends StateStoreContract {

    private PGSimpleDataSource database = new PGSimpleDataSource();

    @BeforeEach
    void takeDatabase(PGSimpleDataSource empty) {
        database = empty;
    }

    @Override
    protected StateStore open() {
        return ValuesBack.of(Sealed.store(database));
    }

    @Override
    protected StateStore openAgain(StateStore store) {
        return ((ValuesBack) store).over(Sealed.store(database));
    }
}
