package io.github.crosstie.plan;

import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Intent;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.RecordKey;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the deletions of a round leave of the linked records of each side (S13). Records that take part in no link do not count:
 * a side may be full of those and yet have lost everything that was synced.
 *
 * @param links how many links there are that no deletion of this round has ended or may have ended
 * @param linked how many of them have a record on a side
 * @param present how many of these records are there, or were not looked at, and stay
 */
record Remainder(int links, Map<Side, Integer> linked, Map<Side, Integer> present) {

    static Remainder of(PlanInput input, Draft draft) {
        if (draft.deletions().isEmpty()) {
            // Nobody asks what is left on the sides: spares looking at each link of a large mailbox.
            return new Remainder(
                    input.state().links().size() - unanswered(input).size(), Map.of(), Map.of());
        }
        Set<LinkId> unanswered = unanswered(input);
        List<Link> links = input.state().links().stream()
                .filter(link -> !unanswered.contains(link.id()))
                .toList();
        Set<RecordKey> deleted = draft.deleted();
        Map<Side, Integer> linked = new EnumMap<>(Side.class);
        Map<Side, Integer> present = new EnumMap<>(Side.class);
        for (Link link : links) {
            for (Side side : Side.values()) {
                RecordKey key = link.key(side);
                if (key != null) {
                    boolean stays =
                            !(input.readings().get(key) instanceof ReadOutcome.Absent) && !deleted.contains(key);
                    linked.merge(side, 1, Integer::sum);
                    present.merge(side, stays ? 1 : 0, Integer::sum);
                }
            }
        }
        return new Remainder(links.size(), linked, present);
    }

    /** The links of which a deletion may have ended a record. */
    private static Set<LinkId> unanswered(PlanInput input) {
        Set<LinkId> unanswered = new HashSet<>();
        for (Intent intent : input.state().intents()) {
            if (intent instanceof Intent.Delete delete
                    && input.state().link(delete.link()).isPresent()) {
                unanswered.add(delete.link());
            }
        }
        return unanswered;
    }

    /** Whether a side that had linked records has none left. */
    boolean emptiesASide() {
        return linked.keySet().stream().anyMatch(side -> present.getOrDefault(side, 0) == 0);
    }
}
