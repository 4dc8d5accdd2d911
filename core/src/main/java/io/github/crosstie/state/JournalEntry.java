package io.github.crosstie.state;

import io.github.crosstie.diff.FieldConflict;
import io.github.crosstie.item.ItemId;
import java.time.Instant;
import java.util.Objects;

/**
 * A value that lost (S3): the record of what was overwritten, so that people can bring it back. Written in the commit that
 * records the overwriting write. {@link #toString} shows no value.
 *
 * @param at when
 * @param crm the record in the CRM
 * @param mail the record in the mailbox
 * @param conflict the field with the losing and the winning value
 */
public record JournalEntry(Instant at, ItemId crm, ItemId mail, FieldConflict conflict) {

    /** Requires all parts. */
    public JournalEntry {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(crm, "crm");
        Objects.requireNonNull(mail, "mail");
        Objects.requireNonNull(conflict, "conflict");
    }
}
