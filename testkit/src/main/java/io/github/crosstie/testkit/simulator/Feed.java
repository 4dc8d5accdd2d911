package io.github.crosstie.testkit.simulator;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a side tells of its changes: some late, some twice, some in another order. What it withholds from a page it tells in a later
 * one, and its cursors remember how much of that was told, so that a page that is asked for again is whole again.
 */
final class Feed {

    private static final int MOST_ROUNDS = 3;

    private final World world;
    private final Side side;
    private final List<Withheld> withheld = new ArrayList<>();
    private final List<Change> told = new ArrayList<>();
    /** New records that are not found yet, with the round from which on they are. */
    private final Map<ItemId, Integer> hidden = new HashMap<>();

    Feed(World world, Side side) {
        this.world = world;
        this.side = side;
    }

    /** A change that is not told before a round. */
    private record Withheld(Change change, int fromRound) {}

    /** A cursor: how many withheld changes were told, whether a listing of everything is under way, and the side's own one. */
    private record Place(
            int told, boolean listing, @Nullable Cursor inner) {

        Place {
            if (inner == null && !listing) {
                throw new IllegalArgumentException("place without a cursor; begin with a listing");
            }
        }

        static Place of(Cursor cursor) {
            String text = cursor.value();
            int end = text.indexOf('~');
            return new Place(
                    Integer.parseInt(text.substring(1, end)),
                    text.charAt(0) == 'L',
                    new Cursor(text.substring(end + 1)));
        }

        static Cursor cursor(int told, boolean listing, Cursor inner) {
            return new Cursor((listing ? "L" : "C") + told + "~" + inner.value());
        }
    }

    ChangePage page(Endpoint endpoint, @Nullable Cursor cursor) {
        Place place = cursor == null ? new Place(withheld.size(), true, null) : Place.of(cursor);
        ChangePage page = endpoint.changes(place.inner());
        List<Change> changes = new ArrayList<>();
        for (Change change : page.changes()) {
            int fromRound = hidden.getOrDefault(change.id(), 0);
            if (fromRound > world.rounds()) {
                withhold(change, fromRound);
            } else {
                changes.add(change);
            }
        }
        int upTo = place.told();
        while (upTo < withheld.size() && withheld.get(upTo).fromRound() <= world.rounds()) {
            changes.add(withheld.get(upTo).change());
            upTo++;
        }
        Cursor next = Place.cursor(upTo, place.listing() && page.more(), page.next());
        return new ChangePage(changes, next, page.more(), page.complete());
    }

    /** The page with a fault in it; the same page if the fault finds nothing to spoil. */
    ChangePage spoiled(@Nullable Cursor asked, ChangePage page, FaultKind kind) {
        boolean listing = asked == null || Place.of(asked).listing();
        return switch (kind) {
            case FEED_LAG -> page.changes().isEmpty() ? page : without(page, 1);
            case LYING_LISTING ->
                listing && !page.changes().isEmpty()
                        ? without(page, 1 + world.choices().below(page.changes().size()))
                        : page;
            case TRUNCATED_LISTING -> listing ? truncated(page) : page;
            case REORDERED -> page.changes().size() > 1 ? reordered(page) : page;
            case REPLAYED -> replayed(page, listing);
            default -> page;
        };
    }

    private ChangePage without(ChangePage page, int count) {
        List<Change> changes = new ArrayList<>(page.changes());
        for (int i = 0; i < count; i++) {
            Change change = changes.get(world.choices().below(changes.size()));
            if (world.census().mayBeWithheld(side, change.id())) {
                changes.remove(change);
                withhold(change, world.rounds() + 1 + world.choices().below(MOST_ROUNDS));
            }
        }
        if (changes.size() == page.changes().size()) {
            return page;
        }
        return new ChangePage(changes, page.next(), page.more(), page.complete());
    }

    /** What is told late is told without the record, which may be another one by then. */
    private void withhold(Change change, int fromRound) {
        Change late = change instanceof Change.Upserted upserted
                ? new Change.Upserted(upserted.id(), upserted.version())
                : change;
        withheld.add(new Withheld(late, fromRound));
    }

    private ChangePage truncated(ChangePage page) {
        int kept = world.choices().below(page.changes().size() + 1);
        return new ChangePage(page.changes().subList(0, kept), page.next(), false, false);
    }

    private static ChangePage reordered(ChangePage page) {
        List<Change> changes = new ArrayList<>(page.changes());
        Collections.reverse(changes);
        return new ChangePage(changes, page.next(), page.more(), page.complete());
    }

    /** What a listing of everything tells again is there: nobody could know better, as it tells of no deletions. */
    private ChangePage replayed(ChangePage page, boolean listing) {
        List<Change> known = new ArrayList<>(told);
        known.addAll(page.changes());
        known.removeIf(change -> listing && world.side(side).item(change.id()).isEmpty());
        if (known.isEmpty()) {
            return page;
        }
        List<Change> changes = new ArrayList<>(page.changes());
        int count = 1 + world.choices().below(2);
        for (int i = 0; i < count; i++) {
            Change again = known.get(known.size() - 1 - world.choices().below(known.size()));
            changes.add(world.choices().below(changes.size() + 1), again);
        }
        return new ChangePage(changes, page.next(), page.more(), page.complete());
    }

    void told(ChangePage page) {
        told.addAll(page.changes());
    }

    /** A new record is not to be seen for some rounds. */
    void hide(ItemId created) {
        hidden.put(created, world.rounds() + 1 + world.choices().below(MOST_ROUNDS));
    }

    boolean isHidden(ItemId id) {
        return hidden.getOrDefault(id, 0) > world.rounds();
    }

    /** Everything that is late is told from now on. */
    void catchUp() {
        hidden.clear();
        withheld.replaceAll(one -> new Withheld(one.change(), 0));
    }
}
