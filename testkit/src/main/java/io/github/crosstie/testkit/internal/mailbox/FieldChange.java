package io.github.crosstie.testkit.internal.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One change of one property.
 *
 * @param action {@code SetItemField}, {@code AppendToItemField} or {@code DeleteItemField}
 * @param path the property
 * @param item the element of an item that holds the new value; empty for a deletion
 */
public record FieldChange(String action, PropertyPath path, Tree item) {

    private static final Set<String> INDISPENSABLE =
            Set.of("Start", "End", "ItemClass", "IsAllDayEvent", "StartTimeZone", "UID");

    public static List<FieldChange> read(Tree updates) throws Refusal {
        List<FieldChange> changes = new ArrayList<>();
        for (Tree update : updates.children()) {
            Tree item = Tree.of("t:Item");
            PropertyPath path = null;
            for (Tree child : update.children()) {
                PropertyPath named = PropertyPath.read(child);
                if (named == null) {
                    item = child;
                } else {
                    path = named;
                }
            }
            if (path == null) {
                throw new Refusal("ErrorIncorrectUpdatePropertyCount", "A change names one property.");
            }
            FieldChange change = new FieldChange(update.localName(), path, item);
            change.check();
            changes.add(change);
        }
        return changes;
    }

    /** The element that the change is about. */
    public String element() {
        if (path instanceof PropertyPath.Entry entry) {
            return entry.container();
        }
        return path instanceof PropertyPath.Element element ? element.name() : Fields.EXTENDED;
    }

    private void check() throws Refusal {
        if (Fields.readOnly(element())) {
            throw new Refusal("ErrorInvalidPropertySet", "Set action is invalid for property " + element() + ".");
        }
        if (action.equals("DeleteItemField") && INDISPENSABLE.contains(element())) {
            throw new Refusal("ErrorInvalidPropertyDelete", "Delete action is invalid for " + element() + ".");
        }
    }

    public void applyTo(Properties properties) throws Refusal {
        switch (action) {
            case "SetItemField" -> properties.set(path, item);
            case "DeleteItemField" -> properties.delete(path);
            default -> append(properties);
        }
    }

    private void append(Properties properties) throws Refusal {
        Properties given = Properties.of(item);
        Tree more = given.get(path);
        boolean list = Attendees.LISTS.contains(element());
        if (more == null || (!list && !element().equals("Body"))) {
            throw new Refusal("ErrorInvalidPropertyAppend", "Append action is invalid for " + element() + ".");
        }
        Tree old = properties.element(element());
        if (old == null) {
            properties.put(more);
        } else if (list) {
            List<Tree> all = new ArrayList<>(old.children());
            all.addAll(more.children());
            properties.put(old.withChildren(all));
        } else {
            properties.put(old.withText(old.text() + more.text()));
        }
    }
}
