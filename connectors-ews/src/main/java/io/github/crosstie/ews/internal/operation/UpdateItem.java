package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.EwsRequest;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import java.util.List;

/**
 * Changes items, each only if it still has the version that the change is based on: the server never resolves a conflict by
 * itself, as it would then drop some of the values without a word.
 */
public final class UpdateItem {

    private static final String OPERATION = "UpdateItem";

    private final EwsChannel channel;

    /**
     * The operation for a mailbox.
     *
     * @param channel the mailbox
     */
    public UpdateItem(EwsChannel channel) {
        this.channel = channel;
    }

    /**
     * Changes items, in one request.
     *
     * @param messages whether to write to attendees
     * @param items what, at least one, each of another item
     * @return a result for each, in their order: the key with its new version, or the trouble
     * @throws io.github.crosstie.fault.CrosstieException if there was no answer; items may be changed all the same
     */
    public List<Result<ItemKey>> update(MeetingMessages messages, List<ItemChange> items) {
        return ItemizedAnswer.ofKeys(OPERATION, items.size())
                .over(channel, new EwsRequest(OPERATION, out -> write(out, messages, items)));
    }

    private static void write(XmlOutput out, MeetingMessages messages, List<ItemChange> items) {
        out.start(Space.MESSAGES, OPERATION)
                .attribute("ConflictResolution", "NeverOverwrite")
                .attribute("MessageDisposition", "SaveOnly")
                .attribute("SendMeetingInvitationsOrCancellations", messages.onUpdate());
        out.start(Space.MESSAGES, "ItemChanges");
        items.forEach(item -> write(out, item));
        out.end().end();
    }

    private static void write(XmlOutput out, ItemChange item) {
        out.start(Space.TYPES, "ItemChange");
        item.item().write(out);
        out.start(Space.TYPES, "Updates");
        for (PropertyChange change : item.changes()) {
            if (change instanceof PropertyChange.Set set) {
                out.start(Space.TYPES, "SetItemField");
                set.path().write(out);
                out.start(Space.TYPES, item.element());
                set.value().accept(out);
                out.end().end();
            } else {
                out.start(Space.TYPES, "DeleteItemField");
                change.path().write(out);
                out.end();
            }
        }
        out.end().end();
    }
}
