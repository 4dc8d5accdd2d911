package io.github.crosstie.conflict;

import io.github.crosstie.assignment.Roster;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One organization looked at again after a change.
 *
 * @param view the organization as it is now
 * @param now what is known of it now
 * @param touched the mailboxes of whoever changed, before and after
 * @param kept whether whatever was found out about users who did not change still holds
 */
record Renewal(OrganizationView view, OwnConflicts now, List<MailboxIndex> touched, boolean kept) {

    /** Reads only who changed, if what was known before can be compared. */
    static Renewal of(@Nullable OwnConflicts before, Roster after, ConflictDetector detector) {
        if (before == null) {
            OrganizationView view = OrganizationView.of(after);
            OwnConflicts now = OwnConflicts.of(view, MailboxIndex.of(after, detector.hash), detector);
            return new Renewal(view, now, List.of(now.mailboxes()), false);
        }
        RosterChange change = RosterChange.between(before.roster(), after);
        if (!change.comparable()) {
            Renewal anew = of(null, after, detector);
            return new Renewal(
                    anew.view(),
                    anew.now(),
                    List.of(before.mailboxes(), anew.now().mailboxes()),
                    false);
        }
        BitSet users = change.users();
        SpareProfiles spare = before.spare().update(before.roster(), after, users);
        OrganizationView view = new OrganizationView(after, spare);
        MailboxIndex gone = MailboxIndex.of(before.roster(), users, detector.hash);
        MailboxIndex come = MailboxIndex.of(after, users, detector.hash);
        MailboxIndex mailboxes = before.mailboxes().replace(users, gone, come);
        boolean kept = change.sameSurroundings() && spare.agreesWith(before.spare());
        OwnConflicts now =
                kept ? before.again(users, view, mailboxes, detector) : OwnConflicts.of(view, mailboxes, detector);
        return new Renewal(view, now, List.of(gone, come), kept);
    }

    /** Whether a finding about a mailbox may read differently now, though nobody who claims the mailbox changed. */
    boolean concerns(Conflict conflict) {
        return kept
                ? view.dropsFor(conflict)
                : conflict.participants().stream()
                        .anyMatch(each -> each.organization().id().equals(view.id()));
    }
}
