package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Attendees;
import io.github.crosstie.testkit.internal.mailbox.CalendarView;
import io.github.crosstie.testkit.internal.mailbox.Fields;
import io.github.crosstie.testkit.internal.mailbox.ItemDisposal;
import io.github.crosstie.testkit.internal.mailbox.ItemLookup;
import io.github.crosstie.testkit.internal.mailbox.ItemSaving;
import io.github.crosstie.testkit.internal.mailbox.ItemUpdate;
import io.github.crosstie.testkit.internal.mailbox.Organization;
import io.github.crosstie.testkit.internal.mailbox.Properties;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.ShownItem;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.StoredItem;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import io.github.crosstie.testkit.internal.mailbox.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A folder as its owner sees it: items are put, edited, deleted and moved as people do that, without a word to anybody.
 * {@link LoopbackItem} says how values are named. Thread-safe.
 */
public final class LoopbackFolder {

    private final Organization organization;
    private final StoredMailbox mailbox;
    private final StoredFolder folder;

    LoopbackFolder(Organization organization, StoredMailbox mailbox, StoredFolder folder) {
        this.organization = organization;
        this.mailbox = mailbox;
        this.folder = folder;
    }

    /**
     * Its id.
     *
     * @return the id, which changes when the mailbox moves
     */
    public String id() {
        return organization.alone(() -> folder.id);
    }

    /**
     * Its name.
     *
     * @return the name that people see
     */
    public String name() {
        return organization.alone(() -> folder.displayName);
    }

    /**
     * Puts an item in: a contact, an event or a message, as the folder's class says.
     *
     * @param values its values; those that come along with a meeting of somebody else's, such as its organizer, too
     * @return the item
     * @throws IllegalArgumentException if Exchange would not store that
     */
    public LoopbackItem put(Map<String, String> values) {
        return put(kind(), values);
    }

    /**
     * Puts an item of any kind in.
     *
     * @param kind its element, such as {@code DistributionList}
     * @param values its values
     * @return the item
     * @throws IllegalArgumentException if Exchange would not store that
     */
    public LoopbackItem put(String kind, Map<String, String> values) {
        return perform(() -> {
            Properties properties = new Properties();
            for (Map.Entry<String, String> value : values.entrySet()) {
                String element = value.getKey().split("/", 2)[0];
                if (Fields.known(element) && !Fields.comesWith(kind, element)) {
                    throw new IllegalArgumentException("value " + value.getKey() + ": a " + kind
                            + " has none, or Exchange alone sets it; leave it out, or edit what it follows from");
                }
                PlainValues.put(properties, value.getKey(), value.getValue());
            }
            return view(ItemSaving.add(mailbox, folder, kind, false, properties, Times.utc()));
        });
    }

    /**
     * Edits one value.
     *
     * @param id the item or the occurrence
     * @param name the value's name
     * @param value the new value; empty to clear it
     * @return the item or the occurrence as it is then
     * @throws IllegalArgumentException if it is not there, or if Exchange would not store that
     */
    public LoopbackItem edit(String id, String name, String value) {
        return edit(id, Map.of(name, value));
    }

    /**
     * Edits several values at once; an occurrence becomes an exception of its series.
     *
     * @param id the item or the occurrence
     * @param values the new values; empty ones clear
     * @return the item or the occurrence as it is then
     * @throws IllegalArgumentException if it is not there, or if Exchange would not store that
     */
    public LoopbackItem edit(String id, Map<String, String> values) {
        return perform(() -> {
            ItemUpdate.apply(find(id), PlainValues.changes(values), Times.utc());
            return view(find(id));
        });
    }

    /**
     * Deletes: the item goes to the deleted items; an occurrence is gone.
     *
     * @param id the item or the occurrence
     * @throws IllegalArgumentException if it is not there
     */
    public void delete(String id) {
        dispose(id, "MoveToDeletedItems");
    }

    /**
     * Deletes for good.
     *
     * @param id the item or the occurrence
     * @throws IllegalArgumentException if it is not there
     */
    public void destroy(String id) {
        dispose(id, "HardDelete");
    }

    private void dispose(String id, String type) {
        perform(() -> {
            ItemDisposal.delete(find(id), type);
            return id;
        });
    }

    /**
     * Moves an item to another folder of the mailbox, where it has another id.
     *
     * @param id the item
     * @param target the folder
     * @return the item as it is there
     * @throws IllegalArgumentException if it is not there
     */
    public LoopbackItem move(String id, LoopbackFolder target) {
        return perform(() -> {
            StoredItem item = find(id).whole();
            mailbox.move(item, target.folder);
            return view(item);
        });
    }

