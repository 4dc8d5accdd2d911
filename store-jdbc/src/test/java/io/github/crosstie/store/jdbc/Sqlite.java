package io.github.crosstie.store.jdbc;

import java.nio.file.Path;
import org.sqlite.SQLiteDataSource;

/** A SQLite file for a test. */
record Sqlite(Path file) {

    static Sqlite in(Path folder) {
        return new Sqlite(folder.resolve("state.db"));
    }

    SQLiteDataSource source() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    /** The store, whose tables are made if they are missing. */
    JdbcStateStore store() {
        JdbcSchema.of(source()).apply();
        return JdbcStateStore.open(source());
    }
}
