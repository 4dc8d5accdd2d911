package io.github.crosstie.ews.operation;

import io.github.crosstie.ews.soap.EwsChannel;
import io.github.crosstie.ews.soap.EwsRequest;
import io.github.crosstie.ews.soap.Space;
import io.github.crosstie.ews.soap.XmlOutput;

/**
 * Creates folders. A name is taken once in each folder: of several that create the same, one succeeds, and the others fail
 * with {@link io.github.crosstie.ews.soap.ResponseCode#FOLDER_EXISTS}.
 */
public final class CreateFolder {

    private static final String OPERATION = "CreateFolder";

    private final EwsChannel channel;

    /**
     * The operation for a mailbox.
     *
     * @param channel the mailbox
     */
    public CreateFolder(EwsChannel channel) {
        this.channel = channel;
    }

    /**
     * Creates a folder.
     *
     * @param parent the folder that is to hold it
     * @param folder the folder
     * @return its key, or the trouble
     * @throws io.github.crosstie.fault.CrosstieException if there was no answer; the folder may exist all the same
     */
    public Result<FolderKey> create(FolderReference parent, NewFolder folder) {
        return channel.call(
                        new EwsRequest(OPERATION, out -> write(out, parent, folder)),
                        ItemizedAnswer.ofFirst(
                                OPERATION,
                                1,
                                "Folders",
                                element -> Folder.read(element).key()))
                .get(0);
    }

    private static void write(XmlOutput out, FolderReference parent, NewFolder folder) {
        out.start(Space.MESSAGES, OPERATION);
        Paths.writeFolder(out, "ParentFolderId", parent);
        out.start(Space.MESSAGES, "Folders");
        folder.write(out);
        out.end().end();
    }
}
