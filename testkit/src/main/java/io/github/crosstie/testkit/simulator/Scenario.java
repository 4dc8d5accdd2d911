package io.github.crosstie.testkit.simulator;

import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.RecordKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The course of one history. */
final class Scenario {

    private static final Duration PAST_SETTLING = Duration.ofHours(25);
    private static final int PATIENCE = 12;
    /** At most so many rounds work once people are idle. */
    private static final int MOST_ROUNDS = 2;

    private final World world;
    private final Choices choices;
    private final Set<FaultKind> kinds;
    private final Oracle oracle;
    private int roundsToConverge;

    Scenario(World world, Set<FaultKind> kinds) {
        this.world = world;
        this.kinds = kinds;
        choices = world.choices();
        oracle = new Oracle(world);
    }

    /** One round in which something may go wrong, after people have acted. */
    int liveShort(Climate climate) {
        world.people().settle(1 + choices.below(2));
        if (choices.oneIn(2)) {
            comeToRest(false);
        }
        act(1 + choices.below(3));
        world.weather().roughen(climate);
        world.round();
        comeToRest(choices.oneIn(4));
        return roundsToConverge;
    }

    /** Several epochs of people's acts and rounds. */
    int live(Climate climate) {
        world.people().settle(1 + choices.below(3));
        for (int epoch = 1 + choices.below(3); epoch > 0; epoch--) {
            act(choices.below(4));
            for (int round = 1 + choices.below(3); round > 0; round--) {
                world.weather().roughen(climate);
                world.round();
                world.weather().calm();
                world.step(Duration.ofMinutes(choices.oneIn(2) ? 11 : 2));
                act(choices.below(2));
            }
            disturbStore();
            if (choices.oneIn(3)) {
                comeToRest(choices.oneIn(2));
            }
        }
        comeToRest(true);
        return roundsToConverge;
    }

    /** Nothing goes wrong: what is written must be exactly what has changed. */
    int liveCalmly() {
        world.people().settle(1 + choices.below(3));
        for (int epoch = 1 + choices.below(3); epoch > 0; epoch--) {
            comeToRest(choices.oneIn(3));
            act(choices.below(4));
            workNoMoreThanNeeded();
        }
        comeToRest(true);
        return roundsToConverge;
    }

    private void act(int times) {
        for (int i = 0; i < times; i++) {
            world.people().act();
        }
    }

    private void disturbStore() {
        if (choices.oneIn(6, kinds.contains(FaultKind.STORE_LOST))) {
            restore(FaultKind.STORE_LOST, 0);
        } else if (choices.oneIn(4, kinds.contains(FaultKind.STORE_ROLLED_BACK))) {
            restore(FaultKind.STORE_ROLLED_BACK, choices.below(world.ledger().size() + 1));
        }
    }

    private void restore(FaultKind kind, int commits) {
        world.count(kind);
        world.trace().add(kind, " to commit ", commits, " of ", world.ledger().size());
        world.restoreStore(commits);
    }

    private void workNoMoreThanNeeded() {
        SyncPlan planned = world.plan();
        if (!planned.equals(world.plan())) {
            world.violate(Invariant.DETERMINISM, "two plans of one state differ");
        }
        Map<RecordKey, Item> before = everything();
        int writes = world.round().effort().writes + world.round().effort().writes;
        Map<RecordKey, Item> after = everything();
        Set<RecordKey> all = new HashSet<>(before.keySet());
        all.addAll(after.keySet());
        all.removeIf(key -> Objects.equals(before.get(key), after.get(key)));
        if (writes != all.size()) {
            world.violate(Invariant.EFFORT, writes + " writes changed " + all.size() + " records: " + all);
        }
    }

    private Map<RecordKey, Item> everything() {
        Map<RecordKey, Item> all = new HashMap<>();
        for (Side side : Side.values()) {
            world.side(side).items().forEach((id, item) -> all.put(new RecordKey(side, id), item));
        }
        return all;
    }

    /** Faults stop, people are idle; then everything must be well, and after a day nothing may be left to do. */
    private void comeToRest(boolean forADay) {
        world.weather().calm();
        world.late().landAll();
        world.feeds().forEach(Feed::catchUp);
        world.outwaitLeases();
        isolate();
        if (world.troubles().lingered()) {
            // Whoever was put off for a while is due again.
            world.clock().advance(PAST_SETTLING);
        }
        world.troubles().end();
        converge();
        if (forADay) {
            world.clock().advance(PAST_SETTLING);
            if (world.round().effort().writes > 0) {
                world.violate(Invariant.NO_ECHO, "a round wrote a day after both sides had come to rest");
            }
        }
        Worker idle = world.round();
        if (!idle.effort().isIdle()) {
            world.violate(Invariant.EFFORT, "a round with nothing to do made " + idle.effort());
        }
        oracle.judge(forADay);
    }

    private void isolate() {
        if (!world.troubles().lingered() || !choices.oneIn(2)) {
            return;
        }
        Set<Entity> troubled = world.troubles().hold();
        if (!troubled.isEmpty()) {
            for (int i = 0; i <= MOST_ROUNDS; i++) {
                world.round();
                // Who might be the one in trouble waits until that one is tried again, and no longer.
                world.step(World.PAST_LEASE);
            }
            oracle.judgeUntroubled(troubled);
        }
    }

    private void converge() {
        int working = 0;
        while (working < PATIENCE && !world.round().effort().isSilent()) {
            working++;
        }
        roundsToConverge = Math.max(roundsToConverge, working);
        if (working > MOST_ROUNDS) {
            world.violate(Invariant.CONVERGENCE, working + " rounds worked after the faults had stopped");
        }
    }
}
