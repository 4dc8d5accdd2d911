package io.github.crosstie.move;

import io.github.crosstie.item.ItemId;
import java.util.Objects;

/** What a person decides about a record that was not found again (S22). */
public sealed interface Decision {

    /**
     * It is this one.
     *
     * @param to the id by the new way: a candidate, or any record there that no other link has
     */
    record Choose(ItemId to) implements Decision {
        /** Requires the id. */
        public Choose {
            Objects.requireNonNull(to, "to");
        }
    }

    /** It is gone: its counterpart in the CRM stays by itself, neither matched nor created again (S11). */
    record Detach() implements Decision {}

    /** It did not come along: the next round creates it again in the mailbox from its counterpart in the CRM. */
    record Recreate() implements Decision {}
}
