package io.github.crosstie.state;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The observations of a collection, found by record and, while they wait, by the keys that they wait for. */
final class ObservationTable {

    private final Map<RecordKey, Observation> byRecord = new TreeMap<>();
    private final Map<String, Set<RecordKey>> byKey = new HashMap<>();

    void put(Observation observation) {
        remove(observation.key());
        byRecord.put(observation.key(), observation);
        for (String key : keys(observation)) {
            byKey.computeIfAbsent(key, absent -> new TreeSet<>()).add(observation.key());
        }
    }

    void remove(RecordKey record) {
        Observation old = byRecord.remove(record);
        if (old == null) {
            return;
        }
        for (String key : keys(old)) {
            byKey.computeIfPresent(key, (same, records) -> {
                records.remove(record);
                return records.isEmpty() ? null : records;
            });
        }
    }

    private static Set<String> keys(Observation observation) {
        Waiting waiting = observation.waiting();
        return waiting == null ? Set.of() : waiting.keys();
    }

    Collection<Observation> all() {
        return Collections.unmodifiableCollection(byRecord.values());
    }

    @Nullable
    Observation get(RecordKey key) {
        return byRecord.get(key);
    }

    List<Observation> awake(Instant now) {
        return byRecord.values().stream()
                .filter(observation -> isAwake(observation, now))
                .toList();
    }

    private static boolean isAwake(Observation observation, Instant now) {
        Waiting waiting = observation.waiting();
        if (waiting == null) {
            return true;
        }
        Instant until = waiting.until();
        return until != null && !until.isAfter(now);
    }

    List<Observation> waitingFor(Collection<String> keys) {
        Set<RecordKey> records = new TreeSet<>();
        keys.forEach(key -> records.addAll(byKey.getOrDefault(key, Set.of())));
        return records.stream().map(byRecord::get).toList();
    }
}