    /**
     * Copies an item within the folder: all that it has, marks of programs too; an event gets a UID of its own.
     *
     * @param id the item
     * @return the copy
     * @throws IllegalArgumentException if it is not there
     */
    public LoopbackItem copy(String id) {
        return perform(() -> view(ItemDisposal.copy(mailbox, find(id).whole(), folder)));
    }

    /**
     * Marks an item as read or unread, which changes its change key.
     *
     * @param id the item
     * @param read whether it is read
     * @throws IllegalArgumentException if it is not there
     */
    public void markRead(String id, boolean read) {
        edit(id, "IsRead", Boolean.toString(read));
    }

    /**
     * The changes of the folder tell of an item again although nothing has happened to it.
     *
     * @param id the item
     * @throws IllegalArgumentException if it is not there
     */
    public void tellAgain(String id) {
        perform(() -> {
            mailbox.repeat(find(id).item());
            return id;
        });
    }

    /**
     * An attendee answers the organizer, whose event this is.
     *
     * @param id the event
     * @param attendee the attendee's address
     * @param response such as {@code Accept}, {@code Tentative} or {@code Decline}
     * @throws IllegalArgumentException if there is no such event or attendee
     */
    public void respond(String id, String attendee, String response) {
        perform(() -> {
            StoredItem item = find(id).item();
            if (!Attendees.respond(item.properties, attendee, response, mailbox.now())) {
                throw new IllegalArgumentException("attendee: the event has none of that address; put one in first");
            }
            mailbox.save(item);
            return id;
        });
    }

    /**
     * The items, hidden ones left out; a series is one item.
     *
     * @return in the order in which they came
     */
    public List<LoopbackItem> list() {
        return list(false);
    }

    /**
     * The hidden items.
     *
     * @return in the order in which they came
     */
    public List<LoopbackItem> hidden() {
        return list(true);
    }

    private List<LoopbackItem> list(boolean hidden) {
        return perform(() -> {
            List<LoopbackItem> items = new ArrayList<>();
            for (StoredItem item : folder.items.values()) {
                if (item.associated == hidden) {
                    items.add(view(item));
                }
            }
            return List.copyOf(items);
        });
    }

    /**
     * What takes place between two moments: single events and the occurrences of series.
     *
     * @param from the first moment
     * @param to the moment after the last one
     * @return by their starts
     */
    public List<LoopbackItem> occurrences(Instant from, Instant to) {
        return perform(() -> {
            List<CalendarView.Placed> placed = new ArrayList<>(CalendarView.placed(mailbox, folder, from, to));
            placed.sort(Comparator.comparing(CalendarView.Placed::start));
            List<LoopbackItem> items = new ArrayList<>();
            for (CalendarView.Placed event : placed) {
                items.add(view(event.item()));
            }
            return List.copyOf(items);
        });
    }

    /**
     * An item or an occurrence.
     *
     * @param id its id
     * @return as it is now
     * @throws IllegalArgumentException if it is not there
     */
    public LoopbackItem item(String id) {
        return perform(() -> view(find(id)));
    }

    private ItemLookup.Found find(String id) throws Refusal {
        return ItemLookup.in(mailbox, id);
    }

    private LoopbackItem view(StoredItem item) throws Refusal {
        return view(ShownItem.of(mailbox, item));
    }

    private static LoopbackItem view(ItemLookup.Found found) throws Refusal {
        return view(ShownItem.of(found));
    }

    private static LoopbackItem view(ShownItem item) throws Refusal {
        Properties properties = item.properties();
        return new LoopbackItem(
                item.id(),
                item.itemId().attribute("ChangeKey"),
                item.kind(),
                properties.is("IsAssociated"),
                PlainValues.read(properties));
    }

    private String kind() {
        return switch (folder.folderClass) {
            case "IPF.Contact" -> "Contact";
            case "IPF.Appointment" -> "CalendarItem";
            default -> "Message";
        };
    }

    private <T> T perform(Task<T> task) {
        return organization.alone(() -> {
            try {
                return Objects.requireNonNull(task.run());
            } catch (Refusal refusal) {
                throw new IllegalArgumentException(
                        "folder " + folder.displayName + ": Exchange refuses that with " + refusal.code() + ": "
                                + refusal.text(),
                        refusal);
            }
        });
    }

    private interface Task<T> {

        T run() throws Refusal;
    }
}
