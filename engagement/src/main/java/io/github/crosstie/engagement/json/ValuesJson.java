package io.github.crosstie.engagement.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.engagement.user.Difference;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.UserValues;
import io.github.crosstie.engagement.user.ValueChange;
import java.util.EnumMap;
import java.util.Map;

/** Values and differences: an object with a member for each field. */
final class ValuesJson {

    private ValuesJson() {}

    static void write(UserValues values, ObjectNode into) {
        values.asMap().forEach((field, value) -> into.put(Spelling.of(field), value));
    }

    static UserValues readValues(Place place) {
        Map<UserField, String> values = new EnumMap<>(UserField.class);
        for (String name : place.names()) {
            Place value = place.get(name);
            values.put(field(value, name), value.text());
        }
        return UserValues.of(values);
    }

    static void write(Difference difference, ObjectNode into) {
        difference
                .changes()
                .forEach((field, change) -> into.putObject(Spelling.of(field))
                        .put("before", change.before())
                        .put("after", change.after()));
    }

    static Difference readDifference(Place place) {
        Map<UserField, ValueChange> changes = new EnumMap<>(UserField.class);
        for (String name : place.names()) {
            Place change = place.get(name).only("before", "after");
            changes.put(
                    field(change, name),
                    new ValueChange(
                            change.get("before").textOrNull(),
                            change.get("after").textOrNull()));
        }
        return new Difference(changes);
    }

    private static UserField field(Place place, String name) {
        return Spelling.parse(UserField.class, name)
                .orElseThrow(() ->
                        place.fault("unknown field; there are " + String.join(", ", Spelling.all(UserField.class))));
    }
}
