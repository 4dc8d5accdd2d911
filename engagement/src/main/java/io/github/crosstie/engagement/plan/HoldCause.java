package io.github.crosstie.engagement.plan;

/** Why a guard holds a change. */
public enum HoldCause {
    /** Nobody has opted in: this is a preview. Opting in lets it pass, and nothing else does. */
    NOT_OPTED_IN(false),
    /** Too many users would go into the recycle bin (S13). */
    RECYCLINGS(true),
    /** Too many users would get a lower role. */
    DEMOTIONS(true),
    /** The unit would be left without an active Administrator (G2). Nothing releases it but another Administrator. */
    LAST_ADMINISTRATOR(false);

    private final boolean releasable;

    HoldCause(boolean releasable) {
        this.releasable = releasable;
    }

    /**
     * Whether a token releases it once the unit has opted in.
     *
     * @return false if the cause itself has to go
     */
    public boolean releasable() {
        return releasable;
    }
}
