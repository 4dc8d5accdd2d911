package io.github.crosstie.memory;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.RemoteItem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What happens to listings and to the stream of changes. Thread-safe. */
final class ListingFaults {

    private final Deque<RemoteItem> replayed = new ArrayDeque<>();
    private final AtomicInteger cursorAge = new AtomicInteger();
    private volatile int rewound;
    private volatile boolean duplicated;
    private volatile Truncation truncation = Truncation.NONE;
    private @Nullable Random order;

    void truncate(int records, boolean claimed) {
        truncation = new Truncation(records, claimed);
    }

    Truncation truncation() {
        return truncation;
    }

    void expire() {
        cursorAge.incrementAndGet();
    }

    int cursorAge() {
        return cursorAge.get();
    }

    synchronized void replay(RemoteItem record) {
        replayed.add(record);
    }

    void rewind(int entries) {
        rewound = entries;
    }

    /** How many entries before its place a page of changes begins. */
    int rewound() {
        return rewound;
    }

    synchronized void reorder(long seed) {
        order = new Random(seed);
    }

    void duplicate() {
        duplicated = true;
    }

    synchronized void clear() {
        truncation = Truncation.NONE;
        replayed.clear();
        rewound = 0;
        duplicated = false;
        order = null;
    }

    /** The entries of one page as the engine is told them. */
    synchronized List<Change> told(Collection<Change> entries) {
        List<Change> told = new ArrayList<>(entries);
        if (duplicated) {
            told.addAll(entries);
        }
        if (order != null) {
            Collections.shuffle(told, order);
        }
        for (RemoteItem old : replayed) {
            told.add(new Change.Upserted(old.id(), old.version(), old));
        }
        replayed.clear();
        return told;
    }

    /** How many records a listing of everything shows at most, and whether it claims that these are all. */
    record Truncation(int records, boolean claimed) {
        private static final Truncation NONE = new Truncation(Integer.MAX_VALUE, false);
    }
}
