package io.github.crosstie.testkit.simulator;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;

/** Makes a tape shorter and its choices plainer as long as the history still fails. Deterministic. */
final class Shrinker {

    private final Function<Tape, History> runner;
    private final Predicate<History> fails;
    private int tries;

    Shrinker(Function<Tape, History> runner, Predicate<History> fails, int tries) {
        this.runner = runner;
        this.fails = fails;
        this.tries = tries;
    }

    Tape shrink(Tape failing) {
        Tape best = failing;
        Tape before;
        do {
            before = best;
            best = cut(best);
            best = flatten(best);
            best = lower(best);
        } while (!before.equals(best) && tries > 0);
        return best;
    }

    private boolean stillFails(int[] choices) {
        tries--;
        return tries >= 0 && fails.test(runner.apply(Tape.of(choices)));
    }

    /** Leaves pieces out, large ones first. */
    private Tape cut(Tape tape) {
        int[] best = tape.toArray();
        for (int size = Math.max(1, best.length / 2); size > 0; size /= 2) {
            int from = 0;
            while (from < best.length) {
                int to = Math.min(best.length, from + size);
                int[] shorter = Arrays.copyOf(best, best.length - (to - from));
                System.arraycopy(best, to, shorter, from, best.length - to);
                if (stillFails(shorter)) {
                    best = shorter;
                } else {
                    from = to;
                }
            }
        }
        return Tape.of(best);
    }

    /** Makes pieces plain, large ones first. */
    private Tape flatten(Tape tape) {
        int[] best = tape.toArray();
        for (int size = Math.max(1, best.length / 2); size > 0; size /= 2) {
            for (int from = 0; from < best.length; from += size) {
                int to = Math.min(best.length, from + size);
                int[] plainer = best.clone();
                Arrays.fill(plainer, from, to, 0);
                if (!Arrays.equals(plainer, best) && stillFails(plainer)) {
                    best = plainer;
                }
            }
        }
        return Tape.of(best);
    }

    private Tape lower(Tape tape) {
        int[] best = tape.toArray();
        for (int i = 0; i < best.length; i++) {
            for (int lower : new int[] {best[i] / 2, best[i] - 1}) {
                if (lower > 0 && lower < best[i]) {
                    int[] plainer = best.clone();
                    plainer[i] = lower;
                    if (stillFails(plainer)) {
                        best = plainer;
                    }
                }
            }
        }
        return Tape.of(best);
    }
}
