package io.github.crosstie.engagement.plan;

/** Why a user is left alone although something might be due. */
public enum LeftCode {
    /** A live user, linked to nobody, has the e-mail address: it is never taken over (U14). */
    EMAIL_EXISTS("U14", false),
    /** Another user holds the CRM username (U15). */
    USERNAME_TAKEN("U15", false),
    /** A user in the recycle bin holds the e-mail address or the CRM username (U16). */
    HELD_BY_RECYCLED("U16", false),
    /** The new CRM username is held or reserved by another user (U22). */
    USERNAME_NOT_FREE("U22", true),
    /** The new e-mail address is held by another user (U23). */
    EMAIL_NOT_FREE("U23", true),
    /** Another CRM user has the same e-mail address and comes first (U24). */
    EMAIL_SHARED("U24", false),
    /** Users want each other's addresses or usernames, and no write can come first (U25). */
    SWAP("U25", true),
    /** The e-mail address of another user equals the CRM username, and so reserves it (U29). */
    USERNAME_RESERVED("U29", false),
    /** Linked to a CRM user that cannot be seen (U30). */
    CRM_USER_NOT_VISIBLE("U30", true),
    /** In both sets of a unit that rejects that (U4). */
    IN_BOTH_SETS("U4", false),
    /** The CRM user has no e-mail address. */
    EMAIL_MISSING("U10", false),
    /** The unit has no role of the name that the mapping gives. */
    ROLE_UNKNOWN("U3", true),
    /** A membership cannot be read, so that nothing is concluded from an absence (G3). */
    MEMBERSHIP_UNKNOWN("G3", true),
    /** The unit's listing is not complete, and may not show whoever else is linked to the CRM user (G3). */
    LISTING_INCOMPLETE("G3", true),
    /** Several users of the unit are linked to one CRM user. */
    LINKED_TWICE("U11", true);

    private final String rule;
    private final boolean hold;

    LeftCode(String rule, boolean hold) {
        this.rule = rule;
        this.hold = hold;
    }

    /**
     * The rule that says so.
     *
     * @return its id
     */
    public String rule() {
        return rule;
    }

    /**
     * Whether the change waits until somebody mends the cause, or the user is skipped as the rules want it.
     *
     * @return true for a hold, false for a skip
     */
    public boolean isHold() {
        return hold;
    }
}
