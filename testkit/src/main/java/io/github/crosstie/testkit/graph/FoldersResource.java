package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folders of contacts, and those of mail: lists, folders below folders, and the contacts in one. */
final class FoldersResource implements Resource {

    private final ContactsResource contacts = new ContactsResource();
    private final boolean ofContacts;

    FoldersResource(boolean ofContacts) {
        this.ofContacts = ofContacts;
    }

    @Override
    public GraphReply answer(GraphRequest request) throws GraphRefusal, Refusal {
        StoredMailbox mailbox = request.mailbox();
        GraphRequest below = request.below(1);
        StoredFolder folder = mailbox.distinguished(ofContacts ? "contacts" : "msgfolderroot");
        while (below.depth() > 0) {
            folder = find(mailbox, below.segment(0));
            below = below.below(1);
            if (below.depth() == 0) {
                return one(request, folder);
            }
            if (ofContacts && below.at(0, "contacts")) {
                return contacts.answer(below.below(1), folder, true);
            }
            if (below.at(0, "permanentDelete") && request.is("POST")) {
                return deleteForGood(mailbox, folder);
            }
            if (!below.at(0, "childFolders")) {
                throw GraphRefusal.noSuchPath(below.segment(0));
            }
            below = below.below(1);
        }
        return switch (request.method()) {
            case "GET" -> list(request, folder);
            case "POST" -> create(request, folder);
            default -> throw GraphRefusal.notAllowed();
        };
    }

    private StoredFolder find(StoredMailbox mailbox, String id) throws GraphRefusal {
        StoredFolder folder = ItemIds.folder(mailbox, id);
        if (folder == null || (ofContacts && !folder.element().equals("ContactsFolder"))) {
            throw GraphRefusal.notFound();
        }
        return folder;
    }

    private GraphReply one(GraphRequest request, StoredFolder folder) throws GraphRefusal, Refusal {
        return switch (request.method()) {
            case "GET" -> GraphReply.ok(shown(request, folder));
            case "PATCH" -> rename(request, folder);
            case "DELETE" -> delete(request.mailbox(), folder);
            default -> throw GraphRefusal.notAllowed();
        };
    }

    private GraphReply list(GraphRequest request, StoredFolder parent) throws GraphRefusal, Refusal {
        boolean hidden = request.option("includeHiddenFolders").equalsIgnoreCase("true");
        List<FolderRow> rows = children(request.mailbox(), parent).stream()
                .filter(child -> child.element().equals(ofContacts ? "ContactsFolder" : "Folder"))
                .filter(child -> hidden || !isHidden(child))
                .map(child -> new FolderRow(child, view(request.mailbox(), child)))
                .toList();
        return Page.of(request, type(), rows);
    }

    private GraphReply create(GraphRequest request, StoredFolder parent) throws GraphRefusal, Refusal {
        String name = request.object().path("displayName").asText("").strip();
        if (name.isEmpty()) {
            throw new GraphRefusal(400, "ErrorInvalidArgument", "A folder needs a displayName.");
        }
        checkFree(request.mailbox(), parent, name);
        List<Tree> extended = ExtendedValues.ofFolder(request.object().path(ExtendedValues.NAME));
        StoredFolder made = request.mailbox()
                .addFolder(new StoredFolder(parent, "", ofContacts ? "IPF.Contact" : "IPF.Note", name));
        made.extended.addAll(extended);
        if (request.object().path("isHidden").asBoolean()) {
            made.extended.add(hidden().element("true"));
        }
        return GraphReply.json(201, shown(request, made));
    }

    private GraphReply rename(GraphRequest request, StoredFolder folder) throws GraphRefusal, Refusal {
        StoredFolder parent = folder.parent;
        String name = request.object().path("displayName").asText("").strip();
        if (parent == null || name.isEmpty()) {
            throw new GraphRefusal(400, "ErrorInvalidArgument", "Of folders, this server changes the names only.");
        }
        if (!name.equalsIgnoreCase(folder.displayName)) {
            checkFree(request.mailbox(), parent, name);
        }
        request.mailbox().rename(folder, name);
        return GraphReply.ok(shown(request, folder));
    }

    /** The folder goes to the deleted items, under a name that none there has; from there it goes for good. */
    private static GraphReply delete(StoredMailbox mailbox, StoredFolder folder) throws GraphRefusal {
        StoredFolder bin = mailbox.distinguished("deleteditems");
        if (!folder.distinguishedName.isEmpty() || folder.isIn(bin)) {
            return deleteForGood(mailbox, folder);
        }
        String name = folder.displayName;
        for (int number = 1; has(mailbox, bin, folder.displayName); number++) {
            mailbox.rename(folder, name + number);
        }
        mailbox.moveFolder(folder, bin);
        return GraphReply.noContent();
    }

    private static GraphReply deleteForGood(StoredMailbox mailbox, StoredFolder folder) throws GraphRefusal {
        if (!folder.distinguishedName.isEmpty()) {
            throw new GraphRefusal(403, "ErrorDeleteDistinguishedFolder", "Distinguished folders cannot be deleted.");
        }
        remove(mailbox, folder);
        return GraphReply.noContent();
    }

    private static void remove(StoredMailbox mailbox, StoredFolder folder) {
        children(mailbox, folder).forEach(child -> remove(mailbox, child));
        mailbox.removeFolder(folder);
    }

    private static void checkFree(StoredMailbox mailbox, StoredFolder parent, String name) throws GraphRefusal {
        if (has(mailbox, parent, name)) {
            throw new GraphRefusal(409, "ErrorFolderExists", "A folder with the specified name already exists.");
        }
    }

    private static boolean has(StoredMailbox mailbox, StoredFolder parent, String name) {
        return children(mailbox, parent).stream().anyMatch(child -> child.displayName.equalsIgnoreCase(name));
    }

    private static List<StoredFolder> children(StoredMailbox mailbox, StoredFolder parent) {
        return mailbox.folders.values().stream()
                .filter(folder -> folder.parent != null && folder.parent.id.equals(parent.id))
                .toList();
    }

    private ObjectNode shown(GraphRequest request, StoredFolder folder) throws GraphRefusal, Refusal {
        ObjectNode shown = view(request.mailbox(), folder);
        ExtendedValues.expandedBy(request).addTo(shown, property -> property.valueIn(folder));
        return Selection.of(request).of(shown, type());
    }

    private ObjectNode view(StoredMailbox mailbox, StoredFolder folder) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("id", ItemIds.of(folder));
        StoredFolder parent = folder.parent;
        shown.put("parentFolderId", parent == null ? null : ItemIds.of(parent));
        shown.put("displayName", folder.displayName);
        if (!ofContacts) {
            shown.put("childFolderCount", children(mailbox, folder).size());
            shown.put("totalItemCount", folder.items.size());
            shown.put("isHidden", isHidden(folder));
        }
        return shown;
    }

    private static boolean isHidden(StoredFolder folder) {
        try {
            return "true".equalsIgnoreCase(hidden().valueIn(folder));
        } catch (Refusal unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** MAPI's mark of what people do not see. */
    private static ExtendedProperty hidden() {
        try {
            return ExtendedProperty.read("Boolean 0x10f4");
        } catch (GraphRefusal | Refusal impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String type() {
        return ofContacts ? "contactFolder" : "mailFolder";
    }

    /** A folder in a list. */
    private record FolderRow(StoredFolder folder, ObjectNode json) implements Page.Row {

        @Override
        public @Nullable String value(ExtendedProperty property) throws Refusal {
            return property.valueIn(folder);
        }
    }
}
