package io.github.crosstie.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An object of a document whose settings are all known.
 *
 * @param place where it stands
 * @param object the object
 */
record JsonSection(JsonPlace place, ObjectNode object) {

    /** Refuses settings that are not known, so that a slip of the pen does not silently mean the default. */
    static JsonSection of(JsonPlace place, ObjectNode object, List<String> known) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw place.nameOf(name).fault("unknown setting " + Nearest.refusal(name, known));
            }
        }
        return new JsonSection(place, object);
    }

    boolean has(String name) {
        return object.has(name);
    }

    /** A setting; null counts as a fault of whoever reads it. */
    Optional<JsonPlace> find(String name) {
        @Nullable JsonNode child = object.get(name);
        return child == null ? Optional.empty() : Optional.of(place.child(name, child));
    }

    /** A setting that may say null for "not recorded". */
    Optional<JsonPlace> findRecorded(String name) {
        return find(name).filter(found -> !found.isNull());
    }

    JsonPlace require(String name) {
        return find(name).orElseThrow(() -> place.fault("'" + name + "' is missing"));
    }

    <T> T get(String name, Function<JsonPlace, T> read, T byDefault) {
        return find(name).map(read).orElse(byDefault);
    }
}
