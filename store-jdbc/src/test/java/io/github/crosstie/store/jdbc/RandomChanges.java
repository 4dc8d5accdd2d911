package io.github.crosstie.store.jdbc;

import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StopReason;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Any change of a state. */
final class RandomChanges {

    private final RandomState state;
    private final List<Supplier<StateChange>> all;

    RandomChanges(RandomState state) {
        this.state = state;
        all = List.of(
                () -> new StateChange.PutLink(state.anyLink()),
                () -> new StateChange.RemoveLink(state.link()),
                () -> new StateChange.PutTombstone(state.tombstone()),
                () -> new StateChange.RemoveTombstone(state.link()),
                () -> new StateChange.PutIntent(state.intent()),
                () -> new StateChange.RemoveIntent(state.link()),
                () -> new StateChange.Observe(state.observation()),
                () -> new StateChange.ClearObservation(state.record()),
                () -> new StateChange.AwaitEcho(state.echo()),
                () -> new StateChange.ForgetEcho(state.record()),
                () -> new StateChange.Detach(state.record()),
                () -> new StateChange.Reattach(state.record()),
                () -> new StateChange.SetCursor(state.side(), new Cursor(state.text())),
                () -> new StateChange.SetScope(state.side(), new ScopeIdentity(state.text())),
                () -> new StateChange.BeginScan(state.side()),
                () -> new StateChange.MarkScanned(state.side(), Set.of(state.id())),
                () -> new StateChange.EndScan(state.side()),
                () -> new StateChange.Journal(state.entry()),
                () -> new StateChange.ForgetJournalBefore(state.moment()),
                () -> new StateChange.LogDeletion(state.deletion()),
                () -> new StateChange.ForgetDeletion(state.link()),
                () -> new StateChange.ForgetDeletionsBefore(state.moment()),
                () -> new StateChange.PutHold(state.hold()),
                () -> new StateChange.PutQuarantine(state.quarantine()),
                () -> new StateChange.RemoveQuarantine(state.record()),
                () -> new StateChange.PutPause(state.pause()),
                StateChange.RemovePause::new,
                () -> new StateChange.RememberClaim(1 + state.random.nextInt(9)),
                StateChange.ForgetClaim::new,
                () -> new StateChange.PutHint(state.hint()),
                () -> new StateChange.RemoveHint(state.link()),
                StateChange.BeginRelink::new,
                StateChange.EndRelink::new,
                () -> new StateChange.ChangeSettings(state.settings()),
                () -> new StateChange.AwaitJudgement(state.link()),
                () -> new StateChange.Judge(state.link()),
                () -> new StateChange.EndRound(state.moment(), state.maybe(() -> state.oneOf(StopReason.class))),
                () -> new StateChange.PutMove(state.move()),
                () -> new StateChange.PutFormerId(state.formerId()),
                StateChange.ForgetFormerIds::new,
                StateChange.ForgetMove::new);
    }

    List<Supplier<StateChange>> all() {
        return all;
    }

    /** Links come often, so that some of them want the same record. */
    StateChange next() {
        return state.random.nextInt(4) == 0
                ? new StateChange.PutLink(state.anyLink())
                : state.oneOf(all).get();
    }
}
