package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.EMAIL_ADDRESS;
import static io.github.crosstie.item.ContactFields.GIVEN_NAME;
import static io.github.crosstie.item.ContactFields.JOB_TITLE;
import static io.github.crosstie.item.ContactFields.NOTES;
import static io.github.crosstie.item.ContactFields.SURNAME;
import static io.github.crosstie.item.EventFields.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.fault.AccessBlockedException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.Side;
import io.github.crosstie.move.CollectionMove;
import io.github.crosstie.move.Decision;
import io.github.crosstie.move.IdTranslator;
import io.github.crosstie.move.MoveBlocker;
import io.github.crosstie.move.MoveResult;
import io.github.crosstie.move.MoveReview;
import io.github.crosstie.move.MovedRecord;
import io.github.crosstie.move.Rung;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.report.MoveText;
import io.github.crosstie.state.Fence;
import io.github.crosstie.state.Intent;
import io.github.crosstie.state.LateWrite;
import io.github.crosstie.state.Link;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.StateChange;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MailboxMoveTest {

    private static final Item ADA = Items.contact("Ada", "Lovelace").build();
    private static final Item CARL = Items.contact("Carl", "Gauss").build();

    @Test
    @DisplayName("S22: links what ids lead to: no write, and the first round by the new way does nothing")
    void linksByTranslatedId() {
        MovingUser anna = inStep();
        int before = anna.user.writes();

        MoveResult result = anna.commit();
        RoundReport next = anna.run();

        assertThat(MoveText.line(result)).isEqualTo("moved: 5 linked, 0 created, 0 deleted");
        assertThat(found(result)).isEqualTo(Map.of(Rung.TRANSLATED_ID, 5));
        assertThat(next.plan().orElseThrow().isIdle()).isTrue();
        assertThat(anna.user.writes()).isEqualTo(before);
        assertThat(anna.state().links())
                .allSatisfy(link -> assertThat(link.mail().id().value()).startsWith("immutable-"));
    }

    @Test
    @DisplayName("S22: the first round by the new way reads nothing that is in step")
    void readsNothingAfterwards() {
        MovingUser anna = inStep();
        anna.commit();
        int reads = anna.user.mail.faults().reads();

        anna.run();

        assertThat(anna.user.mail.faults().reads()).isEqualTo(reads);
    }

    @Test
    @DisplayName("S22: edits flow both ways by the new way")
    void editsFlow() {
        MovingUser anna = inStep();
        ItemId ada = anna.user.crm.items().keySet().iterator().next();
        ItemId inMailbox = anna.mailOf(ada);
        anna.commit();

        anna.user.crm.edit(ada, item -> item.set(JOB_TITLE, "Countess"));
        anna.run();
        anna.user.mail.edit(inMailbox, item -> item.set(NOTES, "wrote the first program"));
        anna.run();

        assertThat(anna.inMailbox(inMailbox).value(JOB_TITLE)).isEqualTo("Countess");
        assertThat(anna.user.crm.item(ada).orElseThrow().value(NOTES)).isEqualTo("wrote the first program");
        assertThat(anna.user.mail.items()).hasSize(5);
    }

    @Test
    @DisplayName("S22: a plan touches nothing, and rounds go on by the old way until the commit")
    void planTouchesNothing() {
        MovingUser anna = inStep();
        ItemId ada = anna.user.crm.items().keySet().iterator().next();

        CollectionMove plan = anna.plan();
        anna.user.crm.edit(ada, item -> item.set(JOB_TITLE, "Countess"));
        anna.run();

        assertThat(plan.isCommittable()).isTrue();
        assertThat(anna.state().movedFrom()).isNull();
        assertThat(anna.inMailbox(anna.mailOf(ada)).value(JOB_TITLE)).isEqualTo("Countess");
    }

    @Test
    @DisplayName("S22: where no id survives, records that the engine made are known by their mark")
    void relinksByMark() {
        MovingUser anna = new MovingUser(Enrollment.contacts());
        anna.translator = IdTranslator.NONE;
        anna.user.crm.create(ADA);
        anna.user.crm.create(CARL);
        anna.run();

        MoveResult result = anna.commit();

        assertThat(found(result)).isEqualTo(Map.of(Rung.MARK, 2));
        assertThat(anna.run().plan().orElseThrow().isIdle()).isTrue();
    }

    @Test
    @DisplayName("S22: where no id survives, records that people made are known by what they hold")
    void relinksByContents() {
        MovingUser anna = new MovingUser(Enrollment.contacts());
        anna.translator = IdTranslator.NONE;
        anna.user.mail.create(ADA);
        anna.user.mail.create(CARL);
        anna.run();

        MoveResult result = anna.commit();

        assertThat(found(result)).isEqualTo(Map.of(Rung.CONTENTS, 2));
        assertThat(anna.run().plan().orElseThrow().isIdle()).isTrue();
    }

    @Test
    @DisplayName("S22: where no id survives, events are known by their UID, whatever they hold by now")
    void relinksByUid() {
        MovingUser anna = meetingByUid();
        ItemId meeting = anna.user.mail.items().keySet().iterator().next();
        anna.user.mail.edit(meeting, item -> item.set(SUBJECT, "Moved and renamed"));

        MoveResult result = anna.commit();
        anna.run();

        assertThat(found(result)).isEqualTo(Map.of(Rung.UID, 1));
        assertThat(anna.user.crm.items().values())
                .singleElement()
                .satisfies(item -> assertThat(item.value(SUBJECT)).isEqualTo("Moved and renamed"));
    }

    @Test
    @DisplayName("S22: UIDs that were gathered before serve when the old way does not answer any more")
    void usesGatheredUids() {
        MovingUser anna = meetingByUid();
        Map<ItemId, String> uids = anna.move().gatherUids();

        assertThat(uids)
                .hasSize(1)
                .containsValue(
                        "uid-" + anna.user.mail.items().keySet().iterator().next());
    }

    @Test
    @DisplayName("S22: a record that an id leads to, but that carries the mark of another link, is not taken")
    void verifiesByMark() {
        MovingUser anna = new MovingUser(Enrollment.contacts());
        ItemId ada = anna.user.crm.create(ADA);
        ItemId carl = anna.user.crm.create(CARL);
        anna.run();
        ItemId adaInMailbox = anna.mailOf(ada);
        ItemId carlInMailbox = anna.mailOf(carl);
        anna.way.lies.put(adaInMailbox, OtherWay.to(carlInMailbox));
        anna.way.lies.put(carlInMailbox, OtherWay.to(adaInMailbox));

        MoveResult result = anna.commit();

        assertThat(found(result)).isEqualTo(Map.of(Rung.MARK, 2));
        assertThat(anna.mailOf(ada)).isEqualTo(OtherWay.to(adaInMailbox));
    }

    @Test
    @DisplayName("S22: of records that hold the same the mark says which is which, whatever an id says")
    void tellsEqualRecordsByTheirMarks() {
        MovingUser anna = new MovingUser(Enrollment.contacts());
        ItemId one = anna.user.crm.create(ADA);
        anna.run();
        ItemId two = anna.user.crm.create(ADA);
        anna.run();
        ItemId oneInMailbox = anna.mailOf(one);
        ItemId twoInMailbox = anna.mailOf(two);
        anna.way.lies.put(oneInMailbox, OtherWay.to(twoInMailbox));
        anna.way.lies.put(twoInMailbox, OtherWay.to(oneInMailbox));

        anna.commit();

        assertThat(anna.mailOf(one)).isEqualTo(OtherWay.to(oneInMailbox));
        assertThat(anna.mailOf(two)).isEqualTo(OtherWay.to(twoInMailbox));
    }

    @Test
    @DisplayName("S22: a record that an id leads to, but that holds nothing of what was seen, is for a person to tell")
    void verifiesByContents() {
        MovingUser anna = new MovingUser(Enrollment.contacts());
        anna.user.mail.create(ADA);
        anna.run();
        ItemId mail = anna.user.mail.items().keySet().iterator().next();
        anna.user.mail.edit(
                mail, item -> item.clear(EMAIL_ADDRESS).set(GIVEN_NAME, "Grace").set(SURNAME, "Hopper"));

        CollectionMove plan = anna.plan();

        assertThat(plan.records())
                .singleElement()
                .isInstanceOfSatisfying(
                        MovedRecord.Ambiguous.class,
                        unclear -> assertThat(unclear.candidates()).containsExactly(OtherWay.to(mail)));
        assertThat(blockers(plan)).containsExactly(MoveBlocker.Kind.UNDECIDED);
    }

    @Test
    @DisplayName("S22: of several that could be it none is taken until a person chooses")
    void asksAboutTwins() {
        MovingUser anna = twins();
        CollectionMove plan = anna.plan();
        List<LinkId> unclear = plan.unfound().stream().map(MovedRecord::link).toList();
        List<ItemId> candidates = ((MovedRecord.Ambiguous) plan.unfound().get(0)).candidates();

        MoveResult refused = anna.commit();
        MoveReview review = MoveReview.NONE
                .deciding(unclear.get(0), new Decision.Choose(candidates.get(0)))
                .deciding(unclear.get(1), new Decision.Choose(candidates.get(1)));
        MoveResult committed = anna.commit(review);

        assertThat(refused).isInstanceOf(MoveResult.Refused.class);
        assertThat(MoveText.line(refused)).startsWith("not moved: CONTACT: 2 records were not found again");
        assertThat(found(committed)).isEqualTo(Map.of(Rung.REVIEW, 2));
        assertThat(anna.user.mail.items()).hasSize(2);
        assertThat(anna.user.crm.items()).hasSize(2);
    }

    @Test
    @DisplayName("S22: two links cannot be decided to be one record")
    void refusesOneRecordForTwo() {
        MovingUser anna = twins();
        CollectionMove plan = anna.plan();
        ItemId one =
                ((MovedRecord.Ambiguous) plan.unfound().get(0)).candidates().get(0);
        MoveReview review = MoveReview.NONE;
        for (MovedRecord record : plan.unfound()) {
            review = review.deciding(record.link(), new Decision.Choose(one));
        }

        MoveResult result = anna.commit(review);

        assertThat(blockers(result.plan().collections().get(0))).containsExactly(MoveBlocker.Kind.BAD_DECISION);
    }

    @Test
    @DisplayName("S22: equal twins go in pairs, as it makes no difference which is which")
    void pairsEqualTwins() {
        MovingUser anna = new MovingUser(Enrollment.contacts());
        anna.translator = IdTranslator.NONE;
        anna.user.mail.create(ADA);
        anna.run();
        anna.user.mail.create(ADA);
        anna.user.clock.advance(Duration.ofHours(1));
        anna.run();
        int links = anna.state().links().size();

        MoveResult result = anna.commit();

        assertThat(found(result)).isEqualTo(Map.of(Rung.CONTENTS, links));
    }

    @Test
    @DisplayName("S22, G3: what the new way does not show is orphaned, never deleted: it asks first")
    void asksAboutOrphans() {
        MovingUser anna = inStep();
        ItemId ada = anna.user.crm.items().keySet().iterator().next();
        anna.way.hidden.add(anna.mailOf(ada));

        MoveResult result = anna.commit();

        assertThat(blockers(result.plan().collections().get(0))).containsExactly(MoveBlocker.Kind.UNDECIDED);
        assertThat(result.plan().collections().get(0).unfound())
                .singleElement()
                .isInstanceOf(MovedRecord.Orphaned.class);
        assertThat(anna.state().movedFrom()).isNull();
    }

    @Test
    @DisplayName("S22: an orphan is told with its counterpart, and whether it was deleted or lies elsewhere")
    void tellsWhatBecameOfOrphans() {
        MovingUser anna = inStep();
        ItemId ada = anna.user.crm.items().keySet().iterator().next();
        anna.user.mail.hide(anna.mailOf(ada));

        assertThat(anna.plan().unfound()).singleElement().isInstanceOfSatisfying(MovedRecord.Orphaned.class, orphan -> {
            assertThat(orphan.counterpart()).isEqualTo(ada);
            assertThat(orphan.removal()).isEqualTo(Removal.GONE_FROM_VIEW);
        });
    }

    @Test
    @DisplayName("S22, S3: what a chosen record lacks was cleared by nobody: the two are merged as at first contact")
    void mergesChosenRecordsAsNew() {
        MovingUser anna = new MovingUser(Enrollment.contacts());
        ItemId ada =
                anna.user.crm.create(ADA.toBuilder().set(JOB_TITLE, "Countess").build());
        anna.run();
        anna.user.mail.delete(anna.mailOf(ada));
        ItemId retyped = anna.user.mail.create(Item.contact()
                .set(GIVEN_NAME, "A.")
                .set(SURNAME, "Lovelace")
                .set(NOTES, "typed again")
                .build());

        anna.commit(MoveReview.NONE.deciding(anna.linkOf(ada).id(), new Decision.Choose(OtherWay.to(retyped))));
        anna.run();

        Item inCrm = anna.user.crm.item(ada).orElseThrow();
        assertThat(inCrm.value(JOB_TITLE)).isEqualTo("Countess");
        assertThat(inCrm.value(NOTES)).isEqualTo("typed again");
        assertThat(anna.inMailbox(retyped).value(JOB_TITLE)).isEqualTo("Countess");
    }

    @Test
    @DisplayName("S22, S11: an orphan's counterpart can be detached: neither deleted nor created again")
    void detachesOrphans() {
        MovingUser anna = inStep();
        ItemId ada = anna.user.crm.items().keySet().iterator().next();
        anna.way.hidden.add(anna.mailOf(ada));

        anna.commit(MoveReview.NONE.orphans(anna.wholePlan(), new Decision.Detach()));
        anna.run();
        anna.run();

        assertThat(anna.user.crm.items()).hasSize(5).containsKey(ada);
        assertThat(anna.user.mail.items()).hasSize(5);
    }

    @Test
    @DisplayName("S22: an orphan can be created again, as a person decides: the proof does not count it")
    void recreatesOrphans() {
        MovingUser anna = inStep();
        ItemId ada = anna.user.crm.items().keySet().iterator().next();
        anna.way.hidden.add(anna.mailOf(ada));

        MoveResult result = anna.commit(MoveReview.NONE.orphans(anna.wholePlan(), new Decision.Recreate()));
        anna.run();

        assertThat(MoveText.line(result)).isEqualTo("moved: 4 linked, 0 created, 0 deleted");
        assertThat(result.plan().collections().get(0).proof().waiting()).isEqualTo(1);
        assertThat(anna.user.mail.items()).hasSize(6);
        assertThat(anna.user.crm.items()).hasSize(5);
    }

    @Test
    @DisplayName("S22: a decision about all orphans is about those that a person has seen")
    void decidesAboutShownOrphansAlone() {
        MovingUser anna = inStep();
        List<ItemId> contacts = List.copyOf(anna.user.crm.items().keySet());
        anna.way.hidden.add(anna.mailOf(contacts.get(0)));
        MoveReview review = MoveReview.NONE.orphans(anna.wholePlan(), new Decision.Recreate());

        anna.user.mail.delete(anna.mailOf(contacts.get(1)));

        assertThat(anna.commit(review)).isInstanceOf(MoveResult.Refused.class);
        assertThat(blockers(anna.plan(review))).containsExactly(MoveBlocker.Kind.UNDECIDED);
    }

    @Test
    @DisplayName("S22, F6: an old way that is busy keeps the move: what it would have told is not known yet")
    void waitsForABusyOldWay() {
        MovingUser anna = inStep();
        ItemId ada = anna.user.crm.items().keySet().iterator().next();
        anna.way.hidden.add(anna.mailOf(ada));
        anna.user.mail.create(Items.contact("Emmy", "Noether").build());
        anna.way.formerTrouble = new UnavailableException("busy; try again later");

        assertThat(blockers(anna.plan())).containsExactly(MoveBlocker.Kind.UNREACHABLE);
    }

    @Test
    @DisplayName("S22: an old way that is closed for good keeps nothing")
    void leavesAClosedOldWay() {
        MovingUser anna = inStep();
        ItemId ada = anna.user.crm.items().keySet().iterator().next();
        anna.way.hidden.add(anna.mailOf(ada));
        anna.user.mail.create(Items.contact("Emmy", "Noether").build());
        anna.way.formerTrouble = new AccessBlockedException("switched off; use the other way");

        assertThat(blockers(anna.plan())).containsExactly(MoveBlocker.Kind.UNDECIDED);
    }

    @Test
    @DisplayName("S22, F7: while the CRM asks to be left alone, the move calls nobody")
    void respectsPauses() {
        MovingUser anna = inStep();
        anna.user.crm.faults().throttleUntil(anna.user.clock.instant().plusSeconds(90));
        anna.run();

        int calls = anna.user.mail.faults().calls();

        assertThat(blockers(anna.plan())).containsExactly(MoveBlocker.Kind.UNREACHABLE);
        assertThat(anna.user.mail.faults().calls()).isEqualTo(calls);
    }

    @Test
    @DisplayName("S22: what people did since the last round is no harm of the move, and is done by the next round")
    void leavesPendingWorkToTheNextRound() {
        MovingUser anna = inStep();
        anna.user.crm.create(Items.contact("Emmy", "Noether").build());
        anna.user.mail.create(Items.contact("Alan", "Turing").build());

        MoveResult result = anna.commit();
        anna.run();

        assertThat(MoveText.line(result)).isEqualTo("moved: 5 linked, 0 created, 0 deleted");
        assertThat(result.plan().collections().get(0).proof().waiting()).isEqualTo(2);
        assertThat(anna.user.crm.items()).hasSize(7);
        assertThat(anna.user.mail.items()).hasSize(7);
    }

    @Test
    @DisplayName("S22, F18: what the new way shows shorter is no edit, and the CRM keeps what it has")
    void takesNoLossForAnEdit() {
        MovingUser anna = new MovingUser(Enrollment.contacts());
        ItemId ada = anna.user.crm.create(ADA.toBuilder()
                .set(NOTES, "a long note, longer than the new way shows")
                .build());
        anna.run();
        anna.way.shows = item -> item.value(NOTES) == null
                ? item
                : item.toBuilder()
                        .set(
                                NOTES,
                                ((String) item.value(NOTES))
                                        .substring(0, Math.min(6, ((String) item.value(NOTES)).length())))
                        .build();

        anna.commit();
        int reads = anna.user.mail.faults().reads();
        anna.run();

        assertThat(anna.user.crm.item(ada).orElseThrow().value(NOTES))
                .isEqualTo("a long note, longer than the new way shows");
        assertThat(anna.user.mail.faults().reads()).isEqualTo(reads);
    }

    @Test
    @DisplayName("S22: an organizer whom only the new way tells is nobody's edit")
    void takesNoOrganizerForAnEdit() {
        MovingUser anna = new MovingUser(Enrollment.events());
        ZonedDateTime start = anna.user.clock.instant().atZone(ZoneId.of("UTC")).plusDays(1);
        anna.user.mail.create(
                Items.meeting("Review", start, Duration.ofHours(1)).build());
        anna.run();
        int writes = anna.user.writes();
        anna.way.shows = item ->
                item.toBuilder().set(EventFields.ORGANIZER, "ada@example.com").build();

        anna.commit();
        anna.run();

        assertThat(anna.user.writes()).isEqualTo(writes);
    }

    @Test
    @DisplayName("S22: while a round runs, nothing is committed")
    void waitsForRounds() {
        MovingUser anna = inStep();
        anna.user.store.acquire(anna.user.key, "a round", anna.user.clock.instant(), Duration.ofMinutes(5));

        MoveResult result = anna.commit();

        assertThat(blockers(result.plan().collections().get(0))).containsExactly(MoveBlocker.Kind.LEASED);
    }

    @Test
    @DisplayName("S22, F13: a commit keeps rounds from running, and lets them run again")
    void freezesRounds() {
        MovingUser anna = inStep();
        anna.commit();

        assertThat(anna.run().stopped()).isEmpty();
    }

    @Test
    @DisplayName("S22, S13: held deletions must be settled before")
    void settlesHeldDeletions() {
        MovingUser anna = inStep();
        for (ItemId id : List.copyOf(anna.user.crm.items().keySet())) {
            anna.user.crm.delete(id);
        }
        anna.run();

        assertThat(blockers(anna.plan())).containsExactly(MoveBlocker.Kind.HELD_DELETIONS);
    }

    @Test
    @DisplayName("S22, S6: a series that may be changed half-way must be settled before, as only the old way can tell")
    void settlesHalfChangedSeries() {
        MovingUser anna = new MovingUser(Enrollment.events());
        ZonedDateTime start = anna.user.clock.instant().atZone(ZoneId.of("UTC")).plusDays(1);
        ItemId review = anna.user.crm.create(Items.meeting("Review", start, Duration.ofHours(1))
                .set(EventFields.RECURRENCE, Recurrence.daily())
                .build());
        anna.run();
        Link link = anna.linkOf(review);
        Intent change = new Intent.Update(link.id(), Side.MAIL, List.of(), List.of());
        Instant later = anna.user.clock.instant().plus(Duration.ofDays(1));
        Fence fence = anna.user
                .memory
                .acquire(anna.user.key, "round", anna.user.clock.instant(), Duration.ofMinutes(1))
                .orElseThrow();
        anna.user.memory.commit(fence, List.of(new StateChange.PutLink(link.expecting(new LateWrite(change, later)))));

        assertThat(blockers(anna.plan())).containsExactly(MoveBlocker.Kind.OPEN_WRITES);
    }

    @Test
    @DisplayName("S22: writes whose outcome is unknown must be found out about before")
    void settlesOpenWrites() {
        MovingUser anna = inStep();
        anna.user.crm.create(Items.contact("Emmy", "Noether").build());
        anna.user.mail.faults().loseReplyOnce();
        anna.run();

        assertThat(anna.state().intents()).isNotEmpty();
        assertThat(blockers(anna.plan())).containsExactly(MoveBlocker.Kind.OPEN_WRITES);
    }

    @Test
    @DisplayName("S22: a new way that does not answer keeps the mailbox where it is, with its own words")
    void tellsThatTheNewWayIsUnreachable() {
        MovingUser anna = inStep();
        anna.way.trouble = new AccessBlockedException("Graph is not allowed for this mailbox; allow it");

        CollectionMove plan = anna.plan();

        assertThat(plan.blockers())
                .singleElement()
                .satisfies(blocker -> assertThat(blocker.message()).contains("Graph is not allowed"));
    }

    @Test
    @DisplayName("S22: moving twice is refused, and so is going back from nowhere")
    void knowsWhereItIs() {
        MovingUser anna = inStep();

        MoveResult nowhere = anna.move().rollBack(MoveReview.NONE);
        anna.commit();
        MoveResult again = anna.move().commit(MoveReview.NONE);

        assertThat(blockers(nowhere.plan().collections().get(0))).containsExactly(MoveBlocker.Kind.NOT_MOVED);
        assertThat(blockers(again.plan().collections().get(0))).containsExactly(MoveBlocker.Kind.MOVED);
    }

    @Test
    @DisplayName("S22: goes back by the former ids, and by the mark where a record is younger")
    void rollsBack() {
        MovingUser anna = inStep();
        anna.commit();
        ItemId emmy = anna.user.crm.create(Items.contact("Emmy", "Noether").build());
        anna.run();
        anna.translator = IdTranslator.NONE;

        MoveResult back = anna.move().rollBack(MoveReview.NONE);
        anna.goByFormerWay();
        RoundReport next = anna.run();

        assertThat(found(back)).isEqualTo(Map.of(Rung.FORMER_ID, 5, Rung.MARK, 1));
        assertThat(next.plan().orElseThrow().isIdle()).isTrue();
        assertThat(anna.state().movedFrom()).isNull();
        assertThat(anna.state().formerIds()).isEmpty();
        assertThat(anna.mailOf(emmy).value()).doesNotStartWith("immutable-");
    }

    @Test
    @DisplayName("S22: former ids are kept until the move is retired")
    void retires() {
        MovingUser anna = inStep();
        anna.commit();
        int kept = anna.state().formerIds().size();

        boolean isDone = anna.move().retire();

        assertThat(kept).isEqualTo(5);
        assertThat(isDone).isTrue();
        assertThat(anna.state().formerIds()).isEmpty();
        assertThat(anna.state().movedFrom()).isNotNull();
    }

    @Test
    @DisplayName("S22, F9: a round by the way that the mailbox has left stops, and takes nothing for created anew")
    void stopsRoundsByTheFormerWay() {
        MovingUser anna = inStep();
        anna.commit();
        anna.goByFormerWay();

        RoundReport report = anna.run();

        assertThat(report.stopped()).get().extracting(Outcome::code).isEqualTo(OutcomeCode.MAILBOX_UNAVAILABLE);
        assertThat(anna.state().links()).hasSize(5);
        assertThat(anna.state().isRelinking()).isFalse();
    }

    @Test
    @DisplayName("S22, S11: detached records stay detached")
    void keepsDetached() {
        MovingUser anna = inStep();
        ItemId ada = anna.user.crm.items().keySet().iterator().next();
        ItemId inMailbox = anna.mailOf(ada);
        anna.user.settings(settings -> settings.deletions(Side.CRM, DeletePolicy.DETACH));
        anna.user.crm.delete(ada);
        anna.run();
        assertThat(anna.state().isDetached(new RecordKey(Side.MAIL, inMailbox))).isTrue();

        MoveResult result = anna.commit();
        anna.run();
        anna.run();

        assertThat(result).isInstanceOf(MoveResult.Committed.class);
        assertThat(anna.user.crm.items()).hasSize(4);
    }

    @Test
    @DisplayName("S22, S11: detached records that are not found again are told before they take part again")
    void tellsLostMarks() {
        MovingUser anna = inStep();
        anna.user.settings(settings -> settings.deletions(Side.CRM, DeletePolicy.DETACH));
        anna.user.crm.delete(anna.user.crm.items().keySet().iterator().next());
        anna.run();
        anna.translator = IdTranslator.NONE;

        CollectionMove plan = anna.plan();
        MoveResult result = anna.commit(MoveReview.NONE.losingMarks());

        assertThat(plan.lostMarks()).hasSize(1);
        assertThat(blockers(plan)).contains(MoveBlocker.Kind.LOST_MARKS);
        assertThat(result).isInstanceOf(MoveResult.Committed.class);
    }

    @Test
    @DisplayName("S22: all orphans cannot be decided to be one record")
    void refusesAChoiceForAll() {
        assertThatThrownBy(() -> MoveReview.NONE.orphans(inStep().wholePlan(), new Decision.Choose(new ItemId("1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("deciding(link, decision)");
    }

    @Test
    @DisplayName("S22: the text of a plan says what was found by what, and what was not")
    void rendersPlans() {
        MovingUser anna = inStep();
        anna.way.hidden.add(
                anna.mailOf(anna.user.crm.items().keySet().iterator().next()));

        String text = MoveText.of(anna.move().plan(MoveReview.NONE));

        assertThat(text)
                .startsWith("CONTACT: 4 found (4 by translated id), 1 not found\n")
                .contains(": orphaned, was ")
                .contains("  blocked: 1 records were not found again");
    }

    /** Two from the CRM, three from the mailbox. */
    private static MovingUser inStep() {
        MovingUser anna = new MovingUser(Enrollment.contacts());
        anna.user.crm.create(ADA);
        anna.user.crm.create(CARL);
        anna.user.mail.create(Items.contact("Sofia", "Kovalevskaya").build());
        anna.user.mail.create(Items.contact("Leonhard", "Euler").build());
        anna.user.mail.create(Items.contact("Sophie", "Germain").build());
        anna.run();
        return anna;
    }

    /** Two contacts of one name and address that people made in the mailbox and have changed since the last round. */
    private static MovingUser twins() {
        MovingUser anna = new MovingUser(Enrollment.contacts());
        anna.translator = IdTranslator.NONE;
        ItemId one = anna.user.mail.create(ADA);
        anna.run();
        ItemId two = anna.user.mail.create(CARL);
        anna.run();
        Consumer<ItemId> toAda = id -> anna.user.mail.edit(
                id,
                item -> item.set(EMAIL_ADDRESS, "both@acme.example")
                        .set(GIVEN_NAME, "Ada")
                        .set(SURNAME, "Lovelace")
                        .set(JOB_TITLE, "twin " + id));
        toAda.accept(one);
        toAda.accept(two);
        anna.run();
        anna.user.mail.edit(one, item -> item.set(NOTES, "changed"));
        anna.user.mail.edit(two, item -> item.set(NOTES, "changed too"));
        return anna;
    }

    private static MovingUser meetingByUid() {
        MovingUser anna = new MovingUser(Enrollment.events());
        anna.translator = IdTranslator.NONE;
        anna.way.tellsUids = true;
        ZonedDateTime start = anna.user.clock.instant().atZone(ZoneId.of("UTC")).plusDays(1);
        anna.user.mail.create(
                Items.meeting("Review", start, Duration.ofHours(1)).build());
        anna.run();
        return anna;
    }

    private static Map<Rung, Integer> found(MoveResult result) {
        assertThat(result).isInstanceOf(MoveResult.Committed.class);
        return result.plan().collections().get(0).found();
    }

    private static List<MoveBlocker.Kind> blockers(CollectionMove move) {
        return move.blockers().stream().map(MoveBlocker::kind).toList();
    }
}
