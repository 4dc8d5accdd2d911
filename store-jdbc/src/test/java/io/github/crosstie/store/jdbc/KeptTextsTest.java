package io.github.crosstie.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.item.ItemKind;
import io.github.crosstie.state.CollectionState;
import java.nio.file.Path;
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

    /** Nothing is kept from the engine: it knows conflicts, writes without an answer, and records that wait. */
    private static void knowsAll(TypedTexts typed) {
        CollectionState contacts = typed.state(ItemKind.CONTACT);
        assertThat(typed.user().store().journal(typed.user().collection(ItemKind.CONTACT)))
                .as("journal")
                .isNotEmpty();
        assertThat(contacts.intents()).as("intents").isNotEmpty();
        assertThat(contacts.links()).as("attempts").anyMatch(link -> !link.attempts().isEmpty());
        assertThat(contacts.observations()).as("waiting").anyMatch(seen -> seen.waiting() != null);
        assertThat(typed.state(ItemKind.EVENT).links()).as("events").isNotEmpty();
    }
}
