package io.github.crosstie.state;

import io.github.crosstie.item.ItemId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a collection was moved from, and by which ids its links knew the mailbox's records there (S22). */
final class MoveMemory {

    private final ForkingMap<LinkId, ItemId> formerIds;
    private @Nullable MoveOrigin origin;

    MoveMemory() {
        this(new ForkingMap<>(), null);
    }

    private MoveMemory(ForkingMap<LinkId, ItemId> formerIds, @Nullable MoveOrigin origin) {
        this.formerIds = formerIds;
        this.origin = origin;
    }

    MoveMemory fork() {
        return new MoveMemory(formerIds.fork(), origin);
    }

    /** Makes a change; false if it is none of these. */
    boolean take(StateChange change) {
        if (change instanceof StateChange.PutMove put) {
            origin = put.origin();
        } else if (change instanceof StateChange.PutFormerId put) {
            formerIds.put(put.former().link(), put.former().id());
        } else if (change instanceof StateChange.ForgetFormerIds) {
            List.copyOf(formerIds.keySet()).forEach(formerIds::remove);
        } else if (change instanceof StateChange.ForgetMove) {
            origin = null;
        } else {
            return false;
        }
        return true;
    }

    /** A link is gone: nobody goes back to its record. */
    void unlinked(LinkId link) {
        formerIds.remove(link);
    }

    @Nullable
    MoveOrigin origin() {
        return origin;
    }

    Optional<ItemId> formerId(LinkId link) {
        return Optional.ofNullable(formerIds.get(link));
    }

    Collection<FormerId> formerIds() {
        List<FormerId> all = new ArrayList<>();
        formerIds.keySet().forEach(link -> formerId(link).ifPresent(id -> all.add(new FormerId(link, id))));
        return List.copyOf(all);
    }
}
