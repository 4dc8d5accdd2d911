package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Organization;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import io.github.crosstie.testkit.internal.mailbox.Times;
import io.github.crosstie.testkit.internal.mailbox.Tree;

/**
 * A request that was understood so far.
 *
 * @param organization the mailboxes
 * @param subscriptions who wants to hear of changes
 * @param operation such as {@code GetItem}
 * @param body the request's element
 * @param mailbox whose mailbox is worked in where the request names none
 * @param impersonated whether the caller acts as the mailbox's owner
 * @param times how its times are meant
 * @param trouble what a test wants to go wrong with it
 */
record Call(
        Organization organization,
        Subscriptions subscriptions,
        String operation,
        Tree body,
        StoredMailbox mailbox,
        boolean impersonated,
        Times times,
        Trouble trouble) {

    /** What the request says about mail to attendees; one about an event that says nothing is refused. */
    String required(String attribute, String code) throws Refusal {
        String mode = body.attribute(attribute);
        if (mode.isEmpty()) {
            throw new Refusal(code, "The attribute " + attribute + " is required for calendar items.");
        }
        return mode;
    }

    /** What a test wants to go wrong with the parts of a request. */
    interface Trouble {

        /** Nothing goes wrong. */
        Trouble NONE = index -> {};

        /**
         * Stands before the work on one part.
         *
         * @param index which part of the request, from 0
         * @throws Refusal if that part is to be refused
         */
        void before(int index) throws Refusal;

        /** Whether that part is to be refused. */
        default boolean isFor(int index) {
            try {
                before(index);
                return false;
            } catch (Refusal refused) {
                return true;
            }
        }
    }
}
