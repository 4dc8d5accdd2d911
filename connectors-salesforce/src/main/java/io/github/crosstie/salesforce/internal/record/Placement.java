package io.github.crosstie.salesforce.internal.record;

import io.github.crosstie.item.OriginalStart;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which occurrence a row stands for. Salesforce does not tell from where an occurrence was moved. One that is where the rule has one is
 * that one; of the others each stands for the nearest that is left. Whichever are chosen, everything takes place when it does.
 */
final class Placement {

    private Placement() {}

    private record Pair(OriginalStart slot, int row, Duration distance) {}

    /**
     * The original start of each row.
     *
     * @param slots the starts that the rule gives
     * @param starts where the rows start, each once
     * @return by row, its original start; no entry for rows for which none is left
     */
    static Map<Integer, OriginalStart> place(Set<OriginalStart> slots, List<OriginalStart> starts) {
        Set<OriginalStart> free = new TreeSet<>(slots);
        Map<Integer, OriginalStart> placed = new HashMap<>();
        List<Integer> moved = new ArrayList<>();
        for (int row = 0; row < starts.size(); row++) {
            if (free.remove(starts.get(row))) {
                placed.put(row, starts.get(row));
            } else {
                moved.add(row);
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (int row : moved) {
            free.forEach(slot -> pairs.add(new Pair(slot, row, distance(slot, starts.get(row)))));
        }
        pairs.sort(
                Comparator.comparing(Pair::distance).thenComparing(Pair::slot).thenComparing(Pair::row));
        for (Pair pair : pairs) {
            if (!placed.containsKey(pair.row()) && free.remove(pair.slot())) {
                placed.put(pair.row(), pair.slot());
            }
        }
        return placed;
    }

    private static Duration distance(OriginalStart one, OriginalStart other) {
        return Duration.between(instant(one), instant(other)).abs();
    }

    private static Instant instant(OriginalStart start) {
        return start instanceof OriginalStart.OnDay onDay
                ? onDay.day().atStartOfDay(ZoneOffset.UTC).toInstant()
                : ((OriginalStart.At) start).moment().toInstant();
    }
}
