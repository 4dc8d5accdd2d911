package io.github.crosstie.graph.internal.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.crosstie.internal.exchange.Texts;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Sensitivity;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an event is made of besides its time and its rule. */
final class EventProperties {

    private static final String DISPLAY_NAME = "displayName";

    static final PropertySet ALL = new PropertySet(List.of(
            SingleProperty.text("subject", EventFields.SUBJECT, SingleProperty::limited),
            new BodyProperty(),
            location(),
            sensitivity(),
            SingleProperty.categories(EventFields.CATEGORIES),
            new AttendeesProperty()));

    private EventProperties() {}

    /** A place, of which its name alone is held. */
    private static SingleProperty<String> location() {
        return new SingleProperty<>(
                "location",
                EventFields.LOCATION,
                EventProperties::place,
                place -> Texts.held(place.path(DISPLAY_NAME).asText("")),
                SingleProperty::limited,
                place(""));
    }

    private static ObjectNode place(String name) {
        return JsonNodeFactory.instance.objectNode().put(DISPLAY_NAME, name);
    }

    /** How confidential an event is: one of which nothing was said is a normal one, and the other way round. */
    private static SingleProperty<Sensitivity> sensitivity() {
        return new SingleProperty<>(
                "sensitivity",
                EventFields.SENSITIVITY,
                EventProperties::word,
                word -> special(Sensitivity.valueOf(word.asText().toUpperCase(Locale.ROOT))),
                EventProperties::special,
                word(Sensitivity.NORMAL));
    }

    private static @Nullable Sensitivity special(Sensitivity sensitivity) {
        return sensitivity == Sensitivity.NORMAL ? null : sensitivity;
    }

    private static JsonNode word(Sensitivity sensitivity) {
        return TextNode.valueOf(sensitivity.name().toLowerCase(Locale.ROOT));
    }
}
