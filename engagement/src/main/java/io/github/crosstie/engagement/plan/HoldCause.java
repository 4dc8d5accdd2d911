package io.github.crosstie.engagement.plan;

/** Why a guard holds a change. */
public enum HoldCause {
    /** Nobody has opted in: everything is a preview. Released by opting in. */
    NOT_OPTED_IN(true),
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
     * Whether a token releases it.
     *
     * @return false if the cause itself has to go
     */
    public boolean releasable() {
        return releasable;
    }
}
