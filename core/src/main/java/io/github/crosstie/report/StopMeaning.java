package io.github.crosstie.report;

import io.github.crosstie.plan.OutcomeCode;
import java.util.Map;

/** What the code that ended a round early means for the status of its collection. */
final class StopMeaning {

    private static final Map<String, Stage> STAGES = Map.of(
            OutcomeCode.MAILBOX_CLAIMED.name(), Stage.HELD,
            OutcomeCode.RESYNC_REQUIRED.name(), Stage.FAILED,
            OutcomeCode.AUTH_EXPIRED.name(), Stage.RETRYING,
            OutcomeCode.ACCESS_BLOCKED.name(), Stage.RETRYING,
            OutcomeCode.THROTTLED.name(), Stage.RETRYING,
            OutcomeCode.UNAVAILABLE.name(), Stage.RETRYING,
            OutcomeCode.CANCELLED.name(), Stage.RETRYING,
            OutcomeCode.OUT_OF_TIME.name(), Stage.RETRYING,
            OutcomeCode.LISTING_INCOMPLETE.name(), Stage.RETRYING);

    private StopMeaning() {}

    /** What is no code of an outcome is the name of an exception: a round that could not even tell what was wrong. */
    static Stage of(String stop) {
        return STAGES.getOrDefault(stop, Stage.FAILED);
    }

    static String reason(String stop) {
        return switch (of(stop)) {
            case HELD -> stop + ": another user or organization holds the mailbox; take it over, or end one of the two";
            case FAILED -> stop + ": the last round could not go on; see its report or its exception";
            default -> stop + ": the last round ended early; the next one goes on";
        };
    }
}
