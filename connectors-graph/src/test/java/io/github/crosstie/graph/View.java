package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody knows of a folder who reads its changes and nothing else. */
final class View {

    private static final int MOST_PAGES = 500;

    private final Endpoint endpoint;
    final Map<ItemId, ItemVersion> known = new LinkedHashMap<>();
    final Map<ItemId, Removal> gone = new LinkedHashMap<>();
    private @Nullable Cursor cursor;

    View(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** The same folder as another process sees it. */
    View over(Endpoint another) {
        View view = new View(another);
        view.known.putAll(known);
        view.gone.putAll(gone);
        view.cursor = cursor;
        return view;
    }

    /** All that is told now. */
    List<Change> read() {
        List<Change> told = new ArrayList<>();
        ChangePage page;
        int pages = 0;
        do {
            page = endpoint.changes(cursor);
            cursor = page.next();
            told.addAll(page.changes());
            pages++;
            assertThat(pages).as("pages of a listing that ends").isLessThan(MOST_PAGES);
        } while (page.more());
        told.forEach(this::note);
        return told;
    }

    private void note(Change change) {
        if (change instanceof Change.Upserted upserted) {
            known.put(change.id(), upserted.version());
            gone.remove(change.id());
        } else if (known.remove(change.id()) != null) {
            gone.put(change.id(), ((Change.Removed) change).removal());
        }
    }
}
