package io.github.crosstie.testkit.internal.mailbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item or an occurrence as clients see it: what was stored and what follows from it. */
public final class ShownItem {

    private final StoredMailbox mailbox;
    private final StoredItem item;
    private final @Nullable Occurrence occurrence;
    private @Nullable Properties shown;

    private ShownItem(StoredMailbox mailbox, StoredItem item, @Nullable Occurrence occurrence) {
        this.mailbox = mailbox;
        this.item = item;
        this.occurrence = occurrence;
    }

    public static ShownItem of(ItemLookup.Found found) {
        return new ShownItem(found.mailbox(), found.item(), found.occurrence());
    }

    public static ShownItem of(StoredMailbox mailbox, StoredItem item) {
        return new ShownItem(mailbox, item, null);
    }

    public static ShownItem of(StoredMailbox mailbox, Occurrence occurrence) {
        return new ShownItem(mailbox, occurrence.master(), occurrence);
    }

    public String kind() {
        return item.kind;
    }

    public String id() {
        return occurrence == null ? item.id : occurrence.id();
    }

    /** The element that names it. */
    public Tree itemId() {
        String changeKey = occurrence == null ? item.changeKey : occurrence.changeKey();
        return Tree.of("t:ItemId").with("Id", id()).with("ChangeKey", changeKey);
    }

    public @Nullable Tree value(PropertyPath path) throws Refusal {
        if (path instanceof PropertyPath.Extended && occurrence == null) {
            Tree stored = item.properties.get(path);
            if (stored != null || !item.isEvent()) {
                return stored; // a search over all items looks at nothing else
            }
        }
        return properties().get(path);
    }

    /** All that can be shown. */
    public Properties properties() throws Refusal {
        Properties known = shown;
        if (known == null) {
            known = occurrence == null ? item.properties.copy() : occurrence.properties();
            known.put(itemId());
            known.put(Tree.of("t:ParentFolderId").with("Id", item.folder.id).with("ChangeKey", item.folder.changeKey));
            known.set("IsAssociated", Boolean.toString(item.associated));
            Bodies.addText(known);
            if (item.isEvent()) {
                EventView.complete(known, mailbox, item, occurrence);
            } else if (kind().equals("Contact")) {
                ContactRules.complete(known);
            }
            known.set("Size", Integer.toString(size(known)));
            shown = known;
        }
        return known;
    }

    private static int size(Properties properties) {
        int size = 0;
        for (Tree element : properties.elements().values()) {
            size += size(element);
        }
        return size + size(Tree.of("t:Extended", List.copyOf(properties.extended())));
    }

    private static int size(Tree tree) {
        return tree.text().length()
                + tree.children().stream().mapToInt(ShownItem::size).sum();
    }
}
