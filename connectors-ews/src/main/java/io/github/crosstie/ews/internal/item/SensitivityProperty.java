package io.github.crosstie.ews.internal.item;

import io.github.crosstie.ews.internal.operation.PropertyPath;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Sensitivity;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How confidential an event is. Every item has a sensitivity: one of which nothing was said is a normal one, and the
 * other way round.
 */
record SensitivityProperty() implements ItemProperty {

    private static final PropertyPath PATH = PropertyPath.field("item:Sensitivity");

    @Override
    public String element() {
        return "Sensitivity";
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(EventFields.SENSITIVITY);
    }

    @Override
    public List<PropertyPath> paths() {
        return List.of(PATH);
    }

    @Override
    public void read(XmlInput element, Item.Builder into) {
        Sensitivity sensitivity = Sensitivity.valueOf(element.text().trim().toUpperCase(Locale.ROOT));
        into.put(EventFields.SENSITIVITY, project(EventFields.SENSITIVITY, sensitivity));
    }

    @Override
    public void write(Item item, XmlOutput out) {
        item.get(EventFields.SENSITIVITY).ifPresent(sensitivity -> write(sensitivity, out));
    }

    private void write(Sensitivity sensitivity, XmlOutput out) {
        String name = sensitivity.name();
        out.element(Space.TYPES, element(), name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT));
    }

    @Override
    public void update(Field<?> field, @Nullable Object value, Updates updates) {
        updates.set(PATH, out -> write(value instanceof Sensitivity given ? given : Sensitivity.NORMAL, out));
    }

    @Override
    public @Nullable Object project(Field<?> field, Object value) {
        return value == Sensitivity.NORMAL ? null : value;
    }
}
