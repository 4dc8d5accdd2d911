package io.github.crosstie.examples.systems;

import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.conflict.AddressReading;
import io.github.crosstie.conflict.MailboxAddress;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.fault.MailboxUnavailableException;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.function.Predicate;

/**
 * Mailboxes on two mail systems, as companies have them: each is opened where it is. As thread-safe as the two
 * connectors.
 */
final class SharedMail implements Connector {

    private final Predicate<MailboxAddress> isOnFirst;
    private final Connector first;
    private final Connector second;

    SharedMail(Predicate<MailboxAddress> isOnFirst, Connector first, Connector second) {
        this.isOnFirst = isOnFirst;
        this.first = first;
        this.second = second;
    }

    @Override
    public Side side() {
        return Side.MAIL;
    }

    @Override
    public Endpoint open(Owner owner, ItemKind kind, SyncConfiguration configuration) {
        if (MailboxAddress.read(owner.value()) instanceof AddressReading.Usable usable) {
            return (isOnFirst.test(usable.address()) ? first : second).open(owner, kind, configuration);
        }
        throw new MailboxUnavailableException(
                "'" + owner + "' is no address of a mailbox; open mailboxes by their addresses");
    }
}
