package io.github.crosstie.apply;

import io.github.crosstie.item.Side;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Hint;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of hints. */
final class HintSteps {

    private HintSteps() {}

    /** The link becomes a hint; both records are looked at again, to find out until when they are out of scope. */
    static List<StateChange> left(CollectionState state, PlannedChange.Leave leave) {
        if (state.link(leave.link()).isEmpty()) {
            return List.of();
        }
        List<StateChange> changes = new ArrayList<>();
        changes.add(new StateChange.RemoveLink(leave.link()));
        changes.add(new StateChange.PutHint(
                new Hint(leave.link(), leave.pair().crm(), leave.pair().mail(), Hint.Reason.LEFT, null)));
        leave.records().forEach(record -> changes.add(Adoption.awaken(state, record)));
        return changes;
    }

    /** A hint of a record that is gone tells nothing more; what left the scope together with it stays by itself. */
    static List<StateChange> forgotten(CollectionState state, RecordKey record) {
        Optional<Hint> hint = state.hintOf(record);
        if (hint.isEmpty()) {
            return List.of();
        }
        List<StateChange> changes =
                new ArrayList<>(List.of(new StateChange.RemoveHint(hint.get().link())));
        RecordKey other = hint.get().key(record.side() == Side.CRM ? Side.MAIL : Side.CRM);
        if (hint.get().reason() == Hint.Reason.LEFT && other != null) {
            changes.add(new StateChange.Detach(other));
        }
        return changes;
    }
}
