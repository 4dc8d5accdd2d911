package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.ItemSaving;
import io.github.crosstie.testkit.internal.mailbox.Properties;
import io.github.crosstie.testkit.internal.mailbox.Refusal;
import io.github.crosstie.testkit.internal.mailbox.ShownItem;
import io.github.crosstie.testkit.internal.mailbox.StoredFolder;
import io.github.crosstie.testkit.internal.mailbox.StoredItem;
import io.github.crosstie.testkit.internal.mailbox.StoredMailbox;
import io.github.crosstie.testkit.internal.mailbox.Times;
import io.github.crosstie.testkit.internal.mailbox.Tree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The four operations on user configurations: hidden items with a name, one of each name in a folder. */
final class UserConfiguration implements Operation {

    private static final String CLASS = "IPM.Configuration.";
    private static final List<String> PARTS = List.of("Dictionary", "XmlData", "BinaryData");

    /** What is done with a configuration. */
    enum Action {
        /** A new one is stored. */
        CREATE,
        /** It is read. */
        GET,
        /** Its parts are replaced. */
        UPDATE,
        /** It goes. */
        DELETE
    }

    private final Action action;

    UserConfiguration(Action action) {
        this.action = action;
    }

    @Override
    public Tree answer(Call call) {
        return new Answers(call).add(() -> perform(call)).response();
    }

    private Tree[] perform(Call call) throws Refusal {
        Tree given = call.body().child("m:UserConfiguration");
        Tree name =
                given == null ? call.body().child("m:UserConfigurationName") : given.child("t:UserConfigurationName");
        if (name == null) {
            throw new Refusal("ErrorMissingArgument", "The name of the configuration is missing.");
        }
        StoredFolder folder = FolderLookup.in(call, name);
        StoredMailbox mailbox = FolderLookup.owner(call, folder);
        StoredItem found = find(folder, name.attribute("Name"));
        if (action == Action.CREATE) {
            create(mailbox, folder, name.attribute("Name"), given, found);
            return new Tree[0];
        }
        if (found == null) {
            throw new Refusal("ErrorItemNotFound", "The specified object was not found in the store.");
        }
        switch (action) {
            case UPDATE -> {
                fill(found.properties, given);
                mailbox.save(found);
            }
            case DELETE -> mailbox.remove(found);
            default -> {
                return new Tree[] {show(call, name, mailbox, found)};
            }
        }
        return new Tree[0];
    }

    private static @Nullable StoredItem find(StoredFolder folder, String name) {
        return folder.items.values().stream()
                .filter(item -> item.associated)
                .filter(item -> item.properties.text("ItemClass").equalsIgnoreCase(CLASS + name))
                .findFirst()
                .orElse(null);
    }

    private static void create(
            StoredMailbox mailbox, StoredFolder folder, String name, @Nullable Tree given, @Nullable StoredItem found)
            throws Refusal {
        if (found != null) {
            throw new Refusal("ErrorItemSave", "The save operation failed: the configuration is there already.");
        }
        Properties properties = new Properties();
        properties.set("ItemClass", CLASS + name);
        properties.set("Subject", CLASS + name);
        fill(properties, given);
        ItemSaving.add(mailbox, folder, "Item", true, properties, Times.utc());
    }

    private static void fill(Properties properties, @Nullable Tree given) {
        for (String part : PARTS) {
            Tree value = given == null ? null : given.child("t:" + part);
            if (value != null) {
                properties.put(value);
            }
        }
    }

    private static Tree show(Call call, Tree name, StoredMailbox mailbox, StoredItem found) {
        String wanted = call.body().textOf("m:UserConfigurationProperties");
        List<Tree> children = new ArrayList<>();
        children.add(name.named("t:UserConfigurationName"));
        if (wanted.contains("Id") || wanted.contains("All")) {
            children.add(ShownItem.of(mailbox, found).itemId());
        }
        for (String part : PARTS) {
            Tree value = found.properties.element(part);
            if (value != null && (wanted.contains(part) || wanted.contains("All"))) {
                children.add(value);
            }
        }
        return Tree.of("m:UserConfiguration", children);
    }
}
