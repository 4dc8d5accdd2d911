package io.github.crosstie.benchmarks.fleet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How late rounds began, by the minute in which they did. Not thread-safe. */
final class LatenessLog {

    static final int MINUTE = 60_000;

    private final List<Latenesses> minutes = new ArrayList<>();

    /** Numbers that grow in number. */
    private static final class Latenesses {
        private int[] all = new int[1_024];
        private int size;

        void add(int lateness) {
            if (size == all.length) {
                all = Arrays.copyOf(all, 2 * size);
            }
            all[size++] = lateness;
        }
    }

    void began(long due, long began) {
        int minute = (int) (began / MINUTE);
        while (minutes.size() <= minute) {
            minutes.add(new Latenesses());
        }
        minutes.get(minute).add((int) (began - due));
    }

    /** Of the rounds that began in some minutes, the first of them included and the last not. */
    Lateness over(int from, int to, int overdue) {
        int[] sorted = minutes.subList(Math.min(from, minutes.size()), Math.min(to, minutes.size())).stream()
                .flatMapToInt(minute -> Arrays.stream(minute.all, 0, minute.size))
                .sorted()
                .toArray();
        return new Lateness(
                from, to, sorted.length, seconds(sorted, 0.5), seconds(sorted, 0.99), seconds(sorted, 1), overdue);
    }

    /** The lateness that a part of the rounds does not exceed. */
    private static double seconds(int[] sorted, double part) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(part * sorted.length) - 1] / 1e3;
    }
}
