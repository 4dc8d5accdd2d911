package io.github.crosstie.conflict;

import io.github.crosstie.directory.OrganizationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads in full whoever looks as if they shared a mailbox, and reports who really does. */
final class CloseLook {

    private final Views views;
    private final Map<OrganizationId, OwnConflicts> organizations;

    CloseLook(Views views, Map<OrganizationId, OwnConflicts> organizations) {
        this.views = views;
        this.organizations = organizations;
    }

    List<Conflict> at(long[] looks) {
        List<Conflict> found = new ArrayList<>();
        for (long look : looks) {
            if (claimants(look) > 1) {
                sharers(look).forEach((mailbox, sharers) -> found.addAll(MailboxConflicts.of(mailbox, sharers)));
            }
        }
        return found;
    }

    private int claimants(long look) {
        int claimants = 0;
        for (OwnConflicts own : organizations.values()) {
            claimants += own.mailboxes().count(look);
        }
        return claimants;
    }

    private Map<MailboxAddress, List<Sharer>> sharers(long look) {
        Map<MailboxAddress, List<Sharer>> sharers = new TreeMap<>();
        organizations.forEach((id, own) -> {
            for (int slot : own.mailboxes().slots(look)) {
                @Nullable Sharer sharer = Sharer.read(views.view(id), slot);
                if (sharer != null) {
                    sharers.computeIfAbsent(sharer.mailbox, none -> new ArrayList<>(2))
                            .add(sharer);
                }
            }
        });
        sharers.values().removeIf(each -> each.size() < 2);
        sharers.values().forEach(each -> each.sort((one, other) -> one.user().compareTo(other.user())));
        return sharers;
    }
}
