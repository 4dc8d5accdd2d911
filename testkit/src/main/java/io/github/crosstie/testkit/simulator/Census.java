package io.github.crosstie.testkit.simulator;

import io.github.crosstie.connector.Write;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Half;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.RecordKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who the records stand for, and what the engine's writes did to them. */
final class Census {

    private final World world;
    private final Map<String, Entity> byName = new LinkedHashMap<>();
    private final Map<RecordKey, Entity> byRecord = new HashMap<>();

    Census(World world) {
        this.world = world;
    }

    List<Entity> entities() {
        return List.copyOf(byName.values());
    }

    Entity newEntity() {
        Entity entity = new Entity(byName.size() + 1);
        byName.put(entity.name, entity);
        return entity;
    }

    void add(Entity entity, Side side, ItemId record) {
        entity.on(side).add(record);
        byRecord.put(new RecordKey(side, record), entity);
    }

    @Nullable
    Entity of(Side side, ItemId record) {
        return byRecord.get(new RecordKey(side, record));
    }

    /** Whom a record with some values stands for. */
    @Nullable
    Entity named(Item item) {
        return byName.get(Objects.requireNonNullElse(world.vocabulary().nameOf(item), ""));
    }

    /** The records of an entity that are there. */
    List<ItemId> live(Entity entity, Side side) {
        List<ItemId> live = new ArrayList<>();
        for (ItemId record : entity.on(side)) {
            if (world.side(side).item(record).isPresent()) {
                live.add(record);
            }
        }
        return live;
    }

    /**
     * Whether a side may be silent about a record without misleading anybody for good: nobody can know that a record exists
     * that no link names and no listing shows, and so its counterpart is taken for a new one, even one that was deleted since.
     */
    boolean mayBeWithheld(Side side, ItemId record) {
        Entity entity = of(side, record);
        return entity != null
                && ((entity.linked && !world.isForgetful())
                        || entity.records.getOrDefault(side.other(), Set.of()).isEmpty());
    }

    /** A write of the engine took effect. */
    void written(Side side, Write write, ItemId record, Optional<Item> before) {
        if (write instanceof Write.Create create) {
            created(side, create, record);
        } else if (write instanceof Write.Update update) {
            updated(side, update, before);
        } else {
            deleted(side, record);
        }
    }

    private void created(Side side, Write.Create create, ItemId record) {
        Entity entity = named(create.item());
        if (entity == null) {
            world.violate(Invariant.NO_LOSS, "the engine created " + record + " without the name of anybody");
            return;
        }
        add(entity, side, record);
        entity.made.add(record);
        entity.unbound.add(record);
        world.vocabulary()
                .seen(create.item())
                .values()
                .forEach((field, value) -> entity.carried(side, field, value, world.projections()));
    }

    private void updated(Side side, Write.Update update, Optional<Item> before) {
        Entity entity = of(side, update.id());
        Item now = world.side(side).item(update.id()).orElse(null);
        if (entity == null || now == null) {
            return;
        }
        if (before.isPresent() && before.get().equals(now)) {
            world.violate(Invariant.EFFORT, "an update of " + update.id() + " changed nothing");
        }
        for (Field<?> written : update.fields().keySet()) {
            for (Field<?> field : world.vocabulary().seenAs(written)) {
                Object value = now.value(field);
                if (value != null) {
                    entity.carried(side, field, value, world.projections());
                }
            }
        }
    }

    private void deleted(Side side, ItemId record) {
        Entity entity = of(side, record);
        if (entity == null) {
            world.violate(Invariant.NO_DELETION_WITHOUT_PROOF, "the engine deleted " + record + " of nobody");
            return;
        }
        boolean ownDuplicate =
                entity.made.contains(record) && !live(entity, side).isEmpty();
        boolean oldNews = world.isForgetful() && entity.everDeleted;
        if (!entity.mayGo && !ownDuplicate && !oldNews && entity.copies == 0) {
            world.violate(
                    Invariant.NO_DELETION_WITHOUT_PROOF,
                    "the engine deleted " + record + " of " + entity + ", of whom nobody had deleted anything");
        }
    }

    /** The store knows a link now. */
    void linked(Link link) {
        if (link.missing().isPresent()) {
            return;
        }
        for (Side side : Side.values()) {
            Half half = link.on(side);
            Entity entity = half == null ? null : of(side, half.id());
            if (half != null && entity != null) {
                entity.linked = true;
                entity.unbound.remove(half.id());
            }
        }
    }

    /** A round is over, or another one begins: what is not stored by now may have been made twice. */
    void doubt() {
        for (Entity entity : byName.values()) {
            if (!entity.unbound.isEmpty()) {
                entity.unbound.clear();
                entity.doubtful = true;
            }
        }
    }

    /** The store forgets which records are the engine's own duplicates, which stay then, and which are copies by people. */
    void forget() {
        for (Entity entity : byName.values()) {
            if (entity.copied) {
                entity.copies = Math.max(entity.copies, 1);
            }
            for (Side side : Side.values()) {
                entity.copies = Math.max(entity.copies, live(entity, side).size() - 1);
            }
        }
    }

    Set<RecordKey> known() {
        return byRecord.keySet();
    }
}
