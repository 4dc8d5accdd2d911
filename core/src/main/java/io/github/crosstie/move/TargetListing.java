package io.github.crosstie.move;

import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.RemoteItem;
import io.github.crosstie.item.ItemId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Everything that the new way shows, page by page. What a page does not carry is read. */
final class TargetListing {

    private final Endpoint endpoint;
    private final Consumer<RemoteItem> readable;
    private final Consumer<ItemId> unreadable;

    /** Hands over what can be read, and the ids of what is there but cannot. A record may be handed over several times. */
    TargetListing(Endpoint endpoint, Consumer<RemoteItem> readable, Consumer<ItemId> unreadable) {
        this.endpoint = endpoint;
        this.readable = readable;
        this.unreadable = unreadable;
    }

    /** Reads to the end, and says after each page that it goes on; false if the listing does not claim to be complete. */
    boolean read(Runnable goingOn) {
        @Nullable Cursor cursor = null;
        while (true) {
            ChangePage page = endpoint.changes(cursor);
            List<ItemId> bare = new ArrayList<>();
            for (Change change : page.changes()) {
                if (change instanceof Change.Upserted upserted) {
                    if (upserted.record() == null) {
                        bare.add(upserted.id());
                    } else {
                        readable.accept(upserted.record());
                    }
                }
            }
            readAll(bare);
            goingOn.run();
            if (!page.more()) {
                return page.complete();
            }
            cursor = page.next();
        }
    }

    private void readAll(List<ItemId> bare) {
        Portions.each(bare.stream().distinct().toList(), endpoint.capabilities().readBatch(), batch -> {
            for (ReadOutcome outcome : endpoint.read(batch)) {
                if (outcome instanceof ReadOutcome.Found found) {
                    readable.accept(found.record());
                } else if (outcome instanceof ReadOutcome.Unreadable broken) {
                    unreadable.accept(broken.id());
                }
            }
        });
    }
}
