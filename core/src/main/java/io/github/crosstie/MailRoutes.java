package io.github.crosstie;

import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.move.IdTranslator;
import io.github.crosstie.move.MailboxMoveBuilder;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.StateStore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** By which way each mailbox is reached: as ever, or, once it has moved, by the successor (S22). */
record MailRoutes(Connector present, @Nullable Connector successor, IdTranslator translator, StateStore store) {

    Connector of(CollectionKey collection) {
        Connector next = successor;
        return next != null && store.movedFrom(collection).isPresent() ? next : present;
    }

    /** The way to what belongs to the mailbox as a whole, as its claim does: that of any of its records. */
    Connector of(OrganizationId organization, UserId user) {
        Connector next = successor;
        return next != null
                        && Stream.of(ItemKind.values())
                                .map(kind -> new CollectionKey(organization, user, kind))
                                .anyMatch(collection ->
                                        store.movedFrom(collection).isPresent())
                ? next
                : present;
    }

    Connector requireSuccessor() {
        Connector next = successor;
        if (next == null) {
            throw new IllegalArgumentException("no mailbox can move, as there is no other way of access; name it by"
                    + " Crosstie.builder().successor(connector, translator)");
        }
        return next;
    }

    MailboxMoveBuilder move(MailboxMoveBuilder move, Admission.Admitted admitted) {
        return move.mailbox(new Owner(admitted.mailbox().text()), present, requireSuccessor())
                .translator(translator);
    }
}
