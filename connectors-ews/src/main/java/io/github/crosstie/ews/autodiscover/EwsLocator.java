package io.github.crosstie.ews.autodiscover;

import io.github.crosstie.connector.Owner;
import java.net.URI;
import java.util.Objects;

/** Tells where a mailbox's Exchange Web Services are. Implementations are thread-safe. */
public interface EwsLocator {

    /**
     * The address of a mailbox's server. Asked before each request, so the answer should come from memory; it may call
     * out when there is none.
     *
     * @param mailbox whose
     * @return the address, such as {@code https://mail.acme.example/EWS/Exchange.asmx}
     * @throws io.github.crosstie.fault.MailboxUnavailableException if nobody knows the mailbox
     * @throws io.github.crosstie.fault.CrosstieException if the address cannot be found out for now
     */
    URI locate(Owner mailbox);

    /**
     * The mailbox is not, or not for long, where it was: whatever is remembered of it is out of date.
     *
     * @param mailbox whose
     */
    void forget(Owner mailbox);

    /**
     * One server for all mailboxes.
     *
     * @param server its address
     * @return the locator
     */
    static EwsLocator at(URI server) {
        Objects.requireNonNull(server, "server");
        return new EwsLocator() {
            @Override
            public URI locate(Owner mailbox) {
                return server;
            }

            @Override
            public void forget(Owner mailbox) {
                // The host fixed it; there is nothing to look up.
            }

            @Override
            public String toString() {
                return "all mailboxes at " + server.getHost();
            }
        };
    }
}
