package io.github.crosstie.move;

import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionState;
import java.util.ArrayList;
import java.util.List;

/** Whether what is stored of a collection lets it move. */
final class Readiness {

    private Readiness() {}

    /** What keeps a collection from moving, or from going back, told from what is stored alone. */
    static List<MoveBlocker> blockers(CollectionState state, boolean isBack) {
        if (isBack && state.movedFrom() == null) {
            return List.of(new MoveBlocker(
                    MoveBlocker.Kind.NOT_MOVED,
                    "the collection was not moved, so there is no way back; nothing to do"));
        }
        if (!isBack && state.movedFrom() != null) {
            return List.of(new MoveBlocker(
                    MoveBlocker.Kind.MOVED, "the collection is moved already; retire the move, or roll it back"));
        }
        List<MoveBlocker> blockers = new ArrayList<>();
        if (!state.intents().isEmpty()) {
            blockers.add(new MoveBlocker(
                    MoveBlocker.Kind.OPEN_WRITES,
                    "the outcome of " + state.intents().size()
                            + " writes is not known yet; let one more round run by the old way"));
        }
        if (!state.hold().entries().isEmpty()) {
            blockers.add(
                    new MoveBlocker(
                            MoveBlocker.Kind.HELD_DELETIONS,
                            state.hold().entries().size()
                                    + " deletions wait for a person; release them, or restore what was deleted, and let a round run"));
        }
        if (state.isRelinking()
                || (state.scanned(Side.MAIL) != null && !state.links().isEmpty())) {
            blockers.add(new MoveBlocker(
                    MoveBlocker.Kind.LISTING,
                    "a listing of everything is under way; let rounds run by the old way until it is through"));
        }
        return blockers;
    }
}
