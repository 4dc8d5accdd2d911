package io.github.crosstie.conflict;

import java.util.ArrayList;
import java.util.List;

/**
 * What is known of one organization by itself: the mailboxes it claims, and what clashes without any other organization.
 *
 * @param mailboxes the mailboxes
 * @param found the findings
 */
record OwnConflicts(MailboxIndex mailboxes, List<Conflict> found) {

    static OwnConflicts of(OrganizationView view, AddressResolver addresses) {
        MailboxIndex mailboxes = MailboxIndex.of(view.roster);
        List<Conflict> found = new ArrayList<>(AssignedTwice.in(view));
        found.addAll(RouteConflicts.in(view));
        found.addAll(AddressConflicts.in(view, mailboxes, addresses));
        found.addAll(UnitConflicts.in(view));
        return new OwnConflicts(mailboxes, List.copyOf(found));
    }
}
