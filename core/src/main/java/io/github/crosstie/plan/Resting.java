package io.github.crosstie.plan;

import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.QuarantineEntry;
import io.github.crosstie.state.QuarantineReason;
import io.github.crosstie.state.RecordKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The records in quarantine whose time has not come, and what they mean for others (S15). */
final class Resting {

    private static final int HIDING_ATTEMPTS = 1;

    private final CollectionState state;
    private final Instant now;
    private final Map<RecordKey, QuarantineEntry> entries = new TreeMap<>();
    private final Set<RecordKey> records = new HashSet<>();

    Resting(CollectionState state, Instant now) {
        this.state = state;
        this.now = now;
        for (QuarantineEntry entry : state.quarantine()) {
            if (entry.rests(state, now)) {
                entries.put(entry.key(), entry);
                records.addAll(entry.records());
            }
        }
    }

    boolean contains(@Nullable RecordKey key) {
        return key != null && records.contains(key);
    }

    @Nullable
    QuarantineEntry entry(RecordKey key) {
        return entries.get(key);
    }

    /** Says of each that was not read that it is left alone. */
    void skip(PlanInput input, Draft draft) {
        for (QuarantineEntry entry : entries.values()) {
            if (!input.setAside().contains(entry.key()) && !input.readings().containsKey(entry.key())) {
                draft.skip(entry.records(), code(entry), reason(entry), null);
            }
        }
    }

    static OutcomeCode code(QuarantineEntry entry) {
        return entry.reason() == QuarantineReason.DEFERRED ? OutcomeCode.DEFERRED : OutcomeCode.QUARANTINED;
    }

    static String reason(QuarantineEntry entry) {
        return entry.message() + " (" + entry.code() + ", attempt " + entry.attempts() + "); left alone until "
                + entry.nextTry()
                + (entry.reason() == QuarantineReason.DEFERRED ? "" : ", or until it changes");
    }

    /**
     * Until when nothing new is created on a side, because a record there has no link and cannot be read, and might be the very
     * one that would be created. One try more is waited for, not for ever: the mailbox goes on.
     */
    Optional<Instant> hides(PlanInput input, Side side, Duration firstDelay) {
        Instant until = null;
        for (QuarantineEntry entry : entries.values()) {
            if (entry.reason() == QuarantineReason.UNREADABLE
                    && entry.key().side() == side
                    && entry.attempts() <= HIDING_ATTEMPTS
                    && state.linkOf(entry.key()).isEmpty()) {
                until = later(until, entry.nextTry());
            }
        }
        for (Map.Entry<RecordKey, ReadOutcome> reading : input.readings().entrySet()) {
            RecordKey key = reading.getKey();
            if (reading.getValue() instanceof ReadOutcome.Unreadable
                    && key.side() == side
                    && state.linkOf(key).isEmpty()
                    && isFirstTry(key)) {
                until = later(until, now.plus(firstDelay));
            }
        }
        return Optional.ofNullable(until);
    }

    private boolean isFirstTry(RecordKey key) {
        QuarantineEntry before = state.quarantine(key);
        return before == null || before.reason() != QuarantineReason.UNREADABLE;
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one != null && one.isAfter(other) ? one : other;
    }

    /** The records that are not even read: those of links. One without a link waits for its keys instead. */
    static Set<RecordKey> unread(CollectionState state, Instant now) {
        Set<RecordKey> unread = new HashSet<>();
        for (QuarantineEntry entry : state.quarantine()) {
            List<RecordKey> all = entry.records();
            if (entry.rests(state, now)
                    && all.stream().anyMatch(key -> state.linkOf(key).isPresent())) {
                unread.addAll(all);
            }
        }
        return unread;
    }

    /** What rests of an earlier plan, by what its records are like now: linked records as they are, and no creation. */
    static Map<PlannedChange, String> among(
            List<PlannedChange> changes, CollectionState state, Map<RecordKey, ReadOutcome> readings, Instant now) {
        Map<RecordKey, QuarantineEntry> resting = new HashMap<>();
        for (QuarantineEntry entry : state.quarantine()) {
            if (entry.rests(state, now) && !isNews(entry, readings)) {
                entry.records().forEach(key -> resting.put(key, entry));
            }
        }
        Map<PlannedChange, String> reasons = new LinkedHashMap<>();
        for (PlannedChange change : changes) {
            change.records().stream()
                    .filter(key -> change instanceof PlannedChange.Create
                            || state.linkOf(key).isPresent())
                    .map(resting::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(entry -> reasons.put(change, reason(entry)));
        }
        return reasons;
    }

    private static boolean isNews(QuarantineEntry entry, Map<RecordKey, ReadOutcome> readings) {
        return entry.reason() != QuarantineReason.DEFERRED
                && (isNews(readings.get(entry.key()), entry.version())
                        || (entry.counterpart() != null
                                && isNews(readings.get(entry.counterpart()), entry.counterpartVersion())));
    }

    private static boolean isNews(@Nullable ReadOutcome reading, @Nullable ItemVersion known) {
        return reading instanceof ReadOutcome.Found found
                && !found.record().version().equals(known);
    }
}
