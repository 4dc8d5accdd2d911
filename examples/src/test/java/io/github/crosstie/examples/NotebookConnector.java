package io.github.crosstie.examples;

import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;

/** A whole connector, small enough to read: it opens one owner's {@link Notebook} of contacts. */
final class NotebookConnector implements Connector {

    private final Owner owner;
    private final Notebook notebook;

    NotebookConnector(Owner owner, Notebook notebook) {
        this.owner = owner;
        this.notebook = notebook;
    }

    @Override
    public Side side() {
        return Side.MAIL;
    }

    @Override
    public Endpoint open(Owner asked, ItemKind kind, SyncConfiguration configuration) {
        if (!asked.equals(owner) || kind != ItemKind.CONTACT) {
            throw new MailboxUnavailableException("there is no notebook of " + asked + " for " + kind
                    + "; there are contacts of " + owner + " alone");
        }
        return new NotebookEndpoint(owner, notebook);
    }
}
