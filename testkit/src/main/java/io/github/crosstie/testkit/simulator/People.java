package io.github.crosstie.testkit.simulator;

import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** People at both sides, who type values that nobody typed before, create, delete, copy and bring back. */
final class People {

    private static final int MOST_ENTITIES = 6;
    /** Cumulated: edit a text, add to a set, take from a set, create, delete, copy, delete and undo, bring back. */
    private static final int[] ACTS = {40, 48, 54, 64, 80, 88, 92, 100};

    private final World world;
    private int values;

    People(World world) {
        this.world = world;
    }

    /** A record that is there. */
    private record Seen(Side side, Entity entity, ItemId id, Item item) {}

    void act() {
        int act = world.choices().weighted(ACTS);
        if (act == 3) {
            create();
            return;
        }
        if (act == 7) {
            bringBack();
            return;
        }
        Seen seen = look();
        if (seen == null) {
            return;
        }
        switch (act == 1 || act == 2 ? setAct(act) : act) {
            case 1 -> addToSet(seen);
            case 2 -> takeFromSet(seen);
            case 4 -> delete(seen);
            case 5 -> copy(seen);
            case 6 -> undoDeletion(seen);
            default -> editText(seen);
        }
    }

    /** Where there are no categories, people edit a text instead. */
    private int setAct(int act) {
        return world.vocabulary().hasSet() ? act : 0;
    }

    private @Nullable Seen look() {
        Side side = anySide();
        List<Seen> all = new ArrayList<>();
        world.side(side).items().forEach((id, item) -> {
            Entity entity = world.census().of(side, id);
            if (entity != null) {
                all.add(new Seen(side, entity, id, item));
            }
        });
        return all.isEmpty() ? null : all.get(world.choices().below(all.size()));
    }

    private Side anySide() {
        return world.choices().below(2) == 0 ? Side.CRM : Side.MAIL;
    }

    private String newText() {
        return Vocabulary.text(++values);
    }

    /** Records that exist before the first round: on one side, or on both with what both, one of them, or nobody agrees on. */
    void settle(int entities) {
        for (int i = 0; i < entities; i++) {
            Entity entity = world.census().newEntity();
            int where = world.choices().below(4);
            Map<Field<?>, Object> shared = new HashMap<>();
            for (Field<String> field : world.vocabulary().texts()) {
                if (world.choices().oneIn(2)) {
                    shared.put(field, newText());
                }
            }
            // The first one is on both sides and stays there, so that no side is ever emptied.
            if (where < 3 || i == 0) {
                enter(entity, Side.CRM, shared);
            }
            if (where != 2 || i == 0) {
                enter(entity, Side.MAIL, shared);
            }
        }
    }

    private void enter(Entity entity, Side side, Map<Field<?>, Object> shared) {
        Item.Builder item = person(entity);
        shared.forEach(item::put);
        if (world.choices().oneIn(3)) {
            List<Field<String>> texts = world.vocabulary().ownTexts();
            item.put(texts.get(world.choices().below(texts.size())), newText());
        }
        if (world.choices().oneIn(4) && world.vocabulary().hasSet()) {
            Optional<String> element = newElement(item.build());
            element.ifPresent(one -> item.put(world.vocabulary().set(), Set.of(one)));
        }
        enter(entity, side, item.build());
    }

    private void create() {
        Side side = anySide();
        if (world.census().entities().size() >= MOST_ENTITIES) {
            return;
        }
        Entity entity = world.census().newEntity();
        Item.Builder item = person(entity);
        for (Field<String> field : world.vocabulary().texts()) {
            if (world.choices().oneIn(2)) {
                item.put(field, newText());
            }
        }
        enter(entity, side, item.build());
    }

    private Item.Builder person(Entity entity) {
        return world.vocabulary().called(entity);
    }

    private void enter(Entity entity, Side side, Item item) {
        ItemId id = world.side(side).create(item);
        world.census().add(entity, side, id);
        world.trace().add("a person creates ", entity, " on ", side, " as ", id, ": ", item.values());
        typedAll(entity, side, id);
    }

