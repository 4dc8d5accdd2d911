package io.github.crosstie.examples;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.EndpointContract;
import io.github.crosstie.testkit.Items;

class NotebookConnectorTest extends EndpointContract {

    private static final Owner ADA = new Owner("ada@example.com");

    private final Notebook notebook = new Notebook();

    @Override
    protected Endpoint open() {
        return new NotebookConnector(ADA, notebook).open(ADA, ItemKind.CONTACT, Items.anyConfiguration());
    }

    @Override
    protected ItemKind kind(Endpoint endpoint) {
        return ItemKind.CONTACT;
    }

    @Override
    protected boolean deleteAsPerson(ItemId id) {
        notebook.save(id, null);
        return true;
    }
}
