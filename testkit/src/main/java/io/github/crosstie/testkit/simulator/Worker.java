package io.github.crosstie.testkit.simulator;

import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.fault.FencedException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.SyncPlan;
import org.jspecify.annotations.Nullable;

/** A process that runs one round of the real engine. */
final class Worker {

    private final World world;
    private final int number;
    private final Effort effort = new Effort();
    private boolean dead;
    private boolean through;

    Worker(World world, int number) {
        this.world = world;
        this.number = number;
    }

    int number() {
        return number;
    }

    Effort effort() {
        return effort;
    }

    /** Whether the round came to its regular end. */
    boolean isThrough() {
        return through;
    }

    void run() {
        world.trace().add("worker ", number, " begins");
        try {
            RoundReport report = round().run();
            through = report.stopped().isEmpty();
            world.trace().add("worker ", number, " ends: ", report.outcomes());
        } catch (SimulatedCrash crash) {
            world.trace().add("worker ", number, " is dead");
        } catch (FencedException | UnavailableException | BrokenConnection expected) {
            world.trace().add("worker ", number, " stops: ", expected);
        } catch (RuntimeException failure) {
            world.violate(
                    Invariant.NO_FAILURE,
                    "a round failed with " + failure + " at "
                            + (failure.getStackTrace().length > 0 ? failure.getStackTrace()[0] : "an unknown place"));
        }
        world.census().doubt();
    }

    SyncPlan plan() {
        return round().plan();
    }

    private SyncRound round() {
        return SyncRound.of(
                world.collection(),
                world.configuration(),
                endpoint(Side.CRM),
                endpoint(Side.MAIL),
                new StormyStore(world.store(), world, this),
                world.clock(),
                world.ids());
    }

    private StormyEndpoint endpoint(Side side) {
        return new StormyEndpoint(side, world.side(side).open(world.configuration()), world, this);
    }

    /** A fault point; a dead worker gets no further. */
    @Nullable
    FaultKind passes(Call call, boolean after) {
        return world.weather().strike(this, call, after);
    }

    void count(FaultKind kind, Call call, boolean after) {
        world.count(kind, this, call, after);
    }

    void requireAlive() {
        if (dead) {
            throw new SimulatedCrash();
        }
    }

    void crash() {
        dead = true;
        throw new SimulatedCrash();
    }
}