    /** Everything in a record counts as just typed. */
    private void typedAll(Entity entity, Side side, ItemId id) {
        world.side(side).item(id).orElseThrow().values().forEach((field, value) -> {
            if (world.vocabulary().texts().contains(field)) {
                typed(entity, side, id, field, value);
            }
        });
        added(entity, side, id);
        entity.editedOn.add(side);
    }

    private void added(Entity entity, Side side, ItemId id) {
        entity.added.addAll(world.side(side)
                .item(id)
                .flatMap(item -> item.get(world.vocabulary().set()))
                .orElse(Set.of()));
    }

    private void typed(Entity entity, Side side, ItemId id, Field<?> field, Object value) {
        Typed typed = new Typed(side, id, field, value);
        for (Typed one : entity.typed) {
            // Two people typed the same: there is nothing to carry.
            if (one.side != side
                    && one.field.equals(field)
                    && world.projections().same(side, field, value, one.side, one.value)) {
                one.carried = true;
                typed.carried = true;
            }
        }
        entity.typed.add(typed);
        entity.lastTyped.computeIfAbsent(field, absent -> new HashMap<>()).put(side, value);
        entity.editedOn.add(side);
    }

    private void editText(Seen seen) {
        List<Field<String>> texts = world.vocabulary().texts(seen.side(), seen.item());
        Field<String> field = texts.get(world.choices().below(texts.size()));
        Entity entity = seen.entity();
        entity.replace(field, seen.item().value(field));
        boolean twin = entity.typed.stream()
                .anyMatch(one -> one.field.equals(field)
                        && one.side == seen.side()
                        && !one.replaced
                        && !one.record.equals(seen.id())
                        && world.side(seen.side()).item(one.record).isPresent());
        if (twin || hasReachedATwin(seen, field)) {
            world.excuse(Excuse.BOTH_DUPLICATES_EDITED, entity);
            entity.freed.add(field);
        }
        edit(seen, field, newText());
        Object held = Objects.requireNonNull(
                world.side(seen.side()).item(seen.id()).orElseThrow().value(field));
        typed(entity, seen.side(), seen.id(), field, held);
    }

    /** What was typed into one of two visible duplicates already stands in the other. */
    private boolean hasReachedATwin(Seen seen, Field<String> field) {
        Object shown = seen.item().value(field);
        boolean wasTypedHere = seen.entity().typed.stream()
                .anyMatch(one -> one.field.equals(field) && one.record.equals(seen.id()) && one.value.equals(shown));
        return wasTypedHere
                && seen.entity().on(seen.side()).stream()
                        .filter(id -> !id.equals(seen.id()))
                        .flatMap(id -> world.side(seen.side()).item(id).stream())
                        .anyMatch(twin -> Objects.equals(twin.value(field), shown));
    }

    private void edit(Seen seen, Field<?> field, Object value) {
        world.side(seen.side()).edit(seen.id(), field, value);
        world.trace()
                .add("a person edits ", seen.entity(), " on ", seen.side(), " ", seen.id(), ": ", field, " = ", value);
    }

    private void addToSet(Seen seen) {
        Set<String> set =
                new TreeSet<>(seen.item().get(world.vocabulary().set()).orElse(Set.of()));
        Optional<String> element = newElement(seen.item());
        if (element.isEmpty()) {
            return;
        }
        set.add(element.get());
        edit(seen, world.vocabulary().set(), set);
        seen.entity().added.add(element.get());
        seen.entity().removed.remove(element.get());
        seen.entity().editedOn.add(seen.side());
    }

    /** Something that can be added to the set of a record; empty if there is nothing more. */
    private Optional<String> newElement(Item item) {
        Optional<List<String>> elements = world.vocabulary().elements(item);
        if (elements.isEmpty()) {
            return Optional.of(newText());
        }
        List<String> some = elements.get();
        return some.isEmpty()
                ? Optional.empty()
                : Optional.of(some.get(world.choices().below(some.size())));
    }

