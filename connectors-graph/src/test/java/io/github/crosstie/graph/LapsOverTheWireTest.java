package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.graph.internal.wire.Way;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Pages that lead back to where they came from: no page says that more follows and stays at its place. */
class LapsOverTheWireTest {

    private final Office office = new Office(Way.LEAN);
    private final Endpoint contacts =
            office.another().paging(1, 50).build().open(Office.ADA, ItemKind.CONTACT, Items.anyConfiguration());
    private Cursor place;

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName("F3: an empty page between two polls is gone past")
    void goesPastEmptyPages() {
        synced(2);
        edit();
        office.graph.faults().nth("delta", 1).emptyPage();

        assertThat(changed()).hasSize(2);
    }

    @Test
    @DisplayName("F5: a link that expires within a lap lets the lap begin anew, and all of it is told")
    void beginsTheLapAnew() {
        synced(3);
        edit();
        office.graph.faults().nth("delta", 2).expire();

        assertThat(changed()).hasSize(3);
    }

    @Test
    @DisplayName("F5: who is led back for ever lists everything again")
    void givesUpAnEndlessLap() {
        synced(2);
        edit();
        office.graph.faults().every("delta").emptyPage();

        assertThatThrownBy(this::changed)
                .isInstanceOf(CursorExpiredException.class)
                .hasMessageContaining("again and again");
    }

    private void synced(int count) {
        office.mailbox.addFolder("Salesforce_Sync", office.mailbox.contacts());
        for (int at = 0; at < count; at++) {
            office.folder(ItemKind.CONTACT).put(Map.of("Surname", "Contact" + at));
        }
        changed();
    }

    private void edit() {
        office.folder(ItemKind.CONTACT)
                .list()
                .forEach(contact -> office.folder(ItemKind.CONTACT).edit(contact.id(), "JobTitle", "Changed"));
    }

    /** All that is told up to the end, by a caller that takes no page for progress that stays where it is. */
    private List<String> changed() {
        List<String> ids = new ArrayList<>();
        ChangePage page;
        do {
            page = contacts.changes(place);
            assertThat(page.more() && page.next().equals(place))
                    .as("more follows at the same place")
                    .isFalse();
            place = page.next();
            page.changes().stream()
                    .map(change -> change.id().value())
                    .filter(id -> !ids.contains(id))
                    .forEach(ids::add);
        } while (page.more());
        return ids;
    }
}
