package io.github.crosstie.salesforce.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.item.ItemVersion;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is told what, in order. It keeps ids, owners and versions, and of the latest records the rows as well; what grows beyond that is
 * forgotten, the oldest first, and whoever has not heard of it cannot go on. Not thread-safe.
 */
final class FeedLog {

    /** Of how many records the owner is remembered; of the others everybody is told who might have had them. */
    private static final int REMEMBERED = 500_000;

    /** How many changes are handed out at a time. */
    private static final int PAGE = 2_000;

    private final int capacity;
    private final LatestRows rows = new LatestRows();
    private final Map<String, List<Entry>> byOwner = new HashMap<>();
    private final List<Entry> forAll = new ArrayList<>();
    private final Deque<Mark> marks = new ArrayDeque<>();
    private final Cache<String, Seen> seen = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .executor(Runnable::run)
            .build();

    private long position = 1;
    private long forgotten;
    private Instant forgottenUntil = Instant.MIN;

    /**
     * An empty log.
     *
     * @param capacity how many changes it keeps
     */
    FeedLog(int capacity) {
        this.capacity = capacity;
    }

    /** A change, at its place; for all but one where it is for all. */
    private record Entry(long position, FeedChange change, String except) {}

    /** A reading of the object: no change that it told is younger than a moment. */
    private record Mark(long last, Instant until) {}

    /**
     * How a record was last told.
     *
     * @param owner who has it
     * @param version what it held; null if it was listed, and not told
     * @param isDeleted whether it is gone
     * @param owned from when on it is known that nobody else had it, or that they were told
     */
    private record Seen(String owner, @Nullable ItemVersion version, boolean isDeleted, Instant owned) {

        boolean isAs(Told told) {
            return owner.equals(told.owner()) && told.version().equals(version) && isDeleted == told.isDeleted();
        }
    }

    /** A record as it was read. */
    record Told(String record, String owner, ItemVersion version, boolean isDeleted) {}

    /** Some changes, and how far they go. */
    record Part(List<FeedChange> changes, long position, boolean isLast) {}

    long position() {
        return position;
    }

    /** Whether everything after a place is still there. */
    boolean holds(long place) {
        return place > 0 && place >= forgotten;
    }

    /** Whether everything that changed from a moment on, and was told, is still there. */
    boolean holds(Instant since) {
        return !since.isBefore(forgottenUntil);
    }

    boolean hasForgotten() {
        return forgotten > 0;
    }

    /** The place after which everything stands that changed from a moment on. */
    long place(Instant since) {
        long place = forgotten;
        for (Mark mark : marks) {
            if (mark.until().isAfter(since)) {
                return place;
            }
            place = mark.last();
        }
        return place;
    }

    /** What a listing showed: at a moment somebody had the record, and nobody else from when it was changed last. */
    void note(String record, String owner, Instant changed) {
        seen.asMap().putIfAbsent(record, new Seen(owner, null, false, changed));
    }

    /** Takes in a record of a reading that began at a moment. */
    void take(Told told, @Nullable JsonNode row, Instant from) {
        Seen before = seen.getIfPresent(told.record());
        boolean isOwnerKnown = before != null && before.owned().isBefore(from);
        boolean isTold = before != null && before.isAs(told);
        if (isTold && isOwnerKnown) {
            return;
        }
        Instant owned = before == null || !isOwnerKnown ? Instant.MIN : before.owned();
        seen.put(told.record(), new Seen(told.owner(), told.version(), told.isDeleted(), owned));
        FeedChange gone =
                new FeedChange.Gone(told.record(), told.isDeleted() ? Removal.DELETED : Removal.GONE_FROM_VIEW);
        if (before == null || !isOwnerKnown) {
            // Whose it was is not known: whoever had it is told, and nobody else knows it.
            tell(forAll, gone, told.owner());
        } else if (!before.owner().equals(told.owner())) {
            tell(before.owner(), gone);
        }
        if (!isTold) {
            tell(told.owner(), told.isDeleted() ? gone : new FeedChange.Changed(told.record(), told.version(), null));
        }
        if (row != null) {
            rows.put(told.record(), told.version(), row);
        }
    }

    /** Takes in that a record is nowhere any more. */
    void takePurged(String record, Instant from) {
        Seen before = seen.getIfPresent(record);
        FeedChange gone = new FeedChange.Gone(record, Removal.DELETED);
        if (before == null || !before.owned().isBefore(from)) {
            tell(forAll, gone, "");
            seen.put(record, new Seen(before == null ? "" : before.owner(), null, true, Instant.MIN));
        } else if (!before.isDeleted()) {
            tell(before.owner(), gone);
            seen.put(record, new Seen(before.owner(), null, true, before.owned()));
        }
    }

    private void tell(String owner, FeedChange change) {
        tell(byOwner.computeIfAbsent(owner, absent -> new ArrayList<>()), change, "");
    }

    private void tell(List<Entry> entries, FeedChange change, String except) {
        position++;
        entries.add(new Entry(position, change, except));
    }

    /** Ends a reading, of which no change is younger than a moment, and forgets what is too much. */
    void end(Instant until) {
        Mark latest = marks.peekLast();
        if (latest == null || latest.last() < position) {
            marks.add(new Mark(position, latest == null || until.isAfter(latest.until()) ? until : latest.until()));
        }
        forget(position - capacity);
    }

    private void forget(long oldest) {
        if (oldest <= Math.max(forgotten, 1)) {
            return;
        }
        Mark mark = marks.peekFirst();
        while (mark != null && forgotten < oldest) {
            forgottenUntil = mark.until();
            forgotten = Math.min(mark.last(), oldest);
            if (mark.last() <= oldest) {
                marks.removeFirst();
            }
            mark = marks.peekFirst();
        }
        byOwner.values().forEach(entries -> entries.removeIf(entry -> entry.position() <= oldest));
        byOwner.values().removeIf(List::isEmpty);
        forAll.removeIf(entry -> entry.position() <= oldest);
    }

    /** Forgets everything: what was not read cannot be told. Whoever knows what is older than a moment cannot go on. */
    void forgetAll(Instant until) {
        position++;
        forgotten = position;
        forgottenUntil = until;
        byOwner.clear();
        forAll.clear();
        marks.clear();
        seen.invalidateAll();
        rows.clear();
    }

    /** What an owner is told after a place, oldest first. */
    Part after(String owner, long place) {
        List<Entry> entries = Stream.concat(
                        later(byOwner.getOrDefault(owner, List.of()), place),
                        later(forAll, place).filter(entry -> !entry.except().equals(owner)))
                .sorted(Comparator.comparingLong(Entry::position))
                .limit(PAGE + 1L)
                .toList();
        boolean isLast = entries.size() <= PAGE;
        List<Entry> some = isLast ? entries : entries.subList(0, PAGE);
        return new Part(
                some.stream().map(entry -> rows.with(entry.change())).toList(),
                isLast ? position : some.get(PAGE - 1).position(),
                isLast);
    }

    /** Entries are in order, and mostly heard of: they are looked through from the end. */
    private static Stream<Entry> later(List<Entry> entries, long place) {
        int first = entries.size();
        while (first > 0 && entries.get(first - 1).position() > place) {
            first--;
        }
        return entries.subList(first, entries.size()).stream();
    }
}