    private void takeFromSet(Seen seen) {
        Set<String> set =
                new TreeSet<>(seen.item().get(world.vocabulary().set()).orElse(Set.of()));
        Item agreed = seen.entity().agreed.get(seen.side());
        if (agreed == null || set.isEmpty() || !world.vocabulary().mayTake(seen.side())) {
            return;
        }
        String element = set.iterator().next();
        if (!agreed.get(world.vocabulary().set()).orElse(Set.of()).contains(element)) {
            return;
        }
        set.remove(element);
        edit(seen, world.vocabulary().set(), set);
        seen.entity().removed.add(element);
        seen.entity().added.remove(element);
        seen.entity().editedOn.add(seen.side());
    }

    private boolean mayDelete(Entity entity) {
        return entity != world.census().entities().get(0);
    }

    private void delete(Seen seen) {
        Entity entity = seen.entity();
        if (!mayDelete(entity)) {
            return;
        }
        boolean fresh = entity.inDoubt() && entity.made.contains(seen.id());
        if (fresh || world.census().live(entity, seen.side()).size() > 1) {
            world.excuse(Excuse.DELETED_IN_DOUBT, entity);
            entity.pardoned = true;
        }
        seen.item().values().forEach(entity::replace);
        entity.deletedOn.add(seen.side());
        entity.mayGo = true;
        entity.everDeleted = true;
        world.side(seen.side()).delete(seen.id());
        world.trace().add("a person deletes ", entity, " on ", seen.side(), " ", seen.id());
    }

    private void undoDeletion(Seen seen) {
        if (mayDelete(seen.entity())) {
            world.side(seen.side()).delete(seen.id());
            boolean back = world.side(seen.side()).restore(seen.id());
            world.trace().add("a person deletes ", seen.id(), " on ", seen.side(), back ? " and undoes it" : "");
            if (!back) {
                seen.item().values().forEach(seen.entity()::replace);
                seen.entity().deletedOn.add(seen.side());
                seen.entity().mayGo = true;
            }
        }
    }

    private void copy(Seen seen) {
        if (world.census().entities().size() >= MOST_ENTITIES || !mayCopy(seen.item())) {
            return;
        }
        if (seen.entity().isSettled() && !world.isForgetful()) {
            copyAsAnother(seen);
        } else if (seen.entity().inDoubt()) {
            world.side(seen.side()).copy(seen.id()).ifPresent(copy -> {
                world.census().add(seen.entity(), seen.side(), copy);
                seen.entity().copies++;
                world.excuse(Excuse.COPIED_IN_DOUBT, seen.entity());
                world.trace().add("a person copies ", seen.id(), " on ", seen.side(), " to ", copy);
            });
        }
    }

    private boolean mayCopy(Item item) {
        return !world.vocabulary().isSeries(item)
                || Stream.of(Side.values()).allMatch(side -> world.side(side).holdsTwinSeries());
    }

    /** A copy of a settled record, which is made somebody else at once. */
    private void copyAsAnother(Seen seen) {
        Optional<ItemId> copied = world.side(seen.side()).copy(seen.id());
        if (copied.isEmpty()) {
            return;
        }
        ItemId copy = copied.get();
        // Only now: where people cannot copy there is nobody else.
        Entity other = world.census().newEntity();
        seen.entity().copied = true;
        other.copied = true;
        for (Field<String> name : world.vocabulary().names()) {
            world.side(seen.side()).edit(copy, name, Vocabulary.called(name, other.name));
        }
        world.census().add(other, seen.side(), copy);
        world.trace().add("a person copies ", seen.id(), " on ", seen.side(), " to ", copy, " and calls it ", other);
        typedAll(other, seen.side(), copy);
    }

    /** Somebody who was deleted for good comes back. */
    private void bringBack() {
        List<Entity> gone =
                world.census().entities().stream().filter(entity -> entity.gone).toList();
        if (gone.isEmpty()) {
            return;
        }
        Entity entity = gone.get(world.choices().below(gone.size()));
        Side side = anySide();
        List<ItemId> records = List.copyOf(entity.on(side));
        if (records.isEmpty()) {
            return;
        }
        ItemId record = records.get(world.choices().below(records.size()));
        if (world.side(side).restore(record)) {
            entity.gone = false;
            entity.mayGo = false;
            world.trace().add("a person brings ", entity, " back on ", side, " as ", record);
            typedAll(entity, side, record);
        }
    }
}
