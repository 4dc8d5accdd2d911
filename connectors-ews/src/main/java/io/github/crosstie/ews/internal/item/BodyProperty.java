package io.github.crosstie.ews.internal.item;

import io.github.crosstie.ews.internal.operation.PropertyPath;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import io.github.crosstie.internal.exchange.Texts;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of an event or the notes of a contact: asked for and held as plain text; a body that is HTML stays HTML
 * (S4).
 *
 * @param field the field
 */
record BodyProperty(Field<String> field) implements ItemProperty {

    static final PropertyPath PATH = PropertyPath.field("item:Body");

    private static final String TYPE = "BodyType";

    @Override
    public String element() {
        return "Body";
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(field);
    }

    @Override
    public List<PropertyPath> paths() {
        return List.of(PATH);
    }

    @Override
    public void read(XmlInput element, Item.Builder into) {
        into.set(field, Texts.body(element.text()));
    }

    @Override
    public void write(Item item, XmlOutput out) {
        item.get(field).map(Texts::body).filter(text -> !text.isEmpty()).ifPresent(text -> write(text, false, out));
    }

    private void write(String text, boolean html, XmlOutput out) {
        out.start(Space.TYPES, element())
                .attribute(TYPE, html ? "HTML" : "Text")
                .text(html ? Texts.html(text) : text)
                .end();
    }

    @Override
    public void update(Field<?> changed, @Nullable Object value, Updates updates) {
        String text = value == null ? "" : Texts.body((String) value);
        if (text.isEmpty()) {
            updates.delete(PATH);
        } else {
            updates.set(PATH, out -> write(text, updates.bodyIsHtml(), out));
        }
    }

    @Override
    public @Nullable Object project(Field<?> projected, Object value) {
        String text = Texts.body((String) value);
        return text.isEmpty() ? null : text;
    }
}
