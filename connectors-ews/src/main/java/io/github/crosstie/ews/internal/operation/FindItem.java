package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.EwsReader;
import io.github.crosstie.ews.internal.soap.EwsRequest;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Searches folders. */
public final class FindItem {

    private static final String OPERATION = "FindItem";
    private static final int PAGE = 250;

    private final EwsChannel channel;
    private final SingleAnswer calls;

    /**
     * The operation for a mailbox.
     *
     * @param channel the mailbox
     * @param clock tells when now is
     */
    public FindItem(EwsChannel channel, Clock clock) {
        this.channel = channel;
        this.calls = new SingleAnswer(channel, clock);
    }

    /**
     * Finds items, in as many requests as it takes. While others write to the folder an item may be told twice.
     *
     * @param folder where
     * @param shape which properties; a server never answers bodies to a search
     * @param restriction which items; null for all
     * @param reader reads an item, standing on its element
     * @param each is told each item found
     * @param <T> what is made of an item
     */
    public <T> void find(
            FolderReference folder,
            ItemShape shape,
            @Nullable Restriction restriction,
            EwsReader<T> reader,
            Consumer<T> each) {
        OptionalInt next = OptionalInt.of(0);
        while (next.isPresent()) {
            int from = next.getAsInt();
            PageReading page = new PageReading("Items", item -> each.accept(reader.read(item)));
            next = calls.require(
                    new EwsRequest(OPERATION, out -> write(out, List.of(folder), shape, restriction, from)),
                    page::part,
                    () -> page.next(from));
        }
    }

    /**
     * Looks for items in several folders, in one request.
     *
     * @param folders where, at least one
     * @param shape which properties
     * @param restriction which items: so few that they are on one page of each folder
     * @param reader reads an item, standing on its element
     * @param <T> what is made of an item
     * @return what was found in each folder, in their order
     */
    public <T> List<Result<List<T>>> look(
            List<? extends FolderReference> folders, ItemShape shape, Restriction restriction, EwsReader<T> reader) {
        return ItemizedAnswer.<List<T>>of(OPERATION, folders.size(), root -> page(root, reader))
                .over(channel, new EwsRequest(OPERATION, out -> write(out, folders, shape, restriction, 0)));
    }

    private static <T> Optional<List<T>> page(XmlInput root, EwsReader<T> reader) {
        if (!root.name().equals("RootFolder")) {
            return Optional.empty();
        }
        List<T> found = new ArrayList<>();
        new PageReading("Items", item -> found.add(reader.read(item))).part(root);
        return Optional.of(found);
    }

    private static void write(
            XmlOutput out,
            List<? extends FolderReference> folders,
            ItemShape shape,
            @Nullable Restriction restriction,
            int from) {
        out.start(Space.MESSAGES, OPERATION).attribute("Traversal", "Shallow");
        shape.write(out);
        out.start(Space.MESSAGES, "IndexedPageItemView")
                .attribute("MaxEntriesReturned", Integer.toString(PAGE))
                .attribute("Offset", Integer.toString(from))
                .attribute("BasePoint", "Beginning")
                .end();
        if (restriction != null) {
            restriction.write(out);
        }
        Paths.writeFolders(out, "ParentFolderIds", folders);
        out.end();
    }
}
