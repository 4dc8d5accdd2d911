package io.github.crosstie.testkit.simulator;

/** The worker's process is dead. No exception, so that nobody in between survives it. */
final class SimulatedCrash extends Error {

    private static final long serialVersionUID = 1L;

    SimulatedCrash() {
        super("the process is dead", null, false, false);
    }
}
