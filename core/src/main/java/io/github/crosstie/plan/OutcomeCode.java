package io.github.crosstie.plan;

import io.github.crosstie.conflict.Severity;

/** What became of a record, of a round, or of a user who is not synced, for people and programs (S19). */
public enum OutcomeCode {
    /** Done. */
    DONE(Severity.INFO),
    /** Both sides changed one field; one value was overwritten and is kept in the journal (S3). */
    CONFLICT_RESOLVED(Severity.INFO),
    /** Deleted on one side and changed on the other, or back there: created again on the first (S3). */
    RESTORED_AGAINST_DELETION(Severity.INFO),
    /** Out of scope by filter, window or privacy (S9, S14, S23). */
    FILTERED_OUT(Severity.INFO),
    /** A meeting with other people: their organizer's configuration rules it, not this one (S8). */
    NOT_ORGANIZER(Severity.INFO),
    /** More attendees than the setting lets flow: they stay where they are, all other fields flow (S8). */
    TOO_MANY_ATTENDEES(Severity.WARNING),
    /** Not written, because the system would send mail to attendees, which the configuration does not allow (S7). */
    WOULD_NOTIFY(Severity.WARNING),
    /** Would have to flow against the direction (S1). */
    NOT_IN_DIRECTION(Severity.INFO),
    /** Detached, in this round or before: left alone until a reset or an explicit relink (S11). */
    DETACHED(Severity.INFO),
    /** Carries nothing that the other side can hold. */
    NOTHING_TO_CARRY(Severity.INFO),
    /** Changed while it was being written: read again and planned anew. */
    CHANGED_MEANWHILE(Severity.INFO),
    /** A record that the engine itself created a second time; it is removed once its link is whole. */
    OWN_DUPLICATE(Severity.INFO),
    /** Carries the mark of another organization: left to it, not synced a second time. */
    FOREIGN_TAG(Severity.WARNING),
    /** What a stored plan presumes does not hold any more: not done, planned anew by the next round (G1). */
    PLAN_OUTDATED(Severity.INFO),
    /** Several records could be the counterpart: neither linked nor created (S2). */
    AMBIGUOUS_MATCH(Severity.WARNING),
    /** A series that the other side cannot express whole: left alone on both sides, never half-written (S6). */
    UNSUPPORTED_RECURRENCE(Severity.WARNING),
    /** Not visible any more, without proof of a deletion: nothing is deleted (S10). */
    GONE_FROM_VIEW(Severity.WARNING),
    /** Not created, because the other side has not been listed completely: it may be there already (S2, G3). */
    LISTING_INCOMPLETE(Severity.WARNING),
    /** A side was created anew: its records look for their counterparts, and nothing is deleted meanwhile (F9). */
    RELINKING(Severity.WARNING),
    /** Settings that decide what takes part have changed: everything is looked at again (S14). */
    SETTINGS_CHANGED(Severity.INFO),
    /** Deletions are held until somebody releases them (S11, S13). */
    DELETIONS_HELD(Severity.WARNING),
    /** Deletions that a person released were carried out, as far as they were still the same (S13). */
    DELETIONS_RELEASED(Severity.INFO),
    /** The answer of a write was lost: the next round finds out. */
    ANSWER_LOST(Severity.WARNING),
    /** The other system asks to come back later. */
    THROTTLED(Severity.WARNING),
    /** The other system or the store does not answer for now. */
    UNAVAILABLE(Severity.WARNING),
    /** The round was cancelled between two calls: the next one goes on. */
    CANCELLED(Severity.INFO),
    /** The round's time was over: the next one goes on. */
    OUT_OF_TIME(Severity.INFO),
    /** Another worker is at this collection. */
    LEASED_ELSEWHERE(Severity.INFO),
    /** Everything is done, but the store did not take the lease back: it runs out by itself. */
    LEASE_NOT_RELEASED(Severity.WARNING),
    /** Could not be written or read, and is left alone until its next try or until it changes; the rest goes on (S15). */
    QUARANTINED(Severity.WARNING),
    /** The other system asked to try this record later, and it is not tried before (S15). */
    DEFERRED(Severity.INFO),
    /** As many records are synced as the settings allow: the next enters when one leaves (S16). */
    CAP_REACHED(Severity.WARNING),
    /** No active configuration means the user, or the user is inactive: nothing is synced (A1). */
    NOT_ENROLLED(Severity.INFO),
    /** The record cannot be understood. */
    UNREADABLE(Severity.ERROR),
    /** The other system refuses the record. */
    VALIDATION_REJECTED(Severity.ERROR),
    /** The credentials are refused. */
    AUTH_EXPIRED(Severity.ERROR),
    /** This way of access is switched off. */
    ACCESS_BLOCKED(Severity.ERROR),
    /** Another organization, user or installation holds the mailbox's claim: nothing is written (S12). */
    MAILBOX_CLAIMED(Severity.ERROR),
    /** Several organizations or users would sync one mailbox: nothing is written for those who are held (C1, C2, C7). */
    DUPLICATE_ADDRESS(Severity.ERROR),
    /** The CRM has no usable address of the user: there is no mailbox to sync with (C8). */
    ADDRESS_NOT_LINKED(Severity.ERROR),
    /** The mailbox or its folder is gone, disabled, full, or reached by a way that it has left. */
    MAILBOX_UNAVAILABLE(Severity.ERROR),
    /** A place in a change stream is not known any more: everything is listed anew (F5). */
    RESYNC_REQUIRED(Severity.WARNING),
    /** Something was thrown that no caller plans for: a broken connector, a store that fails, a lost lease. */
    BROKEN(Severity.ERROR);

    private final Severity severity;

    OutcomeCode(Severity severity) {
        this.severity = severity;
    }

    /**
     * How much a person should care.
     *
     * @return the severity
     */
    public Severity severity() {
        return severity;
    }
}
