package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.EwsRequest;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import java.util.List;

/**
 * Creates items. A request that is sent twice creates twice: whoever repeats one looks first for what the first one left.
 */
public final class CreateItem {

    private static final String OPERATION = "CreateItem";

    private final EwsChannel channel;

    /**
     * The operation for a mailbox.
     *
     * @param channel the mailbox
     */
    public CreateItem(EwsChannel channel) {
        this.channel = channel;
    }

    /**
     * Creates items, in one request.
     *
     * @param folder where
     * @param messages whether to write to attendees
     * @param items what, at least one
     * @return a result for each, in their order: the new key, or the trouble; ask it whether the item may exist all the same
     * @throws io.github.crosstie.fault.CrosstieException if there was no answer; items may exist all the same
     */
    public List<Result<ItemKey>> create(FolderReference folder, MeetingMessages messages, List<NewItem> items) {
        return ItemizedAnswer.ofKeys(OPERATION, items.size())
                .over(channel, new EwsRequest(OPERATION, out -> write(out, folder, messages, items)));
    }

    private static void write(XmlOutput out, FolderReference folder, MeetingMessages messages, List<NewItem> items) {
        out.start(Space.MESSAGES, OPERATION).attribute("SendMeetingInvitations", messages.onCreateOrDelete());
        Paths.writeFolder(out, "SavedItemFolderId", folder);
        out.start(Space.MESSAGES, "Items");
        for (NewItem item : items) {
            out.start(Space.TYPES, item.element());
            item.children().accept(out);
            out.end();
        }
        out.end().end();
    }
}
