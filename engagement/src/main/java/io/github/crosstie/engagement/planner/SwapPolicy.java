package io.github.crosstie.engagement.planner;

/** What happens when linked users want each other's e-mail addresses, so that no write can come first (U25). */
public enum SwapPolicy {
    /** One of them gets a parked address for the time between; it can receive no mail. */
    PARK,
    /** All of them wait until somebody sets one address free. */
    HOLD
}
