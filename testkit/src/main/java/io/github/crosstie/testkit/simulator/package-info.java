/**
 * Random lives of two sides and a store under the real engine, with everything that can go wrong, and an oracle that knows what
 * must hold in the end.
 *
 * <p>Start with {@link io.github.crosstie.testkit.simulator.Simulation}: it runs one history from one seed on one thread, so that
 * the same seed is the same history down to the last line of its trace. {@link
 * io.github.crosstie.testkit.simulator.Campaign} runs many. Authors of connectors and stores hand in their own sides
 * ({@link io.github.crosstie.testkit.simulator.SimulatedSide}) and store in place of those in memory. A failing history is cut
 * down to a short {@link io.github.crosstie.testkit.simulator.Tape}, which anybody can replay.
 */
@Incubating
@NullMarked
package io.github.crosstie.testkit.simulator;

import io.github.crosstie.fault.Incubating;
import org.jspecify.annotations.NullMarked;
