package io.github.crosstie.graph;

import io.github.crosstie.graph.internal.wire.GraphChannel;
import java.time.Clock;

/**
 * A mailbox and what can be asked of it.
 *
 * @param address the address that the host knows the mailbox by
 * @param channel the way to it
 * @param clock tells when now is
 */
record Mailbox(String address, GraphChannel channel, Clock clock) {

    /** Nothing of the address. */
    @Override
    public String toString() {
        return "Mailbox";
    }
}
