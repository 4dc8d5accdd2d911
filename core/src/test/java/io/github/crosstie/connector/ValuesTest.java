package io.github.crosstie.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ValuesTest {

    private static final ItemId ID = new ItemId("a");
    private static final ItemVersion VERSION = new ItemVersion("v1");

    @Test
    void anUpdateChangesSomething() {
        assertThatThrownBy(() -> new Write.Update(ID, VERSION, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("update of a");
    }

    @Test
    @DisplayName("G6: an update shows the names of its fields, never their values")
    void anUpdateShowsNoValues() {
        assertThat(new Write.Update(ID, VERSION, Map.of(ContactFields.NOTES, "confidential")).toString())
                .contains("notes")
                .doesNotContain("confidential");
    }

    @Test
    void aChangeSpeaksOfOneRecord() {
        RemoteItem other =
                new RemoteItem(new ItemId("b"), VERSION, Item.contact().build());

        assertThatThrownBy(() -> new Change.Upserted(ID, VERSION, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("carries the record b");
    }

    @Test
    @DisplayName("G3: only the last page can complete a listing")
    void onlyTheLastPageCompletes() {
        assertThatThrownBy(() -> new ChangePage(List.of(), new Cursor("c"), true, true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTagFitsIntoEverySystem() {
        assertThatThrownBy(() -> new CorrelationTag("x".repeat(256)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 255");
    }
}
