package io.github.crosstie;

import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.move.MoveReadiness;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.StateStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How far the mailbox of a user is on its way to another access (S22), told from what is stored. */
final class MoveRows {

    private MoveRows() {}

    static MoveReadiness.Row of(OrganizationUser user, Admission admission, StateStore store) {
        if (admission instanceof Admission.Admitted admitted) {
            List<CollectionState> states = Stream.of(ItemKind.values())
                    .filter(admitted::flows)
                    .map(kind -> store.load(new CollectionKey(user.organization(), user.user(), kind)))
                    .toList();
            return MoveReadiness.Row.of(user, admitted.mailbox(), states);
        }
        List<String> reasons = new ArrayList<>();
        SyncResult result = ((Admission.Refused) admission).result();
        if (result instanceof SyncResult.NoMailbox none) {
            reasons.add(none.reason());
        } else {
            reasons.add("conflicts hold the user; resolve them first (Crosstie.conflicts)");
        }
        return new MoveReadiness.Row(user, null, MoveReadiness.Stage.BLOCKED, reasons);
    }
}
