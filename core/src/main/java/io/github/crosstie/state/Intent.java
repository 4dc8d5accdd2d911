package io.github.crosstie.state;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.diff.FieldChange;
import io.github.crosstie.diff.FieldConflict;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import java.util.List;
import java.util.Objects;

/**
 * A remote write that is about to happen, stored before the call and removed in the commit that stores its outcome. One that
 * is found open at the start of a round tells of a write of which nobody knows whether it happened.
 */
public sealed interface Intent {

    /**
     * Whose link is written. A link has one open intent at most.
     *
     * @return the link
     */
    LinkId link();

    /**
     * Where is written.
     *
     * @return the side
     */
    Side side();

    /**
     * A creation; the content is in the link's attempt of that tag.
     *
     * @param link the link
     * @param side where the record is created
     * @param tag the mark of the attempt
     */
    record Create(LinkId link, Side side, CorrelationTag tag) implements Intent {
        /** Requires all parts. */
        public Create {
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(side, "side");
            Objects.requireNonNull(tag, "tag");
        }
    }

    /**
     * An update.
     *
     * @param link the link
     * @param side where the record is changed
     * @param changes the new values and where they come from
     * @param conflicts values that are overwritten although they were not in step: journaled with the outcome (S3)
     */
    record Update(LinkId link, Side side, List<FieldChange> changes, List<FieldConflict> conflicts) implements Intent {
        /** Copies the lists. */
        public Update {
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(side, "side");
            changes = List.copyOf(changes);
            conflicts = List.copyOf(conflicts);
        }
    }

    /**
     * A deletion.
     *
     * @param link the link
     * @param side where the record is deleted
     * @param conflicts edits of the record that are lost with it: journaled with the outcome (S3)
     */
    record Delete(LinkId link, Side side, List<FieldConflict> conflicts) implements Intent {
        /** Copies the list. */
        public Delete {
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(side, "side");
            conflicts = List.copyOf(conflicts);
        }
    }

    /**
     * The removal of a record that the engine itself created twice.
     *
     * @param link the link whose attempt created it; may have ended
     * @param side where the record is
     * @param duplicate the record
     * @param conflicts edits of the record that could not be carried over to the linked one: journaled with the outcome
     */
    record RemoveDuplicate(LinkId link, Side side, ItemId duplicate, List<FieldConflict> conflicts) implements Intent {
        /** Copies the list. */
        public RemoveDuplicate {
            Objects.requireNonNull(link, "link");
            Objects.requireNonNull(side, "side");
            Objects.requireNonNull(duplicate, "duplicate");
            conflicts = List.copyOf(conflicts);
        }
    }
}
