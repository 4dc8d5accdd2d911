package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.Bodies;
import io.github.crosstie.testkit.internal.mailbox.Properties;
import io.github.crosstie.testkit.internal.mailbox.PropertyPath;
import io.github.crosstie.testkit.internal.mailbox.PropertyPath.Entry;
import io.github.crosstie.testkit.internal.mailbox.StoredItem;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import org.jspecify.annotations.Nullable;

/** A contact as Graph tells it: what it lacks is null, or an empty list or object. */
final class ContactView {

    static final String TYPE = "contact";

    private ContactView() {}

    static ObjectNode of(StoredItem item, GraphRequest request) {
        Properties contact = item.properties;
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.put("@odata.etag", ETags.of(item.changeKey));
        shown.put("id", ItemIds.of(item, request));
        shown.put("createdDateTime", contact.text("DateTimeCreated"));
        shown.put("lastModifiedDateTime", contact.text("LastModifiedTime"));
        shown.put("changeKey", item.changeKey);
        texts(shown, "categories", contact.element("Categories"));
        shown.put("parentFolderId", ItemIds.of(item.folder));
        shown.put("birthday", orNull(contact.text("Birthday")));
        ContactFields.TEXTS.forEach((name, path) -> shown.put(name, text(contact, path)));
        ContactFields.PLACES.forEach((name, places) -> {
            ArrayNode list = shown.putArray(name);
            for (Entry place : places) {
                String text = text(contact, place);
                if (text != null) {
                    list.add(text);
                }
            }
        });
        texts(shown, "children", contact.element("Children"));
        Tree body = contact.element("Body");
        shown.put("personalNotes", body == null ? "" : Bodies.as(body, "Text").text());
        emails(shown, contact);
        ContactFields.ADDRESSES.forEach((name, key) -> {
            ObjectNode address = shown.putObject(name);
            ContactFields.ADDRESS_PARTS.forEach((part, field) -> {
                String text = text(contact, new Entry("PhysicalAddresses", key, field));
                if (text != null) {
                    address.put(part, text);
                }
            });
        });
        return shown;
    }

    private static void emails(ObjectNode shown, Properties contact) {
        ArrayNode list = shown.arrayNode();
        for (int place = 0; place < ContactFields.EMAILS.size(); place++) {
            Tree entry = contact.get(ContactFields.EMAIL_PLACES.get(place));
            if (entry == null || entry.text().isEmpty()) {
                shown.putNull(ContactFields.EMAILS.get(place));
            } else {
                String name = entry.attribute("Name").isEmpty() ? entry.text() : entry.attribute("Name");
                ObjectNode email = list.addObject().put("name", name).put("address", entry.text());
                shown.set(ContactFields.EMAILS.get(place), email.deepCopy());
            }
        }
        shown.set("emailAddresses", list);
    }

    private static void texts(ObjectNode shown, String name, @Nullable Tree list) {
        ArrayNode texts = shown.putArray(name);
        if (list != null) {
            list.children().forEach(child -> texts.add(child.text()));
        }
    }

    private static @Nullable String text(Properties contact, PropertyPath path) {
        Tree value = contact.get(path);
        if (value == null) {
            return null;
        }
        return orNull(path instanceof PropertyPath.Extended ? value.textOf("t:Value") : value.text());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
