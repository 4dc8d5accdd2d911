package io.github.crosstie.ews;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.ews.internal.item.ItemMapping;
import io.github.crosstie.ews.internal.item.ItemRecord;
import io.github.crosstie.ews.internal.operation.FolderReference;
import io.github.crosstie.ews.internal.operation.ItemKey;
import io.github.crosstie.ews.internal.operation.ItemShape;
import io.github.crosstie.ews.internal.operation.PropertyPath;
import io.github.crosstie.ews.internal.operation.Restriction;
import io.github.crosstie.ews.internal.operation.Result;
import io.github.crosstie.internal.exchange.Stamp;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds items by the engine's mark. The server compares texts without regard to case and may answer only their
 * beginnings; what counts is compared here, whole and exactly. Of an event and its copies, which carry its mark along,
 * the event itself is meant.
 */
final class TagSearch {

    private static final int BATCH = 20;

    /** As much of a text as a search answers. */
    private static final int ANSWERED = 255;

    private static final ItemShape SHAPE = ItemShape.of(List.of(ItemMapping.STAMP, PropertyPath.field("calendar:UID")));
    private static final ItemShape OF_CONTACTS = ItemShape.of(List.of(ItemMapping.STAMP));

    private final Mailbox mailbox;
    private final ItemMapping mapping;
    private final ItemKind kind;

    TagSearch(Mailbox mailbox, ItemMapping mapping, ItemKind kind) {
        this.mailbox = mailbox;
        this.mapping = mapping;
        this.kind = kind;
    }

    Stamp stamp(CorrelationTag tag) {
        return kind == ItemKind.EVENT ? Stamp.ofEvent(mailbox.address(), tag) : Stamp.ofContact(mailbox.address(), tag);
    }

    List<Tagged> find(FolderReference folder, Collection<CorrelationTag> tags) {
        Map<String, CorrelationTag> byText = new LinkedHashMap<>();
        for (CorrelationTag tag : tags) {
            byText.put(stamp(tag).text(), tag);
            // Who came by another way into the mailbox could not choose the event's UID.
            byText.put(stamp(tag).withoutUid().text(), tag);
        }
        Map<CorrelationTag, List<ItemRecord>> found = new LinkedHashMap<>();
        for (ItemRecord item : search(folder, List.copyOf(byText.keySet()))) {
            CorrelationTag tag = byText.get(item.stamp().orElseThrow().text());
            found.computeIfAbsent(Objects.requireNonNull(tag, "tag"), each -> new ArrayList<>())
                    .add(item);
        }
        List<Tagged> tagged = new ArrayList<>();
        found.forEach((tag, items) -> marked(items)
                .forEach(
                        item -> tagged.add(new Tagged(tag, new ItemId(item.key().id())))));
        return tagged;
    }

    /** Those that were marked themselves; all, if the server gave the event another UID than it was told to. */
    private List<ItemRecord> marked(List<ItemRecord> items) {
        List<ItemRecord> marked = items.stream()
                .filter(item -> item.stamp().orElseThrow().marks(mailbox.address(), item.uid()))
                .toList();
        return marked.isEmpty() ? items : marked;
    }

    /** The items whose stamps are some texts. */
    List<ItemRecord> search(FolderReference folder, List<String> texts) {
        Map<String, ItemRecord> found = new LinkedHashMap<>();
        for (int from = 0; from < texts.size(); from += BATCH) {
            mailbox.findItem()
                    .find(
                            folder,
                            shape(),
                            new Restriction(
                                    ItemMapping.STAMP, texts.subList(from, Math.min(texts.size(), from + BATCH))),
                            mapping::read,
                            item -> found.put(item.key().id(), item));
        }
        Set<String> wanted = new TreeSet<>(texts);
        return whole(List.copyOf(found.values())).stream()
                .filter(item -> item.stamp()
                        .filter(stamp -> wanted.contains(stamp.text()))
                        .isPresent())
                .toList();
    }

    private ItemShape shape() {
        return kind == ItemKind.EVENT ? SHAPE : OF_CONTACTS;
    }

    private List<ItemRecord> whole(List<ItemRecord> found) {
        List<ItemRecord> whole = new ArrayList<>();
        List<ItemKey> cut = new ArrayList<>();
        for (ItemRecord item : found) {
            int length = item.stamp().map(stamp -> stamp.text().length()).orElse(0);
            if (length >= ANSWERED) {
                cut.add(ItemKey.of(item.key().id()));
            } else {
                whole.add(item);
            }
        }
        if (!cut.isEmpty()) {
            for (Result<ItemRecord> item : mailbox.getItem().get(cut, shape(), BATCH, mapping::read)) {
                if (item instanceof Result.Done<ItemRecord> done) {
                    whole.add(done.value());
                }
            }
        }
        return whole;
    }
}
