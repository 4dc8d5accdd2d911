package io.github.crosstie.ews;

import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.item.ItemKind;

/**
 * Hears that something changed in a mailbox. Called on threads of the watch's scheduler, by one at a time; does not take long,
 * and throws nothing.
 */
@FunctionalInterface
public interface ChangeListener {

    /**
     * Something changed, or may have: a round is due. Told once for changes that come close together.
     *
     * @param kind of records of which kind
     */
    void due(ItemKind kind);

    /**
     * No changes are told for now. Rounds at their usual times find them all the same.
     *
     * @param trouble why
     * @param goesOn whether the watch tries again by itself, and tells then that rounds are due; otherwise it has ended
     */
    default void interrupted(CrosstieException trouble, boolean goesOn) {}
}
