package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.PropertyPath;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.ArrayList;
import java.util.List;

/** FindFolder: the folders in a folder, or all below it; restrictions look at names and classes. */
final class FindFolder implements Operation {

    @Override
    public Tree answer(Call call) {
        Answers answers = new Answers(call);
        for (Tree id : call.body().in("m:ParentFolderIds")) {
            answers.add(() -> find(call, FolderLookup.folder(call, id)));
        }
        return answers.response();
    }

    private static Tree[] find(Call call, StoredFolder parent) throws Refusal {
        boolean deep = call.body().attribute("Traversal").equals("Deep");
        List<StoredFolder> found = new ArrayList<>();
        for (StoredFolder folder : FolderLookup.owner(call, parent).folders.values()) {
            StoredFolder above = folder.parent;
            boolean child = above != null && above.id.equals(parent.id);
            if ((child || (deep && folder.isIn(parent))) && accepts(call, folder)) {
                found.add(folder);
            }
        }
        Tree view = call.body().child("m:IndexedPageFolderView");
        int offset = view == null ? 0 : Integer.parseInt(view.attribute("Offset"));
        int most = view == null || view.attribute("MaxEntriesReturned").isEmpty()
                ? found.size()
                : Integer.parseInt(view.attribute("MaxEntriesReturned"));
        int from = Math.min(offset, found.size());
        int to = Math.min(found.size(), from + most);
        List<Tree> folders = new ArrayList<>();
        for (StoredFolder folder : found.subList(from, to)) {
            folders.add(TableRow.of(FolderView.show(call, folder)));
        }
        return new Tree[] {
            Tree.of("m:RootFolder", Tree.of("t:Folders", folders))
                    .with("IndexedPagingOffset", Integer.toString(to))
                    .with("TotalItemsInView", Integer.toString(found.size()))
                    .with("IncludesLastItemInRange", Boolean.toString(to == found.size()))
        };
    }

    private static boolean accepts(Call call, StoredFolder folder) throws Refusal {
        return Restriction.accepts(call.body(), path -> value(folder, path));
    }

    private static Tree value(StoredFolder folder, PropertyPath path) {
        String name = path instanceof PropertyPath.Element element ? element.name() : "";
        return switch (name) {
            case "DisplayName" -> Tree.of("t:DisplayName", folder.displayName);
            case "FolderClass" -> Tree.of("t:FolderClass", folder.folderClass);
            default -> Tree.of("t:None", "");
        };
    }
}
