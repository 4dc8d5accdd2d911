package io.github.crosstie.apply;

import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Hint;
import io.github.crosstie.state.Intent;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.MoveOrigin;
import io.github.crosstie.state.Observation;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Notices that a side is not the one that was synced before: a mailbox or folder that was created anew, or another mailbox under a
 * changed address (F9). All ids are new then. What was linked becomes hints, both sides are listed whole, and records find each
 * other by their marks, by the hints, then by first contact. Nothing that is missing counts as deleted, and no deletion is made
 * before both sides are listed.
 *
 * <p>A crash before the new identity is stored is a beginning anew, with the hints that are there.
 */
final class Relink {

    private static final int COMMIT_SIZE = 500;

    private final Ledger ledger;
    private final Sides sides;
    private final Journaling journaling;
    private final RoundLog log;
    private final Set<Side> anew = EnumSet.noneOf(Side.class);

    Relink(Ledger ledger, Sides sides, Journaling journaling, RoundLog log) {
        this.ledger = ledger;
        this.sides = sides;
        this.journaling = journaling;
        this.log = log;
    }

    /** Looks what the sides stand for; what was on its way to a side that is gone is of no use any more. */
    void look() {
        for (Side side : Side.values()) {
            ScopeIdentity identity = sides.on(side).scopeIdentity();
            requireNotLeft(side, identity);
            ScopeIdentity known = ledger.state().scope(side);
            if (known == null || (!identity.equals(known) && identity.continues(known))) {
                ledger.commit(List.of(new StateChange.SetScope(side, identity)));
            } else if (!identity.equals(known)) {
                anew.add(side);
                discardWrites(side);
            }
        }
    }

    /** A way into the mailbox that it has moved away from shows the same records by other ids: nothing was created anew (S22). */
    private void requireNotLeft(Side side, ScopeIdentity identity) {
        MoveOrigin origin = ledger.state().movedFrom();
        if (side == Side.MAIL && origin != null && origin.scope().equals(identity)) {
            throw new MailboxUnavailableException("the mailbox moved to another way of access at " + origin.at()
                    + ", and this round came by the former one; let rounds go by the new one (CrosstieBuilder.successor),"
                    + " or roll the move back");
        }
    }

    /** Nobody can find out any more what became of these writes: values that they may have overwritten go to the journal. */
    private void discardWrites(Side side) {
        CollectionState state = ledger.state();
        List<List<StateChange>> steps = new ArrayList<>();
        for (Intent intent : List.copyOf(state.intents())) {
            if (intent.side() == side) {
                List<StateChange> changes = new ArrayList<>();
                changes.add(new StateChange.RemoveIntent(intent.link()));
                state.link(intent.link())
                        .ifPresent(link -> changes.addAll(
                                intent instanceof Intent.Update update
                                        ? journaling.lines(link, update.conflicts())
                                        : List.of()));
                steps.add(changes);
            }
        }
        for (Link link : List.copyOf(state.links())) {
            if (link.missing().filter(side::equals).isPresent()) {
                steps.add(List.of(new StateChange.RemoveLink(link.id())));
            }
        }
        commit(steps);
    }

    /** Turns what was linked into hints. To be called once everything else that was on its way is found out about. */
    void begin() {
        for (Side side : anew) {
            commit(hints(side));
            ledger.commit(List.of(
                    new StateChange.BeginRelink(),
                    new StateChange.SetScope(side, sides.on(side).scopeIdentity()),
                    new StateChange.BeginScan(Side.CRM),
                    new StateChange.BeginScan(Side.MAIL)));
            log.add(new Outcome.Relinking(side, ledger.state().hints().size()));
        }
    }

    private List<List<StateChange>> hints(Side side) {
        CollectionState state = ledger.state();
        List<List<StateChange>> steps = new ArrayList<>();
        for (Hint hint : List.copyOf(state.hints())) {
            if (hint.isWhole() || hint.key(side) != null) {
                steps.add(List.of(new StateChange.RemoveHint(hint.link())));
            }
        }
        for (Link link : List.copyOf(state.links())) {
            List<StateChange> changes = new ArrayList<>();
            changes.add(new StateChange.RemoveIntent(link.id()));
            changes.add(new StateChange.RemoveLink(link.id()));
            if (link.missing().isEmpty()) {
                changes.add(new StateChange.PutHint(hint(link, side)));
            }
            steps.add(changes);
        }
        for (Observation observation : List.copyOf(state.observations())) {
            if (observation.key().side() == side) {
                steps.add(List.of(new StateChange.ClearObservation(observation.key())));
            }
        }
        for (RecordKey key : List.copyOf(state.detached())) {
            if (key.side() == side) {
                steps.add(List.of(new StateChange.Reattach(key)));
            }
        }
        return steps;
    }

    private static Hint hint(Link link, Side side) {
        Half lost = Objects.requireNonNull(link.on(side));
        Half kept = Objects.requireNonNull(link.on(side.other()));
        return new Hint(
                link.id(),
                side == Side.CRM ? null : kept.id(),
                side == Side.MAIL ? null : kept.id(),
                Hint.Reason.RELINKED,
                lost.base());
    }

    /** The end of a round that left nothing to do: once both sides are listed whole, hints that nobody needed tell nothing more. */
    void end() {
        CollectionState state = ledger.state();
        if (!state.isRelinking() || state.scanned(Side.CRM) != null || state.scanned(Side.MAIL) != null) {
            return;
        }
        commit(state.hints().stream()
                .filter(hint -> hint.reason() == Hint.Reason.RELINKED)
                .map(hint -> List.<StateChange>of(new StateChange.RemoveHint(hint.link())))
                .toList());
        ledger.commit(List.of(new StateChange.EndRelink()));
    }

    private void commit(List<List<StateChange>> steps) {
        for (List<List<StateChange>> batch : Batches.of(steps, COMMIT_SIZE)) {
            ledger.commit(batch.stream().flatMap(List::stream).toList());
        }
    }
}
