package io.github.crosstie.ews.internal.item;

import io.github.crosstie.ews.internal.operation.ItemKey;
import io.github.crosstie.internal.exchange.Stamp;
import io.github.crosstie.item.Item;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An item as it was read.
 *
 * @param key its id and version
 * @param searchKey what an item keeps when it moves to another folder; empty if the server did not say
 * @param uid the UID of an event; empty for a contact
 * @param item its values
 * @param stamp the engine's mark, if it carries one
 * @param createdAt when it was created; null if the server did not say
 * @param modifiedAt when it was last changed; null if the server did not say
 * @param modified the occurrences of a series that have something of their own
 * @param intent the change of a series that was begun and not finished; empty unless there is one
 * @param trouble why its values cannot be understood and what to do, without the values; null if they can
 */
public record ItemRecord(
        ItemKey key,
        String searchKey,
        String uid,
        Item item,
        Optional<Stamp> stamp,
        @Nullable Instant createdAt,
        @Nullable Instant modifiedAt,
        List<ModifiedOccurrence> modified,
        Optional<SeriesIntent> intent,
        @Nullable String trouble) {

    /** Copies the occurrences. */
    public ItemRecord {
        modified = List.copyOf(modified);
    }

    /**
     * The change of a series that was begun here and not finished, unless somebody has made another series of it since.
     *
     * @param address the mailbox's address
     * @return the change
     */
    public Optional<SeriesIntent> underWay(String address) {
        return intent.filter(change -> change.isOf(address, uid) && change.isUnderWay(item));
    }

    /**
     * Whether it is a new series of ours whose occurrences are not all written yet: nobody's record until they are.
     *
     * @param address the mailbox's address
     * @return false for whole items, and for those that are not ours
     */
    public boolean isUnfinished(String address) {
        return stamp.filter(mark -> mark.state() == Stamp.State.UNFINISHED && mark.isOf(address))
                .isPresent();
    }

    ItemRecord with(Item values, @Nullable String newTrouble) {
        return new ItemRecord(key, searchKey, uid, values, stamp, createdAt, modifiedAt, modified, intent, newTrouble);
    }

    /** The key alone: values are personal data. */
    @Override
    public String toString() {
        return "ItemRecord[" + key.id() + "]";
    }
}
