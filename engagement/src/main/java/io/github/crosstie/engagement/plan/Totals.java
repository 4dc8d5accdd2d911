package io.github.crosstie.engagement.plan;

import java.util.List;

/**
 * How much a unit's plan asks for.
 *
 * @param creations new users
 * @param updates updates of live users, those of restored users among them
 * @param restorations users out of the recycle bin
 * @param recyclings users into the recycle bin
 * @param held changes that wait for a person
 * @param left users left alone although something might be due
 * @param inStep linked users that are as they should be
 * @param resting users who are not meant to be in the unit and are not: inactive, or recycled
 * @param ignored users of the unit who are linked to nobody (U21)
 */
public record Totals(
        int creations,
        int updates,
        int restorations,
        int recyclings,
        int held,
        int left,
        int inStep,
        int resting,
        int ignored) {

    /**
     * Counts.
     *
     * @param changes what is to be done
     * @param held what waits
     * @param left what is left alone
     * @param inStep linked users that are as they should be
     * @param resting users who are not meant to be there and are not
     * @param ignored users who are linked to nobody
     * @return the totals
     */
    static Totals of(
            List<UserChange> changes,
            List<HeldChange> held,
            List<LeftAlone> left,
            int inStep,
            int resting,
            int ignored) {
        int[] counts = new int[4];
        for (UserChange change : changes) {
            switch (change.kind()) {
                case CREATE -> counts[0]++;
                case UPDATE -> counts[1]++;
                case RESTORE -> counts[2]++;
                case RECYCLE -> counts[3]++;
            }
        }
        return new Totals(
                counts[0], counts[1], counts[2], counts[3], held.size(), left.size(), inStep, resting, ignored);
    }

    /**
     * How many writes the plan makes.
     *
     * @return the number of changes
     */
    public int writes() {
        return creations + updates + restorations + recyclings;
    }
}
