package io.github.crosstie.ews.operation;

import io.github.crosstie.ews.soap.EwsChannel;
import io.github.crosstie.ews.soap.EwsReader;
import io.github.crosstie.ews.soap.EwsRequest;
import io.github.crosstie.ews.soap.Space;
import io.github.crosstie.ews.soap.XmlOutput;
import java.time.Clock;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Searches a folder. */
public final class FindItem {

    private static final String OPERATION = "FindItem";
    private static final int PAGE = 250;

    private final SingleAnswer calls;

    /**
     * The operation for a mailbox.
     *
     * @param channel the mailbox
     * @param clock tells when now is
     */
    public FindItem(EwsChannel channel, Clock clock) {
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
                    new EwsRequest(OPERATION, out -> write(out, folder, shape, restriction, from)),
                    page::part,
                    () -> page.next(from));
        }
    }

    private static void write(
            XmlOutput out, FolderReference folder, ItemShape shape, @Nullable Restriction restriction, int from) {
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
        Paths.writeFolder(out, "ParentFolderIds", folder);
        out.end();
    }
}
