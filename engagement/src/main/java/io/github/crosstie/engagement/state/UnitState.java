package io.github.crosstie.engagement.state;

/**
 * How far a business unit came on the way to User Sync. The way has one direction: nothing leads back.
 */
public enum UnitState {
    /** No user comes from the CRM. */
    NO_USER_SYNC,
    /** The settings of the time before assignment sets are in force. */
    LEGACY,
    /** The sets are filled, and nobody has opted in: what would happen can be previewed, and nothing is written. */
    ASSIGNED,
    /** The CRM is the source of truth. */
    OPTED_IN;

    /**
     * Whether one step leads from here to another state.
     *
     * @param next the other state
     * @return true if it is the next one
     */
    public boolean leadsTo(UnitState next) {
        return switch (this) {
            case NO_USER_SYNC, LEGACY -> next == ASSIGNED;
            case ASSIGNED -> next == OPTED_IN;
            case OPTED_IN -> false;
        };
    }
}
