package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.ShownItem;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder.Change;
import io.github.crosstie.testkit.internal.mailbox.StoredItem;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** SyncFolderItems: what has changed in a folder, the newest first, in pages. */
final class SyncFolderItems implements Operation {

    @Override
    public Tree answer(Call call) throws Refusal {
        ItemShape shape = ItemShape.read(call.body(), ItemShape.Place.CHANGES);
        return new Answers(call).add(() -> changes(call, shape)).response();
    }

    private static Tree[] changes(Call call, ItemShape shape) throws Refusal {
        Tree holder = call.body().child("m:SyncFolderId");
        if (holder == null) {
            throw new Refusal("ErrorMissingArgument", "The folder is missing.");
        }
        StoredFolder folder = folder(call, holder);
        StoredMailbox mailbox = FolderLookup.owner(call, folder);
        String given = call.body().textOf("m:SyncState");
        SyncState state = given.isEmpty()
                ? SyncState.start(mailbox)
                : SyncState.read(given, mailbox, folder.id).next(mailbox);
        boolean hidden = call.body().textOf("m:SyncScope").equals("NormalAndAssociatedItems");
        Set<String> ignored = call.body().in("m:Ignore").stream()
                .map(id -> id.attribute("Id"))
                .collect(Collectors.toSet());
        int most = Integer.parseInt(call.body().textOf("m:MaxChangesReturned").strip());
        List<Tree> changes = new ArrayList<>();
        SyncState reached = state.finished();
        boolean last = true;
        for (Map.Entry<Long, Change> entry : folder.changes
                .subMap(state.base(), false, state.cursor(), false)
                .descendingMap()
                .entrySet()) {
            if (changes.size() == most) {
                last = false;
                break;
            }
            Change change = entry.getValue();
            Tree told = ignored.contains(change.item()) || (change.associated() && !hidden)
                    ? null
                    : tell(call, mailbox, change, state, shape);
            if (told != null) {
                changes.add(told);
                reached = new SyncState(state.base(), state.top(), entry.getKey());
            }
        }
        return new Tree[] {
            Tree.of("m:SyncState", (last ? state.finished() : reached).write(mailbox, folder.id)),
            Tree.of("m:IncludesLastItemInRange", Boolean.toString(last)),
            Tree.of("m:Changes", changes)
        };
    }

    private static StoredFolder folder(Call call, Tree holder) throws Refusal {
        try {
            return FolderLookup.in(call, holder);
        } catch (Refusal refusal) {
            throw refusal.code().equals("ErrorFolderNotFound")
                    ? new Refusal("ErrorSyncFolderNotFound", refusal.text())
                    : refusal;
        }
    }

    private static @Nullable Tree tell(
            Call call, StoredMailbox mailbox, Change change, SyncState state, ItemShape shape) throws Refusal {
        boolean isNew = change.created() > state.base();
        if (change.gone()) {
            return isNew ? null : Tree.of("t:Delete", Tree.of("t:ItemId").with("Id", change.item()));
        }
        StoredItem item = mailbox.items.get(change.item());
        if (item == null) {
            throw new IllegalStateException("a change tells of an item that is not there");
        }
        ShownItem shown = ShownItem.of(mailbox, item);
        if (change.readOnly() && !isNew) {
            return Tree.of("t:ReadFlagChange", shown.itemId(), Tree.of("t:IsRead", item.properties.is("IsRead") + ""));
        }
        return Tree.of(isNew ? "t:Create" : "t:Update", shape.show(shown, call.times()));
    }
}
