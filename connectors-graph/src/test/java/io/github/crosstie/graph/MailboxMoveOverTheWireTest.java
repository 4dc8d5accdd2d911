package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.move.CollectionMove;
import io.github.crosstie.move.IdTranslator;
import io.github.crosstie.move.MovePlan;
import io.github.crosstie.move.MoveResult;
import io.github.crosstie.move.MoveReview;
import io.github.crosstie.move.Rung;
import io.github.crosstie.report.MoveText;
import io.github.crosstie.testkit.Items;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The move of a mailbox from Exchange Web Services to Graph, over servers that show the same mailbox. */
class MailboxMoveOverTheWireTest {

    /** How many contacts; half as many again are the events. */
    private static final int CONTACTS = Integer.getInteger("crosstie.move.contacts", 20);

    private static final int EVENTS = CONTACTS * 3 / 2;

    private static MovingMailbox synced(UnaryOperator<IdTranslator> translator) {
        MovingMailbox user = new MovingMailbox(translator);
        user.fill(CONTACTS, EVENTS);
        user.sync();
        user.copy(ItemKind.CONTACT, 3);
        user.copy(ItemKind.EVENT, 3);
        user.sync();
        user.sync();
        return user;
    }

    private static Map<Rung, Integer> found(MovePlan plan) {
        Map<Rung, Integer> found = new EnumMap<>(Rung.class);
        for (CollectionMove collection : plan.collections()) {
            collection.found().forEach((rung, count) -> found.merge(rung, count, Integer::sum));
        }
        return found;
    }

    private static void assertMoves(MovingMailbox user) {
        List<Integer> before = user.sizes();
        int linked = before.get(0) + before.get(2);

        MoveResult result = user.move().commit(MoveReview.NONE);

        assertThat(MoveText.line(result)).isEqualTo("moved: " + linked + " linked, 0 created, 0 deleted");
        user.sync();
        user.sync();
        assertThat(user.sizes()).isEqualTo(before);
    }

    @Test
    @DisplayName("S22: every record is linked by its translated id, copies of people's among them, and nothing is made"
            + " twice")
    void movesByTranslatedIds() {
        try (MovingMailbox user = synced(translator -> translator)) {
            assertThat(found(user.move().plan(MoveReview.NONE))).containsOnlyKeys(Rung.TRANSLATED_ID);
            assertMoves(user);
        }
    }

    @Test
    @DisplayName("S22: where no id survives, marks and contents find every record again")
    void movesWithoutIds() {
        try (MovingMailbox user = synced(translator -> IdTranslator.NONE)) {
            assertThat(found(user.move().plan(MoveReview.NONE))).containsKeys(Rung.MARK, Rung.UID, Rung.CONTENTS);
            assertMoves(user);
        }
    }

    @Test
    @DisplayName("S22: an application that may not have ids translated finds records by other signs")
    void movesWithoutTheRightToTranslate() {
        try (MovingMailbox user = synced(translator -> translator)) {
            user.graph.faults().every("POST translateExchangeIds").refuse(403, "Authorization_RequestDenied");

            assertThat(found(user.move().plan(MoveReview.NONE)))
                    .containsKeys(Rung.MARK, Rung.UID, Rung.CONTENTS)
                    .doesNotContainKey(Rung.TRANSLATED_ID);
        }
    }

    @Test
    @DisplayName("S22: what people do before and after the move flows, over whichever way is the mailbox's")
    void goesOnAfterTheMove() {
        try (MovingMailbox user = synced(translator -> translator)) {
            String id = user.folder(ItemKind.CONTACT).list().get(0).id();
            user.folder(ItemKind.CONTACT).edit(id, "JobTitle", "Before");
            user.move().commit(MoveReview.NONE);
            user.sync();
            assertThat(titles(user)).contains("Before");

            user.folder(ItemKind.CONTACT).edit(id, "JobTitle", "After");
            user.sync();

            assertThat(titles(user)).contains("After").doesNotContain("Before");
        }
    }

    @Test
    @DisplayName("S22: a first round over Graph reads only what has changed")
    void readsOnlyWhatHasChanged() {
        try (MovingMailbox user = synced(translator -> translator)) {
            user.move().commit(MoveReview.NONE);
            user.sync();
            user.sync();
            int before = user.graph.count("GET contacts");

            user.sync();

            assertThat(user.graph.count("GET contacts")).isEqualTo(before);
        }
    }

    @Test
    @DisplayName("S22: a mailbox goes back as it came, with what was made meanwhile")
    void rollsBack() {
        try (MovingMailbox user = synced(translator -> translator)) {
            user.move().commit(MoveReview.NONE);
            user.crm(ItemKind.CONTACT).create(Items.contact("Emmy", "Noether").build());
            user.sync();
            List<Integer> before = user.sizes();

            MoveResult result = user.move().rollBack(MoveReview.NONE);

            assertThat(result).isInstanceOf(MoveResult.Committed.class);
            user.sync();
            assertThat(user.sizes()).isEqualTo(before);
        }
    }

    private static List<String> titles(MovingMailbox user) {
        Map<ItemId, Item> items = user.crm(ItemKind.CONTACT).items();
        return items.values().stream()
                .flatMap(item -> item.get(ContactFields.JOB_TITLE).stream())
                .toList();
    }
}
