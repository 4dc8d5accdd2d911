package io.github.crosstie.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.diff.FieldChange;
import io.github.crosstie.diff.FieldConflict;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** New values of fields, and values that give way. A value that is not set has no member. */
final class FieldChangeJson {

    private FieldChangeJson() {}

    static ArrayNode writeChanges(List<FieldChange> changes) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (FieldChange change : changes) {
            ObjectNode one = all.addObject();
            one.set("field", FieldJson.write(change.field()));
            put(one, "from", change.field(), change.from());
            put(one, "to", change.field(), change.to());
            put(one, "base", change.field(), change.base());
            one.set("sourceField", FieldJson.write(change.sourceField()));
            put(one, "sourceValue", change.sourceField(), change.sourceValue());
        }
        return all;
    }

    static List<FieldChange> readChanges(ItemKind kind, JsonPlace place) {
        List<FieldChange> changes = place.items(item -> readChange(kind, item));
        if (changes.isEmpty()) {
            throw place.fault("an update changes at least one field; leave the update out");
        }
        return changes;
    }

    private static FieldChange readChange(ItemKind kind, JsonPlace place) {
        JsonSection section = place.section("field", "from", "to", "base", "sourceField", "sourceValue");
        Field<?> field = FieldJson.readField(kind, section.require("field"));
        Field<?> source = FieldJson.readField(kind, section.require("sourceField"));
        return new FieldChange(
                field,
                get(section, "from", field),
                get(section, "to", field),
                get(section, "base", field),
                source,
                get(section, "sourceValue", source));
    }

    static ArrayNode writeConflicts(List<FieldConflict> conflicts) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (FieldConflict conflict : conflicts) {
            ObjectNode one = all.addObject().put("loser", Spelling.of(conflict.loser()));
            one.set("field", FieldJson.write(conflict.field()));
            put(one, "lost", conflict.field(), conflict.lost());
            put(one, "kept", conflict.field(), conflict.kept());
            put(one, "base", conflict.field(), conflict.base());
        }
        return all;
    }

    static List<FieldConflict> readConflicts(ItemKind kind, JsonPlace place) {
        return place.items(item -> {
            JsonSection section = item.section("loser", "field", "lost", "kept", "base");
            Field<?> field = FieldJson.readField(kind, section.require("field"));
            return new FieldConflict(
                    section.require("loser").constant(Side.class),
                    field,
                    get(section, "lost", field),
                    get(section, "kept", field),
                    get(section, "base", field));
        });
    }

    private static void put(ObjectNode into, String name, Field<?> field, @Nullable Object value) {
        if (value != null) {
            into.set(name, ValueJson.write(field, value));
        }
    }

    private static @Nullable Object get(JsonSection section, String name, Field<?> field) {
        JsonPlace place = section.find(name).orElse(null);
        return place == null ? null : ValueJson.read(field, place);
    }
}
