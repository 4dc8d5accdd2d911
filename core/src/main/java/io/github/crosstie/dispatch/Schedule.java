package io.github.crosstie.dispatch;

import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.directory.OrganizationId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be left alone for now, as a value that one dispatch returns and the next one takes. A host may keep it; one that does
 * not loses pauses, nothing else.
 *
 * @param mailboxes the mailboxes that wait
 * @param organizations the organizations that wait as a whole
 */
public record Schedule(SortedMap<OrganizationUser, Delay> mailboxes, SortedMap<OrganizationId, Delay> organizations) {

    /** Everything is due. */
    public static final Schedule EMPTY = new Schedule(new TreeMap<>(), new TreeMap<>());

    /** Copies the maps. */
    public Schedule {
        mailboxes = Collections.unmodifiableSortedMap(new TreeMap<>(mailboxes));
        organizations = Collections.unmodifiableSortedMap(new TreeMap<>(organizations));
    }

    /**
     * When a mailbox is due.
     *
     * @param mailbox whose
     * @return the moment, the later one if its organization waits too; empty if it is due at once
     */
    public Optional<Instant> due(OrganizationUser mailbox) {
        return due(mailboxes, organizations, mailbox);
    }

    static Optional<Instant> due(
            Map<OrganizationUser, Delay> mailboxes,
            Map<OrganizationId, Delay> organizations,
            OrganizationUser mailbox) {
        Delay own = mailboxes.get(mailbox);
        Delay organization = organizations.get(mailbox.organization());
        if (own == null || organization == null) {
            return Optional.ofNullable(own == null ? organization : own).map(Delay::due);
        }
        return Optional.of(own.due().isAfter(organization.due()) ? own.due() : organization.due());
    }

    /**
     * When to dispatch again at the latest.
     *
     * @return the first moment at which something that waits is due; empty if nothing waits
     */
    public Optional<Instant> next() {
        return mailboxes.keySet().stream()
                .flatMap(mailbox -> due(mailbox).stream())
                .reduce((one, other) -> one.isBefore(other) ? one : other)
                .or(() -> organizations.values().stream()
                        .map(Delay::due)
                        .reduce((one, other) -> one.isBefore(other) ? one : other));
    }

    static int failures(Map<?, Delay> delays, Object key) {
        Delay delay = delays.get(key);
        return delay == null ? 0 : delay.failures();
    }
}
