package io.github.crosstie.configuration;

/**
 * Which events are in scope, counted from the day of the round (S23): the same on every kind of mail server.
 *
 * @param daysBack how many days in the past, 0 or more
 * @param daysAhead how many days in the future, 1 or more
 */
public record EventWindow(int daysBack, int daysAhead) {

    /** 30 days back, 365 ahead. */
    public static final EventWindow DEFAULT = new EventWindow(30, 365);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public EventWindow {
        if (daysBack < 0 || daysAhead < 1) {
            throw new IllegalArgumentException("event window of " + daysBack + " days back and " + daysAhead
                    + " ahead: use 0 or more back and 1 or more ahead");
        }
    }
}
