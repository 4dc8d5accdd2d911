package io.github.crosstie.testkit.internal.mailbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The mailboxes of one server, and the one lock that guards all that is in them. */
public final class Organization {

    public final Clock clock;
    public final ReentrantLock lock = new ReentrantLock();
    public final Condition changed = lock.newCondition();
    private final Map<String, StoredMailbox> mailboxes = new LinkedHashMap<>();

    public Organization(Clock clock) {
        this.clock = clock;
    }

    /** Runs something alone. */
    public <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    /** The mailbox of a primary address, made if it is not there. */
    public StoredMailbox mailbox(String address) {
        return alone(() -> mailboxes.computeIfAbsent(
                address.toLowerCase(Locale.ROOT), made -> new StoredMailbox(mailboxes.size() + 1, address, clock)));
    }

    /** The mailbox that a primary address or an alias belongs to; null if there is none. */
    public @Nullable StoredMailbox find(String address) {
        StoredMailbox primary = mailboxes.get(address.toLowerCase(Locale.ROOT));
        if (primary != null) {
            return primary;
        }
        for (StoredMailbox mailbox : mailboxes.values()) {
            if (mailbox.hasAddress(address)) {
                return mailbox;
            }
        }
        return null;
    }

    public List<StoredMailbox> all() {
        return new ArrayList<>(mailboxes.values());
    }
}
