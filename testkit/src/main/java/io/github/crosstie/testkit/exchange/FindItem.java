package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.PropertyPath;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.ShownItem;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.StoredItem;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** FindItem: searches of folders, in pages, and the days of a calendar with its series expanded. */
final class FindItem implements Operation {

    /** How many items a page has at most, and how many if there is a restriction. */
    private static final int LONGEST_PAGE = 1000;

    private static final int LONGEST_RESTRICTED_PAGE = 250;

    @Override
    public Tree answer(Call call) throws Refusal {
        ItemShape shape = ItemShape.read(call.body(), ItemShape.Place.LISTING);
        Answers answers = new Answers(call);
        for (Tree id : call.body().in("m:ParentFolderIds")) {
            answers.add(() -> find(call, FolderLookup.folder(call, id), shape));
        }
        return answers.response();
    }

    private static Tree[] find(Call call, StoredFolder folder, ItemShape shape) throws Refusal {
        Tree view = call.body().child("m:CalendarView");
        if (view != null) {
            return FindInCalendar.find(call, folder, view, shape);
        }
        StoredMailbox mailbox = FolderLookup.owner(call, folder);
        boolean hidden = call.body().attribute("Traversal").equals("Associated");
        List<ShownItem> found = new ArrayList<>();
        for (StoredItem item : folder.items.values()) {
            ShownItem shown = ShownItem.of(mailbox, item);
            if (item.associated == hidden && Restriction.accepts(call.body(), shown::value)) {
                found.add(shown);
            }
        }
        sort(call, found);
        return page(call, found, shape);
    }

    private static void sort(Call call, List<ShownItem> found) throws Refusal {
        List<Tree> orders = new ArrayList<>(call.body().in("m:SortOrder"));
        for (int i = orders.size() - 1; i >= 0; i--) {
            PropertyPath path = PropertyPath.read(orders.get(i).children().get(0));
            List<Sorted> keyed = new ArrayList<>();
            for (ShownItem item : found) {
                Tree value = path == null ? null : item.value(path);
                keyed.add(new Sorted(value == null ? "" : value.text(), item));
            }
            Comparator<Sorted> order = Comparator.comparing(Sorted::key, String.CASE_INSENSITIVE_ORDER);
            keyed.sort(orders.get(i).attribute("Order").equals("Descending") ? order.reversed() : order);
            found.clear();
            keyed.forEach(sorted -> found.add(sorted.item()));
        }
    }

    private record Sorted(String key, ShownItem item) {}

    private static Tree[] page(Call call, List<ShownItem> found, ItemShape shape) throws Refusal {
        Tree view = call.body().child("m:IndexedPageItemView");
        int most = call.body().child("m:Restriction") == null ? LONGEST_PAGE : LONGEST_RESTRICTED_PAGE;
        int offset = 0;
        if (view != null) {
            most = view.attributes().containsKey("MaxEntriesReturned")
                    ? Math.min(most, Integer.parseInt(view.attribute("MaxEntriesReturned")))
                    : most;
            offset = Integer.parseInt(view.attribute("Offset"));
            offset = view.attribute("BasePoint").equals("End") ? Math.max(0, found.size() - offset - most) : offset;
        }
        int from = Math.min(offset, found.size());
        int to = Math.min(found.size(), from + most);
        List<Tree> items = new ArrayList<>();
        for (ShownItem item : found.subList(from, to)) {
            items.add(shape.show(item, call.times()));
        }
        return root(items, to, found.size(), to == found.size());
    }

    /** The element around the items that were found. */
    static Tree[] root(List<Tree> items, int next, int total, boolean last) {
        return new Tree[] {
            Tree.of("m:RootFolder", Tree.of("t:Items", items))
                    .with("IndexedPagingOffset", Integer.toString(next))
                    .with("TotalItemsInView", Integer.toString(total))
                    .with("IncludesLastItemInRange", Boolean.toString(last))
        };
    }
}
