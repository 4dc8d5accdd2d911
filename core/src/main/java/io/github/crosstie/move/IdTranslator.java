package io.github.crosstie.move;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.item.ItemId;
import java.util.List;
import java.util.Optional;

/**
 * Tells which ids the records of a mailbox have by the new way of access (S22). Implemented by the connector of that way; thread-safe.
 * A translation is a hint: whether the record is there, and is the one, is looked up by {@link MailboxMove}.
 */
public interface IdTranslator {

    /** For mailboxes whose ids did not survive, as after a migration from a server on the premises: translates none. */
    IdTranslator NONE = new IdTranslator() {
        @Override
        public int batch() {
            return Integer.MAX_VALUE;
        }

        @Override
        public List<Translation> translate(Owner mailbox, List<ItemId> ids) {
            return ids.stream()
                    .<Translation>map(id -> new Translation.Untranslatable(id, "the ids did not survive the migration"))
                    .toList();
        }
    };

    /**
     * How many ids a call takes.
     *
     * @return the most ids; 1 or more
     */
    int batch();

    /**
     * Translates some ids. Has no effect on the mailbox; may be called again.
     *
     * @param mailbox whose records
     * @param ids ids by the old way, each once; at most {@link #batch}
     * @return one answer for each id, in any order
     * @throws io.github.crosstie.fault.CrosstieException if the system does not answer, see
     *     {@link io.github.crosstie.connector.Endpoint}
     */
    List<Translation> translate(Owner mailbox, List<ItemId> ids);

    /**
     * The translator of the way back, for records that the old way has never seen.
     *
     * @return the translator; empty, as by default, if there is none: then these records are found by their marks and contents
     */
    default Optional<IdTranslator> reversed() {
        return Optional.empty();
    }
}
