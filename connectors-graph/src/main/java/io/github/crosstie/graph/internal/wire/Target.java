package io.github.crosstie.graph.internal.wire;

import java.net.URI;

/** Where a call goes. */
public sealed interface Target {

    /**
     * Something of the mailbox.
     *
     * @param path its path and query below the mailbox, encoded, such as {@code /contacts/AAA}
     */
    record InMailbox(String path) implements Target {}

    /**
     * Something of the whole service, such as subscriptions.
     *
     * @param path its path and query below the service's root, encoded, such as {@code /subscriptions}
     */
    record InService(String path) implements Target {}

    /**
     * A link that the server gave, to be followed as it is.
     *
     * @param address the link
     */
    record Link(URI address) implements Target {

        /** The host alone: the rest of a link is the mailbox's own. */
        @Override
        public String toString() {
            return "Link[" + address.getHost() + "]";
        }
    }
}
