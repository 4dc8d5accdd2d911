package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.EwsRequest;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import java.time.Clock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells what changed in a folder since a sync state. It knows nothing of calendars: a series is one item, and changes of
 * its occurrences are changes of the series.
 */
public final class SyncFolderItems {

    /** The most changes that a server tells at a time. */
    public static final int MOST_CHANGES = 512;

    private static final String OPERATION = "SyncFolderItems";

    private final SingleAnswer calls;

    /**
     * The operation for a mailbox.
     *
     * @param channel the mailbox
     * @param clock tells when now is
     */
    public SyncFolderItems(EwsChannel channel, Clock clock) {
        this.calls = new SingleAnswer(channel, clock);
    }

    /**
     * Asks for the next changes, once.
     *
     * @param folder the folder
     * @param state where to go on, as told before; null for everything
     * @param most how many changes at most, from 1 to {@value #MOST_CHANGES}
     * @param each is told each change while the answer is read; part of them even if the answer then fails
     * @return where to go on
     * @throws io.github.crosstie.fault.CursorExpiredException if the server does not accept the state any more
     */
    public SyncPosition next(FolderReference folder, @Nullable String state, int most, Consumer<SyncChange> each) {
        if (most < 1 || most > MOST_CHANGES) {
            throw new IllegalArgumentException(most + " changes a request; ask for 1 to " + MOST_CHANGES);
        }
        SyncReading reading = new SyncReading("IncludesLastItemInRange", change -> change(change, each));
        return calls.require(
                new EwsRequest(OPERATION, out -> write(out, folder, state, most)),
                reading::part,
                () -> reading.position(state));
    }

    /**
     * Asks for all changes, in as many requests as it takes.
     *
     * @param folder the folder
     * @param state where to go on, as told before; null for everything
     * @param each is told each change
     * @return the state that stands for all that was told
     * @throws io.github.crosstie.fault.CursorExpiredException if the server does not accept the state any more
     */
    public String all(FolderReference folder, @Nullable String state, Consumer<SyncChange> each) {
        String from = state;
        while (true) {
            SyncPosition position = next(folder, from, MOST_CHANGES, each);
            if (position.last()) {
                return position.state();
            }
            from = position.state();
        }
    }

    private static void write(XmlOutput out, FolderReference folder, @Nullable String state, int most) {
        out.start(Space.MESSAGES, OPERATION);
        ItemShape.ID_ONLY.write(out);
        Paths.writeFolder(out, "SyncFolderId", folder);
        if (state != null) {
            out.element(Space.MESSAGES, "SyncState", state);
        }
        out.element(Space.MESSAGES, "MaxChangesReturned", Integer.toString(most))
                .end();
    }

    private static void change(XmlInput change, Consumer<SyncChange> each) {
        switch (change.name()) {
            case "Create" -> change.children(item -> present(item, SyncChange.Created::new, each));
            case "Update" -> change.children(item -> present(item, SyncChange.Updated::new, each));
            case "Delete" -> key(change, key -> each.accept(new SyncChange.Deleted(key)));
            case "ReadFlagChange" -> key(change, key -> each.accept(new SyncChange.ReadFlagChanged(key)));
            default -> change.skip();
        }
    }

    private static void present(
            XmlInput item, BiFunction<ItemKey, String, SyncChange> change, Consumer<SyncChange> each) {
        String element = item.name();
        key(item, key -> each.accept(change.apply(key, element)));
    }

    private static void key(XmlInput item, Consumer<ItemKey> each) {
        item.children(child -> {
            if (child.name().equals("ItemId")) {
                each.accept(ItemKey.read(child));
            }
        });
    }
}
