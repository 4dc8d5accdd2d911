package io.github.crosstie.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.salesforce.ImportedSetting.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One value of a document, which its reader reports once.
 *
 * @param path where it stands
 * @param node the value
 * @param report where to report it
 */
record SetupValue(String path, JsonNode node, List<ImportedSetting> report) {

    void takenOver() {
        report(Verdict.TAKEN_OVER, "");
    }

    void differs(String note) {
        report(Verdict.WITH_DIFFERENCE, note);
    }

    void noCounterpart(String note) {
        report(Verdict.NO_COUNTERPART, note);
    }

    private void report(Verdict verdict, String note) {
        report.add(new ImportedSetting(path, Words.shortened(text()), verdict, note));
    }

    String text() {
        return node.isTextual() ? node.textValue() : node.toString();
    }

    /** The choice that the value means; reported and empty if it means none. */
    <T> Optional<T> choice(Map<String, T> choices) {
        Optional<T> found = node.isValueNode() ? Optional.ofNullable(choices.get(Words.of(text()))) : Optional.empty();
        if (found.isEmpty()) {
            noCounterpart("not understood, left at the default; use one of " + new TreeSet<>(choices.keySet()));
        }
        return found;
    }

    /** The parts of an object; reported and empty if it is none. */
    Optional<SetupSection> section() {
        if (node instanceof ObjectNode object) {
            return Optional.of(SetupSection.of(path, object, report));
        }
        noCounterpart("not understood; write an object");
        return Optional.empty();
    }

    /** The items of a list; a value that is no list is a list of itself. */
    List<SetupValue> items() {
        if (!node.isArray()) {
            return List.of(this);
        }
        List<SetupValue> items = new ArrayList<>();
        for (JsonNode item : node) {
            items.add(new SetupValue(path + "[" + items.size() + "]", item, report));
        }
        return items;
    }
}
