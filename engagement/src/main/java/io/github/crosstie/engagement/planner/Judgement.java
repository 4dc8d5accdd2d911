package io.github.crosstie.engagement.planner;

import io.github.crosstie.engagement.plan.LeftAlone;

/** What is due to one CRM user in one unit, before others are asked whether they stand in the way. */
sealed interface Judgement {

    /** Nothing is due. */
    enum Rest implements Judgement {
        /** Linked and as it should be (U12). */
        IN_STEP,
        /** Assigned, inactive and not there (U19). */
        INACTIVE,
        /** Not meant to be there, and in the recycle bin (U20). */
        RECYCLED,
        /** Not meant to be there, and not there. */
        ELSEWHERE
    }

    /** Something might be due, and is not done. */
    record Left(LeftAlone left) implements Judgement {}

    /** Something is due, if nobody stands in the way. */
    record Due(Wish wish) implements Judgement {}
}
