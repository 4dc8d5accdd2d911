package io.github.crosstie.testkit.graph;

import io.github.crosstie.testkit.internal.mailbox.Ids;
import io.github.crosstie.testkit.internal.mailbox.ItemLookup;
import io.github.crosstie.testkit.internal.mailbox.ItemLookup.Found;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Series;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder.Change;
import io.github.crosstie.testkit.internal.mailbox.StoredItem;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Ids as Graph tells them: that of Exchange in an alphabet for addresses, which changes when an item moves, or one that
 * the item keeps. Either is understood wherever an id is asked for.
 */
final class ItemIds {

    private ItemIds() {}

    /** The id of an item as a request prefers it. */
    static String of(StoredItem item, GraphRequest request) {
        return request.prefer().immutableIds() ? request.mailbox().immutableId(item.key) : rest(item.id);
    }

    /** The id of an occurrence as a request prefers it. */
    static String of(StoredItem master, LocalDate date, GraphRequest request) {
        return request.prefer().immutableIds()
                ? Ids.immutableOccurrence(request.mailbox().immutableId(master.key), date)
                : rest(Ids.occurrence(master.id, date));
    }

    /** The id of the item of a change, gone or not, as a request prefers it. */
    static String of(Change change, GraphRequest request) {
        return request.prefer().immutableIds() ? request.mailbox().immutableId(change.key()) : rest(change.item());
    }

    static String of(StoredFolder folder) {
        return rest(folder.id);
    }

    /** Exchange's id in Graph's alphabet. */
    static String rest(String id) {
        return id.replace('/', '-').replace('+', '_');
    }

    /** Graph's id in Exchange's alphabet. */
    static String exchange(String id) {
        return id.replace('-', '/').replace('_', '+');
    }

    /** The item or the occurrence of an id, wherever it lies, people see it there or not. */
    static Found find(StoredMailbox mailbox, String id) throws Refusal {
        Ids.Parsed immutable = Ids.parseImmutable(id);
        if (immutable == null) {
            return ItemLookup.in(mailbox, exchange(id));
        }
        StoredItem item = mailbox.byImmutableId(immutable.stored());
        if (item == null) {
            throw notFound();
        }
        Found found = new Found(mailbox, item, null, "");
        LocalDate date = immutable.occurrence();
        return date == null ? found : found.at(Series.of(item).byDate(date));
    }

    private static Refusal notFound() {
        return new Refusal("ErrorItemNotFound", "The specified object was not found in the store.");
    }

    /** The folder of an id or of a fixed name; null if there is none. */
    static @Nullable StoredFolder folder(StoredMailbox mailbox, String id) {
        for (StoredFolder folder : mailbox.distinguished.values()) {
            if (folder.distinguishedName.equalsIgnoreCase(id)) {
                return folder;
            }
        }
        return mailbox.folders.get(exchange(id));
    }
}
