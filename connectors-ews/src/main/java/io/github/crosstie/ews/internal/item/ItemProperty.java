package io.github.crosstie.ews.internal.item;

import io.github.crosstie.ews.internal.operation.PropertyPath;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One child element of a contact or an event, and the fields of the engine that it stands for. Immutable. */
interface ItemProperty {

    /** The element's name. */
    String element();

    /** The fields that it holds. */
    List<Field<?>> fields();

    /** By what a server is asked for it. */
    List<PropertyPath> paths();

    /** Reads the element that the input stands on. */
    void read(XmlInput element, Item.Builder into);

    /** Writes the element of a new item; nothing if no field of it is set. */
    void write(Item item, XmlOutput out);

    /** Writes the change of one of its fields. */
    void update(Field<?> field, @Nullable Object value, Updates updates);

    /** What is read back of a value of one of its fields. */
    @Nullable
    Object project(Field<?> field, Object value);
}
