package io.github.crosstie.examples.house;

import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.function.Predicate;

/**
 * One mail side of two systems, as a host has it whose mailboxes are not all at one place.
 *
 * @param isOnExchange whether a mailbox is on Exchange
 * @param exchange opens those
 * @param graph opens the others
 */
record MailByMailbox(Predicate<Owner> isOnExchange, Connector exchange, Connector graph) implements Connector {

    @Override
    public Side side() {
        return Side.MAIL;
    }

    @Override
    public Endpoint open(Owner owner, ItemKind kind, SyncConfiguration configuration) {
        return (isOnExchange.test(owner) ? exchange : graph).open(owner, kind, configuration);
    }
}
