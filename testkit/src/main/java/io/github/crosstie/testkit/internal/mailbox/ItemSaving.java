package io.github.crosstie.testkit.internal.mailbox;

import java.util.Map;
import java.util.Set;

/** New items, and the rules that all items obey when they are saved. */
public final class ItemSaving {

    private static final Set<String> KINDS =
            Set.of("Contact", "CalendarItem", "Message", "Item", "DistributionList", "Task", "PostItem");

    private static final Map<String, String> CLASSES = Map.of(
            "Contact", "IPM.Contact",
            "CalendarItem", "IPM.Appointment",
            "DistributionList", "IPM.DistList",
            "Task", "IPM.Task",
            "PostItem", "IPM.Post");

    private static final Map<String, String> FOLDERS = Map.of(
            "Contact", "contacts",
            "DistributionList", "contacts",
            "CalendarItem", "calendar",
            "Task", "tasks");

    private ItemSaving() {}

    /** The fixed name of the folder where items of a kind go if the request names none. */
    public static String defaultFolder(String kind) {
        return FOLDERS.getOrDefault(kind, "drafts");
    }

    /** Makes an item of an element of a request. */
    public static StoredItem create(StoredMailbox mailbox, StoredFolder folder, Tree item, Times times) throws Refusal {
        for (Tree child : item.children()) {
            if (Fields.readOnly(child.localName()) && !child.localName().equals("IsAssociated")) {
                throw new Refusal("ErrorInvalidPropertySet", "Set action is invalid for " + child.localName() + ".");
            }
        }
        Properties properties = Properties.of(item);
        boolean associated = properties.is("IsAssociated");
        properties.remove("IsAssociated");
        checkFolder(item.localName(), folder, associated);
        return add(mailbox, folder, item.localName(), associated, properties, times);
    }

    /** Puts an item into a folder; properties that only servers set are taken as they are. */
    public static StoredItem add(
            StoredMailbox mailbox,
            StoredFolder folder,
            String kind,
            boolean associated,
            Properties properties,
            Times times)
            throws Refusal {
        properties.setIfAbsent("ItemClass", CLASSES.getOrDefault(kind, "IPM.Note"));
        properties.setIfAbsent("Sensitivity", "Normal");
        properties.setIfAbsent("Importance", "Normal");
        properties.setIfAbsent("Culture", "en-US");
        properties.set("HasAttachments", "false");
        if (kind.equals("CalendarItem")) {
            EventRules.created(properties, times, GlobalObjectId.newUid(mailbox.number, mailbox.next()));
        } else if (kind.equals("Contact")) {
            ContactRules.saved(properties);
        }
        moments(properties, times);
        StoredItem stored = new StoredItem(kind, associated, folder, properties);
        mailbox.add(stored);
        return stored;
    }

    /** Tells all moments in UTC. */
    public static void moments(Properties properties, Times times) throws Refusal {
        for (Map.Entry<String, Tree> element : properties.elements().entrySet()) {
            if (Times.isMoment(element.getKey())) {
                element.setValue(element.getValue()
                        .withText(Times.read(element.getValue().text(), times.zone())
                                .toString()));
            }
        }
    }

    private static void checkFolder(String kind, StoredFolder folder, boolean associated) throws Refusal {
        if (!KINDS.contains(kind)) {
            throw new Refusal("ErrorInvalidItemForOperationCreateItem", "Items of this kind cannot be created.");
        }
        String element = folder.element();
        if (kind.equals("Contact") && !element.equals("ContactsFolder") && !associated) {
            throw new Refusal(
                    "ErrorCannotCreateContactInNonContactFolder",
                    "A contact can only be created in a contacts folder.");
        }
        if (kind.equals("CalendarItem") && !element.equals("CalendarFolder") && !associated) {
            throw new Refusal(
                    "ErrorCannotCreateCalendarItemInNonCalendarFolder",
                    "A calendar item can only be created in a calendar folder.");
        }
    }
}
