package io.github.crosstie.examples.survive;

import io.github.crosstie.examples.survive.WorkerProcess.Round;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Workers that sync two servers while people type into both, killed one after the other at random moments, all on one state. After
 * most of the deaths the next worker has two rounds to set everything right, which is looked at value by value; after the others it
 * is killed in its turn before it has.
 */
final class Survival implements AutoCloseable {

    private static final Duration PAST_THE_LEASE = Duration.ofMinutes(11);
    private static final int FIRST_RECORDS = 15;
    private static final int ROUNDS_TO_SETTLE = 2;
    private static final int ROUNDS_TO_DIE = 40;
    /** One request in so many is met by somebody who types in the middle of the round. */
    private static final int ACTS_MEANWHILE = 12;

    private final String database;
    private final PrintWriter out;
    private final RandomGenerator random;
    private final ShiftedClock clock = new ShiftedClock();
    private final Systems systems = new Systems(clock);
    private final Trap trap = new Trap();
    private final People people;
    private volatile boolean typing;

    Survival(String database, long seed, PrintWriter out) {
        this.database = database;
        this.out = out;
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        RandomGenerator meanwhile = RandomGeneratorFactory.of("L64X128MixRandom").create(~seed);
        people = new People(systems, meanwhile, clock.instant());
        systems.watch(isWrite -> {
            if (typing && random(meanwhile, ACTS_MEANWHILE)) {
                people.act();
            }
            trap.request(isWrite);
        });
    }

    private static boolean random(RandomGenerator random, int oneIn) {
        synchronized (random) {
            return random.nextInt(oneIn) == 0;
        }
    }

    /** Runs it; true if both sides were in step whenever they were looked at. */
    boolean run(int kills) {
        people.make(FIRST_RECORDS);
        for (int kill = 1; kill <= kills; kill++) {
            try (WorkerProcess worker = WorkerProcess.start(systems.settings(database, clock), trap)) {
                boolean isLookedAt = kill > 1 && random.nextInt(3) > 0;
                if (isLookedAt && !settle(worker, kill - 1).inStep()) {
                    return false;
                }
                Moment moment = Moment.random(random);
                die(worker, moment);
                out.println("kill " + kill + ": " + moment);
                out.flush();
            }
            clock.forward(PAST_THE_LEASE);
        }
        try (WorkerProcess last = WorkerProcess.start(systems.settings(database, clock), trap)) {
            Comparison comparison = settle(last, kills);
            out.println("survived " + kills + " kills, " + comparison.summary());
            out.flush();
            return comparison.inStep();
        }
    }

    /** Lets a worker set right what there is to, undisturbed, and looks at what came of it. */
    private Comparison settle(WorkerProcess worker, int kills) {
        int writes = 0;
        for (int round = 0; round <= ROUNDS_TO_SETTLE; round++) {
            writes = sync(worker).orElseThrow().writes();
        }
        Comparison comparison = Comparison.of(people, systems);
        comparison.faults().forEach(out::println);
        if (!comparison.inStep()) {
            out.println("after kill " + kills + ": " + comparison.summary());
        }
        if (writes > 0) {
            out.println("after kill " + kills + ": round " + (ROUNDS_TO_SETTLE + 1) + " still wrote " + writes);
        }
        out.flush();
        return comparison;
    }

    private void die(WorkerProcess worker, Moment moment) {
        trap.set(moment, worker::kill);
        typing = true;
        Optional<Round> round = Optional.of(new Round(0, true));
        for (int rounds = 0; round.isPresent() && rounds < ROUNDS_TO_DIE; rounds++) {
            people.act();
            people.act();
            if (rounds == 0) {
                people.delete();
            }
            round = sync(worker);
        }
        typing = false;
        trap.disarm();
        if (round.isPresent()) {
            throw new IllegalStateException(
                    "the worker made " + ROUNDS_TO_DIE + " rounds and did not come to the moment " + moment);
        }
    }

    private Optional<Round> sync(WorkerProcess worker) {
        int number = people.beginRound();
        Optional<Round> round = worker.sync();
        if (round.map(Round::isSettled).orElse(false)) {
            people.settled(number);
        }
        return round;
    }

    @Override
    public void close() {
        systems.close();
    }
}
