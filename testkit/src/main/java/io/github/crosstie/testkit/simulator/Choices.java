package io.github.crosstie.testkit.simulator;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Where all chance of a history comes from: drawn from a seed or read from a tape, and written down either way. */
final class Choices {

    private final @Nullable SplittableRandom random;
    private final int[] given;
    private int[] made = new int[256];
    private int count;

    private Choices(@Nullable SplittableRandom random, int[] given) {
        this.random = random;
        this.given = given;
    }

    static Choices seeded(long seed) {
        return new Choices(new SplittableRandom(seed), new int[0]);
    }

    static Choices replaying(Tape tape) {
        return new Choices(null, tape.toArray());
    }

    /** One of 0 to bound - 1. */
    int below(int bound) {
        return record(random == null ? Math.min(next(), bound - 1) : random.nextInt(bound));
    }

    /** True once in so many times. */
    boolean oneIn(int times) {
        return record(random == null ? Math.min(next(), 1) : random.nextInt(times) == 0 ? 1 : 0) == 1;
    }

    /** True once in so many times, if it may be true at all. */
    boolean oneIn(int times, boolean allowed) {
        return allowed ? oneIn(times) : settled(0) == 1;
    }

    /** One of the indices of some weights, each of which has all before it added; 0 for an index that weighs nothing. */
    int weighted(int[] cumulated) {
        if (random == null) {
            int index = Math.min(next(), cumulated.length - 1);
            return record(index > 0 && cumulated[index] == cumulated[index - 1] ? 0 : index);
        }
        int draw = random.nextInt(cumulated[cumulated.length - 1]);
        int index = 0;
        while (draw >= cumulated[index]) {
            index++;
        }
        return record(index);
    }

    /** A choice that somebody else has made. */
    int settled(int choice) {
        return record(choice);
    }

    private int next() {
        return count < given.length ? given[count] : 0;
    }

    private int record(int choice) {
        if (count == made.length) {
            made = Arrays.copyOf(made, 2 * count);
        }
        made[count] = choice;
        count++;
        return choice;
    }

    Tape tape() {
        return Tape.of(Arrays.copyOf(made, count));
    }
}
