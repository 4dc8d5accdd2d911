package io.github.crosstie.move;

import io.github.crosstie.connector.Owner;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;

/**
 * What the move of a mailbox comes to (S22). Nothing is touched by it.
 *
 * @param mailbox whose mailbox
 * @param collections contacts and events, those of them that flow
 */
public record MovePlan(Owner mailbox, List<CollectionMove> collections) {

    /** Copies the list. */
    public MovePlan {
        Objects.requireNonNull(mailbox, "mailbox");
        collections = List.copyOf(collections);
    }

    /**
     * Whether all of it may be committed.
     *
     * @return true if nothing keeps it
     */
    public boolean isCommittable() {
        return collections.stream().allMatch(CollectionMove::isCommittable);
    }

    /**
     * How many records keep their link.
     *
     * @return their number
     */
    public int linked() {
        return sum(CollectionMove::linked);
    }

    /**
     * How many known records the next round would create once more.
     *
     * @return their number; 0 in a plan that may be committed
     */
    public int created() {
        return sum(collection -> collection.proof().created());
    }

    /**
     * How many records the next round would delete for not being shown.
     *
     * @return their number; 0 in a plan that may be committed
     */
    public int deleted() {
        return sum(collection -> collection.proof().deleted());
    }

    private int sum(ToIntFunction<CollectionMove> number) {
        return collections.stream().mapToInt(number).sum();
    }
}
