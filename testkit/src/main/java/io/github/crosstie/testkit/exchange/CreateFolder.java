package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Fields;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import io.github.crosstie.testkit.internal.mailbox.Tree;

/** CreateFolder: no two folders in one folder have the same name. */
final class CreateFolder implements Operation {

    @Override
    public Tree answer(Call call) {
        Answers answers = new Answers(call, Tree.of("m:Folders"));
        for (Tree folder : call.body().in("m:Folders")) {
            answers.add(() -> create(call, folder));
        }
        return answers.response();
    }

    private static Tree[] create(Call call, Tree folder) throws Refusal {
        Tree holder = call.body().child("m:ParentFolderId");
        if (holder == null) {
            throw new Refusal("ErrorMissingArgument", "The parent folder is missing.");
        }
        StoredFolder parent = FolderLookup.in(call, holder);
        StoredMailbox mailbox = FolderLookup.owner(call, parent);
        String name = folder.textOf("t:DisplayName");
        for (StoredFolder other : mailbox.folders.values()) {
            StoredFolder above = other.parent;
            if (above != null && above.id.equals(parent.id) && other.displayName.equalsIgnoreCase(name)) {
                throw new Refusal("ErrorFolderExists", "A folder with the specified name already exists.");
            }
        }
        StoredFolder made = mailbox.addFolder(new StoredFolder(parent, "", folderClass(folder), name));
        for (Tree child : folder.children()) {
            if (child.localName().equals(Fields.EXTENDED)) {
                made.extended.add(child);
            }
        }
        return new Tree[] {Tree.of("m:Folders", Tree.of("t:" + made.element(), FolderView.id("t:FolderId", made)))};
    }

    private static String folderClass(Tree folder) {
        return switch (folder.localName()) {
            case "ContactsFolder" -> "IPF.Contact";
            case "CalendarFolder" -> "IPF.Appointment";
            case "TasksFolder" -> "IPF.Task";
            default -> {
                String named = folder.textOf("t:FolderClass");
                yield named.isEmpty() ? "IPF.Note" : named;
            }
        };
    }
}
