package io.github.crosstie.sync;

import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.move.CollectionMove;
import io.github.crosstie.move.IdTranslator;
import io.github.crosstie.move.MailboxMove;
import io.github.crosstie.move.MovePlan;
import io.github.crosstie.move.MoveResult;
import io.github.crosstie.move.MoveReview;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.RecordKey;
import java.util.Objects;

/** A user of one kind of record whose mailbox can be reached by another way as well. */
final class MovingUser {

    final Enrollment user;
    final OtherWay way;
    IdTranslator translator;

    MovingUser(Enrollment user) {
        this.user = user;
        way = new OtherWay(user.mailSystem);
        translator = way.translator();
        boolean isContacts = user.key.kind() == ItemKind.CONTACT;
        user.configuration = isContacts
                ? user.configuration.toBuilder().events(SyncDirection.OFF).build()
                : user.configuration.toBuilder().contacts(SyncDirection.OFF).build();
    }

    MailboxMove move() {
        return MailboxMove.builder(user.key.organization(), user.key.user(), user.configuration)
                .mailbox(Enrollment.MAILBOX, way.former(), way)
                .translator(translator)
                .crm(user.crmSystem)
                .store(user.store, user.clock, user.ids)
                .build();
    }

    MovePlan wholePlan() {
        return move().plan(MoveReview.NONE);
    }

    CollectionMove plan(MoveReview review) {
        MovePlan plan = move().plan(review);
        return plan.collections().get(0);
    }

    CollectionMove plan() {
        return plan(MoveReview.NONE);
    }

    /** Commits, and lets the rounds that follow go by the other way. */
    MoveResult commit(MoveReview review) {
        MoveResult result = move().commit(review);
        if (result instanceof MoveResult.Committed) {
            goByOtherWay();
        }
        return result;
    }

    MoveResult commit() {
        return commit(MoveReview.NONE);
    }

    void goByOtherWay() {
        user.mailWay = former -> way.open(Enrollment.MAILBOX, user.key.kind(), user.configuration);
    }

    void goByFormerWay() {
        user.mailWay = former -> former;
    }

    RoundReport run() {
        return user.run();
    }

    CollectionState state() {
        return user.memory.load(user.key);
    }

    /** The link of a record of the CRM. */
    Link linkOf(ItemId crm) {
        return state().linkOf(new RecordKey(Side.CRM, crm)).orElseThrow();
    }

    /** The other record of a link, by its id in the mailbox itself. */
    ItemId mailOf(ItemId crm) {
        return Objects.requireNonNull(linkOf(crm).mail()).id();
    }

    Item inMailbox(ItemId id) {
        return user.mail.item(id).orElseThrow();
    }
}
