package io.github.crosstie.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.fault.Incubating;
import io.github.crosstie.report.OutcomeLine;
import io.github.crosstie.report.OutcomeReport;
import io.github.crosstie.state.RecordKey;

/**
 * Outcomes as a JSON document for other programs (S19): {@code version}, {@code omitted}, and {@code outcomes}, each with {@code at}, {@code
 * run}, {@code organization}, {@code user}, {@code kind}, {@code code}, {@code severity}, {@code retry}, {@code records} (a list of
 * {@code {"crm": id}} and {@code {"mail": id}}), {@code fields}, {@code subject}, {@code message} and {@code remedy}.
 *
 * <p>A member without a value is left out. A subject is in it only if the report has it. Codes are written as in {@code docs/codes.md},
 * other constants in lower camel case. Equal reports give equal texts. Stateless and thread-safe.
 */
@Incubating
public final class OutcomeJson {

    /** The version of the form that is written. */
    public static final int VERSION = 1;

    private OutcomeJson() {}

    /**
     * Writes a report.
     *
     * @param report the report
     * @return the document: indented by two spaces, lines ended by a line feed
     */
    public static String write(OutcomeReport report) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("version", VERSION).put("omitted", report.omitted());
        ArrayNode outcomes = root.putArray("outcomes");
        report.lines().forEach(line -> line(line, outcomes.addObject()));
        return JsonText.print(root);
    }

    private static void line(OutcomeLine line, ObjectNode into) {
        OutcomeLine.Context context = line.context();
        into.put("at", context.at().toString())
                .put("run", context.run())
                .put("organization", context.user().organization().value())
                .put("user", context.user().user().value());
        if (context.kind() != null) {
            into.put("kind", Spelling.of(context.kind()));
        }
        into.put("code", line.code().toString())
                .put("severity", Spelling.of(line.severity()))
                .put("retry", Spelling.of(line.guidance().retry()));
        ArrayNode records = into.putArray("records");
        for (RecordKey record : line.records()) {
            records.addObject().put(Spelling.of(record.side()), record.id().value());
        }
        ArrayNode fields = into.putArray("fields");
        line.fields().forEach(fields::add);
        if (line.subject() != null) {
            into.put("subject", line.subject());
        }
        into.put("message", line.message()).put("remedy", line.guidance().remedy());
    }
}
