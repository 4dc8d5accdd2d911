package io.github.crosstie.report;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.PlannedChange;

/** Why an outcome is what it is, for people, without anything that a system said of a record: nobody knows what it repeats. */
final class OutcomeReason {

    private OutcomeReason() {}

    static String of(Outcome outcome) {
        if (outcome instanceof Outcome.Skipped skipped) {
            return skipped.skip().reason();
        }
        if (outcome instanceof Outcome.Withheld withheld) {
            return withheld.held().reason();
        }
        if (outcome instanceof Outcome.NoLongerHolds outdated) {
            return outdated.reason();
        }
        if (outcome instanceof Outcome.Refused refused) {
            return "the system refuses it with " + refused.systemCode() + "; correct the record there";
        }
        if (outcome instanceof Outcome.PutOff putOff) {
            return "the system takes it from " + putOff.until() + " on";
        }
        if (outcome instanceof Outcome.Capped capped) {
            return capped.waiting() + " wait outside the cap of " + capped.cap() + "; raise it, or let some leave";
        }
        return about(outcome);
    }

    /** Why a record that somebody deleted is created again (S3). */
    static String restored(PlannedChange.Create create) {
        boolean isInCrm = create.side() == Side.CRM;
        return "deleted in the " + (isInCrm ? "CRM" : "mailbox") + ", while its counterpart in the "
                + (isInCrm ? "mailbox" : "CRM") + " changed or came back; created again";
    }

    /** What needs nobody: the next round goes on by itself. */
    private static String about(Outcome outcome) {
        if (outcome instanceof Outcome.Applied applied) {
            return done(applied);
        }
        if (outcome instanceof Outcome.Released released) {
            return released.message();
        }
        if (outcome instanceof Outcome.Unreleased unreleased) {
            return unreleased.message();
        }
        if (outcome instanceof Outcome.Relinking relinking) {
            return "the " + relinking.side() + " side is a new one; " + relinking.hints() + " former links help";
        }
        if (outcome instanceof Outcome.SettingsChanged changed) {
            return "changed: " + changed.parts();
        }
        return "the next round looks again";
    }

    private static String done(Outcome.Applied applied) {
        if (applied.change() instanceof PlannedChange.Detach detach) {
            return detach.reason();
        }
        if (applied.change() instanceof PlannedChange.Create create && create.isRestoration()) {
            return restored(create);
        }
        return applied.code() == OutcomeCode.CONFLICT_RESOLVED
                ? "written; a value gave way, and is kept in the journal"
                : "as planned";
    }
}
