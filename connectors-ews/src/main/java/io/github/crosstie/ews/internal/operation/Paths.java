package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import java.util.List;

/** Lists in requests; the schema allows none of them to be empty. */
final class Paths {

    private Paths() {}

    static void writeAdditional(XmlOutput out, List<PropertyPath> properties) {
        if (!properties.isEmpty()) {
            out.start(Space.TYPES, "AdditionalProperties");
            properties.forEach(property -> property.write(out));
            out.end();
        }
    }

    static void writeItems(XmlOutput out, List<? extends ItemReference> items) {
        out.start(Space.MESSAGES, "ItemIds");
        items.forEach(item -> item.write(out));
        out.end();
    }

    static void writeFolders(XmlOutput out, String element, List<? extends FolderReference> folders) {
        out.start(Space.MESSAGES, element);
        folders.forEach(folder -> folder.write(out));
        out.end();
    }

    static void writeFolder(XmlOutput out, String element, FolderReference folder) {
        writeFolders(out, element, List.of(folder));
    }
}
