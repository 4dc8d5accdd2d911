package io.github.crosstie.testkit.simulator;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Notification;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a side takes the engine's writes: one by one, with a line in the census for each that took effect. */
final class WriteDesk {

    private final Side side;
    private final Endpoint endpoint;
    private final World world;

    WriteDesk(Side side, Endpoint endpoint, World world) {
        this.side = side;
        this.endpoint = endpoint;
        this.world = world;
    }

    /** What a creation made that may be asked for again. */
    record Made(ItemId id, CorrelationTag tag) {}

    /** Whose record is written; null if nobody knows. */
    @Nullable
    Entity entity(Write write) {
        if (write instanceof Write.Update update) {
            return world.census().of(side, update.id());
        }
        if (write instanceof Write.Delete delete) {
            return world.census().of(side, delete.id());
        }
        return world.census().named(((Write.Create) write).item());
    }

    WriteOutcome perform(Write write) {
        if (write.notification() != Notification.NONE) {
            world.violate(Invariant.SILENCE, "a write would send mail: " + write);
        }
        if (write instanceof Write.Create create && world.isIdempotent(side)) {
            return createOnce(create);
        }
        Optional<Item> before =
                write instanceof Write.Update update ? world.side(side).item(update.id()) : Optional.empty();
        WriteOutcome outcome = endpoint.write(List.of(write)).get(0);
        if (outcome instanceof WriteOutcome.Written written) {
            world.census().written(side, write, written.id(), before);
        }
        return outcome;
    }

    private WriteOutcome createOnce(Write.Create create) {
        Made made = world.made(side).get(create.idempotencyKey());
        if (made != null && endpoint.read(List.of(made.id())).get(0) instanceof ReadOutcome.Found found) {
            return new WriteOutcome.Written(made.id(), found.record().version(), made.tag());
        }
        WriteOutcome outcome = endpoint.write(List.of(create)).get(0);
        if (outcome instanceof WriteOutcome.Written written) {
            world.made(side).put(create.idempotencyKey(), new Made(written.id(), create.tag()));
            world.census().written(side, create, written.id(), Optional.empty());
        }
        return outcome;
    }
}
