package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.FieldChange;
import io.github.crosstie.testkit.internal.mailbox.ItemLookup.Found;
import io.github.crosstie.testkit.internal.mailbox.ItemSaving;
import io.github.crosstie.testkit.internal.mailbox.ItemUpdate;
import io.github.crosstie.testkit.internal.mailbox.Properties;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.StoredItem;
import io.github.crosstie.testkit.internal.mailbox.Times;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The contacts of a mailbox, or of one folder. A contact is found by its id wherever it lies, in the deleted items too,
 * unless the path names a folder.
 */
final class ContactsResource implements Resource {

    private static final String KIND = "Contact";

    @Override
    public GraphReply answer(GraphRequest request) throws GraphRefusal, Refusal {
        return answer(request.below(1), request.mailbox().distinguished("contacts"), false);
    }

    /**
     * Answers a request.
     *
     * @param request the request, whose path begins after {@code contacts}
     * @param folder the folder for lists and new contacts
     * @param only whether other folders are out of sight
     */
    GraphReply answer(GraphRequest request, StoredFolder folder, boolean only) throws GraphRefusal, Refusal {
        if (request.depth() == 0) {
            return switch (request.method()) {
                case "GET" -> list(request, folder);
                case "POST" -> create(request, folder);
                default -> throw GraphRefusal.notAllowed();
            };
        }
        if (request.at(0, "delta") && request.depth() == 1) {
            if (!request.is("GET")) {
                throw GraphRefusal.notAllowed();
            }
            return ContactsDelta.answer(request, folder, only);
        }
        StoredItem contact = find(request, only ? folder : null);
        if (request.at(1, "permanentDelete") && request.is("POST")) {
            Deletion.deleteForGood(new Found(request.mailbox(), contact, null, ""));
            return GraphReply.noContent();
        }
        if (request.depth() > 1) {
            throw GraphRefusal.noSuchPath(request.segment(1));
        }
        return switch (request.method()) {
            case "GET" -> GraphReply.ok(shown(request, contact));
            case "PATCH" -> update(request, contact);
            case "DELETE" -> delete(request, contact);
            default -> throw GraphRefusal.notAllowed();
        };
    }

    private static GraphReply list(GraphRequest request, StoredFolder folder) throws GraphRefusal, Refusal {
        List<ContactRow> rows = folder.items.values().stream()
                .filter(item -> item.kind.equals(KIND) && !item.associated)
                .map(item -> new ContactRow(item, request))
                .toList();
        return Page.of(request, ContactView.TYPE, rows);
    }

    private static GraphReply create(GraphRequest request, StoredFolder folder) throws GraphRefusal, Refusal {
        if (!folder.element().equals("ContactsFolder")) {
            throw new Refusal(
                    "ErrorCannotCreateContactInNonContactFolder",
                    "A contact can only be created in a contacts folder.");
        }
        Properties properties = new Properties();
        for (FieldChange change : ContactBody.changes(request.object())) {
            change.applyTo(properties);
        }
        StoredItem contact = ItemSaving.add(request.mailbox(), folder, KIND, false, properties, Times.utc());
        ObjectNode shown = shown(request, contact);
        return GraphReply.json(201, shown)
                .with("Location", request.root() + "/contacts('" + ItemIds.of(contact, request) + "')");
    }

    private static GraphReply update(GraphRequest request, StoredItem contact) throws GraphRefusal, Refusal {
        ETags.check(request.ifMatch(), contact.changeKey);
        List<FieldChange> changes = ContactBody.changes(request.object());
        ItemUpdate.apply(new Found(request.mailbox(), contact, null, ""), changes, Times.utc());
        return GraphReply.ok(shown(request, contact));
    }

    private static GraphReply delete(GraphRequest request, StoredItem contact) throws GraphRefusal, Refusal {
        ETags.check(request.ifMatch(), contact.changeKey);
        Deletion.delete(new Found(request.mailbox(), contact, null, ""));
        return GraphReply.noContent();
    }

    private static StoredItem find(GraphRequest request, @Nullable StoredFolder only) throws GraphRefusal, Refusal {
        Found found = ItemIds.find(request.mailbox(), request.segment(0));
        boolean elsewhere = only != null && !found.item().folder.id.equals(only.id);
        if (!found.item().kind.equals(KIND) || found.item().associated || elsewhere) {
            throw GraphRefusal.notFound();
        }
        return found.item();
    }

    private static ObjectNode shown(GraphRequest request, StoredItem contact) throws GraphRefusal, Refusal {
        ObjectNode shown = ContactView.of(contact, request);
        ExtendedValues.expandedBy(request).addTo(shown, property -> property.valueIn(contact, contact.properties));
        shown.put("@odata.context", request.context("contacts") + "/$entity");
        return Selection.of(request).of(shown, ContactView.TYPE);
    }

    /** A contact in a list. */
    private record ContactRow(StoredItem item, GraphRequest request) implements Page.Row {

        @Override
        public ObjectNode json() {
            return ContactView.of(item, request);
        }

        @Override
        public @Nullable String value(ExtendedProperty property) {
            return property.valueIn(item, item.properties);
        }
    }
}
