package io.github.crosstie.graph.internal.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.internal.exchange.Texts;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of an event: asked for and held as plain text. What type it is stored in Graph does not tell, so that a
 * changed body is written as HTML that reads as the text: one that was HTML stays HTML (S4).
 */
record BodyProperty() implements ItemProperty {

    private static final String CONTENT = "content";

    @Override
    public String name() {
        return "body";
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(EventFields.BODY);
    }

    /** What it holds may be more than the text: the way into an online meeting. */
    @Override
    public boolean needsBefore() {
        return true;
    }

    @Override
    public void read(JsonNode entity, Item.Builder into) {
        into.set(EventFields.BODY, Texts.body(entity.path(name()).path(CONTENT).asText("")));
    }

    @Override
    public void write(Item item, ObjectNode body) {
        item.get(EventFields.BODY)
                .map(Texts::body)
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> write("text", text, body));
    }

    @Override
    public void update(Change change, ObjectNode body) {
        String text = change.value() == null ? "" : Texts.body((String) change.value());
        if (text.isEmpty()) {
            write("text", text, body);
        } else {
            write("html", Texts.html(text), body);
        }
    }

    private void write(String type, String content, ObjectNode body) {
        body.putObject(name()).put("contentType", type).put(CONTENT, content);
    }

    @Override
    public @Nullable Object project(Field<?> field, Object value) {
        String text = Texts.body((String) value);
        return text.isEmpty() ? null : text;
    }
}
