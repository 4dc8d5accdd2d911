package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import java.util.List;

/**
 * What items a search is for: those of which a property has one of some values, compared exactly. The server makes an index
 * for each new kind of restriction in a folder, so there is one kind alone.
 *
 * @param path the property
 * @param values the values, at least one
 */
public record Restriction(PropertyPath path, List<String> values) {

    /** Copies the values. */
    public Restriction {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a search for no value; do not search");
        }
    }

    void write(XmlOutput out) {
        out.start(Space.MESSAGES, "Restriction");
        if (values.size() == 1) {
            writeEquals(out, values.get(0));
        } else {
            out.start(Space.TYPES, "Or");
            values.forEach(value -> writeEquals(out, value));
            out.end();
        }
        out.end();
    }

    private void writeEquals(XmlOutput out, String value) {
        out.start(Space.TYPES, "IsEqualTo");
        path.write(out);
        out.start(Space.TYPES, "FieldURIOrConstant").start(Space.TYPES, "Constant");
        out.attribute("Value", value).end().end().end();
    }
}
