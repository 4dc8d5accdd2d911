package stranger;

import io.github.crosstie.state.StateStore;
import io.github.crosstie.store.jdbc.JdbcSchema;
import io.github.crosstie.store.jdbc.JdbcStateStore;
import io.github.crosstie.testkit.StateStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** The published contract, run by somebody else's build. */
class KeptStateTest extends StateStoreContract {

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
