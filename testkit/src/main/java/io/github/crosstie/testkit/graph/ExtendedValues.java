package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.internal.mailbox.FieldChange;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Extended properties in requests and answers: those that a request expands, by id, are shown; those in a body change,
 * the others stay as they are.
 */
final class ExtendedValues {

    static final String NAME = "singleValueExtendedProperties";

    /** What MAPI takes for no date. */
    private static final String NO_DATE = "4501-01-01";

    private static final Pattern EXPANDED = Pattern.compile(
            "singleValueExtendedProperties\\s*\\(\\s*\\$filter\\s*=\\s*(.*)\\)", Pattern.CASE_INSENSITIVE);

    private static final Pattern ID = Pattern.compile("id\\s+eq\\s+'((?:[^']|'')*)'", Pattern.CASE_INSENSITIVE);

    private final List<ExtendedProperty> asked;

    private ExtendedValues(List<ExtendedProperty> asked) {
        this.asked = asked;
    }

    /** The properties that a request expands. */
    static ExtendedValues expandedBy(GraphRequest request) throws GraphRefusal, Refusal {
        return expandedBy(request.option("$expand"));
    }

    /** The properties that the option {@code $expand} names. */
    static ExtendedValues expandedBy(String expand) throws GraphRefusal, Refusal {
        List<ExtendedProperty> asked = new ArrayList<>();
        if (expand.isEmpty()) {
            return new ExtendedValues(asked);
        }
        Matcher expanded = EXPANDED.matcher(expand.strip());
        if (!expanded.matches()) {
            throw GraphRefusal.badQuery("$expand: only " + NAME + " with a $filter of ids can be expanded here.");
        }
        for (Matcher id = ID.matcher(expanded.group(1)); id.find(); ) {
            asked.add(ExtendedProperty.read(id.group(1).replace("''", "'")));
        }
        return new ExtendedValues(asked);
    }

    /** Shows those that have a value. */
    void addTo(ObjectNode shown, Source source) throws Refusal {
        ArrayNode all = shown.arrayNode();
        for (ExtendedProperty property : asked) {
            String value = source.value(property);
            if (value != null) {
                all.addObject().put("id", property.id()).put("value", value);
            }
        }
        if (!all.isEmpty()) {
            shown.set(NAME, all);
        }
    }

    /** The changes that a body makes. */
    static List<FieldChange> changes(JsonNode values) throws GraphRefusal, Refusal {
        List<FieldChange> changes = new ArrayList<>();
        for (JsonNode value : list(values)) {
            ExtendedProperty property = ExtendedProperty.read(value.path("id").asText());
            JsonNode text = value.path("value");
            boolean cleared = text.isNull()
                    || text.asText().isEmpty()
                    || (property.id().startsWith("SystemTime") && text.asText().startsWith(NO_DATE));
            changes.add(
                    cleared
                            ? new FieldChange("DeleteItemField", property.path(), Tree.of("t:Item"))
                            : new FieldChange(
                                    "SetItemField",
                                    property.path(),
                                    Tree.of("t:Item", property.element(text.asText()))));
        }
        return changes;
    }

    /** The properties of a new folder. */
    static List<Tree> ofFolder(JsonNode values) throws GraphRefusal, Refusal {
        List<Tree> properties = new ArrayList<>();
        for (JsonNode value : list(values)) {
            properties.add(ExtendedProperty.read(value.path("id").asText())
                    .element(value.path("value").asText()));
        }
        return properties;
    }

    private static JsonNode list(JsonNode values) throws GraphRefusal {
        for (JsonNode value : values) {
            if (!value.path("id").isTextual()
                    || !(value.path("value").isTextual() || value.path("value").isNull())) {
                throw GraphRefusal.unreadable("An extended property has an id and a value, which are texts.");
            }
        }
        return values;
    }

    /** Where values come from. */
    interface Source {

        /**
         * A value.
         *
         * @param property the property
         * @return its value; null if there is none
         * @throws Refusal if the property cannot be named
         */
        @Nullable
        String value(ExtendedProperty property) throws Refusal;
    }
}
