package io.github.crosstie.conflict;

import io.github.crosstie.assignment.Roster;
import io.github.crosstie.directory.Users;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What is known of one organization by itself: the mailboxes it claims, and what clashes without any other organization.
 *
 * @param roster the organization
 * @param spare where its users can be moved to
 * @param mailboxes the mailboxes
 * @param found the findings, in the order of a report
 */
record OwnConflicts(Roster roster, SpareProfiles spare, MailboxIndex mailboxes, List<Conflict> found) {

    OwnConflicts {
        found = found.stream().sorted(ConflictOrder.WORST_FIRST).toList();
    }

    static OwnConflicts of(OrganizationView view, MailboxIndex mailboxes, ConflictDetector detector) {
        List<Conflict> found = new ArrayList<>(AssignedTwice.in(view));
        found.addAll(of(Slots.all(view.roster), view, mailboxes, detector));
        found.addAll(detector.claims.conflicts(view, mailboxes, detector.hash));
        return new OwnConflicts(view.roster, view.spare, mailboxes, found);
    }

    private static List<Conflict> of(
            BitSet slots, OrganizationView view, MailboxIndex mailboxes, ConflictDetector detector) {
        List<Conflict> found = new ArrayList<>(RouteConflicts.of(slots, view));
        found.addAll(AddressConflicts.of(slots, view, mailboxes, detector.addresses));
        found.addAll(UnitConflicts.of(slots, view));
        return found;
    }

    /**
     * The same after a change of some users among the same surroundings: findings about others stay, unless their remedy
     * changes other users, which may be the very ones that changed.
     */
    OwnConflicts again(BitSet changed, OrganizationView view, MailboxIndex newMailboxes, ConflictDetector detector) {
        BitSet again = (BitSet) changed.clone();
        Users users = view.roster.directory().users();
        found.stream()
                .filter(each -> !(each instanceof Conflict.AssignedTwice) && view.dropsFor(each))
                .forEach(each -> again.set(slot(each, users)));
        List<Conflict> now = new ArrayList<>();
        List<Conflict> twice = new ArrayList<>();
        boolean twiceAgain = false;
        for (Conflict conflict : found) {
            int slot = slot(conflict, users);
            boolean looked = slot >= 0 && again.get(slot);
            if (conflict instanceof Conflict.AssignedTwice) {
                twice.add(conflict);
                twiceAgain |= looked;
            } else if (!looked) {
                now.add(conflict);
            }
        }
        now.addAll(twiceAgain ? AssignedTwice.in(view) : twice);
        now.addAll(of(again, view, newMailboxes, detector));
        MailboxIndex looked = MailboxIndex.of(view.roster, again, detector.hash);
        now.addAll(detector.claims.conflicts(view, looked, detector.hash));
        return new OwnConflicts(view.roster, view.spare, newMailboxes, now);
    }

    /** The slot of the user that a finding is about, or -1 if it is about a profile, or about somebody who is not listed. */
    private static int slot(Conflict conflict, Users users) {
        return Holds.user(conflict.participants().get(0))
                .map(user -> users.slot(user.user()))
                .orElse(-1);
    }

    /** The organization, to be looked at. */
    OrganizationView view() {
        return new OrganizationView(roster, spare);
    }
}
