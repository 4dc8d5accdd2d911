package io.github.crosstie.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object of a document whose settings are taken out one by one, so that none is forgotten. */
final class SetupSection {

    private final Map<String, SetupValue> untaken = new LinkedHashMap<>();

    private SetupSection() {}

    static SetupSection of(String path, ObjectNode object, List<ImportedSetting> report) {
        SetupSection section = new SetupSection();
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            String at = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            SetupValue value = new SetupValue(Words.shortened(at), property.getValue(), report);
            if (section.untaken.putIfAbsent(Words.of(property.getKey()), value) != null) {
                value.noCounterpart("the same setting is there in another spelling, which was taken; remove one");
            }
        }
        return section;
    }

    /** Takes a setting out. It may go by several names; null stands for a setting that says nothing. */
    Optional<SetupValue> take(String... names) {
        for (String name : names) {
            SetupValue value = untaken.remove(Words.of(name));
            if (value != null) {
                return Optional.of(value).filter(each -> !each.node().isNull());
            }
        }
        return Optional.empty();
    }

    /** Reports whatever nobody took; true if there was anything. */
    boolean reportRest() {
        boolean any = !untaken.isEmpty();
        untaken.values()
                .forEach(value -> value.noCounterpart(
                        "unknown to the import; if it matters, set it by hand in the imported configuration"));
        untaken.clear();
        return any;
    }
}
