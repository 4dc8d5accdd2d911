package io.github.crosstie.examples;

import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.StateStore;
import io.github.crosstie.store.jdbc.JdbcSchema;
import io.github.crosstie.store.jdbc.JdbcStateStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlite.SQLiteDataSource;

/** State in a SQLite file, which outlives the process. */
final class StateFile implements EngineMemory {

    private final Path file;
    private final SQLiteDataSource source = new SQLiteDataSource();

    /** Makes the file and its tables if they are missing. */
    StateFile(Path file) {
        this.file = file;
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        try {
            JdbcSchema.of(source).apply();
        } catch (CrosstieException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--state " + file + ": state cannot be kept there; name a new file in a folder"
                            + " that can be written. " + e.getMessage(),
                    e);
        }
    }

    @Override
    public StateStore open() {
        return JdbcStateStore.open(source);
    }

    @Override
    public Optional<Path> file() {
        return Optional.of(file);
    }

    /**
     * Refuses a file that knows one of these organizations' users. Records do not outlive a run, but the systems have
     * the same names in each: the engine would take the new ones for the old ones, and all that was there for lost.
     */
    void requireUnknown(List<OrganizationSetup> setups) {
        StateStore store = open();
        long known = setups.stream()
                .flatMap(StateFile::collections)
                .filter(collection -> store.load(collection).scope(Side.CRM) != null)
                .map(CollectionKey::user)
                .distinct()
                .count();
        if (known > 0) {
            throw new IllegalArgumentException("--state " + file + ": holds the state of an earlier run, which synced "
                    + known
                    + " of these users; the records of that run are gone with it, and the engine would take them for"
                    + " lost. Name a new file, or delete this one");
        }
    }

    private static Stream<CollectionKey> collections(OrganizationSetup setup) {
        return setup.roster()
                .enrollments()
                .flatMap(enrollment -> Stream.of(ItemKind.values())
                        .map(kind -> new CollectionKey(setup.id(), enrollment.user(), kind)));
    }
}
