package io.github.crosstie.move;

import java.util.List;
import java.util.function.Consumer;

/** Cuts what is asked into calls that a system takes. */
final class Portions {

    private Portions() {}

    static <T> void each(List<T> all, int size, Consumer<List<T>> call) {
        List<T> rest = all;
        while (!rest.isEmpty()) {
            int taken = Math.min(size, rest.size());
            call.accept(rest.subList(0, taken));
            rest = rest.subList(taken, rest.size());
        }
    }
}
