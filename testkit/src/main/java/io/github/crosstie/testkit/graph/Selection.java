package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;

/** The option {@code $select}: which properties an answer shows; ids, versions and what is expanded always are. */
final class Selection {

    private static final Set<String> ALWAYS =
            Set.of("id", "@odata.etag", "@odata.type", "@odata.context", "@removed", ExtendedValues.NAME);

    private final Set<String> names;

    private Selection(Set<String> names) {
        this.names = names;
    }

    static Selection of(GraphRequest request) {
        return read(request.option("$select"));
    }

    static Selection read(String select) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : select.split(",", -1)) {
            if (!name.isBlank()) {
                names.add(name.strip());
            }
        }
        return new Selection(names);
    }

    /** Takes away what is not selected; a name that the entity does not have is refused. */
    ObjectNode of(ObjectNode entity, String type) throws GraphRefusal {
        if (names.isEmpty()) {
            return entity;
        }
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        entity.fieldNames().forEachRemaining(known::add);
        for (String name : names) {
            if (!known.contains(name)) {
                throw new GraphRefusal(
                        400,
                        "BadRequest",
                        "Could not find a property named '" + name + "' on type 'microsoft.graph." + type + "'.");
            }
        }
        Set<String> gone = new TreeSet<>(known);
        gone.removeIf(name -> names.contains(name) || ALWAYS.contains(name));
        entity.remove(gone);
        return entity;
    }
}
