package io.github.crosstie.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What every endpoint promises of its cursors: that they are texts, that they lose nothing, and that they expire
 * openly.
 */
abstract class CursorPromises extends EventPromises {

    private static final int EDITS = 3;

    abstract @Nullable Endpoint openedAgain();

    abstract boolean systemExpiresCursors();

    @Test
    @DisplayName("takes a cursor back as the text that it is, on another endpoint too")
    void takesACursorBackAsText() {
        Probe probe = probe();
        probe.create("Ada");
        Cursor cursor = Listing.of(probe.endpoint(), null).next();
        ItemId bea = probe.create("Bea").id();

        assertThat(Listing.of(probe.endpoint(), new Cursor(cursor.value())).changes())
                .containsKey(bea);

        Optional<Endpoint> other = Optional.ofNullable(openedAgain());
        Assumptions.assumeTrue(other.isPresent(), "the test cannot open the account a second time");
        assertThat(Listing.of(other.get(), new Cursor(cursor.value())).changes())
                .as("a round in another process goes on from it")
                .containsKey(bea);
        assertThat(other.get().scopeIdentity()).isEqualTo(probe.endpoint().scopeIdentity());
    }

    @Test
    @DisplayName("misses no change that is made between two pages of changes")
    void missesNoChangeBetweenPages() {
        Probe probe = probe();
        WriteOutcome.Written ada = probe.create("Ada");
        WriteOutcome.Written bea = probe.create("Bea");
        Cursor cursor = Listing.of(probe.endpoint(), null).next();
        WriteOutcome.Written changed = probe.update(ada, "Cleo");
        probe.update(bea, "Dora");

        ChangePage page = probe.endpoint().changes(cursor);
        Listing listing = Listing.just(page);
        for (int edit = 0; edit < EDITS; edit++) {
            changed = probe.update(changed, edit % 2 == 0 ? "Emmy" : "Fay");
            listing.then(Listing.just(probe.endpoint().changes(listing.next())));
        }
        ItemVersion last = changed.version();
        listing.then(Listing.of(probe.endpoint(), listing.next()));

        assertThat(listing.version(ada.id())).isEqualTo(last);
        assertThat(listing.changes()).containsKey(bea.id());
    }

    @Test
    @DisplayName("G3: never claims that a page of changes lists everything")
    void neverClaimsThatChangesAreEverything() {
        Probe probe = probe();
        probe.create("Ada");
        Cursor cursor = Listing.of(probe.endpoint(), null).next();
        probe.create("Bea");

        Listing changed = Listing.of(probe.endpoint(), cursor);
        Listing quiet = Listing.of(probe.endpoint(), changed.next());

        assertThat(changed.last().complete()).isFalse();
        assertThat(quiet.last().complete()).isFalse();
    }

    @Test
    @DisplayName("F5: refuses an expired cursor openly, and lists everything again without one")
    void refusesAnExpiredCursor() {
        Probe probe = probe();
        ItemId ada = probe.create("Ada").id();
        Cursor cursor = Listing.of(probe.endpoint(), null).next();
        Assumptions.assumeTrue(systemExpiresCursors(), "the test cannot make cursors expire");

        assertThatThrownBy(() -> probe.endpoint().changes(cursor)).isInstanceOf(CursorExpiredException.class);
        Listing everything = Listing.of(probe.endpoint(), null);
        assertThat(everything.changes()).containsOnlyKeys(ada);
        assertThat(everything.last().complete()).isTrue();
    }
}
