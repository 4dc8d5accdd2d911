package io.github.crosstie.testkit.internal.mailbox;

import java.util.List;

/**
 * Mail that Exchange would have sent for an item of a calendar.
 *
 * @param kind why
 * @param subject the item's subject
 * @param recipients the addresses, in the order of the attendees
 */
public record SentMail(Kind kind, String subject, List<String> recipients) {

    /** Copies the recipients. */
    public SentMail {
        recipients = List.copyOf(recipients);
    }

    /** Why a message was sent. */
    public enum Kind {
        /** The attendees are invited. */
        REQUEST,
        /** The meeting has changed. */
        UPDATE,
        /** The meeting, or an occurrence of it, does not take place. */
        CANCELLATION
    }
}
