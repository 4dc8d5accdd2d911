package io.github.crosstie.testkit.simulator;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides at every fault point whether something goes wrong there. What can happen anywhere it makes happen by itself. */
final class Weather {

    private static final List<Duration> STEPS =
            List.of(Duration.ofMinutes(-5), Duration.ofMinutes(4), Duration.ofMinutes(-25), Duration.ofMinutes(40));
    private static final int DEEPEST = 2;

    private final World world;
    private final @Nullable Script script;
    private @Nullable Climate climate;
    private int points;

    Weather(World world, @Nullable Script script) {
        this.world = world;
        this.script = script;
    }

    /** Faults may strike from here on. */
    void roughen(Climate to) {
        climate = to;
    }

    /** No more faults. */
    void calm() {
        climate = null;
    }

    int points() {
        return points;
    }

    /**
     * Passes a fault point.
     *
     * @return a fault that only the caller can make happen, or null
     */
    @Nullable
    FaultKind strike(Worker worker, Call call, boolean after) {
        worker.requireAlive();
        if (climate == null) {
            return null;
        }
        world.late().land();
        points++;
        int choice = script == null
                ? world.choices().weighted(climate.weights(call, after))
                : world.choices().settled(script.next(call, after));
        if (choice == 0) {
            return null;
        }
        FaultKind kind = Climate.kind(choice);
        if (!Climate.strikes(kind, call, after) || world.spares(kind)) {
            return null;
        }
        switch (kind) {
            case CRASH -> {
                world.count(kind, worker, call, after);
                worker.crash();
            }
            case USER_EDIT -> {
                world.count(kind, worker, call, after);
                world.people().act();
            }
            case ZOMBIE -> {
                if (world.trace().depth() < DEEPEST) {
                    world.count(kind, worker, call, after);
                    othersWorkOn();
                    world.trace().add("worker ", worker.number(), " goes on");
                }
            }
            case CLOCK_STEP -> {
                world.count(kind, worker, call, after);
                world.step(STEPS.get(world.choices().below(STEPS.size())));
            }
            default -> {
                return kind;
            }
        }
        return null;
    }

    /** The lease runs out, others take over, and people go on typing. */
    private void othersWorkOn() {
        world.step(World.PAST_LEASE);
        world.trace().nest(1);
        int rounds = 1 + world.choices().below(2);
        for (int i = 0; i < rounds; i++) {
            if (world.choices().oneIn(3)) {
                world.people().act();
            }
            world.round();
            if (world.choices().oneIn(2)) {
                world.step(World.PAST_LEASE);
            }
        }
        world.trace().nest(-1);
    }
}
