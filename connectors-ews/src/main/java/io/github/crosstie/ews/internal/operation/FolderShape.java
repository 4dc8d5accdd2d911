package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import java.util.ArrayList;
import java.util.List;

/** Which properties of folders are asked for: what {@link Folder} holds, and no more. */
final class FolderShape {

    private static final List<PropertyPath> ALWAYS = List.of(
            PropertyPath.field("folder:ParentFolderId"),
            PropertyPath.field("folder:FolderClass"),
            PropertyPath.field("folder:DisplayName"));

    private FolderShape() {}

    static void write(XmlOutput out, List<PropertyPath> additional) {
        List<PropertyPath> all = new ArrayList<>(ALWAYS);
        all.addAll(additional);
        out.start(Space.MESSAGES, "FolderShape").element(Space.TYPES, "BaseShape", "IdOnly");
        Paths.writeAdditional(out, all);
        out.end();
    }
}
