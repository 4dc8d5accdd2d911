package io.github.crosstie.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.fault.Incubating;
import io.github.crosstie.plan.HeaderDifference;
import io.github.crosstie.plan.PlanDifference;

/**
 * In what two plans differ, as a JSON document for other programs (G1): {@code version}, {@code equal}, {@code asksForTheSame}, {@code
 * reordered}, {@code header} (each with {@code path}, {@code before} and {@code after}), {@code added} and {@code dropped} (changes, as
 * {@link PlanJson} writes them), {@code changed} (each with {@code before} and {@code after}), {@code addedSkips} and {@code droppedSkips}.
 *
 * <p>A member without a value is left out, a list is there even if it is empty. The document holds the values of fields, which are
 * personal data. Equal differences give equal texts, byte for byte. Stateless and thread-safe.
 */
@Incubating
public final class PlanDifferenceJson {

    /** The version of the form that is written. */
    public static final int VERSION = 1;

    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private PlanDifferenceJson() {}

    /**
     * Writes a difference.
     *
     * @param difference the difference
     * @return the document: indented by two spaces, lines ended by a line feed
     */
    public static String write(PlanDifference difference) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("version", VERSION)
                .put("equal", difference.isEmpty())
                .put("asksForTheSame", difference.asksForTheSame())
                .put("reordered", difference.reordered());
        ArrayNode header = root.putArray("header");
        difference.header().forEach(each -> header(each, header.addObject()));
        root.set("added", PlannedChangeJson.write(difference.added()));
        root.set("dropped", PlannedChangeJson.write(difference.dropped()));
        ArrayNode changed = root.putArray("changed");
        for (PlanDifference.Changed each : difference.changed()) {
            ObjectNode one = changed.addObject();
            one.set(BEFORE, PlannedChangeJson.write(each.before()));
            one.set(AFTER, PlannedChangeJson.write(each.after()));
        }
        root.set("addedSkips", SkipJson.write(difference.addedSkips()));
        root.set("droppedSkips", SkipJson.write(difference.droppedSkips()));
        return JsonText.print(root);
    }

    private static void header(HeaderDifference difference, ObjectNode into) {
        into.put("path", difference.path());
        if (difference.before() != null) {
            into.put(BEFORE, difference.before());
        }
        if (difference.after() != null) {
            into.put(AFTER, difference.after());
        }
    }
}
