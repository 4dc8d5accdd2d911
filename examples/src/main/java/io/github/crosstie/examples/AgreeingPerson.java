package io.github.crosstie.examples;

import io.github.crosstie.Crosstie;
import io.github.crosstie.apply.HeldDeletions;
import io.github.crosstie.apply.ReleaseResult;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.state.HeldDeletion;
import java.util.Optional;

/** Looks at the deletions that the guard holds, knows them for what people did, and releases them. */
final class AgreeingPerson {

    private final Crosstie crosstie;
    private int released;
    private String reason = "";

    AgreeingPerson(Crosstie crosstie) {
        this.crosstie = crosstie;
    }

    /** Releases what is held of a user. */
    void visit(OrganizationUser user) {
        for (ItemKind kind : ItemKind.values()) {
            Optional<HeldDeletions> held = crosstie.heldDeletions(user.organization(), user.user(), kind);
            held.ifPresent(deletions -> release(user, kind, deletions));
        }
    }

    private void release(OrganizationUser user, ItemKind kind, HeldDeletions held) {
        ReleaseResult result = crosstie.releaseDeletions(user.organization(), user.user(), kind, held.token());
        if (result instanceof ReleaseResult.Accepted accepted) {
            released += accepted.deletions();
            reason = held.deletions().stream()
                    .findFirst()
                    .map(HeldDeletion::reason)
                    .orElse(reason);
        }
    }

    /** How many deletions were released. */
    int released() {
        return released;
    }

    /** Why the last of them was held; empty if none was. */
    String reason() {
        return reason;
    }
}
