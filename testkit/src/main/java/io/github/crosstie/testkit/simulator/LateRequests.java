package io.github.crosstie.testkit.simulator;

import java.util.ArrayList;
import java.util.List;

/** Requests on their way, which take effect some time after everybody has given them up. */
final class LateRequests {

    private static final int SELDOM = 12;

    private final World world;
    private final List<Runnable> requests = new ArrayList<>();

    LateRequests(World world) {
        this.world = world;
    }

    void add(Runnable request) {
        requests.add(request);
    }

    /** One of them arrives now and then. */
    void land() {
        if (!requests.isEmpty() && world.choices().oneIn(SELDOM)) {
            requests.remove(world.choices().below(requests.size())).run();
        }
    }

    /** All of them arrive. */
    void landAll() {
        while (!requests.isEmpty()) {
            requests.remove(0).run();
        }
    }
}
