package io.github.crosstie.memory;

import io.github.crosstie.item.ItemId;
import java.util.Objects;

/**
 * A message that a system in memory has sent to an attendee because of a write by an endpoint. {@link #toString} names no address, as
 * addresses are personal data.
 *
 * @param event the event it is about
 * @param kind what it says
 * @param to the attendee's address, as the event spells it
 */
public record SentMail(ItemId event, Kind kind, String to) {

    /** What a message says. */
    public enum Kind {
        /** The attendee is invited. */
        INVITATION,
        /** The meeting is not what it was. */
        UPDATE,
        /** The meeting, or the attendee's part in it, is off. */
        CANCELLATION
    }

    /** Requires all parts. */
    public SentMail {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(to, "to");
    }

    @Override
    public String toString() {
        return "SentMail[" + kind + " of " + event + "]";
    }
}
