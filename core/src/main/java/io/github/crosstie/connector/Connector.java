package io.github.crosstie.connector;

import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;

/**
 * One system of record: opens endpoints. The first of the two types that an integrator implements.
 *
 * <p>Implementations are thread-safe: rounds of different users open endpoints at the same time.
 *
 * <pre>{@code
 * final class NotebookConnector implements Connector {
 *
 *     private final Owner owner;
 *     private final Notebook notebook;
 *
 *     NotebookConnector(Owner owner, Notebook notebook) {
 *         this.owner = owner;
 *         this.notebook = notebook;
 *     }
 *
 *     @Override
 *     public Side side() {
 *         return Side.MAIL;
 *     }
 *
 *     @Override
 *     public Endpoint open(Owner asked, ItemKind kind, SyncConfiguration configuration) {
 *         if (!asked.equals(owner) || kind != ItemKind.CONTACT) {
 *             throw new MailboxUnavailableException("there is no notebook of " + asked + " for " + kind
 *                     + "; there are contacts of " + owner + " alone");
 *         }
 *         return new NotebookEndpoint(owner, notebook);
 *     }
 * }
 * }</pre>
 */
public interface Connector {

    /**
     * Which side the system stands on. May be called any number of times, from any thread; always the same answer.
     *
     * @return the CRM or the mail side
     */
    Side side();

    /**
     * Opens one user's records of one kind. May be called again for the same owner, from any thread; each call gives an
     * endpoint of its own, used by one thread at a time. Need not call out: the first call of the endpoint may do that.
     *
     * @param owner whose records
     * @param kind contacts or events
     * @param configuration how the user syncs: the folder of contacts (S17), the window of events (S23), whether the server may
     *     send invitations (S7). What an endpoint does not know of it, it leaves alone
     * @return the endpoint, never null
     * @throws io.github.crosstie.fault.MailboxUnavailableException if the system knows no such owner
     * @throws io.github.crosstie.fault.CrosstieException for whatever else concerns the whole endpoint, see {@link Endpoint}
     */
    Endpoint open(Owner owner, ItemKind kind, SyncConfiguration configuration);
}
