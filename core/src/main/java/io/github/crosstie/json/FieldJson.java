package io.github.crosstie.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.crosstie.configuration.FieldMapping;
import io.github.crosstie.configuration.Filter;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fields, mappings and filters. A standard field is a text, its name; a field of the host's own is an object with name and
 * type, so that a misspelled standard name is no new field. A mapping of a standard field to itself is written as that field.
 */
final class FieldJson {

    private static final Map<ItemKind, Map<String, Field<?>>> STANDARD = Map.of(
            ItemKind.CONTACT, byName(ContactFields.STANDARD, ContactFields.FURTHER),
            ItemKind.EVENT, byName(EventFields.STANDARD));

    private FieldJson() {}

    @SafeVarargs
    private static Map<String, Field<?>> byName(List<Field<?>>... lists) {
        Map<String, Field<?>> named = new LinkedHashMap<>();
        for (List<Field<?>> fields : lists) {
            fields.forEach(field -> named.put(field.name(), field));
        }
        return named;
    }

    private static Map<String, Field<?>> standard(ItemKind kind) {
        return STANDARD.getOrDefault(kind, Map.of());
    }

    static boolean isStandard(Field<?> field) {
        return field.equals(standard(field.kind()).get(field.name()));
    }

    /** The standard field of a name; whatever else is said of a field of the host's own is the caller's to ask for. */
    static Field<?> readStandard(ItemKind kind, String name, JsonPlace place, String ownForm) {
        Field<?> field = standard(kind).get(name);
        if (field == null) {
            throw place.fault("unknown field "
                    + Nearest.refusal(name, standard(kind).keySet()) + "; write a field of your own as " + ownForm);
        }
        return field;
    }

    static Field<?> readField(ItemKind kind, JsonPlace place) {
        if (place.isText()) {
            return readStandard(kind, place.text(), place, "{\"name\": ..., \"type\": ...}");
        }
        JsonSection section = place.section("name", "type");
        String name = section.require("name").text();
        FieldType type = section.get("type", at -> at.constant(FieldType.class), FieldType.TEXT);
        return place.build(() -> new Field<>(kind, name, type));
    }

    static JsonNode write(Field<?> field) {
        if (isStandard(field)) {
            return TextNode.valueOf(field.name());
        }
        return JsonNodeFactory.instance.objectNode().put("name", field.name()).put("type", Spelling.of(field.type()));
    }

    static FieldMapping readMapping(ItemKind kind, JsonPlace place) {
        if (place.isText()) {
            return FieldMapping.same(readField(kind, place));
        }
        JsonSection section = place.section("crm", "mail", "direction");
        Field<?> crm = readField(kind, section.require("crm"));
        Field<?> mail = section.get("mail", at -> readField(kind, at), crm);
        SyncDirection direction = section.get("direction", at -> at.constant(SyncDirection.class), SyncDirection.BOTH);
        return place.build(() -> new FieldMapping(crm, mail, direction));
    }

    static JsonNode writeMappings(List<FieldMapping> mappings) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (FieldMapping mapping : mappings) {
            JsonNode crm = write(mapping.crm());
            if (crm.isTextual() && mapping.equals(FieldMapping.same(mapping.crm()))) {
                all.add(crm);
            } else {
                all.addObject()
                        .<ObjectNode>set("crm", crm)
                        .<ObjectNode>set("mail", write(mapping.mail()))
                        .put("direction", Spelling.of(mapping.direction()));
            }
        }
        return all;
    }

    static Filter readFilter(ItemKind kind, JsonPlace place) {
        JsonSection section = place.section("side", "field", "operator", "values");
        Side side = section.require("side").constant(Side.class);
        Field<?> field = readField(kind, section.require("field"));
        Filter.Operator operator = section.require("operator").constant(Filter.Operator.class);
        Set<String> values = Set.copyOf(section.get("values", at -> at.items(JsonPlace::text), List.of()));
        return place.build(() -> new Filter(side, field, operator, values));
    }

    static JsonNode writeFilters(List<Filter> filters) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Filter filter : filters) {
            ArrayNode values = all.addObject()
                    .put("side", Spelling.of(filter.side()))
                    .<ObjectNode>set("field", write(filter.field()))
                    .put("operator", Spelling.of(filter.operator()))
                    .putArray("values");
            filter.values().forEach(values::add);
        }
        return all;
    }
}
