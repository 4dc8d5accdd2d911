package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.EwsRequest;
import io.github.crosstie.ews.internal.soap.ResponseCode;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import io.github.crosstie.fault.ContractBrokenException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates folders. A name is taken once in each folder: of several that create the same, one succeeds. */
public final class CreateFolder {

    private static final String OPERATION = "CreateFolder";

    private final SingleAnswer calls;

    /**
     * The operation for a mailbox.
     *
     * @param channel the mailbox
     * @param clock tells when now is
     */
    public CreateFolder(EwsChannel channel, Clock clock) {
        this.calls = new SingleAnswer(channel, clock);
    }

    /**
     * Creates a folder.
     *
     * @param parent the folder that is to hold it
     * @param folder the folder
     * @return its key; empty if there is one of this name already
     * @throws io.github.crosstie.fault.CrosstieException if there was no answer, or none of use; the folder may exist all the
     *     same
     */
    public Optional<FolderKey> create(FolderReference parent, NewFolder folder) {
        List<FolderKey> made = new ArrayList<>(1);
        return calls.ask(
                new EwsRequest(OPERATION, out -> write(out, parent, folder)),
                part -> {
                    if (part.name().equals("Folders")) {
                        part.children(each -> made.add(Folder.read(each).key()));
                    }
                },
                trouble -> trouble.is(ResponseCode.FOLDER_EXISTS),
                () -> made.stream()
                        .findFirst()
                        .orElseThrow(() -> new ContractBrokenException(
                                "the server answered without the folder that it made; report it")));
    }

    private static void write(XmlOutput out, FolderReference parent, NewFolder folder) {
        out.start(Space.MESSAGES, OPERATION);
        Paths.writeFolder(out, "ParentFolderId", parent);
        out.start(Space.MESSAGES, "Folders");
        folder.write(out);
        out.end().end();
    }
}
