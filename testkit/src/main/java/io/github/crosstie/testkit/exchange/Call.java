package io.github.crosstie.testkit.exchange;

/**
 * A request that was understood so far.
 *
 * @param organization the mailboxes
 * @param operation such as {@code GetItem}
 * @param body the request's element
 * @param mailbox whose mailbox is worked in where the request names none
 * @param impersonated whether the caller acts as the mailbox's owner
 * @param times how its times are meant
 * @param trouble what a test wants to go wrong with it
 */
record Call(
        Organization organization,
        String operation,
        Tree body,
        StoredMailbox mailbox,
        boolean impersonated,
        Times times,
        Trouble trouble) {

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
