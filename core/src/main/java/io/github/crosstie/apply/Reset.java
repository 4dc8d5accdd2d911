package io.github.crosstie.apply;

import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Hint;
import io.github.crosstie.state.Hold;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.Observation;
import io.github.crosstie.state.QuarantineEntry;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Forgets what was linked, and keeps it as hints (S20). The next round lists both sides whole, links again what the hints tell of
 * and is still there, and matches the rest as at first contact. Touches the stored state alone.
 *
 * <p>A crash in the midst leaves some links and some hints: either is right, and the listing of both sides is due already.
 */
final class Reset {

    private static final int COMMIT_SIZE = 500;

    private final Ledger ledger;

    Reset(Ledger ledger) {
        this.ledger = ledger;
    }

    static ResetCounts preview(CollectionState state) {
        int ending = (int) state.links().stream().filter(Reset::ends).count();
        int waiting = (int) state.observations().stream()
                .filter(observation -> observation.waiting() != null)
                .count();
        return new ResetCounts(
                ending,
                state.links().size() - ending,
                state.detached().size(),
                waiting,
                state.hold().entries().size(),
                state.quarantine().size(),
                state.intents().size());
    }

    /** A link ends unless a write of it is under way or may still arrive: then its record would be nobody's. */
    private static boolean ends(Link link) {
        return link.missing().isEmpty() && link.uncertainty().isNone();
    }

    void reset() {
        CollectionState state = ledger.state();
        ledger.commit(List.of(new StateChange.BeginScan(Side.CRM), new StateChange.BeginScan(Side.MAIL)));
        List<List<StateChange>> steps = new ArrayList<>();
        for (Link link : List.copyOf(state.links())) {
            if (ends(link) && state.intent(link.id()).isEmpty()) {
                steps.add(List.of(new StateChange.RemoveLink(link.id()), new StateChange.PutHint(hint(link))));
            }
        }
        for (Hint hint : List.copyOf(state.hints())) {
            if (hint.isWhole() && hint.reason() != Hint.Reason.RESET) {
                steps.add(List.of(new StateChange.PutHint(
                        new Hint(hint.link(), hint.crm(), hint.mail(), Hint.Reason.RESET, null))));
            }
        }
        for (QuarantineEntry entry : List.copyOf(state.quarantine())) {
            steps.add(List.of(new StateChange.RemoveQuarantine(entry.key())));
        }
        if (!state.hold().entries().isEmpty()) {
            steps.add(List.of(new StateChange.PutHold(Hold.none())));
        }
        for (RecordKey key : List.copyOf(state.detached())) {
            steps.add(List.of(new StateChange.Reattach(key)));
        }
        for (Observation observation : List.copyOf(state.observations())) {
            if (state.linkOf(observation.key()).filter(link -> !ends(link)).isEmpty()) {
                steps.add(List.of(new StateChange.ClearObservation(observation.key())));
            }
        }
        for (List<List<StateChange>> batch : Batches.of(steps, COMMIT_SIZE)) {
            ledger.commit(batch.stream().flatMap(List::stream).toList());
        }
    }

    private static Hint hint(Link link) {
        return new Hint(
                link.id(),
                Objects.requireNonNull(link.crm()).id(),
                Objects.requireNonNull(link.mail()).id(),
                Hint.Reason.RESET,
                null);
    }
}
