package io.github.crosstie.ews.internal.transport;

import java.net.URI;

/** Where a mailbox's server is, and whom to tell when it is not there any more. Thread-safe. */
public interface MailServer {

    /**
     * The address of its Exchange Web Services. May call out when it is not known yet.
     *
     * @return the address
     * @throws io.github.crosstie.fault.CrosstieException if it cannot be found out
     */
    URI address();

    /** The server said that the mailbox is elsewhere, or moving: the next {@link #address} is looked up anew. */
    void doubt();

    /**
     * A server at a fixed address.
     *
     * @param address the address
     * @return the server
     */
    static MailServer at(URI address) {
        return new MailServer() {
            @Override
            public URI address() {
                return address;
            }

            @Override
            public void doubt() {
                // The host fixed it; there is nothing to look up.
            }
        };
    }
}
