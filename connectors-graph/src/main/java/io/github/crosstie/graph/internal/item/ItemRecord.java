package io.github.crosstie.graph.internal.item;

import io.github.crosstie.internal.exchange.Stamp;
import io.github.crosstie.item.Item;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An item as it was read.
 *
 * @param id its id
 * @param version its version: the text within its entity tag
 * @param uid the UID of an event; empty for a contact
 * @param parent where it lies: the id of a contact's folder, the entry id of an event's; empty if the server did not
 *     say
 * @param item its values; of a series with its occurrences
 * @param stamp the engine's mark, if it carries one
 * @param createdAt when it was created; null if the server did not say
 * @param modifiedAt when it was last changed; null if the server did not say
 * @param type {@code singleInstance}, {@code occurrence}, {@code exception} or {@code seriesMaster}; empty for a
 *     contact
 * @param trouble why its values cannot be understood and what to do, without the values; null if they can
 */
public record ItemRecord(
        String id,
        String version,
        String uid,
        String parent,
        Item item,
        Optional<Stamp> stamp,
        @Nullable Instant createdAt,
        @Nullable Instant modifiedAt,
        String type,
        @Nullable String trouble) {

    ItemRecord withItem(Item other) {
        return new ItemRecord(id, version, uid, parent, other, stamp, createdAt, modifiedAt, type, trouble);
    }

    /** The same with trouble, unless it has some already. */
    ItemRecord withTrouble(String what) {
        String first = trouble == null ? what : trouble;
        return new ItemRecord(id, version, uid, parent, item, stamp, createdAt, modifiedAt, type, first);
    }

    /** The id alone: values are personal data. */
    @Override
    public String toString() {
        return "ItemRecord[" + id + "]";
    }
}
