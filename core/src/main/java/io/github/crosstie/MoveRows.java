package io.github.crosstie;

import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.move.MoveReadiness;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.StateStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How far the mailboxes of an organization are on their way to another access (S22), told from what is stored. */
record MoveRows(Admissions admissions, StateStore store) {

    Stream<MoveReadiness.Row> of(OrganizationId organization) {
        return admissions
                .roster(organization)
                .enrollments()
                .map(enrollment -> of(new OrganizationUser(organization, enrollment.user())));
    }

    private MoveReadiness.Row of(OrganizationUser user) {
        Admission admission = admissions.admit(user.organization(), user.user());
        if (admission instanceof Admission.Admitted admitted) {
            List<CollectionState> states = admitted.kinds()
                    .map(kind -> store.load(admitted.collection(kind)))
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
