package io.github.crosstie.move;

import io.github.crosstie.connector.Removal;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.state.LinkId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of one linked record of the mailbox on the way to the other access (S22). Holds no values. */
public sealed interface MovedRecord {

    /**
     * The link that the record is half of.
     *
     * @return its id
     */
    LinkId link();

    /**
     * The record by the old way.
     *
     * @return its id
     */
    ItemId from();

    /**
     * It was found: linked by its id, re-linked by anything else.
     *
     * @param link the link
     * @param from its id by the old way
     * @param to its id by the new way
     * @param rung by what it was found
     * @param version its version by the new way; null if it does not hold what was last seen of it, so that the next round compares
     *     and merges it
     */
    record Found(
            LinkId link,
            ItemId from,
            ItemId to,
            Rung rung,
            @Nullable ItemVersion version) implements MovedRecord {
        /** Requires all parts but the version. */
        public Found {
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(rung, "rung");
        }
    }

    /**
     * Nothing by the new way can be it: it was deleted there, or did not come along. Asks for a {@link Decision}.
     *
     * @param link the link
     * @param from its id by the old way
     * @param counterpart the record in the CRM; null if it was yet to be created there
     * @param removal what the new way says of the record to which the id leads: deleted, in another folder, or unknown
     * @param decision what is to become of its counterpart in the CRM; null while nobody has decided
     */
    record Orphaned(
            LinkId link,
            ItemId from,
            @Nullable ItemId counterpart,
            Removal removal,
            @Nullable Decision decision) implements MovedRecord {
        /** Requires link, id and removal. */
        public Orphaned {
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(removal, "removal");
        }
    }

    /**
     * Several records by the new way could be it, or it is one of several that could be one. Asks for a {@link Decision}.
     *
     * @param link the link
     * @param from its id by the old way
     * @param counterpart the record in the CRM; null if it was yet to be created there
     * @param candidates the ids by the new way, in order; two or more, or one that others could be too
     * @param decision what is to become of its counterpart in the CRM; null while nobody has decided
     */
    record Ambiguous(
            LinkId link,
            ItemId from,
            @Nullable ItemId counterpart,
            List<ItemId> candidates,
            @Nullable Decision decision)
            implements MovedRecord {
        /** Copies the candidates. */
        public Ambiguous {
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(from, "from");
            candidates = List.copyOf(candidates);
        }
    }
}
