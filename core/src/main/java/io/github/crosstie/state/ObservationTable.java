package io.github.crosstie.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The observations of a collection, found by record and, while they wait, by the keys that they wait for. */
final class ObservationTable {

    private final ForkingMap<RecordKey, Observation> wakeable;
    private final ForkingMap<RecordKey, Observation> asleep;
    private final ForkingMap<String, ForkingMap<RecordKey, Observation>> byKey;

    ObservationTable() {
        wakeable = new ForkingMap<>();
        asleep = new ForkingMap<>();
        byKey = new ForkingMap<>();
    }

    private ObservationTable(ObservationTable other) {
        wakeable = other.wakeable.fork();
        asleep = other.asleep.fork();
        byKey = other.byKey.fork();
    }

    ObservationTable fork() {
        return new ObservationTable(this);
    }

    void put(Observation observation) {
        Observation old = get(observation.key());
        if (old != null && !Objects.equals(old.waiting(), observation.waiting())) {
            remove(observation.key());
        }
        (mayWakeByItself(observation) ? wakeable : asleep).put(observation.key(), observation);
        for (String key : keys(observation)) {
            // What is shared with other copies of the state stays as it is.
            ForkingMap<RecordKey, Observation> waiting = byKey.get(key);
            ForkingMap<RecordKey, Observation> more = waiting == null ? new ForkingMap<>() : waiting.fork();
            more.put(observation.key(), observation);
            byKey.put(key, more);
        }
    }

    void remove(RecordKey record) {
        Observation awake = wakeable.remove(record);
        Observation old = awake == null ? asleep.remove(record) : awake;
        if (old != null) {
            forgetKeys(old);
        }
    }

    private void forgetKeys(Observation old) {
        for (String key : keys(old)) {
            ForkingMap<RecordKey, Observation> waiting = byKey.get(key);
            if (waiting != null) {
                ForkingMap<RecordKey, Observation> fewer = waiting.fork();
                fewer.remove(old.key());
                if (fewer.isEmpty()) {
                    byKey.remove(key);
                } else {
                    byKey.put(key, fewer);
                }
            }
        }
    }

    private static Set<String> keys(Observation observation) {
        Waiting waiting = observation.waiting();
        return waiting == null ? Set.of() : waiting.keys();
    }

    Collection<Observation> all() {
        ForkingMap<RecordKey, Observation> all = wakeable.fork();
        all.putAll(asleep);
        return Collections.unmodifiableCollection(all.values());
    }

    @Nullable
    Observation get(RecordKey key) {
        Observation awake = wakeable.get(key);
        return awake == null ? asleep.get(key) : awake;
    }

    /** Some of the observations to be looked at: the first ones after a record. */
    List<Observation> awake(Instant now, @Nullable RecordKey after, int most) {
        List<Observation> awake = new ArrayList<>();
        Iterator<Map.Entry<RecordKey, Observation>> entries = wakeable.after(after);
        while (entries.hasNext() && awake.size() < most) {
            Observation observation = entries.next().getValue();
            if (isAwake(observation, now)) {
                awake.add(observation);
            }
        }
        return awake;
    }

    private static boolean mayWakeByItself(Observation observation) {
        Waiting waiting = observation.waiting();
        return waiting == null || waiting.until() != null;
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
        ForkingMap<RecordKey, Observation> found = new ForkingMap<>();
        for (String key : keys) {
            ForkingMap<RecordKey, Observation> waiting = byKey.get(key);
            if (waiting != null) {
                found.putAll(waiting);
            }
        }
        return List.copyOf(found.values());
    }
}
