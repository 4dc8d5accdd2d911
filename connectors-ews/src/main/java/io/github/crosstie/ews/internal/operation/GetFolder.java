package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.EwsRequest;
import io.github.crosstie.ews.internal.soap.ResponseCode;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.Trouble;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Reads folders. */
public final class GetFolder {

    private static final String OPERATION = "GetFolder";

    private final EwsChannel channel;
    private final Clock clock;

    /**
     * The operation for a mailbox.
     *
     * @param channel the mailbox
     * @param clock tells when now is
     */
    public GetFolder(EwsChannel channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    /**
     * Reads folders, in one request.
     *
     * @param folders which ones, at least one
     * @return each, in their order; empty for one that is not there
     * @throws io.github.crosstie.fault.CrosstieException if there was no answer, or something else is wrong with one
     */
    public List<Optional<Folder>> get(List<? extends FolderReference> folders) {
        return get(folders, List.of());
    }

    /** Reads folders with extended properties, which come whole, where a search cuts them. */
    List<Optional<Folder>> get(List<? extends FolderReference> folders, List<PropertyPath> extended) {
        ItemizedAnswer<Folder> answer = ItemizedAnswer.ofFirst(OPERATION, folders.size(), "Folders", Folder::read);
        return channel.call(
                new EwsRequest(OPERATION, out -> write(out, folders, extended)),
                response -> answer.read(response).stream().map(this::present).toList());
    }

    private Optional<Folder> present(Result<Folder> result) {
        if (result instanceof Result.Done<Folder> done) {
            return Optional.of(done.value());
        }
        Trouble trouble = ((Result.Failed<Folder>) result).trouble();
        if (trouble.is(ResponseCode.FOLDER_NOT_FOUND) || trouble.is(ResponseCode.ITEM_NOT_FOUND)) {
            return Optional.empty();
        }
        throw trouble.toException(OPERATION, clock);
    }

    private static void write(XmlOutput out, List<? extends FolderReference> folders, List<PropertyPath> extended) {
        out.start(Space.MESSAGES, OPERATION);
        FolderShape.write(out, extended);
        out.start(Space.MESSAGES, "FolderIds");
        folders.forEach(folder -> folder.write(out));
        out.end().end();
    }
}
