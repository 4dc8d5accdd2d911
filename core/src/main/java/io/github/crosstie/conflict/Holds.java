package io.github.crosstie.conflict;

import io.github.crosstie.directory.UserId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whose enrollment a conflict about a mailbox holds. */
final class Holds {

    private Holds() {}

    static List<Participant> of(Conflict conflict, MailboxAddress mailbox, ClaimHolder claims) {
        Optional<OrganizationUser> holder = claims.holder(mailbox);
        return conflict.participants().stream()
                .filter(participant -> participant.standing() == Standing.SYNCING)
                .filter(participant -> !holder.equals(user(participant)))
                .toList();
    }

    static Optional<OrganizationUser> user(Participant participant) {
        @Nullable UserId user = participant.user();
        return user == null
                ? Optional.empty()
                : Optional.of(new OrganizationUser(participant.organization().id(), user));
    }
}
