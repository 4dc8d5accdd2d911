package io.github.crosstie.testkit.simulator;

import java.time.Clock;

/** Makes the sides of histories. Called from several threads if histories run on several. */
@FunctionalInterface
public interface SideSource {

    /**
     * Makes a side for one history, with a user and no records.
     *
     * @param traits how it is to be
     * @param clock the side's own clock, which need not show the engine's time
     * @return a side that nobody else uses
     */
    SimulatedSide create(SideTraits traits, Clock clock);
}
