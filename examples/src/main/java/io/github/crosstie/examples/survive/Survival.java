package io.github.crosstie.examples.survive;

import io.github.crosstie.examples.survive.WorkerProcess.Round;
import java.io.PrintWriter;
import java.time.Clock;
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

    private final MailService mail;
    private final String database;
    private final String key;
    private final PrintWriter out;
    private final RandomGenerator random;
    private final ShiftedClock clock;
    private final Systems systems;
    private final Trap trap = new Trap();
    private final People people;
    private volatile boolean typing;

    Survival(MailService mail, String database, String key, long seed, Clock real, PrintWriter out) {
        this.mail = mail;
        this.database = database;
        this.key = key;
        this.out = out;
        clock = new ShiftedClock(real);
        systems = new Systems(clock);
        random = generator(seed);
        people = new People(systems, generator(~seed), clock.instant());
        systems.watch(isWrite -> {
            if (typing) {
                people.perhapsAct();
            }
            trap.request(isWrite);
        });
    }

    private static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private WorkerProcess start() {
        return WorkerProcess.start(systems.settings(mail, database, key, clock), trap);
    }

    /** Runs it; true if both sides were in step whenever they were looked at. */
    boolean run(int kills) {
        people.make(FIRST_RECORDS);
        for (int kill = 1; kill <= kills; kill++) {
            try (WorkerProcess worker = start()) {
                boolean isLookedAt = kill > 1 && random.nextInt(3) > 0;
                if (isLookedAt && !isSettled(worker)) {
                    return false;
                }
                Moment moment = Moment.random(random);
                die(worker, moment);
                say("kill " + kill + ": " + moment);
            }
            clock.forward(PAST_THE_LEASE);
        }
        try (WorkerProcess last = start()) {
            boolean isSettled = isSettled(last);
            String survived = isSettled ? "survived " : "did NOT survive ";
            say(survived + kills + " kills, " + Comparison.of(people, systems).summary());
            return isSettled;
        }
    }

    /** Lets a worker set right what there is to, undisturbed; true if that left nothing to do, and both sides hold what was typed. */
    private boolean isSettled(WorkerProcess worker) {
        int writes = 0;
        for (int round = 0; round <= ROUNDS_TO_SETTLE; round++) {
            writes = sync(worker).orElseThrow().writes();
        }
        if (writes > 0) {
            say("after " + ROUNDS_TO_SETTLE + " rounds there was something left: one more wrote " + writes
                    + " records");
        }
        Comparison comparison = Comparison.of(people, systems);
        comparison.faults().forEach(this::say);
        return writes == 0 && comparison.inStep();
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    private void die(WorkerProcess worker, Moment moment) {
        trap.set(moment, worker::kill);
        typing = true;
        Optional<Round> round = Optional.of(new Round(0, true));
        for (int rounds = 0; round.isPresent() && rounds < ROUNDS_TO_DIE; rounds++) {
            people.act();
            people.act();
            if (rounds == 0) {
                people.make(1);
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
