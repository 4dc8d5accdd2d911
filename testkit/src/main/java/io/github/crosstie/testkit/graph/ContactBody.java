package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.testkit.internal.mailbox.FieldChange;
import io.github.crosstie.testkit.internal.mailbox.PropertyPath;
import io.github.crosstie.testkit.internal.mailbox.PropertyPath.Element;
import io.github.crosstie.testkit.internal.mailbox.PropertyPath.Entry;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Times;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A contact as clients write it: what a body names changes, the rest stays. Lists and postal addresses are replaced as
 * wholes: what they leave out is gone. Null takes a value away.
 */
final class ContactBody {

    private final List<FieldChange> changes = new ArrayList<>();

    private ContactBody() {}

    /** The changes that a body makes. */
    static List<FieldChange> changes(JsonNode body) throws GraphRefusal, Refusal {
        ContactBody read = new ContactBody();
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            if (!field.getKey().contains("@")) {
                read.field(field.getKey(), field.getValue());
            }
        }
        return read.changes;
    }

    private void field(String name, JsonNode value) throws GraphRefusal, Refusal {
        if (ContactFields.TEXTS.containsKey(name)) {
            set(ContactFields.TEXTS.get(name), text(name, value));
        } else if (ContactFields.PLACES.containsKey(name)) {
            places(name, ContactFields.PLACES.get(name), value);
        } else if (ContactFields.LISTS.containsKey(name)) {
            list(name, ContactFields.LISTS.get(name), value);
        } else if (ContactFields.ADDRESSES.containsKey(name)) {
            address(name, ContactFields.ADDRESSES.get(name), value);
        } else if (ContactFields.EMAILS.contains(name)) {
            email(ContactFields.EMAIL_PLACES.get(ContactFields.EMAILS.indexOf(name)), value);
        } else if (ContactFields.READ_ONLY.contains(name)) {
            throw new GraphRefusal(
                    400, "ErrorInvalidPropertySet", "Set action is invalid for property '" + name + "'.");
        } else {
            other(name, value);
        }
    }

    private void other(String name, JsonNode value) throws GraphRefusal, Refusal {
        switch (name) {
            case "emailAddresses" -> emails(value);
            case "birthday" -> birthday(text(name, value));
            case "personalNotes" -> notes(text(name, value));
            case ExtendedValues.NAME -> changes.addAll(ExtendedValues.changes(value));
            default ->
                throw GraphRefusal.unreadable("The property '" + name
                        + "' does not exist on type 'microsoft.graph.contact'. Make sure to only use property names "
                        + "that are defined by the type.");
        }
    }

    private void places(String name, List<Entry> places, JsonNode value) throws GraphRefusal {
        List<String> texts = texts(name, value);
        if (texts.size() > places.size()) {
            throw tooMany(name, places.size());
        }
        for (int i = 0; i < places.size(); i++) {
            set(places.get(i), i < texts.size() ? texts.get(i) : "");
        }
    }

    private void list(String name, String element, JsonNode value) throws GraphRefusal {
        List<Tree> texts = texts(name, value).stream()
                .map(text -> Tree.of("t:String", text))
                .toList();
        put(new Element(element), texts.isEmpty() ? null : Tree.of("t:" + element, texts));
    }

    private void address(String name, String key, JsonNode value) throws GraphRefusal {
        for (Map.Entry<String, JsonNode> part : value.properties()) {
            if (!ContactFields.ADDRESS_PARTS.containsKey(part.getKey())
                    && !part.getKey().contains("@")) {
                throw GraphRefusal.unreadable("The property '" + part.getKey() + "' of '" + name + "' does not exist.");
            }
        }
        put(new Entry("PhysicalAddresses", key, ""), null);
        for (Map.Entry<String, String> part : ContactFields.ADDRESS_PARTS.entrySet()) {
            String text = value.has(part.getKey()) ? text(part.getKey(), value.path(part.getKey())) : "";
            if (!text.isEmpty()) {
                set(new Entry("PhysicalAddresses", key, part.getValue()), text);
            }
        }
    }

    private void emails(JsonNode value) throws GraphRefusal {
        if (!value.isArray() && !value.isNull()) {
            throw notOfType("emailAddresses", "Collection");
        }
        if (value.size() > ContactFields.EMAIL_PLACES.size()) {
            throw tooMany("emailAddresses", ContactFields.EMAIL_PLACES.size());
        }
        for (int i = 0; i < ContactFields.EMAIL_PLACES.size(); i++) {
            email(ContactFields.EMAIL_PLACES.get(i), value.path(i));
        }
    }

    private void email(Entry place, JsonNode value) throws GraphRefusal {
        String address = value.isMissingNode() || value.isNull() ? "" : text("address", value.path("address"));
        if (address.isEmpty()) {
            put(place, null);
            return;
        }
        Tree entry = Tree.of("t:Entry", address).with("Key", place.key());
        String name = value.path("name").asText("");
        if (!name.isEmpty() && !value.path("name").isNull()) {
            entry = entry.with("Name", name);
        }
        put(place, Tree.of("t:EmailAddresses", entry));
    }

    private void birthday(String text) throws Refusal {
        String moment = text.isEmpty()
                ? ""
                : Times.read(text, ZoneRules.of(ZoneOffset.UTC)).toString();
        set(new Element("Birthday"), moment);
    }

    private void notes(String text) {
        put(new Element("Body"), text.isEmpty() ? null : Tree.of("t:Body", text).with("BodyType", "Text"));
    }

    private void set(PropertyPath path, String text) {
        if (text.isEmpty()) {
            put(path, null);
        } else if (path instanceof Entry entry) {
            Tree value = Tree.of("t:Entry", text);
            if (!entry.field().isEmpty()) {
                value = Tree.of("t:Entry", Tree.of("t:" + entry.field(), text));
            }
            put(path, Tree.of("t:" + entry.container(), value.with("Key", entry.key())));
        } else if (path instanceof PropertyPath.Extended extended) {
            put(path, Tree.of("t:ExtendedProperty", extended.uri(), Tree.of("t:Value", text)));
        } else {
            put(path, Tree.of("t:" + ((Element) path).name(), text));
        }
    }

    private void put(PropertyPath path, @Nullable Tree value) {
        changes.add(
                value == null
                        ? new FieldChange("DeleteItemField", path, Tree.of("t:Item"))
                        : new FieldChange("SetItemField", path, Tree.of("t:Item", value)));
    }

    private static String text(String name, JsonNode value) throws GraphRefusal {
        if (value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw notOfType(name, "Edm.String");
        }
        return value.asText();
    }

    private static List<String> texts(String name, JsonNode value) throws GraphRefusal {
        if (!value.isArray()) {
            throw notOfType(name, "Collection(Edm.String)");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode each : value) {
            texts.add(text(name, each));
        }
        return texts;
    }

    private static GraphRefusal notOfType(String name, String type) {
        return GraphRefusal.unreadable(
                "Cannot convert the value of '" + name + "' to the expected type '" + type + "'.");
    }

    private static GraphRefusal tooMany(String name, int most) {
        return new GraphRefusal(
                400, "ErrorInvalidProperty", "The property '" + name + "' holds at most " + most + " values.");
    }
}
