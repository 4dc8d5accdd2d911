package io.github.crosstie.store.jdbc;

import io.github.crosstie.state.StateStore;
import io.github.crosstie.testkit.StateStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A store of digests in a SQLite file")
class SqliteHashesContractTest extends StateStoreContract {

    @TempDir
    Path folder;

    @Override
    protected StateStore open() {
        return ValuesBack.of(Sealed.store(Sqlite.in(folder).source()));
    }

    @Override
    protected StateStore openAgain(StateStore store) {
        return ((ValuesBack) store).over(Sealed.store(Sqlite.in(folder).source()));
    }
}
