package io.github.crosstie.dispatch;

import io.github.crosstie.conflict.OrganizationUser;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of a dispatch: a line for each mailbox that was handed to it.
 *
 * @param mailboxes what came of each
 * @param schedule what is to be left alone for now, to be handed to the next dispatch
 */
public record DispatchReport(SortedMap<OrganizationUser, Dispatched> mailboxes, Schedule schedule) {

    /** Copies the lines. */
    public DispatchReport {
        mailboxes = Collections.unmodifiableSortedMap(new TreeMap<>(mailboxes));
        Objects.requireNonNull(schedule, "schedule");
    }

    /**
     * How many mailboxes were worked on.
     *
     * @return the number, those included where something was thrown
     */
    public int ran() {
        return mailboxes.size() - notRun();
    }

    /**
     * How many mailboxes were not worked on.
     *
     * @return the number, whatever the reason
     */
    public int notRun() {
        return (int) mailboxes.values().stream()
                .filter(Dispatched.NotRun.class::isInstance)
                .count();
    }
}
