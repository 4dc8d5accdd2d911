package io.github.crosstie.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every endpoint promises of its listings and of its stream of changes. */
abstract class ChangePromises extends CursorPromises {

    abstract boolean tellsDeletions();

    abstract boolean personDeletes(ItemId id);

    @Test
    @DisplayName("lists everything, page by page, without a cursor")
    void listsEverythingWithoutACursor() {
        Probe probe = probe();
        ItemId ada = probe.create("Ada").id();
        ItemId bea = probe.create("Bea").id();
        ItemId cleo = probe.create("Cleo").id();

        Listing listing = Listing.of(probe.endpoint(), null);

        assertThat(listing.changes()).containsOnlyKeys(ada, bea, cleo);
        assertThat(listing.last().complete())
                .as("says that the listing is complete")
                .isTrue();
    }

    @Test
    @DisplayName("lists an empty account")
    void listsAnEmptyAccount() {
        Listing listing = Listing.of(probe().endpoint(), null);

        assertThat(listing.changes()).isEmpty();
        assertThat(listing.last().complete()).isTrue();
    }

    @Test
    @DisplayName("goes on from a cursor with what changed since")
    void goesOnFromACursor() {
        Probe probe = probe();
        Endpoint endpoint = probe.endpoint();
        WriteOutcome.Written ada = probe.create("Ada");
        WriteOutcome.Written bea = probe.create("Bea");
        Cursor cursor = Listing.of(endpoint, null).next();
        ItemVersion changed = probe.update(ada, "Dora").version();
        probe.delete(bea);
        ItemId cleo = probe.create("Cleo").id();

        Listing listing = Listing.of(endpoint, cursor);

        assertThat(listing.changes()).containsKeys(ada.id(), bea.id(), cleo);
        assertThat(listing.version(ada.id())).isEqualTo(changed);
        assertThat(listing.changes().get(bea.id())).isInstanceOf(Change.Removed.class);
        assertThat(Listing.of(endpoint, cursor).changes())
                .as("a cursor may be used again")
                .containsKeys(ada.id(), bea.id(), cleo);
    }

    @Test
    @DisplayName("loses nothing when a page of a listing is asked for again")
    void losesNothingWhenAPageOfAListingIsRepeated() {
        Probe probe = probe();
        ItemId ada = probe.create("Ada").id();
        ItemId bea = probe.create("Bea").id();
        ItemId cleo = probe.create("Cleo").id();

        Listing listing = Listing.repeated(probe.endpoint(), null);

        assertThat(listing.changes()).containsOnlyKeys(ada, bea, cleo);
        assertThat(listing.last().complete()).isTrue();
    }

    @Test
    @DisplayName("loses nothing when a page of changes is asked for again")
    void losesNothingWhenAPageOfChangesIsRepeated() {
        Probe probe = probe();
        WriteOutcome.Written ada = probe.create("Ada");
        Cursor cursor = Listing.of(probe.endpoint(), null).next();
        ItemId bea = probe.create("Bea").id();
        ItemVersion changed = probe.update(ada, "Dora").version();
        ItemId cleo = probe.create("Cleo").id();

        Listing listing = Listing.repeated(probe.endpoint(), cursor);

        assertThat(listing.changes()).containsKeys(ada.id(), bea, cleo);
        assertThat(listing.version(ada.id())).isEqualTo(changed);
    }

    @Test
    @DisplayName("misses no change that is made while it lists")
    void missesNoChangeWhileListing() {
        Probe probe = probe();
        WriteOutcome.Written ada = probe.create("Ada");
        probe.create("Bea");
        ChangePage first = probe.endpoint().changes(null);
        ItemVersion changed = probe.update(ada, "Dora").version();

        Listing listing = Listing.from(probe.endpoint(), first);
        listing.then(Listing.of(probe.endpoint(), listing.next()));

        assertThat(listing.version(ada.id())).isEqualTo(changed);
    }

    @Test
    @DisplayName("S10: a record that a person deletes shows as deleted in the changes")
    void showsWhatAPersonDeletes() {
        Probe probe = probe();
        ItemId ada = probe.create("Ada").id();
        ItemId bea = probe.create("Bea").id();
        Cursor cursor = Listing.of(probe.endpoint(), null).next();
        Assumptions.assumeTrue(personDeletes(ada), "nobody can delete a record by hand in this test");

        Change change = Listing.of(probe.endpoint(), cursor).changes().get(ada);

        assertThat(change).isInstanceOf(Change.Removed.class);
        if (tellsDeletions()) {
            assertThat(change).isEqualTo(new Change.Removed(ada, Removal.DELETED));
        }
        Listing everything = Listing.of(probe.endpoint(), null);
        assertThat(everything.changes().values())
                .filteredOn(Change.Upserted.class::isInstance)
                .extracting(Change::id)
                .containsExactly(bea);
    }
}
