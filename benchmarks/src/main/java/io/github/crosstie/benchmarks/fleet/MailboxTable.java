package io.github.crosstie.benchmarks.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The table from which nodes take the mailboxes that are due, those due first: a model of one in a database. It knows who has taken
 * what, and when each node was last heard of. Not thread-safe.
 */
final class MailboxTable {

    private final VirtualTime time;
    private final long silence;
    private final PriorityQueue<Mailbox> free = new PriorityQueue<>(
            Comparator.<Mailbox>comparingLong(mailbox -> mailbox.due).thenComparing(mailbox -> mailbox.user));
    private final List<Set<Mailbox>> taken = new ArrayList<>();
    private final long[] heard;

    /** Takes nodes for dead that were not heard of for so long. */
    MailboxTable(VirtualTime time, int nodes, Duration silence) {
        this.time = time;
        this.silence = silence.toMillis();
        heard = new long[nodes];
        for (int node = 0; node < nodes; node++) {
            taken.add(new LinkedHashSet<>());
        }
    }

    void add(Mailbox mailbox) {
        free.add(mailbox);
    }

    /** Up to so many that are due. */
    List<Mailbox> take(int node, int most) {
        List<Mailbox> batch = new ArrayList<>();
        for (Mailbox next = free.peek();
                next != null && next.due <= time.elapsed() && batch.size() < most;
                next = free.peek()) {
            batch.add(free.remove());
        }
        taken.get(node).addAll(batch);
        return batch;
    }

    /** A node is through with a mailbox, whose next moment it has set. */
    void giveBack(int node, Mailbox mailbox) {
        if (taken.get(node).remove(mailbox)) {
            free.add(mailbox);
        }
    }

    /** How many of a node's are not through. */
    int taken(int node) {
        return taken.get(node).size();
    }

    /** A node is alive. */
    void heartbeat(int node) {
        heard[node] = time.elapsed();
    }

    /** A node looks for dead ones, and frees what they had taken. */
    void look() {
        for (int node = 0; node < heard.length; node++) {
            if (time.elapsed() - heard[node] > silence) {
                release(node);
            }
        }
    }

    /** A node is there, or there again: then it knows nothing of what it had taken before. */
    void join(int node) {
        heartbeat(node);
        release(node);
    }

    private void release(int node) {
        free.addAll(taken.get(node));
        taken.get(node).clear();
    }
}
