package io.github.crosstie.testkit.exchange;

import io.github.crosstie.testkit.internal.mailbox.Refusal;
import java.util.Map;
import java.util.Set;

/** The operations that the server knows, by the names of their elements. */
final class Operations {

    private static final Map<String, Operation> ALL = Map.ofEntries(
            Map.entry("CreateItem", new CreateItem()),
            Map.entry("GetItem", new GetItem()),
            Map.entry("UpdateItem", new UpdateItem()),
            Map.entry("DeleteItem", new DeleteItem()),
            Map.entry("MoveItem", new TransferItem(false)),
            Map.entry("CopyItem", new TransferItem(true)),
            Map.entry("FindItem", new FindItem()),
            Map.entry("SyncFolderItems", new SyncFolderItems()),
            Map.entry("GetFolder", new GetFolder()),
            Map.entry("FindFolder", new FindFolder()),
            Map.entry("CreateFolder", new CreateFolder()),
            Map.entry("UpdateFolder", new UpdateFolder()),
            Map.entry("EmptyFolder", new EmptyFolder()),
            Map.entry("DeleteFolder", new DeleteFolder()),
            Map.entry("SyncFolderHierarchy", new SyncFolderHierarchy()),
            Map.entry("ResolveNames", new ResolveNames()),
            Map.entry("Subscribe", new Subscribe()),
            Map.entry("Unsubscribe", new Unsubscribe()),
            Map.entry(GetStreamingEvents.NAME, new GetStreamingEvents()),
            Map.entry("ConvertId", new ConvertId()),
            Map.entry("GetServerTimeZones", new GetServerTimeZones()),
            Map.entry("CreateUserConfiguration", new UserConfiguration(UserConfiguration.Action.CREATE)),
            Map.entry("GetUserConfiguration", new UserConfiguration(UserConfiguration.Action.GET)),
            Map.entry("UpdateUserConfiguration", new UserConfiguration(UserConfiguration.Action.UPDATE)),
            Map.entry("DeleteUserConfiguration", new UserConfiguration(UserConfiguration.Action.DELETE)));

    private Operations() {}

    static Set<String> names() {
        return ALL.keySet();
    }

    static Operation named(String name) throws Refusal {
        Operation operation = ALL.get(name);
        if (operation == null) {
            throw new Refusal("ErrorInvalidRequest", "The request is invalid: this server does not know " + name + ".");
        }
        return operation;
    }
}
