package io.github.crosstie.ews.operation;

import io.github.crosstie.ews.soap.EwsChannel;
import io.github.crosstie.ews.soap.EwsRequest;
import io.github.crosstie.ews.soap.Space;
import io.github.crosstie.ews.soap.XmlOutput;
import java.util.List;

/** Reads folders. */
public final class GetFolder {

    private static final String OPERATION = "GetFolder";

    private final EwsChannel channel;

    /**
     * The operation for a mailbox.
     *
     * @param channel the mailbox
     */
    public GetFolder(EwsChannel channel) {
        this.channel = channel;
    }

    /**
     * Reads folders, in one request.
     *
     * @param folders which ones, at least one
     * @return a result for each, in their order
     * @throws io.github.crosstie.fault.CrosstieException if there was no answer
     */
    public List<Result<Folder>> get(List<? extends FolderReference> folders) {
        return channel.call(
                new EwsRequest(OPERATION, out -> write(out, folders)),
                ItemizedAnswer.ofFirst(OPERATION, folders.size(), "Folders", Folder::read));
    }

    private static void write(XmlOutput out, List<? extends FolderReference> folders) {
        out.start(Space.MESSAGES, OPERATION);
        FolderShape.write(out, List.of());
        out.start(Space.MESSAGES, "FolderIds");
        folders.forEach(folder -> folder.write(out));
        out.end().end();
    }
}
