package io.github.crosstie.dispatch;

import io.github.crosstie.directory.OrganizationId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tasks that wait, given out by turns: one of each organization, then again. Not thread-safe. */
final class WaitingTasks {

    private final Map<OrganizationId, Deque<MailboxTask>> byOrganization = new LinkedHashMap<>();
    private final Deque<OrganizationId> turns = new ArrayDeque<>();
    private final Map<OrganizationId, Integer> inFlight = new HashMap<>();
    private final int most;

    /** Gives out so many tasks of an organization at a time at most. */
    WaitingTasks(int most) {
        this.most = most;
    }

    void add(MailboxTask task) {
        OrganizationId organization = task.mailbox().organization();
        Deque<MailboxTask> tasks = byOrganization.get(organization);
        if (tasks == null) {
            tasks = new ArrayDeque<>();
            byOrganization.put(organization, tasks);
            turns.add(organization);
        }
        tasks.add(task);
    }

    /** The next task whose organization has not its share already; null if there is none. */
    @Nullable
    MailboxTask next() {
        for (int i = turns.size(); i > 0; i--) {
            OrganizationId organization = turns.remove();
            Deque<MailboxTask> tasks = byOrganization.getOrDefault(organization, new ArrayDeque<>());
            turns.add(organization);
            if (!tasks.isEmpty() && inFlight.getOrDefault(organization, 0) < most) {
                inFlight.merge(organization, 1, Integer::sum);
                return tasks.remove();
            }
        }
        return null;
    }

    /** A task that was given out is through. */
    void through(MailboxTask task) {
        inFlight.merge(task.mailbox().organization(), -1, Integer::sum);
    }

    /** A task that was given out could not be begun: it is the first of its organization again. */
    void takeBack(MailboxTask task) {
        through(task);
        byOrganization
                .getOrDefault(task.mailbox().organization(), new ArrayDeque<>())
                .addFirst(task);
    }

    boolean isWaiting() {
        return byOrganization.values().stream().anyMatch(tasks -> !tasks.isEmpty());
    }

    /** Gives up what waits. */
    List<MailboxTask> drain() {
        List<MailboxTask> all = new ArrayList<>();
        byOrganization.keySet().forEach(organization -> all.addAll(drain(organization)));
        return all;
    }

    /** Gives up what waits of one organization. */
    List<MailboxTask> drain(OrganizationId organization) {
        Deque<MailboxTask> tasks = byOrganization.getOrDefault(organization, new ArrayDeque<>());
        List<MailboxTask> all = List.copyOf(tasks);
        tasks.clear();
        return all;
    }
}
