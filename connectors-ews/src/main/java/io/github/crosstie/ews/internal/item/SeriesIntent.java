package io.github.crosstie.ews.internal.item;

import io.github.crosstie.connector.Notification;
import io.github.crosstie.ews.internal.operation.PropertyChange;
import io.github.crosstie.ews.internal.operation.PropertyPath;
import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.internal.exchange.Stamp;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.json.ItemJson;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a series was before a change that takes several requests, and what it is to be after it. The series carries it
 * in a property of its own from the first of the requests to the last. A change that stopped half-way is thus never
 * taken for somebody's edit (S6): as long as the series carries it, it counts as it was before. It names mailbox and
 * UID, because it may travel into other mailboxes and with copies, as a {@link Stamp} may.
 *
 * @param mailbox a short digest of the mailbox's address
 * @param uid the UID of the series
 * @param notification who is told of the change, and of its undoing if nobody goes on with it (S7)
 * @param before time, rule, cancelled occurrences and exceptions as they were
 * @param wanted the same as they are to be
 */
public record SeriesIntent(String mailbox, String uid, Notification notification, Item before, Item wanted) {

    /** Where a series carries it. */
    public static final PropertyPath PATH = ExtendedProperty.own("CrosstieIntent");

    /** No series needs so many characters unless somebody keeps books in its occurrences. */
    public static final int MOST_CHARACTERS = 500_000;

    private static final String TELLING_NOBODY = "1";
    private static final String TELLING_ATTENDEES = "2";
    private static final int PARTS = 3;
    private static final List<Field<?>> FIELDS = List.of(
            EventFields.TIME, EventFields.RECURRENCE, EventFields.CANCELLED_OCCURRENCES, EventFields.EXCEPTIONS);

    /** Keeps of both items what makes the series. */
    public SeriesIntent {
        before = ofSeries(before);
        wanted = ofSeries(wanted);
    }

    private static Item ofSeries(Item event) {
        Item.Builder kept = Item.event();
        FIELDS.forEach(field -> kept.put(field, event.value(field)));
        return kept.build();
    }

    /**
     * The intent of a change.
     *
     * @param address the mailbox's address
     * @param uid the UID of the series
     * @param notification who is told of the change
     * @param before the series as it counts now
     * @param wanted the series as it is to be
     * @return the intent
     */
    public static SeriesIntent of(String address, String uid, Notification notification, Item before, Item wanted) {
        return new SeriesIntent(Stamp.mailbox(address), uid, notification, before, wanted);
    }

    /**
     * Reads an intent.
     *
     * @param text what a series carries
     * @return the intent; empty if the text is none that this version understands
     */
    public static Optional<SeriesIntent> parse(String text) {
        List<String> parts = text.lines().toList();
        String[] head = parts.isEmpty() ? new String[0] : parts.get(0).split("/", PARTS);
        if (parts.size() != PARTS
                || head.length != PARTS
                || !List.of(TELLING_NOBODY, TELLING_ATTENDEES).contains(head[0])) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SeriesIntent(
                    head[1],
                    head[2],
                    head[0].equals(TELLING_NOBODY) ? Notification.NONE : Notification.ATTENDEES,
                    ItemJson.read("a series before a change", parts.get(1)),
                    ItemJson.read("a series after a change", parts.get(2))));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /**
     * The text that a series carries.
     *
     * @return the text
     */
    public String text() {
        String format = notification == Notification.NONE ? TELLING_NOBODY : TELLING_ATTENDEES;
        return String.join("/", format, mailbox, uid) + "\n" + line(before) + "\n" + line(wanted);
    }

    private static String line(Item item) {
        return ItemJson.write(item).lines().map(String::strip).collect(Collectors.joining());
    }

    /**
     * Puts it on the series.
     *
     * @return the change
     */
    public PropertyChange change() {
        String text = text();
        return new PropertyChange.Set(PATH, out -> ExtendedProperty.write(PATH, text, out));
    }

    /**
     * Whether it was put on the series that carries it.
     *
     * @param address the mailbox's address
     * @param itemUid the UID of the series
     * @return false for one that came along from another mailbox or with a copy
     */
    public boolean isOf(String address, String itemUid) {
        return mailbox.equals(Stamp.mailbox(address)) && uid.equals(itemUid);
    }

    /**
     * Whether a series is somewhere between what it was and what it is to be. Where time and rule are others than both,
     * somebody has made another series of it since; without a rule it is on its way from one to the other.
     *
     * @param is the series as it is
     * @return whether the change is still under way
     */
    public boolean isUnderWay(Item is) {
        return is.get(EventFields.RECURRENCE).isEmpty() || isTimed(is, before) || isTimed(is, wanted);
    }

    private static boolean isTimed(Item one, Item other) {
        return one.get(EventFields.RECURRENCE).equals(other.get(EventFields.RECURRENCE))
                && one.get(EventFields.TIME).equals(other.get(EventFields.TIME));
    }

    /**
     * The series as it counts.
     *
     * @param is the series as it is
     * @return the same as it was before the change, as far as it makes the series
     */
    public Item undone(Item is) {
        return with(is, before);
    }

    /**
     * The series as it would be by now.
     *
     * @param is the series as it is
     * @return the same as it is to be after the change, as far as it makes the series
     */
    public Item done(Item is) {
        return with(is, wanted);
    }

    private static Item with(Item is, Item series) {
        Item.Builder with = is.toBuilder();
        FIELDS.forEach(field -> with.put(field, series.value(field)));
        return with.build();
    }

    /** Nothing of the series: its values are personal data. */
    @Override
    public String toString() {
        return "SeriesIntent";
    }
}
