package io.github.crosstie.ews.operation;

import io.github.crosstie.ews.soap.EwsChannel;
import io.github.crosstie.ews.soap.EwsRequest;
import io.github.crosstie.ews.soap.Space;
import io.github.crosstie.ews.soap.XmlInput;
import io.github.crosstie.ews.soap.XmlOutput;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells what changed among the folders of a mailbox. Its states are its own: {@link SyncFolderItems} knows nothing of them. */
public final class SyncFolderHierarchy {

    private static final String OPERATION = "SyncFolderHierarchy";

    private final SingleAnswer calls;

    /**
     * The operation for a mailbox.
     *
     * @param channel the mailbox
     * @param clock tells when now is
     */
    public SyncFolderHierarchy(EwsChannel channel, Clock clock) {
        this.calls = new SingleAnswer(channel, clock);
    }

    /**
     * Asks for the next changes, once.
     *
     * @param root the folder whose folders are meant, those within them included; the same in all calls that go on from
     *     each other
     * @param state where to go on, as told before; null for everything
     * @param each is told each change while the answer is read
     * @return where to go on
     * @throws io.github.crosstie.fault.CursorExpiredException if the server does not accept the state any more
     */
    public SyncPosition next(FolderReference root, @Nullable String state, Consumer<FolderChange> each) {
        SyncReading reading = new SyncReading(OPERATION, "IncludesLastFolderInRange", change -> change(change, each));
        calls.require(new EwsRequest(OPERATION, out -> write(out, root, state)), reading::part);
        return reading.position();
    }

    private static void write(XmlOutput out, FolderReference root, @Nullable String state) {
        out.start(Space.MESSAGES, OPERATION);
        FolderShape.write(out, List.of());
        Paths.writeFolder(out, "SyncFolderId", root);
        if (state != null) {
            out.element(Space.MESSAGES, "SyncState", state);
        }
        out.end();
    }

    private static void change(XmlInput change, Consumer<FolderChange> each) {
        switch (change.name()) {
            case "Create", "Update" ->
                change.children(folder -> each.accept(new FolderChange.Present(Folder.read(folder))));
            case "Delete" -> change.children(key -> each.accept(new FolderChange.Deleted(FolderKey.read(key))));
            default -> change.skip();
        }
    }
}
