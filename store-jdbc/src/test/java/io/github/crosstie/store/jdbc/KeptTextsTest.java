package io.github.crosstie.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayName("What people have typed")
class KeptTextsTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("G6: stands nowhere in a SQLite file nor beside it, with digests for bases")
    void isNotInTheFile() throws Exception {
        Sqlite file = Sqlite.in(folder);
        knowsAll(TypedTexts.syncedIn(Sealed.store(file.source())));

        assertThat(StoredBytes.inFiles(folder).found(TypedTexts.ALL)).isEmpty();
        assertThat(StoredBytes.inColumns(file.source()).found(TypedTexts.ALL)).isEmpty();
    }

    @Test
    @DisplayName("G6: stands in no column of PostgreSQL, with digests for bases")
    @ExtendWith(Postgres.class)
    void isNotInPostgres(PGSimpleDataSource database) throws Exception {
        knowsAll(TypedTexts.syncedIn(Sealed.store(database)));

        assertThat(StoredBytes.inColumns(database).found(TypedTexts.ALL)).isEmpty();
    }

    @Test
    @DisplayName("is all there with values for bases, so that it would be found")
    void isThereWithValues() throws Exception {
        Sqlite file = Sqlite.in(folder);
        knowsAll(TypedTexts.syncedIn(file.store()));

        assertThat(StoredBytes.inFiles(folder).found(TypedTexts.ALL)).containsExactlyElementsOf(TypedTexts.ALL);
        assertThat(StoredBytes.inColumns(file.source()).found(TypedTexts.ALL))
                .containsExactlyElementsOf(TypedTexts.ALL);
    }

    @Test
    @DisplayName("G6: stands nowhere in rows of any kind, each of which says what it said")
    void isInNoKindOfRow() throws Exception {
        Sqlite file = Sqlite.in(folder);
        StateStore store = Sealed.store(file.source());
        EveryRow every = new EveryRow();
        store.commit(Told.acquire(store), every.changes());

        hasRowsOfEveryKind(file.source());
        assertThat(StoredBytes.inFiles(folder).found(every.texts())).isEmpty();
        assertThat(StoredBytes.inColumns(file.source()).found(every.texts())).isEmpty();
    }

    @Test
    @DisplayName("G6: is not to be guessed from versions, which some systems make of all that a record holds")
    void isNotToBeGuessedFromVersions() throws Exception {
        ItemVersion version = new ItemVersion("c2hhLTI1NiBvZiBhbGw");
        Half half = new Half(new ItemId("003A"), version, new EveryRow().base());
        Link link = Link.of(new LinkId("link"), half, half);
        JdbcStateStore values = Sqlite.in(folder).store();
        values.commit(Told.acquire(values), List.of(new StateChange.PutLink(link)));
        assertThat(StoredBytes.inColumns(Sqlite.in(folder).source()).found(List.of(version.value())))
                .as("would be found")
                .isNotEmpty();

        JdbcStateStore store = Sealed.store(Sqlite.in(folder).source());
        store.rewrite();

        assertThat(StoredBytes.inFiles(folder).found(List.of(version.value()))).isEmpty();
        assertThat(StoredBytes.inColumns(Sqlite.in(folder).source()).found(List.of(version.value())))
                .isEmpty();
        assertThat(store.load(Told.CONTACTS).link(link.id()).map(Link::crm).map(Half::version))
                .contains(version);
    }

    @Test
    @DisplayName("would be found in rows of every kind")
    void wouldBeFoundInEveryKindOfRow() throws Exception {
        Sqlite file = Sqlite.in(folder);
        StateStore store = file.store();
        EveryRow every = new EveryRow();
        store.commit(Told.acquire(store), every.changes());

        assertThat(StoredBytes.inColumns(file.source()).found(every.texts())).containsExactlyElementsOf(every.texts());
    }

    /** A kind of row that somebody adds is not forgotten here. */
    private static void hasRowsOfEveryKind(DataSource source) throws SQLException {
        Set<String> telling = new TreeSet<>();
        Stream.of(Table.values()).filter(Table::mayTell).map(Table::name).forEach(telling::add);
        Stream.of(Property.values())
                .filter(Property::mayTell)
                .map(Property::name)
                .forEach(telling::add);
        Set<String> filled = new TreeSet<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (Table table : Table.values()) {
                try (ResultSet rows = statement.executeQuery("select 1 from crosstie_" + table.name())) {
                    if (rows.next()) {
                        filled.add(table.name());
                    }
                }
            }
            try (ResultSet rows = statement.executeQuery("select name from crosstie_property")) {
                while (rows.next()) {
                    filled.add(Property.named(rows.getString(1)).name());
                }
            }
        }
        assertThat(filled).containsAll(telling);
    }

    /** Nothing is kept from the engine: it knows conflicts, writes without an answer, and records that wait. */
    private static void knowsAll(TypedTexts typed) {
        CollectionState contacts = typed.state(ItemKind.CONTACT);
        assertThat(typed.user().store().journal(typed.user().collection(ItemKind.CONTACT)))
                .as("journal")
                .isNotEmpty();
        assertThat(contacts.intents()).as("intents").isNotEmpty();
        assertThat(contacts.links())
                .as("attempts")
                .anyMatch(link -> !link.attempts().isEmpty());
        assertThat(contacts.observations()).as("waiting").anyMatch(seen -> seen.waiting() != null);
        assertThat(typed.state(ItemKind.EVENT).links()).as("events").isNotEmpty();
    }
}
