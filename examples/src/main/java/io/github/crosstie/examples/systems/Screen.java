package io.github.crosstie.examples.systems;

import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import java.util.List;
import java.util.Map;

/**
 * One person's records of one kind, as that person sees and types them: in the system's own words, by no connector.
 * Records are known by what a person knows them by: a contact's e-mail address, an event's subject. For one person at a
 * time.
 */
public abstract class Screen {

    Screen() {}

    /**
     * What a person knows a record by.
     *
     * @param item a contact or an event
     * @return its e-mail address or its subject
     */
    public static String name(Item item) {
        return item.get(item.kind() == ItemKind.CONTACT ? ContactFields.EMAIL_ADDRESS : EventFields.SUBJECT)
                .orElse("(no name)");
    }

    /**
     * Types a new record.
     *
     * @param item its values
     * @throws IllegalArgumentException if it has a field that the screen does not show
     */
    public abstract void create(Item item);

    /**
     * Types another value into a record.
     *
     * @param name the record's name; the first one of that name is meant
     * @param field the field
     * @param value its new value
     * @param <T> the type of the field's values
     * @throws IllegalArgumentException if there is no such record, or the screen does not show the field
     */
    public final <T> void edit(String name, Field<T> field, T value) {
        change(find(name), field, value);
    }

    /**
     * Deletes a record.
     *
     * @param name the record's name; the first one of that name is meant
     * @throws IllegalArgumentException if there is no such record
     */
    public final void delete(String name) {
        remove(find(name));
    }

    /**
     * Everything that the screen shows.
     *
     * @return the values of each record, in no order; fields that the screen does not show are missing
     */
    public final List<Item> items() {
        return List.copyOf(byId().values());
    }

    abstract Map<String, Item> byId();

    abstract void change(String id, Field<?> field, Object value);

    abstract void remove(String id);

    private String find(String name) {
        return byId().entrySet().stream()
                .filter(entry -> name(entry.getValue()).equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("there is no record " + name + "; type it in with create"));
    }
}
