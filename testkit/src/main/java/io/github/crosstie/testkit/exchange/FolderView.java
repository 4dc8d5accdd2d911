package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.PropertyPath;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folders as answers show them. */
final class FolderView {

    private FolderView() {}

    static Tree show(Call call, StoredFolder folder) throws Refusal {
        boolean idOnly = false;
        boolean all = false;
        Tree shape = call.body().child("m:FolderShape");
        if (shape == null) {
            idOnly = true;
        } else {
            idOnly = shape.textOf("t:BaseShape").equals("IdOnly");
            all = shape.textOf("t:BaseShape").equals("AllProperties");
        }
        List<String> named = shape == null
                ? List.of()
                : shape.in("t:AdditionalProperties").stream()
                        .map(path -> path.attribute("FieldURI"))
                        .toList();
        List<Tree> children = new ArrayList<>();
        children.add(id("t:FolderId", folder));
        StoredFolder parent = folder.parent;
        if (parent != null && (all || named.contains("folder:ParentFolderId"))) {
            children.add(id("t:ParentFolderId", parent));
        }
        if (all || named.contains("folder:FolderClass")) {
            children.add(Tree.of("t:FolderClass", folder.folderClass));
        }
        if (!idOnly || named.contains("folder:DisplayName")) {
            children.add(Tree.of("t:DisplayName", folder.displayName));
        }
        if (!idOnly || named.contains("folder:TotalCount")) {
            children.add(Tree.of("t:TotalCount", Long.toString(count(folder))));
        }
        if (!idOnly || named.contains("folder:ChildFolderCount")) {
            children.add(Tree.of("t:ChildFolderCount", Long.toString(childFolders(call, folder))));
        }
        children.addAll(extended(shape, folder));
        boolean tellsName = all || named.contains("folder:DistinguishedFolderId");
        if (tellsName && !folder.distinguishedName.isEmpty()) {
            children.add(Tree.of("t:DistinguishedFolderId", folder.distinguishedName));
        }
        return Tree.of("t:" + folder.element(), children);
    }

    /** The extended properties that are asked for. */
    private static List<Tree> extended(@Nullable Tree shape, StoredFolder folder) throws Refusal {
        List<Tree> shown = new ArrayList<>();
        for (Tree path : shape == null ? List.<Tree>of() : shape.in("t:AdditionalProperties")) {
            if (PropertyPath.read(path) instanceof PropertyPath.Extended asked) {
                for (Tree property : folder.extended) {
                    Tree uri = property.child("t:ExtendedFieldURI");
                    if (uri != null && PropertyPath.extended(uri).identity().equals(asked.identity())) {
                        shown.add(property);
                    }
                }
            }
        }
        return shown;
    }

    static Tree id(String element, StoredFolder folder) {
        return Tree.of(element).with("Id", folder.id).with("ChangeKey", folder.changeKey);
    }

    private static long count(StoredFolder folder) {
        return folder.items.values().stream().filter(item -> !item.associated).count();
    }

    private static long childFolders(Call call, StoredFolder folder) {
        return FolderLookup.owner(call, folder).folders.values().stream()
                .filter(child -> child.parent != null && child.parent.id.equals(folder.id))
                .count();
    }
}
