package io.github.crosstie.store.jdbc;

import io.github.crosstie.state.StateStore;
import io.github.crosstie.testkit.StateStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A store in a SQLite file")
class SqliteStoreContractTest extends StateStoreContract {

    @TempDir
    Path folder;

    @Override
    protected StateStore open() {
        return Sqlite.in(folder).store();
    }

    @Override
    protected StateStore openAgain(StateStore store) {
        return JdbcStateStore.open(Sqlite.in(folder).source());
    }
}
