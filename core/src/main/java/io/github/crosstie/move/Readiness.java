package io.github.crosstie.move;

import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.PauseReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        if (state.links().stream().anyMatch(Readiness::isHalfChanged)) {
            blockers.add(new MoveBlocker(
                    MoveBlocker.Kind.OPEN_WRITES,
                    "a series may be changed half-way, which only the present way can tell; let rounds run by it"));
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

    /** What keeps everybody from calling for now (F7, F8); a way that is switched off does not keep a mailbox from leaving it. */
    static Optional<MoveBlocker> pause(CollectionState state, Instant now) {
        return Optional.ofNullable(state.pause())
                .filter(pause -> pause.reason() != PauseReason.ACCESS_BLOCKED && pause.forbids(now))
                .map(pause -> new MoveBlocker(
                        MoveBlocker.Kind.UNREACHABLE,
                        "the collection is left alone until " + pause.until() + ": " + pause.message()));
    }

    private static boolean isHalfChanged(Link link) {
        Half mail = link.mail();
        return mail != null
                && mail.base().value(EventFields.RECURRENCE) != null
                && link.uncertainty().lateWrites().stream()
                        .anyMatch(late -> late.intent().side() == Side.MAIL);
    }
}
