package io.github.crosstie.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All pages from a cursor on: the last word about each record. */
final class Listing {

    private static final int MOST_PAGES = 1_000;

    private final Map<ItemId, Change> changes = new LinkedHashMap<>();
    private ChangePage last;

    private Listing(ChangePage first) {
        last = first;
        take();
    }

    static Listing of(Endpoint endpoint, @Nullable Cursor cursor) {
        return from(endpoint, endpoint.changes(cursor));
    }

    /** A page by itself. */
    static Listing just(ChangePage page) {
        return new Listing(page);
    }

    /** Goes on from a page that was asked for before. */
    static Listing from(Endpoint endpoint, ChangePage first) {
        Listing listing = new Listing(first);
        for (int page = 1; listing.last.more(); page++) {
            assertThat(page).as("pages of a listing that ends").isLessThan(MOST_PAGES);
            listing.last = endpoint.changes(listing.last.next());
            listing.take();
        }
        return listing;
    }

    /** As if each first answer was lost on the way: every page is asked for twice, and the second answer counts. */
    static Listing repeated(Endpoint endpoint, @Nullable Cursor cursor) {
        endpoint.changes(cursor);
        Listing listing = new Listing(endpoint.changes(cursor));
        for (int page = 1; listing.last.more(); page++) {
            assertThat(page).as("pages of a listing that ends").isLessThan(MOST_PAGES);
            Cursor next = listing.last.next();
            endpoint.changes(next);
            listing.last = endpoint.changes(next);
            listing.take();
        }
        return listing;
    }

    private void take() {
        last.changes().forEach(change -> changes.put(change.id(), change));
    }

    Listing then(Listing later) {
        changes.putAll(later.changes);
        last = later.last;
        return this;
    }

    Map<ItemId, Change> changes() {
        return Collections.unmodifiableMap(changes);
    }

    ChangePage last() {
        return last;
    }

    Cursor next() {
        return last.next();
    }

    ItemVersion version(ItemId id) {
        Change change = changes.get(id);
        if (change instanceof Change.Upserted upserted) {
            return upserted.version();
        }
        throw new AssertionError("the listing does not show " + id + " as it is now, but as " + change);
    }
}
