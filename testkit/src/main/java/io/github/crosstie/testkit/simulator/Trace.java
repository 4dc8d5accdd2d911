package io.github.crosstie.testkit.simulator;

import io.github.crosstie.testkit.MutableClock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens, line by line; nested workers are indented. Lines are made only if somebody wants them. */
final class Trace {

    private final boolean on;
    private final MutableClock clock;
    private final List<String> lines = new ArrayList<>();
    private int depth;

    Trace(boolean on, MutableClock clock) {
        this.on = on;
        this.clock = clock;
    }

    void nest(int levels) {
        depth += levels;
    }

    int depth() {
        return depth;
    }

    void add(@Nullable Object... parts) {
        if (!on) {
            return;
        }
        StringBuilder line = new StringBuilder(clock.instant().toString()).append(' ');
        line.append("| ".repeat(depth));
        for (@Nullable Object part : parts) {
            line.append(part);
        }
        lines.add(line.toString());
    }

    List<String> lines() {
        return lines;
    }
}
