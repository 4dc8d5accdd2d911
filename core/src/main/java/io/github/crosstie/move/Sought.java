package io.github.crosstie.move;

import io.github.crosstie.item.ItemId;
import io.github.crosstie.state.Hint;
import io.github.crosstie.state.Link;
import org.jspecify.annotations.Nullable;

/**
 * A record of the mailbox that is to be found again: a half of a link, a detached record, or one that was linked once.
 *
 * @param from its id by the old way
 * @param link its link; null for the others
 * @param hint what is remembered of its former link; null for the others
 */
record Sought(ItemId from, @Nullable Link link, @Nullable Hint hint) {

    static Sought half(ItemId id, Link link) {
        return new Sought(id, link, null);
    }

    static Sought detached(ItemId id) {
        return new Sought(id, null, null);
    }

    static Sought former(ItemId id, Hint hint) {
        return new Sought(id, null, hint);
    }
}
