package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox.StoreEvent;
import io.github.crosstie.testkit.internal.mailbox.Times;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who wants to hear of changes, and what they have not heard yet. Guarded by the organization's lock. */
final class Subscriptions {

    private final Map<String, Subscription> all = new LinkedHashMap<>();
    private int number;

    /** How often streams were told to end. */
    private int ends;

    String add(StoredMailbox mailbox, Set<String> folders, Set<String> events) {
        String id = "loopback-subscription-" + ++number;
        all.put(id, new Subscription(mailbox, folders, events, mailbox.sequence()));
        return id;
    }

    boolean remove(String id) {
        return all.remove(id) != null;
    }

    boolean has(String id) {
        return all.containsKey(id);
    }

    /** All subscriptions are forgotten, as after a restart of the server. */
    void clear() {
        all.clear();
    }

    void endStreams() {
        ends++;
    }

    int ends() {
        return ends;
    }

    /** The notifications for a subscription since the last time; null if there are none. */
    @Nullable
    Tree next(String id) {
        Subscription subscription = all.get(id);
        if (subscription == null) {
            return null;
        }
        List<Tree> told = new ArrayList<>();
        for (StoreEvent event : subscription.mailbox.events) {
            if (event.sequence() > subscription.heard && subscription.wants(event)) {
                told.add(tell(event, subscription.mailbox));
            }
        }
        subscription.heard = subscription.mailbox.sequence();
        if (told.isEmpty()) {
            return null;
        }
        List<Tree> notification = new ArrayList<>();
        notification.add(Tree.of("t:SubscriptionId", id));
        notification.addAll(told);
        return Tree.of("m:Notification", notification);
    }

    private static Tree tell(StoreEvent event, StoredMailbox mailbox) {
        List<Tree> children = new ArrayList<>();
        children.add(Tree.of("t:TimeStamp", Times.utc().show(event.time())));
        children.add(Tree.of("t:ItemId").with("Id", event.item()).with("ChangeKey", event.changeKey()));
        children.add(folder("t:ParentFolderId", event.folder(), mailbox));
        if (!event.oldItem().isEmpty()) {
            children.add(Tree.of("t:OldItemId").with("Id", event.oldItem()));
            children.add(folder("t:OldParentFolderId", event.oldFolder(), mailbox));
        }
        return Tree.of("t:" + event.element(), children);
    }

    private static Tree folder(String element, String id, StoredMailbox mailbox) {
        StoredFolder folder = mailbox.folders.get(id);
        return folder == null ? Tree.of(element).with("Id", id) : FolderView.id(element, folder);
    }

    private static final class Subscription {

        private final StoredMailbox mailbox;
        private final Set<String> folders;
        private final Set<String> events;
        private long heard;

        Subscription(StoredMailbox mailbox, Set<String> folders, Set<String> events, long heard) {
            this.mailbox = mailbox;
            this.folders = folders;
            this.events = events;
            this.heard = heard;
        }

        boolean wants(StoreEvent event) {
            return events.contains(event.element())
                    && (folders.isEmpty() || folders.contains(event.folder()) || folders.contains(event.oldFolder()));
        }
    }
}
