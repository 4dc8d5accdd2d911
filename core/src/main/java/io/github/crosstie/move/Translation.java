package io.github.crosstie.move;

import io.github.crosstie.item.ItemId;
import java.util.Objects;

/** What became of an id that was to be translated. */
public sealed interface Translation {

    /**
     * The id that was asked about.
     *
     * @return the id by the old way
     */
    ItemId from();

    /**
     * It has a counterpart, be the record still there or not.
     *
     * @param from the id by the old way
     * @param to the id by the new way
     */
    record Translated(ItemId from, ItemId to) implements Translation {
        /** Requires both ids. */
        public Translated {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }
    }

    /**
     * It has none.
     *
     * @param from the id by the old way
     * @param reason what the system says, for people; without personal data
     */
    record Untranslatable(ItemId from, String reason) implements Translation {
        /** Requires both parts. */
        public Untranslatable {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
