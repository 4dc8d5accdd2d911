package io.github.crosstie.benchmarks.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreTableTest {

    @Test
    void hasARowForEachMeasureAndAColumnForEachStore() {
        List<String> lines = StoreTable.markdown(List.of(
                new StoreColumn("plain file", Map.of(StoreMeasure.LINK_BYTES, 1_104.0)),
                new StoreColumn("SQLite", Map.of(StoreMeasure.LINK_BYTES, 1_515.0, StoreMeasure.COMMITS, 98.7))));

        assertThat(lines).hasSize(2 + StoreMeasure.values().length);
        assertThat(lines.get(0)).isEqualTo("| measured | plain file | SQLite |");
        assertThat(lines)
                .contains("| what a link takes on disk, bytes | 1,100 | 1,520 |")
                .contains("| commits of one changed link, one worker, a second | – | 99 |");
    }

    @Test
    void saysNoMoreThanThreeDigits() {
        List<String> lines =
                StoreTable.markdown(List.of(new StoreColumn("SQLite", Map.of(StoreMeasure.LINKS_STORED, 217_512.3))));

        assertThat(lines).contains("| links stored by commits of 100, one worker, a second | 218,000 |");
    }
}
