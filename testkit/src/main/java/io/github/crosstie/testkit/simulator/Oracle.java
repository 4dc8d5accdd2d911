package io.github.crosstie.testkit.simulator;

import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.RecordKey;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Knows what people did, and says what does not fit it once both sides have come to rest. */
final class Oracle {

    private final World world;

    Oracle(World world) {
        this.world = world;
    }

    /** Judges everybody, and takes what is there as agreed from here on. */
    void judge(boolean doubtsOver) {
        judgeStrangers();
        for (Entity entity : world.census().entities()) {
            Map<Side, List<ItemId>> live = live(entity);
            judgePresence(entity, live);
            boolean single = entity.copies == 0 && one(live, Side.CRM) && one(live, Side.MAIL);
            Map<Side, Item> items = single ? items(live) : Map.of();
            if (single) {
                judgeEquality(entity, items);
                world.vocabulary().texts().forEach(field -> judgeLastValue(entity, field, items));
                judgeSet(entity, items);
            }
            judgeTyped(entity, live);
            conclude(
                    entity,
                    items,
                    on(live, Side.CRM).isEmpty() && on(live, Side.MAIL).isEmpty(),
                    doubtsOver);
        }
        world.remembersAll();
    }

    private static void conclude(Entity entity, Map<Side, Item> items, boolean absent, boolean doubtsOver) {
        entity.agree(items);
        if (doubtsOver) {
            entity.doubtful = false;
            entity.gone = absent;
        }
        // Whoever came through a deletion is as safe as before it.
        entity.mayGo = absent || (entity.doubtful && entity.mayGo);
    }

    /** Whether all but some are in step. */
    void judgeUntroubled(Set<Entity> troubled) {
        for (Entity entity : world.census().entities()) {
            if (troubled.contains(entity) || entity.copies > 0) {
                continue;
            }
            Map<Side, List<ItemId>> live = live(entity);
            boolean apart = on(live, Side.CRM).size() != on(live, Side.MAIL).size();
            if (apart || (one(live, Side.CRM) && !inStep(items(live)))) {
                world.violate(Invariant.ISOLATION, entity + " is out of step because of " + troubled);
            }
        }
    }

