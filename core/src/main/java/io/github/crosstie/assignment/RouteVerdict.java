package io.github.crosstie.assignment;

/** Why a route is the effective one, or why it lost (A8). */
public enum RouteVerdict {
    /** The user syncs by it. */
    EFFECTIVE("applies"),
    /** It leads to the effective configuration too, by a weaker assignment (A g). */
    SAME_CONFIGURATION("leads to the same configuration"),
    /** Its configuration is inactive: a claim, but no sync (A6). */
    DORMANT("its configuration is inactive"),
    /** The user, or the profile, was assigned to another configuration later (A2, A4, C4). */
    SUPERSEDED("a later assignment of the same target moved it to another configuration"),
    /** An individual assignment wins (A3). */
    INDIVIDUAL_WINS("an individual assignment wins"),
    /** A stronger kind of assignment wins (A5). */
    STRONGER_KIND_WINS("a stronger kind of assignment wins"),
    /** Same kind, but the other configuration was modified more recently (A5). */
    LATER_MODIFICATION_WINS("the other configuration was modified more recently"),
    /** Same kind and modification, but the other configuration has the smaller id (A1, A5). */
    SMALLER_ID_WINS("the other configuration has the smaller id"),
    /** The user is inactive and never syncs (A9). */
    USER_INACTIVE("the user is inactive");

    private final String reason;

    RouteVerdict(String reason) {
        this.reason = reason;
    }

    /**
     * The reason in words, to follow the route's name.
     *
     * @return a clause without a full stop
     */
    public String reason() {
        return reason;
    }
}
