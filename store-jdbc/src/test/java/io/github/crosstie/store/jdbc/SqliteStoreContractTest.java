package io.github.crosstie.store.jdbc;

import io.github.crosstie.state.StateStore;
import io.github.crosstie.testkit.StateStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

@DisplayName("A store in a SQLite file")
class SqliteStoreContractTest extends StateStoreContract {

    @TempDir
    Path folder;

    private SQLiteDataSource file() {
        SQLiteDataSource file = new SQLiteDataSource();
        file.setUrl("jdbc:sqlite:" + folder.resolve("state.db"));
        return file;
    }

    @Override
    protected StateStore open() {
        JdbcSchema.of(file()).apply();
        return JdbcStateStore.open(file());
    }

    @Override
    protected StateStore openAgain(StateStore store) {
        return JdbcStateStore.open(file());
    }
}
