package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.EwsRequest;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Lists the folders in a folder, those within them too if need be. */
public final class FindFolder {

    private static final String OPERATION = "FindFolder";
    private static final int PAGE = 250;

    private final SingleAnswer calls;

    /**
     * The operation for a mailbox.
     *
     * @param channel the mailbox
     * @param clock tells when now is
     */
    public FindFolder(EwsChannel channel, Clock clock) {
        this.calls = new SingleAnswer(channel, clock);
    }

    /**
     * Lists folders by name, not those within them.
     *
     * @param parent the folder that holds them
     * @param displayName the name; null for all
     * @param extended extended properties to tell with them
     * @return the folders, in no order
     */
    public List<Folder> find(FolderReference parent, @Nullable String displayName, List<PropertyPath> extended) {
        Restriction restriction = displayName == null
                ? null
                : new Restriction(PropertyPath.field("folder:DisplayName"), List.of(displayName));
        return find(parent, "Shallow", restriction, extended);
    }

    /**
     * Lists all folders below one, however deep.
     *
     * @param above the folder
     * @return the folders, in no order, without the one itself
     */
    public List<Folder> below(FolderReference above) {
        return find(above, "Deep", null, List.of());
    }

    private List<Folder> find(
            FolderReference parent, String traversal, @Nullable Restriction restriction, List<PropertyPath> extended) {
        List<Folder> folders = new ArrayList<>();
        OptionalInt next = OptionalInt.of(0);
        while (next.isPresent()) {
            int from = next.getAsInt();
            PageReading page = new PageReading("Folders", folder -> folders.add(Folder.read(folder)));
            next = calls.require(
                    new EwsRequest(OPERATION, out -> write(out, parent, traversal, restriction, extended, from)),
                    page::part,
                    () -> page.next(from));
        }
        return folders;
    }

    private static void write(
            XmlOutput out,
            FolderReference parent,
            String traversal,
            @Nullable Restriction restriction,
            List<PropertyPath> extended,
            int from) {
        out.start(Space.MESSAGES, OPERATION).attribute("Traversal", traversal);
        FolderShape.write(out, extended);
        out.start(Space.MESSAGES, "IndexedPageFolderView")
                .attribute("MaxEntriesReturned", Integer.toString(PAGE))
                .attribute("Offset", Integer.toString(from))
                .attribute("BasePoint", "Beginning")
                .end();
        if (restriction != null) {
            restriction.write(out);
        }
        Paths.writeFolder(out, "ParentFolderIds", parent);
        out.end();
    }
}
