package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.EwsRequest;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import java.util.List;

/** Deletes items in the way that people can undo: they move to Deleted Items. The server does not look at versions here. */
public final class DeleteItem {

    private static final String OPERATION = "DeleteItem";

    private final EwsChannel channel;

    /**
     * The operation for a mailbox.
     *
     * @param channel the mailbox
     */
    public DeleteItem(EwsChannel channel) {
        this.channel = channel;
    }

    /**
     * Deletes items, in one request.
     *
     * @param messages whether to write to attendees
     * @param items which ones, at least one, each once
     * @return a result for each, in their order: its key as it was given, or the trouble
     * @throws io.github.crosstie.fault.CrosstieException if there was no answer; items may be deleted all the same
     */
    public List<Result<ItemReference>> delete(MeetingMessages messages, List<? extends ItemReference> items) {
        return ItemizedAnswer.<ItemReference>ofOutcomes(OPERATION, items)
                .over(channel, new EwsRequest(OPERATION, out -> write(out, messages, items)));
    }

    private static void write(XmlOutput out, MeetingMessages messages, List<? extends ItemReference> items) {
        out.start(Space.MESSAGES, OPERATION)
                .attribute("DeleteType", "MoveToDeletedItems")
                .attribute("SendMeetingCancellations", messages.onCreateOrDelete());
        Paths.writeItems(out, items);
        out.end();
    }
}