    private Map<Side, List<ItemId>> live(Entity entity) {
        Map<Side, List<ItemId>> live = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            live.put(side, world.census().live(entity, side));
        }
        return live;
    }

    private static List<ItemId> on(Map<Side, List<ItemId>> live, Side side) {
        return live.getOrDefault(side, List.of());
    }

    private static boolean one(Map<Side, List<ItemId>> live, Side side) {
        return on(live, side).size() == 1;
    }

    private Map<Side, Item> items(Map<Side, List<ItemId>> live) {
        Map<Side, Item> items = new EnumMap<>(Side.class);
        live.forEach(
                (side, ids) -> items.put(side, world.side(side).item(ids.get(0)).orElseThrow()));
        return items;
    }

    private static Item on(Side side, Map<Side, Item> items) {
        return Objects.requireNonNull(items.get(side));
    }

    private void judgeStrangers() {
        for (Side side : Side.values()) {
            for (ItemId id : world.side(side).items().keySet()) {
                if (!world.census().known().contains(new RecordKey(side, id))) {
                    world.violate(Invariant.NO_DUPLICATE, "there is " + id + " on " + side + ", which nobody made");
                }
            }
        }
    }

    private void judgePresence(Entity entity, Map<Side, List<ItemId>> live) {
        int crm = on(live, Side.CRM).size();
        int mail = on(live, Side.MAIL).size();
        int most = 1 + entity.copies;
        if (crm > most || mail > most) {
            world.violate(Invariant.NO_DUPLICATE, entity + " has " + live);
        } else if (crm != mail && entity.copies == 0) {
            // Copies that nothing tells apart may be one with several records: that is reported, and left to people.
            world.violate(Invariant.CONVERGENCE, entity + " has " + live);
        } else if (entity.gone && crm > 0) {
            world.violate(Invariant.NO_DUPLICATE, entity + " was deleted for good and is there again: " + live);
        } else if (crm == 0 && !entity.mayGo && !(world.isForgetful() && entity.everDeleted)) {
            world.violate(Invariant.NO_LOSS, entity + " is gone, and nobody deleted it");
        } else if (crm > 0 && mustBeGone(entity)) {
            world.violate(
                    Invariant.CONVERGENCE,
                    entity + " was deleted on " + entity.deletedOn + " and edited on " + entity.editedOn
                            + ", and is still there: " + live);
        }
    }

    /** Deleted, and nobody has edited the other side's record. */
    private boolean mustBeGone(Entity entity) {
        return !entity.deletedOn.isEmpty()
                && !entity.pardoned
                && entity.copies == 0
                && !world.isForgetful()
                && entity.deletedOn.stream().noneMatch(side -> entity.editedOn.contains(side.other()));
    }

    private boolean inStep(Map<Side, Item> items) {
        return world.vocabulary().fields().stream().allMatch(field -> inStep(field, items));
    }

    private boolean inStep(Field<?> field, Map<Side, Item> items) {
        return world.projections()
                .same(
                        Side.CRM,
                        field,
                        on(Side.CRM, items).value(field),
                        Side.MAIL,
                        on(Side.MAIL, items).value(field));
    }

    private void judgeEquality(Entity entity, Map<Side, Item> items) {
        for (Field<?> field : world.vocabulary().fields()) {
            if (!inStep(field, items)) {
                world.violate(
                        Invariant.CONVERGENCE,
                        entity + " has " + field + " '" + on(Side.CRM, items).value(field) + "' in the CRM and '"
                                + on(Side.MAIL, items).value(field) + "' in the mailbox");
            }
        }
        for (Field<String> name : world.vocabulary().names()) {
            Object held = on(Side.CRM, items).value(name);
            if (!Vocabulary.called(name, entity.name).equals(held)) {
                world.violate(Invariant.NO_LOSS, entity + " has the " + name + " " + held);
            }
        }
    }

    /** A field that was edited on one side only has exactly the last value; one that was not edited has the one it had. */
    private void judgeLastValue(Entity entity, Field<?> field, Map<Side, Item> items) {
        Map<Side, Object> last = entity.lastTyped.getOrDefault(field, Map.of());
        if (entity.freed.contains(field) || entity.pardoned || world.isForgetful()) {
            return;
        }
        if (last.size() == 2) {
            judgeContest(entity, field, last, items);
            return;
        }
        for (Side side : Side.values()) {
            boolean edited = last.containsKey(side);
            boolean untouched = last.isEmpty() && entity.agreed.size() == 2;
            if (entity.deletedOn.contains(side) || (!edited && !untouched)) {
                continue;
            }
            Object expected = edited ? last.get(side) : on(side, entity.agreed).value(field);
            Object found = on(side, items).value(field);
            if (!Objects.equals(expected, found)) {
                world.violate(
                        Invariant.NO_LOSS,
                        entity + " has " + field + " '" + found + "' on " + side + ", and the last value "
                                + (edited ? "typed there" : "both agreed on") + " was '" + expected + "'");
            }
        }
    }

    /** A field that was edited on both sides has the last value of one of them, and no older one. */
    private void judgeContest(Entity entity, Field<?> field, Map<Side, Object> last, Map<Side, Item> items) {
        Object found = on(Side.CRM, items).value(field);
        boolean isLast = last.entrySet().stream()
                .anyMatch(typed -> world.projections().same(typed.getKey(), field, typed.getValue(), Side.CRM, found));
        if (entity.deletedOn.isEmpty() && !isLast) {
            world.violate(
                    Invariant.NO_LOSS,
                    entity + " has " + field + " '" + found + "', which is no last value of " + last);
        }
    }

    private void judgeSet(Entity entity, Map<Side, Item> items) {
        if (!entity.deletedOn.isEmpty() || world.isForgetful()) {
            return;
        }
        Set<String> expected = new TreeSet<>(entity.added);
        entity.agreed
                .values()
                .forEach(item ->
                        expected.addAll(item.get(world.vocabulary().set()).orElse(Set.of())));
        expected.removeAll(entity.removed);
        Set<String> found = on(Side.CRM, items).get(world.vocabulary().set()).orElse(Set.of());
        Set<String> lost = new TreeSet<>(expected);
        lost.removeAll(found);
        lost.removeIf(
                element -> world.ledger().journaled(Side.CRM, world.vocabulary().set(), element, world.projections()));
        Set<String> back = new TreeSet<>(found);
        back.removeAll(expected);
        if (!lost.isEmpty() || !back.isEmpty()) {
            world.violate(
                    Invariant.NO_LOSS,
                    entity + " has the categories " + found + "; lost are " + lost + ", removed ones are back: "
                            + back);
        }
    }

    /** What a person typed is there, or was replaced by people who saw it, or is in the journal. */
    private void judgeTyped(Entity entity, Map<Side, List<ItemId>> live) {
        for (Typed typed : entity.typed) {
            boolean accounted = typed.replaced
                    || typed.carried
                    || isThere(typed, live)
                    || world.ledger().journaled(typed.side, typed.field, typed.value, world.projections());
            if (!accounted) {
                world.violate(Invariant.NO_LOSS, entity + ": " + typed + " is lost");
            }
        }
    }

    private boolean isThere(Typed typed, Map<Side, List<ItemId>> live) {
        for (Side side : Side.values()) {
            for (ItemId id : on(live, side)) {
                Object value = world.side(side).item(id).orElseThrow().value(typed.field);
                if (value != null
                        && (side == typed.side
                                ? value.equals(typed.value)
                                : world.projections().same(typed.side, typed.field, typed.value, side, value))) {
                    return true;
                }
            }
        }
        return false;
    }
}
