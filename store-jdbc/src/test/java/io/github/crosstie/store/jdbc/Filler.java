package io.github.crosstie.store.jdbc;

import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.state.StateStore;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that commits until there is no room, and once more with no more luck. It says how many commits were acknowledged, and
 * what the last one threw.
 */
final class Filler {

    /** How many steps one commit makes. */
    static final int STEPS = 200;

    private static final int MOST_COMMITS = 1_000;

    private Filler() {}

    /** Argument: the URL of the database. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        StateStore store = JdbcStateStore.open(Committer.source(arguments[0]));
        Fence fence = Told.acquire(store);
        int acknowledged = 0;
        try {
            while (acknowledged < MOST_COMMITS) {
                store.commit(fence, many(acknowledged));
                acknowledged++;
            }
        } catch (CrosstieException noRoom) {
            out.println(acknowledged);
            again(out, store, fence, acknowledged);
        }
    }

    private static List<StateChange> many(int commit) {
        List<StateChange> changes = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            changes.addAll(Told.step(commit * STEPS + step));
        }
        return changes;
    }

    /** The first refusal may well be told from the second: the file is in whatever state the first one left it. */
    private static void again(PrintStream out, StateStore store, Fence fence, int number) {
        try {
            store.commit(fence, many(number));
            out.println("there was room");
        } catch (CrosstieException noRoom) {
            out.println(noRoom.getClass().getSimpleName() + ": " + noRoom.getMessage());
        }
    }
}
