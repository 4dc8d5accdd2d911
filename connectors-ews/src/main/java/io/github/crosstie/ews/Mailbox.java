package io.github.crosstie.ews;

import io.github.crosstie.ews.internal.operation.CreateFolder;
import io.github.crosstie.ews.internal.operation.CreateItem;
import io.github.crosstie.ews.internal.operation.DeleteItem;
import io.github.crosstie.ews.internal.operation.FindFolder;
import io.github.crosstie.ews.internal.operation.FindItem;
import io.github.crosstie.ews.internal.operation.FolderReference;
import io.github.crosstie.ews.internal.operation.GetFolder;
import io.github.crosstie.ews.internal.operation.GetItem;
import io.github.crosstie.ews.internal.operation.SyncFolderItems;
import io.github.crosstie.ews.internal.operation.UpdateItem;
import io.github.crosstie.ews.internal.soap.EwsChannel;
import java.time.Clock;

/**
 * What can be asked of one mailbox.
 *
 * @param address the address that the host knows the mailbox by
 * @param channel the way to it
 * @param clock tells when now is
 */
record Mailbox(String address, EwsChannel channel, Clock clock) {

    /** A folder that every mailbox has, in this one, whosever account asks. */
    FolderReference folder(String distinguishedName) {
        return new FolderReference.Distinguished(distinguishedName, address);
    }

    GetItem getItem() {
        return new GetItem(channel, clock);
    }

    FindItem findItem() {
        return new FindItem(channel, clock);
    }

    CreateItem createItem() {
        return new CreateItem(channel);
    }

    UpdateItem updateItem() {
        return new UpdateItem(channel);
    }

    DeleteItem deleteItem() {
        return new DeleteItem(channel);
    }

    SyncFolderItems syncFolderItems() {
        return new SyncFolderItems(channel, clock);
    }

    GetFolder getFolder() {
        return new GetFolder(channel, clock);
    }

    FindFolder findFolder() {
        return new FindFolder(channel, clock);
    }

    CreateFolder createFolder() {
        return new CreateFolder(channel, clock);
    }

    /** Nothing of the address. */
    @Override
    public String toString() {
        return "Mailbox";
    }
}
