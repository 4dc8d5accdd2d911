package io.github.crosstie.conflict;

import io.github.crosstie.directory.OrganizationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/** Finds what clashes over mailboxes that several users claim (C1, C2, C3, C7), at first and after a change. */
final class SharedConflicts {

    /** A search for one mailbox costs as much as passing this many entries. */
    private static final long SEARCH = 64;

    private final Views views;
    private final Map<OrganizationId, OwnConflicts> organizations;
    private final MailboxHash hash;
    private final List<MailboxIndex> mailboxes;

    SharedConflicts(Views views, Map<OrganizationId, OwnConflicts> organizations, MailboxHash hash) {
        this.hash = hash;
        this.views = views;
        this.organizations = organizations;
        mailboxes = organizations.values().stream().map(OwnConflicts::mailboxes).toList();
    }

    List<Conflict> all() {
        return sorted(new CloseLook(views, organizations).at(SharedLooks.among(mailboxes)));
    }

    /**
     * All of them after a change.
     *
     * @param before what was found before
     * @param touched the mailboxes of whoever changed, before and after
     * @param stale which findings may read differently though their mailbox is none of these
     */
    List<Conflict> update(List<Conflict> before, List<MailboxIndex> touched, Predicate<Conflict> stale) {
        LongPredicate isTouched = look -> touched.stream().anyMatch(each -> each.contains(look));
        Set<Long> again = new HashSet<>();
        for (Conflict conflict : before) {
            if (stale.test(conflict)) {
                again.add(look(conflict));
            }
        }
        List<Conflict> found = new ArrayList<>();
        for (Conflict conflict : before) {
            long look = look(conflict);
            if (!again.contains(look) && !isTouched.test(look)) {
                found.add(conflict);
            }
        }
        Looks looks = new Looks();
        again.forEach(looks::add);
        if (size(touched) * SEARCH < size(mailboxes)) {
            touched.forEach(each -> each.addLooks(looks));
        } else {
            for (long look : SharedLooks.among(mailboxes)) {
                if (isTouched.test(look)) {
                    looks.add(look);
                }
            }
        }
        found.addAll(new CloseLook(views, organizations).at(looks.distinct()));
        return sorted(found);
    }

    private static long size(Collection<MailboxIndex> indexes) {
        return indexes.stream().mapToLong(MailboxIndex::size).sum();
    }

    private long look(Conflict conflict) {
        return MailboxIndex.look(conflict.mailbox().orElseThrow(), hash);
    }

    private static List<Conflict> sorted(List<Conflict> found) {
        return found.stream().sorted(ConflictOrder.WORST_FIRST).toList();
    }
}
