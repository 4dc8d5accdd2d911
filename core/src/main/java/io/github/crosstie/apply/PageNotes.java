package io.github.crosstie.apply;

import io.github.crosstie.connector.Change;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.Observation;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.Waiting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one page adds to the observations. Echoes of the engine's own writes are dropped by version (G5). */
final class PageNotes {

    private final CollectionState state;
    private final Map<RecordKey, Observation> noted = new LinkedHashMap<>();
    private final Set<RecordKey> heard = new LinkedHashSet<>();

    PageNotes(CollectionState state) {
        this.state = state;
    }

    void add(RecordKey key, Change change) {
        if (state.isEchoAwaited(key)) {
            heard.add(key);
        }
        Observation earlier = noted.getOrDefault(key, state.observation(key));
        if (change instanceof Change.Upserted upserted) {
            if (!isKnown(key, upserted.version(), earlier)) {
                note(Observation.seen(key, upserted.version()), earlier);
            }
        } else if (change instanceof Change.Removed removed) {
            boolean concerns = earlier != null
                    || state.linkOf(key).isPresent()
                    || state.hintOf(key).isPresent()
                    || state.isDetached(key);
            if (concerns) {
                note(Observation.removed(key, removed.removal()), earlier);
            }
        }
    }

    private boolean isKnown(RecordKey key, ItemVersion version, @Nullable Observation earlier) {
        Optional<Link> link = state.linkOf(key);
        if (link.isPresent()) {
            Half half = Objects.requireNonNull(link.get().on(key.side()));
            return version.equals(half.version());
        }
        return earlier != null && earlier.removal() == null && version.equals(earlier.version());
    }

    private void note(Observation observation, @Nullable Observation earlier) {
        noted.put(observation.key(), observation.after(earlier));
        Waiting waiting = earlier == null ? null : earlier.waiting();
        if (waiting != null) {
            // Who could not be told apart from this record may be so now.
            state.waitingFor(waiting.matchKeys()).forEach(other -> noted.putIfAbsent(other.key(), other.awake()));
        }
    }

    /** Whether the page tells of a record whose echo was awaited. */
    boolean isHeard(RecordKey key) {
        return heard.contains(key);
    }

    List<StateChange> changes(StateChange... last) {
        List<StateChange> changes = new ArrayList<>();
        noted.values().forEach(observation -> changes.add(new StateChange.Observe(observation)));
        heard.forEach(key -> changes.add(new StateChange.ForgetEcho(key)));
        changes.addAll(List.of(last));
        return changes;
    }
}
