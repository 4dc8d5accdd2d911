package io.github.crosstie.benchmarks.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That it measures, and what; figures are none of a test's business. */
class StoreMeasurementTest {

    @TempDir
    Path folder;

    private final StoreLoad load = new StoreLoad(StoreMeasurementTest::link, 8_000, 1, Duration.ofMillis(20));

    @Test
    void measuresEverythingOfADatabase() throws Exception {
        List<String> progress = new ArrayList<>();

        try (SqliteFile database = SqliteFile.in(folder)) {
            StoreColumn column = StoreMeasurement.measure(load, database, progress::add);

            assertThat(column.name()).isEqualTo("SQLite file");
            assertThat(column.figures()).containsOnlyKeys(StoreMeasure.values());
            assertThat(column.figures().get(StoreMeasure.LINK_BYTES))
                    .as("more than what the link is written as")
                    .isGreaterThan(load.plain(0, 1).remaining());
        }
        assertThat(progress).hasSize(StoreMeasure.values().length - 1);
    }

    @Test
    void measuresOfAPlainFileWhatOneCanDo() throws Exception {
        assertThat(PlainFileBound.measure(load, folder).figures())
                .containsOnlyKeys(
                        StoreMeasure.COMMITS, StoreMeasure.LINKS_STORED, StoreMeasure.LINK_BYTES, StoreMeasure.LEASES);
    }

    @Test
    void refusesALoadThatLeavesAWorkerWithoutACollection() {
        assertThatThrownBy(() -> new StoreLoad(StoreMeasurementTest::link, 7_000, 1, Duration.ofMillis(20)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a load of 7000 links; use a multiple of 1000, of 8000 or more");
    }

    @Test
    void aWorkerThatFailsEndsTheMeasurement() {
        Workers workers = new Workers(1, 1, Duration.ofMillis(1));

        assertThatThrownBy(() -> workers.perSecond(worker -> () -> {
                    throw new IllegalStateException("the disk is full");
                }))
                .hasMessageContaining("a worker failed")
                .hasRootCauseMessage("the disk is full");
    }

    @Test
    void nobodyClaimsWhatAnotherHasClaimed() throws Exception {
        try (SqliteFile database = SqliteFile.in(folder)) {
            DueTable due = DueTable.of(database.source(), 25);

            assertThat(due.claim(1, 10, 1_000)).isEqualTo(10);
            assertThat(due.claim(2, 10, 1_000)).isEqualTo(10);
            assertThat(due.owned(1)).isEqualTo(10);
            assertThat(due.owned(2)).isEqualTo(10);
        }
    }

    private static Link link(int number) {
        Item item = Item.contact()
                .put(ContactFields.GIVEN_NAME, "Given" + number)
                .put(ContactFields.SURNAME, "Surname" + number)
                .build();
        return Link.of(
                new LinkId("link-" + number),
                new Half(new ItemId("003" + number), null, item),
                new Half(new ItemId("AAMk" + number), null, item));
    }
}
