package io.github.crosstie.testkit.exchange;

import java.util.Map;

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
            Map.entry("SyncFolderItems", new SyncFolderItems()));

    private Operations() {}

    static Operation named(String name) throws Refusal {
        Operation operation = ALL.get(name);
        if (operation == null) {
            throw new Refusal("ErrorInvalidRequest", "The request is invalid: this server does not know " + name + ".");
        }
        return operation;
    }
}
