package io.github.crosstie.apply;

import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.Observation;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Keeps deletions together: the guard is shown all of a pass, or none (S13). */
final class PossibleDeletions {

    private PossibleDeletions() {}

    /**
     * Takes links out of some readings of which a record turned out to be gone. They are looked at in the next pass, with all
     * others of which something like that was told.
     *
     * @return the changes that see to it
     */
    static List<StateChange> postpone(CollectionState state, Map<RecordKey, ReadOutcome> readings) {
        Set<RecordKey> gone = new TreeSet<>();
        readings.forEach((key, reading) -> {
            if (reading instanceof ReadOutcome.Absent
                    && state.linkOf(key).filter(PossibleDeletions::isWhole).isPresent()) {
                gone.add(key);
            }
        });
        List<StateChange> changes = new ArrayList<>();
        for (RecordKey key : gone) {
            Observation told = Observation.removed(key, Removal.UNKNOWN).after(state.observation(key));
            changes.add(new StateChange.Observe(told));
            state.linkOf(key).map(link -> link.key(key.side().other())).ifPresent(readings::remove);
            readings.remove(key);
        }
        return changes;
    }

    private static boolean isWhole(Link link) {
        return link.missing().isEmpty();
    }
}
