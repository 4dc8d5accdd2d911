package io.github.crosstie.testkit.simulator;

import io.github.crosstie.item.Side;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records that cannot be read or written for some rounds. */
final class Troubles {

    private static final int MOST_ROUNDS = 6;

    private final World world;
    private final Map<Trouble, Integer> untilRound = new HashMap<>();
    private boolean everSince;

    Troubles(World world) {
        this.world = world;
    }

    private record Trouble(Side side, Entity entity, boolean reading) {}

    void begin(Side side, Entity entity, boolean reading) {
        untilRound.put(
                new Trouble(side, entity, reading),
                world.rounds() + 1 + world.choices().below(MOST_ROUNDS));
        everSince = true;
    }

    boolean in(Side side, @Nullable Entity entity, boolean reading) {
        return entity != null && untilRound.getOrDefault(new Trouble(side, entity, reading), 0) > world.rounds();
    }

    /**
     * Whoever is in trouble now stays so until the troubles end.
     *
     * @return everybody who was in trouble since they last ended, and may be put off for that still; empty if nobody is now
     */
    Set<Entity> hold() {
        Set<Entity> troubled = new HashSet<>();
        boolean[] isAny = new boolean[1];
        untilRound.replaceAll((trouble, until) -> {
            troubled.add(trouble.entity());
            if (until <= world.rounds()) {
                return until;
            }
            isAny[0] = true;
            return Integer.MAX_VALUE;
        });
        return isAny[0] ? troubled : Set.of();
    }

    /** Whether the engine may be putting somebody off since the last time that troubles ended. */
    boolean lingered() {
        return everSince;
    }

    /** Nobody is in trouble any more, but some may still be put off. */
    void cease() {
        untilRound.clear();
    }

    void end() {
        cease();
        everSince = false;
    }
}
