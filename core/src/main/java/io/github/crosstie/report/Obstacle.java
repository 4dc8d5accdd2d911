package io.github.crosstie.report;

import io.github.crosstie.state.LastRound;
import io.github.crosstie.state.Pause;
import io.github.crosstie.state.QuarantineEntry;
import io.github.crosstie.state.StopReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is in the way, the gravest first, and what to do.
 *
 * @param stage {@link Stage#FAILED}, {@link Stage#HELD}, {@link Stage#RETRYING}, or {@link Stage#IN_SYNC} if nothing is
 * @param reason for people; empty if nothing is in the way
 */
record Obstacle(Stage stage, String reason) {

    private static final Obstacle NONE = new Obstacle(Stage.IN_SYNC, "");

    /** No trouble, as the settings mean it so; yet a person who looks for a meeting wants to know. */
    private static final Obstacle KEPT_QUIET = new Obstacle(
            Stage.IN_SYNC,
            "some meetings are not written, as that would make the mail server send mail to their attendees, which the"
                    + " configuration does not allow; make the changes in the mailbox by hand, or let it send invitations and then edit"
                    + " the meeting once more, or reset the user");

    static Obstacle of(
            @Nullable Pause pause,
            @Nullable LastRound last,
            boolean isListing,
            int held,
            List<QuarantineEntry> quarantined,
            Backlog backlog) {
        StopReason stop = last == null ? null : last.stop();
        if (pause != null && pause.reason().needsAuthorization()) {
            return failed(pause.message() + "; when that is mended, call Crosstie.resume");
        }
        if (stop == StopReason.BROKEN) {
            return failed("the last round ended with an exception, of which its caller was told; sync again to see it");
        }
        if (stop == StopReason.RESYNC_REQUIRED && (!isListing || hasNeverPassed(last))) {
            return failed(
                    "the mailbox cannot be used: it is not there, disabled, or full, as the last result says; mend that,"
                            + " enter the right address, or take the user out");
        }
        if (stop == StopReason.MAILBOX_CLAIMED) {
            return new Obstacle(
                    Stage.HELD,
                    "another user, organization or installation holds the mailbox; end that one's sync, or call"
                            + " Crosstie.takeOver");
        }
        if (held > 0) {
            return new Obstacle(
                    Stage.HELD,
                    "deletions wait for a person: Crosstie.heldDeletions shows them, Crosstie.releaseDeletions lets them go");
        }
        return retrying(pause, stop, quarantined, backlog);
    }

    private static boolean hasNeverPassed(@Nullable LastRound last) {
        return last == null || last.success() == null;
    }

    private static Obstacle failed(String reason) {
        return new Obstacle(Stage.FAILED, reason);
    }

    private static Obstacle retrying(
            @Nullable Pause pause, @Nullable StopReason stop, List<QuarantineEntry> quarantined, Backlog backlog) {
        if (pause != null) {
            return new Obstacle(Stage.RETRYING, pause.message());
        }
        if (stop != null) {
            return new Obstacle(Stage.RETRYING, text(stop) + "; the next round goes on");
        }
        if (!quarantined.isEmpty()) {
            QuarantineEntry first = quarantined.get(0);
            return new Obstacle(
                    Stage.RETRYING,
                    "records in quarantine are tried again by themselves, the first for " + first.code()
                            + "; correct what its system refuses, and it is tried at once");
        }
        if (!backlog.behind().isEmpty()) {
            return new Obstacle(
                    Stage.RETRYING,
                    "new records wait for one that cannot be read, and might be their counterpart; they go on once it"
                            + " is read, or has failed again");
        }
        return backlog.wouldNotify().isEmpty() ? NONE : KEPT_QUIET;
    }

    private static String text(StopReason stop) {
        return switch (stop) {
            case LISTING_INCOMPLETE -> "a side did not prove that it had shown everything";
            case ANSWER_LOST -> "nobody knows yet what became of a write";
            case OVERTAKEN -> "people edited faster than the last round could follow";
            case CANCELLED -> "the last round was cancelled";
            case OUT_OF_TIME -> "the last round's time was over";
            case RESYNC_REQUIRED -> "a place in a change stream is not known any more, so everything is listed anew";
            default -> "the last round ended early: " + stop;
        };
    }

    /** Whether nothing goes on by itself. */
    boolean needsAPerson() {
        return stage == Stage.FAILED || stage == Stage.HELD;
    }
}
