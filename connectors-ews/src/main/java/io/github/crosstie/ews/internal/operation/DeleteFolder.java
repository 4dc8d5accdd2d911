package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.EwsRequest;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import java.util.List;

/** Deletes folders for good. For folders that this connector made for itself alone. */
final class DeleteFolder {

    private static final String OPERATION = "DeleteFolder";

    private final EwsChannel channel;

    DeleteFolder(EwsChannel channel) {
        this.channel = channel;
    }

    /** Deletes folders, in one request; a result for each, in their order. */
    List<Result<FolderReference>> delete(List<? extends FolderReference> folders) {
        return channel.call(
                new EwsRequest(OPERATION, out -> write(out, folders)), ItemizedAnswer.ofOutcomes(OPERATION, folders));
    }

    private static void write(XmlOutput out, List<? extends FolderReference> folders) {
        out.start(Space.MESSAGES, OPERATION).attribute("DeleteType", "HardDelete");
        out.start(Space.MESSAGES, "FolderIds");
        folders.forEach(folder -> folder.write(out));
        out.end().end();
    }
}
