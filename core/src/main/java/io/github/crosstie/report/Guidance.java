package io.github.crosstie.report;

import io.github.crosstie.fault.Incubating;
import io.github.crosstie.plan.OutcomeCode;
import java.util.Objects;

/**
 * What an outcome's code means, and what to do (S19). The table in {@code docs/codes.md} says the same.
 *
 * @param retry who or what brings it further
 * @param meaning what has happened, as a sentence
 * @param remedy what to do, as a sentence; says so where nothing needs to be done
 */
@Incubating
public record Guidance(RetryClass retry, String meaning, String remedy) {

    private static final String NOTHING = "Nothing needs to be done.";

    /** Requires all parts. */
    public Guidance {
        Objects.requireNonNull(retry, "retry");
        Objects.requireNonNull(meaning, "meaning");
        Objects.requireNonNull(remedy, "remedy");
    }

    /**
     * What there is to know of a code.
     *
     * @param code the code
     * @return its meaning and remedy; every code has one
     */
    public static Guidance of(OutcomeCode code) {
        return switch (code) {
            case DONE -> none("The change was made.");
            case CONFLICT_RESOLVED ->
                none(
                        "Both sides changed one field; one value was overwritten and is kept in the journal.",
                        "Look into the journal if the other value was the right one, and enter it again.");
            case RESTORED_AGAINST_DELETION ->
                none(
                        "One side deleted the record while the other changed it, or got it back; it was created again.",
                        "Delete it once more, if it should be gone.");
            case FILTERED_OUT ->
                onChange(
                        "The record is out of scope: by a filter, by the time window, or because it is private.",
                        "Change the record, or the filter or window of the configuration, if it should be synced.");
            case NOT_ORGANIZER ->
                none(
                        "It is a meeting whose organizer is somebody else: the organizer's configuration rules it.",
                        "Sync the organizer's mailbox, if the meeting should be synced.");
            case TOO_MANY_ATTENDEES ->
                onChange(
                        "The event has more attendees than the setting lets flow; all its other fields flow.",
                        "Raise the limit of attendees in the configuration, or take attendees out.");
            case WOULD_NOTIFY ->
                person(
                        "The write would make the server send mail to attendees, which the configuration does not allow.",
                        "Make the change in the calendar by hand; or allow invitations, then edit the record once more or"
                                + " reset the user.");
            case NOT_IN_DIRECTION ->
                onChange(
                        "The change would have to flow against the direction of the configuration.",
                        "Make it on the side from which records flow, or change the direction.");
            case DETACHED ->
                person(
                        "A counterpart was deleted and this record stays by itself, as the configuration says.",
                        "Reset the user, if they should be synced again.");
            case NOTHING_TO_CARRY ->
                onChange(
                        "The record has no field that the other side can hold.",
                        "Fill in a field that is mapped, such as a name or an address.");
            case CHANGED_MEANWHILE -> nextRound("The record changed while it was being written.");
            case OWN_DUPLICATE ->
                nextRound("An earlier attempt created the record a second time; it is removed once its link is whole.");
            case FOREIGN_TAG ->
                person(
                        "The record carries the mark of another organization, and is left to it.",
                        "End that organization's sync of the mailbox, if this one should sync the record.");
            case PLAN_OUTDATED -> nextRound("Something that the stored plan presumes does not hold any more.");
            case AMBIGUOUS_MATCH ->
                onChange(
                        "Several records could be the counterpart, so none was linked and none created.",
                        "Make them differ, or merge them, so that one counterpart is left.");
            case UNSUPPORTED_RECURRENCE ->
                onChange(
                        "The other side cannot express the series whole, so it is left alone on both sides.",
                        "Simplify the rule of the series, or enter it on the other side as single events.");
            case GONE_FROM_VIEW ->
                none(
                        "The record is not visible any more, and nothing proves that it was deleted; its counterpart stays.",
                        "Give the access back if it was lost; delete the counterpart by hand if the record is really gone.");
            case LISTING_INCOMPLETE ->
                nextRound(
                        "A side has not been listed completely, so nothing is created or deleted on the strength of it.");
            case RELINKING ->
                nextRound(
                        "A side was created anew: its records look for their counterparts, and nothing is deleted meanwhile.");
            case SETTINGS_CHANGED ->
                none("Settings that decide what takes part have changed: everything was looked at" + " again.");
            case DELETIONS_HELD ->
                person(
                        "More deletions came together than the guard lets through, or one that only a person may decide.",
                        "Look at Crosstie.heldDeletions; call Crosstie.releaseDeletions with its token, or bring the records back.");
            case DELETIONS_RELEASED -> none("Deletions that a person had released were made.");
            case ANSWER_LOST ->
                nextRound(
                        "The answer of a write was lost; the next round finds out what became of it before it writes again.");
            case THROTTLED -> later("The system asks to come back later.");
            case UNAVAILABLE ->
                later("The system or the store does not answer for now.", "See to the system, if it lasts.");
            case CANCELLED -> nextRound("The round was cancelled between two calls; its progress is kept.");
            case OUT_OF_TIME -> nextRound("The round's time was over; its progress is kept.");
            case LEASED_ELSEWHERE -> nextRound("Another worker is at these records.");
            case LEASE_NOT_RELEASED ->
                later(
                        "Everything is done, but the store did not take the lease back; it runs out by itself.",
                        "See to the store, if it lasts.");
            case QUARANTINED ->
                later(
                        "The record could not be written or read before, and waits for its next try; the rest goes on.",
                        "Correct the record as the error of its last try says: then it is tried at once.");
            case DEFERRED -> later("The system asked to try this record later.");
            case CAP_REACHED ->
                onChange(
                        "As many records are synced as the settings allow.",
                        "Raise the cap, narrow the filter, or let records leave.");
            case NOT_ENROLLED ->
                person(
                        "No active configuration means the user, or the user is inactive.",
                        "Assign an active configuration to an active user, if they should sync.");
            case UNREADABLE ->
                later(
                        "The record holds something that cannot be understood.",
                        "Correct the record in the system where it is.");
            case VALIDATION_REJECTED ->
                later(
                        "The system refuses the record.",
                        "Correct what the system's own code names, in the record or in the system's rules.");
            case AUTH_EXPIRED ->
                person("The system refuses the credentials.", "Renew the authorization, then call Crosstie.resume.");
            case ACCESS_BLOCKED ->
                person(
                        "This way of access is switched off, or a right is missing.",
                        "Have it switched on or granted, or move the mailbox to another way; then call Crosstie.resume.");
            case MAILBOX_CLAIMED ->
                person(
                        "Another organization, user or installation holds the mailbox.",
                        "End the other sync, or take over by Crosstie.takeOver.");
            case DUPLICATE_ADDRESS ->
                person(
                        "Several organizations or users would sync one mailbox.",
                        "Resolve the conflict as its remedy says: leave one of them.");
            case ADDRESS_NOT_LINKED ->
                person(
                        "The CRM has no usable e-mail address of the user.",
                        "Enter the primary address of the user's mailbox in the CRM.");
            case MAILBOX_UNAVAILABLE ->
                person(
                        "The mailbox or its folder is gone, disabled, full, or reached by a way that it has left.",
                        "Mend what the message names, enter the right address, or take the user out; then sync again.");
            case RESYNC_REQUIRED ->
                nextRound("A place in a change stream is not known any more, so everything is listed anew.");
            case BROKEN ->
                later(
                        "Something was thrown that no caller plans for; what was done before stands.",
                        "Read the host's log; report it if the connector or the store is at fault.");
        };
    }

    private static Guidance none(String meaning) {
        return none(meaning, NOTHING);
    }

    private static Guidance none(String meaning, String remedy) {
        return new Guidance(RetryClass.NONE, meaning, remedy);
    }

    private static Guidance nextRound(String meaning) {
        return nextRound(meaning, NOTHING);
    }

    private static Guidance nextRound(String meaning, String remedy) {
        return new Guidance(RetryClass.NEXT_ROUND, meaning, remedy);
    }

    private static Guidance later(String meaning) {
        return later(meaning, NOTHING);
    }

    private static Guidance later(String meaning, String remedy) {
        return new Guidance(RetryClass.LATER, meaning, remedy);
    }

    private static Guidance onChange(String meaning, String remedy) {
        return new Guidance(RetryClass.ON_CHANGE, meaning, remedy);
    }

    private static Guidance person(String meaning, String remedy) {
        return new Guidance(RetryClass.PERSON, meaning, remedy);
    }
}
