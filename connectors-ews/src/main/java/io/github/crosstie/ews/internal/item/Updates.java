package io.github.crosstie.ews.internal.item;

import io.github.crosstie.ews.internal.operation.PropertyChange;
import io.github.crosstie.ews.internal.operation.PropertyPath;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects what an update changes: one property each, as the server asks for it. Not safe for use by several threads.
 */
final class Updates {

    private final List<PropertyChange> changes = new ArrayList<>();
    private final boolean bodyIsHtml;

    Updates(boolean bodyIsHtml) {
        this.bodyIsHtml = bodyIsHtml;
    }

    /** Whether a body keeps its type if it is written as HTML. */
    boolean bodyIsHtml() {
        return bodyIsHtml;
    }

    void set(PropertyPath path, Consumer<XmlOutput> property) {
        changes.add(new PropertyChange.Set(path, property));
    }

    void delete(PropertyPath path) {
        changes.add(new PropertyChange.Delete(path));
    }

    List<PropertyChange> changes() {
        return List.copyOf(changes);
    }
}
