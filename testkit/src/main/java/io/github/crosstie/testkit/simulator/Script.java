package io.github.crosstie.testkit.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One fault at one fault point and nothing else; and a list of all points that were passed, so that others can be chosen. */
final class Script {

    /** A fault point. */
    record Point(Call call, boolean after) {}

    private final int strikeAt;
    private final @Nullable FaultKind kind;
    private final List<Point> passed = new ArrayList<>();

    private Script(int strikeAt, @Nullable FaultKind kind) {
        this.strikeAt = strikeAt;
        this.kind = kind;
    }

    static Script of(int strikeAt, FaultKind kind) {
        return new Script(strikeAt, kind);
    }

    static Script idle() {
        return new Script(-1, null);
    }

    /** The fault at the next point, as a tape says it: 0 for none. */
    int next(Call call, boolean after) {
        passed.add(new Point(call, after));
        return kind != null && passed.size() - 1 == strikeAt ? Climate.number(kind) : 0;
    }

    List<Point> passed() {
        return passed;
    }
}
