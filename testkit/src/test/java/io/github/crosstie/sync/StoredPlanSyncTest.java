package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.COMPANY_NAME;
import static io.github.crosstie.item.ContactFields.EMAIL_ADDRESS;
import static io.github.crosstie.item.ContactFields.JOB_TITLE;
import static io.github.crosstie.item.ContactFields.NOTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.DeletionGuard;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ScopeIdentity;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.json.PlanJson;
import io.github.crosstie.plan.ChangeKind;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.CollectionKey;
import io.github.crosstie.state.CollectionState;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StoredPlanSyncTest {

    private static final Item ADA = Items.contact("Ada", "Lovelace").build();
    private static final Item BEA = Items.contact("Bea", "Baker").build();

    @Test
    @DisplayName("G1: a first sync is carried out as it was planned, and nothing is left for the next round")
    void carriesOutAFirstSync() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        user.mail.create(BEA);
        user.crm.create(Items.contact("Cleo", "Carter").set(JOB_TITLE, "Poet").build());
        user.mail.create(Items.contact("Cleo", "Carter").set(NOTES, "friend").build());
        SyncPlan plan = user.plan();

        RoundReport report = user.round().apply(plan);

        assertThat(report.plan()).get().extracting(SyncPlan::changes).isEqualTo(plan.changes());
        assertThat(report.outcomes()).extracting(Outcome::code).containsOnly(OutcomeCode.DONE);
        assertThat(user.mail.items().values())
                .hasSize(3)
                .containsExactlyInAnyOrderElementsOf(user.crm.items().values());
        assertThat(user.run().writes()).isZero();
        assertThat(user.run().outcomes()).isEmpty();
    }

    @Test
    @DisplayName("G1: a plan that was written as JSON and read back does the same as the plan itself")
    void carriesOutAPlanFromADocument() {
        Enrollment one = edited();
        Enrollment other = edited();
        SyncPlan plan = one.plan();
        SyncPlan read = PlanJson.read("stored", PlanJson.write(other.plan()));

        RoundReport report = one.round().apply(plan);
        RoundReport same = other.round().apply(read);

        assertThat(report.writes()).isEqualTo(4);
        assertThat(same.outcomes()).isEqualTo(report.outcomes());
        assertThat(other.crm.items()).isEqualTo(one.crm.items());
        assertThat(other.mail.items()).isEqualTo(one.mail.items());
    }

    @Test
    @DisplayName("G1: carried out twice, a plan does nothing the second time, and says of each change why")
    void doesNothingTheSecondTime() {
        Enrollment user = edited();
        SyncPlan plan = user.plan();
        user.round().apply(plan);
        int writes = user.writes();
        CollectionState before = user.memory.load(user.key);

        RoundReport again = user.round().apply(plan);

        assertThat(user.writes()).isEqualTo(writes);
        assertThat(again.writes()).isZero();
        assertThat(notHolding(again))
                .extracting(outcome -> outcome.change().kind())
                .contains(ChangeKind.UPDATE, ChangeKind.CREATE, ChangeKind.DELETE);
        assertThat(again.outcomes()).hasSameSizeAs(plan.changes());
        assertThat(List.copyOf(user.memory.load(user.key).links())).isEqualTo(List.copyOf(before.links()));
    }

    @Test
    @DisplayName("G1: after an edit of one record, all but what concerns that record is carried out")
    void leavesOutWhatWasEdited() {
        Enrollment user = Enrollment.contacts();
        List<ItemId> ids = new ArrayList<>();
        for (String name : List.of("Anna", "Berta", "Cora", "Dora")) {
            ids.add(user.crm.create(Items.contact(name, "Miller" + name).build()));
        }
        user.run();
        ids.forEach(id -> user.crm.edit(id, contact -> contact.set(COMPANY_NAME, "Planned")));
        SyncPlan plan = user.plan();
        user.crm.edit(ids.get(2), contact -> contact.set(COMPANY_NAME, "Typed later"));

        RoundReport report = user.round().apply(plan);

        assertThat(report.writes()).isEqualTo(3);
        RecordKey edited = new RecordKey(Side.CRM, ids.get(2));
        assertThat(notHolding(report)).allSatisfy(outcome -> {
            assertThat(outcome.code()).isEqualTo(OutcomeCode.PLAN_OUTDATED);
            assertThat(outcome.records()).contains(edited);
            assertThat(outcome.reason()).contains(edited.toString()).contains("edited since");
        });
        assertThat(user.mail.items().values())
                .extracting(item -> item.get(COMPANY_NAME).orElse("none"))
                .containsExactlyInAnyOrder("Planned", "Planned", "none", "Planned");
        user.run();
        assertThat(user.mail.items().values())
                .containsExactlyInAnyOrderElementsOf(user.crm.items().values());
    }

    @Test
    @DisplayName("G1: an edit on the side that is not written makes a change outdated too")
    void leavesOutWhatWasEditedOnTheTarget() {
        Enrollment user = Enrollment.contacts();
        ItemId ada = user.crm.create(ADA);
        user.run();
        user.crm.edit(ada, contact -> contact.set(JOB_TITLE, "Countess"));
        SyncPlan plan = user.plan();
        user.mail.edit(onlyMail(user), contact -> contact.set(NOTES, "typed later"));

        RoundReport report = user.round().apply(plan);

        assertThat(report.writes()).isZero();
        assertThat(notHolding(report)).hasSameSizeAs(plan.changes());
        user.run();
        assertThat(user.crm.items().values())
                .containsExactly(ADA.toBuilder()
                        .set(JOB_TITLE, "Countess")
                        .set(NOTES, "typed later")
                        .build());
        assertThat(user.mail.items().values())
                .containsExactlyElementsOf(user.crm.items().values());
    }

    @Test
    @DisplayName(
            "S3: an edit that nobody has taken in yet is not taken for seen by a settlement that is carried out late")
    void keepsAnEditThatWasNotedMeanwhile() {
        Enrollment user = Enrollment.contacts();
        ItemId ada = user.crm.create(ADA);
        user.run();
        user.crm.edit(ada, contact -> contact.set(NOTES, "same"));
        user.mail.edit(onlyMail(user), contact -> contact.set(NOTES, "same"));
        SyncPlan plan = user.plan();
        assertThat(plan.changes()).extracting(PlannedChange::kind).containsExactly(ChangeKind.SETTLE);
        user.mail.edit(onlyMail(user), contact -> contact.set(JOB_TITLE, "typed later"));

        user.round().apply(plan);
        user.run();

        assertThat(user.crm.items().values())
                .extracting(item -> item.get(JOB_TITLE).orElse(""))
                .containsExactly("typed later");
    }

    @Test
    @DisplayName("S2: what was to be created is not, if its counterpart has turned up since")
    void createsNothingBesideANewcomer() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        user.crm.create(BEA);
        SyncPlan plan = user.plan();
        user.mail.create(ADA.toBuilder().set(NOTES, "typed later").build());

        RoundReport report = user.round().apply(plan);

        assertThat(report.writes()).isOne();
        assertThat(notHolding(report)).singleElement().satisfies(outcome -> {
            assertThat(outcome.change()).isInstanceOf(PlannedChange.Create.class);
            assertThat(outcome.reason()).contains("counterpart").contains("MAIL");
        });
        user.run();
        assertThat(user.mail.items()).hasSize(2);
        assertThat(user.crm.items()).hasSize(2);
    }

    @Test
    @DisplayName("S2: nor if a record that was there has been edited into its counterpart")
    void createsNothingBesideARecordThatBecameItsCounterpart() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        ItemId other = user.mail.create(BEA);
        SyncPlan plan = user.plan();
        user.mail.edit(other, contact -> contact.set(EMAIL_ADDRESS, "ada.lovelace@example.com"));

        RoundReport report = user.round().apply(plan);

        assertThat(report.writes()).isZero();
        assertThat(notHolding(report)).hasSize(2);
        user.run();
        assertThat(user.mail.items()).hasSize(1);
        assertThat(user.crm.items()).hasSize(1);
    }

    @Test
    @DisplayName("S2: a match is left out with all that hangs on it, if another candidate has turned up since")
    void matchesNothingThatBecameAmbiguous() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA.toBuilder().set(JOB_TITLE, "Countess").build());
        user.mail.create(ADA);
        SyncPlan plan = user.plan();
        user.crm.create(ADA.toBuilder().set(NOTES, "another one").build());

        RoundReport report = user.round().apply(plan);

        assertThat(report.writes()).isZero();
        assertThat(notHolding(report))
                .extracting(outcome -> outcome.change().kind())
                .containsExactlyInAnyOrder(ChangeKind.MATCH, ChangeKind.UPDATE, ChangeKind.SETTLE);
        assertThat(user.memory.load(user.key).links()).isEmpty();
    }

    @Test
    @DisplayName("S2: nothing is created when nobody can tell any more what has turned up since")
    void createsNothingWithoutAView() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        SyncPlan plan = user.plan();
        user.mail.faults().expireCursor();

        RoundReport report = user.round().apply(plan);

        assertThat(report.writes()).isZero();
        assertThat(notHolding(report))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.reason()).contains("can no longer be told"));
        user.run();
        assertThat(user.mail.items()).hasSize(1);
    }

    @Test
    @DisplayName("S16: of an earlier plan as much is carried out as there is room for")
    void fillsTheCap() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        user.crm.create(BEA);
        SyncPlan plan = user.plan();
        user.settings(change -> change.cap(1));
        SyncPlan underTheCap = new SyncPlan(user.plan().header(), plan.changes(), plan.skips(), plan.basis());

        RoundReport report = user.round().apply(underTheCap);

        assertThat(report.writes()).isOne();
        assertThat(notHolding(report))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.reason()).contains("the cap of 1 records is reached"));
    }

    @Test
    @DisplayName("S15: what went into quarantine meanwhile is left to its next try")
    void leavesQuarantinedRecordsAlone() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        SyncPlan plan = user.plan();
        user.mail
                .faults()
                .rejectWrites(write -> Optional.of(new WriteOutcome.Rejected("TOO_NOBLE", "not here", false)));
        user.run();
        int calls = user.mail.faults().writes();
        user.mail.faults().clear();

        RoundReport report = user.round().apply(plan);

        assertThat(report.writes()).isZero();
        assertThat(user.mail.faults().writes()).isEqualTo(calls);
        assertThat(notHolding(report))
                .singleElement()
                .satisfies(outcome ->
                        assertThat(outcome.reason()).contains("TOO_NOBLE").contains("left alone until"));
    }

    @Test
    @DisplayName("S15: what was corrected since it went into quarantine is carried out")
    void carriesOutWhatWasCorrected() {
        Enrollment user = Enrollment.contacts();
        ItemId ada = user.crm.create(ADA);
        user.mail
                .faults()
                .rejectWrites(write -> Optional.of(new WriteOutcome.Rejected("TOO_NOBLE", "not here", false)));
        user.run();
        user.mail.faults().clear();
        user.crm.edit(ada, contact -> contact.set(JOB_TITLE, "Analyst"));

        RoundReport report = user.round().apply(user.plan());

        assertThat(report.writes()).isOne();
    }

    @Test
    @DisplayName("G1: what a round has dealt with meanwhile is not done again")
    void doesNotRepeatARound() {
        Enrollment user = edited();
        SyncPlan plan = user.plan();
        user.run();
        int writes = user.writes();

        RoundReport report = user.round().apply(plan);

        assertThat(user.writes()).isEqualTo(writes);
        assertThat(notHolding(report)).hasSameSizeAs(plan.changes());
    }

    @Test
    @DisplayName("S10: nothing is deleted whose counterpart came back out of the recycle bin")
    void deletesNothingWhoseCounterpartIsBack() {
        Enrollment user = Enrollment.contacts();
        ItemId ada = user.crm.create(ADA);
        user.crm.create(BEA);
        user.run();
        user.crm.delete(ada);
        SyncPlan plan = user.plan();
        assertThat(plan.header().totals().mailDeletes()).isOne();
        user.crm.restore(ada);

        RoundReport report = user.round().apply(plan);

        assertThat(report.writes()).isZero();
        assertThat(notHolding(report))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.reason()).contains("there again"));
        user.run();
        assertThat(user.mail.items()).hasSize(2);
    }

    @Test
    @DisplayName("S3: nothing is deleted that was edited since the deletion was planned")
    void deletesOnlyWhatIsStillToBeDeleted() {
        Enrollment user = Enrollment.contacts();
        ItemId ada = user.crm.create(ADA);
        ItemId bea = user.crm.create(BEA);
        user.crm.create(Items.contact("Cleo", "Carter").build());
        user.run();
        user.crm.delete(ada);
        user.crm.delete(bea);
        SyncPlan plan = user.plan();
        assertThat(plan.header().totals().mailDeletes()).isEqualTo(2);
        ItemId copy = user.mail.items().entrySet().stream()
                .filter(entry -> entry.getValue().equals(ADA))
                .findFirst()
                .orElseThrow()
                .getKey();
        user.mail.edit(copy, contact -> contact.set(NOTES, "keep me"));

        RoundReport report = user.round().apply(plan);

        assertThat(report.writes()).isOne();
        assertThat(user.mail.items()).hasSize(2).containsKey(copy);
        user.run();
        assertThat(user.crm.items()).as("the edit beats the deletion").hasSize(2);
    }

    @Test
    @DisplayName("S13: the deletions of a plan go through the guard again, with the numbers of now; all else goes on")
    void asksTheGuardAgain() {
        Enrollment user = edited();
        SyncPlan plan = user.plan();
        assertThat(plan.header().guard().holds()).isFalse();
        user.configuration = user.configuration.toBuilder()
                .deletionGuard(new DeletionGuard(0, 1, 1, Duration.ofHours(24)))
                .build();

        RoundReport report = user.round().apply(plan);

        assertThat(report.writes()).isEqualTo(3);
        assertThat(report.outcomes()).extracting(Outcome::code).contains(OutcomeCode.DELETIONS_HELD);
        assertThat(report.plan()).get().satisfies(done -> {
            assertThat(done.header().guard().holds()).isTrue();
            assertThat(done.header().totals().held()).isOne();
        });
        assertThat(user.mail.items()).hasSize(user.crm.items().size() + 1);
    }

    @Test
    @DisplayName("S13: what a plan holds stays held when it is carried out")
    void releasesNothing() {
        Enrollment user = edited();
        SyncConfiguration free = user.configuration;
        user.configuration = free.toBuilder()
                .deletionGuard(new DeletionGuard(0, 1, 1, Duration.ofHours(24)))
                .build();
        SyncPlan plan = user.plan();
        user.configuration = free;

        RoundReport report = user.round().apply(plan);

        assertThat(report.outcomes()).extracting(Outcome::code).contains(OutcomeCode.DELETIONS_HELD);
        assertThat(user.mail.items()).hasSize(user.crm.items().size() + 1);
    }

    @Test
    @DisplayName("S11: an event that has begun since is not deleted any more")
    void deletesNoEventOfThePast() {
        Enrollment user = Enrollment.events();
        ZonedDateTime soon = user.clock.instant().atZone(ZoneOffset.UTC).plusHours(2);
        ItemId standup = user.crm.create(
                Items.meeting("Standup", soon, Duration.ofMinutes(15)).build());
        user.crm.create(Items.meeting("Review", soon.plusDays(1), Duration.ofMinutes(15))
                .build());
        user.run();
        user.crm.delete(standup);
        SyncPlan plan = user.plan();
        assertThat(plan.header().totals().mailDeletes()).isOne();
        user.clock.advance(Duration.ofHours(3));

        RoundReport report = user.round().apply(plan);

        assertThat(report.writes()).isZero();
        assertThat(notHolding(report))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.reason()).contains("past events"));
        assertThat(user.mail.items()).hasSize(2);
    }

    @Test
    @DisplayName("S23: an event that has left the window since is not created any more")
    void createsNoEventOutsideTheWindow() {
        Enrollment user = Enrollment.events();
        ZonedDateTime past = user.clock.instant().atZone(ZoneOffset.UTC).minusDays(29);
        user.crm.create(Items.meeting("Kick-off", past, Duration.ofMinutes(15))
                .set(EventFields.LOCATION, "Hall")
                .build());
        SyncPlan plan = user.plan();
        assertThat(plan.header().totals().mailCreates()).isOne();
        user.clock.advance(Duration.ofDays(5));

        RoundReport report = user.round().apply(plan);

        assertThat(report.writes()).isZero();
        assertThat(notHolding(report))
                .singleElement()
                .satisfies(outcome -> assertThat(outcome.reason()).contains("window"));
    }

    @Test
    @DisplayName("G1: a plan of another collection is not carried out")
    void refusesAnotherCollection() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        SyncPlan plan = user.plan();
        CollectionKey other = new CollectionKey(new OrganizationId("00D1"), new UserId("0052"), ItemKind.CONTACT);
        SyncRound round = SyncRound.of(
                other,
                user.configuration,
                user.crmSystem.open(Enrollment.USER, ItemKind.CONTACT, user.configuration),
                user.mailSystem.open(Enrollment.MAILBOX, ItemKind.CONTACT, user.configuration),
                user.store,
                user.clock,
                user.ids);

        assertRefused(user, round.apply(plan), "another");
        assertThat(user.memory.load(other).links()).isEmpty();
    }

    @Test
    @DisplayName("G1: a plan made by another configuration is not carried out")
    void refusesAnotherConfiguration() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        SyncPlan plan = user.plan();
        user.configuration = SyncConfiguration.builder(new ConfigurationId("other"))
                .contacts(SyncDirection.BOTH)
                .build();

        assertRefused(user, user.round().apply(plan), "configuration default");
    }

    @Test
    @DisplayName("S14: a plan made before the settings were changed is not carried out")
    void refusesOtherSettings() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        SyncPlan plan = user.plan();
        user.settings(records -> records.direction(SyncDirection.CRM_TO_MAIL));

        assertRefused(user, user.round().apply(plan), "settings");
    }

    @Test
    @DisplayName("G1: a plan made before contacts were switched off is not carried out")
    void refusesWhatIsSwitchedOff() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        SyncPlan plan = user.plan();
        user.settings(records -> records.direction(SyncDirection.OFF));

        assertRefused(user, user.round().apply(plan), "settings");
        assertThat(user.round().apply(user.plan()).outcomes()).isEmpty();
    }

    @Test
    @DisplayName("F9: a plan for a mailbox that has been created anew since is not carried out")
    void refusesAnotherMailbox() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        SyncPlan plan = user.plan();
        user.mailWay = endpoint -> new Recreated(endpoint, "another mailbox");

        assertRefused(user, user.round().apply(plan), "MAIL side");
    }

    @Test
    @DisplayName("S12: a plan made before there was a folder is carried out where the folder has been made since")
    void acceptsTheFolderThatWasMade() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        user.mailWay = endpoint -> new Recreated(endpoint, "mailbox");
        SyncPlan plan = user.plan();
        user.mailWay = endpoint ->
                new Recreated(endpoint, ScopeIdentity.of("mailbox", "folder").value());

        assertThat(user.round().apply(plan).stopped()).isEmpty();
        assertThat(user.writes()).isOne();
    }

    private static final class Recreated extends ForwardingEndpoint {
        private final String place;

        Recreated(Endpoint endpoint, String place) {
            super(endpoint);
            this.place = place;
        }

        @Override
        public ScopeIdentity scopeIdentity() {
            return new ScopeIdentity(place);
        }
    }

    private static void assertRefused(Enrollment user, RoundReport report, String reason) {
        assertThat(report.stopped()).get().satisfies(stopped -> {
            assertThat(stopped.code()).isEqualTo(OutcomeCode.PLAN_OUTDATED);
            assertThat(stopped.message()).contains(reason.equals("another") ? "its own collection" : reason);
        });
        assertThat(report.passes()).isEmpty();
        assertThat(user.writes()).isZero();
        assertThat(user.memory.load(user.key).links()).isEmpty();
    }

    @Test
    @DisplayName("G1: cursors stay where they are, so that the next round sees what changed meanwhile")
    void movesNoCursor() {
        Enrollment user = edited();
        SyncPlan plan = user.plan();
        CollectionState before = user.memory.load(user.key);
        assertThat(plan.header().cursor(Side.CRM)).isNotEqualTo(before.cursor(Side.CRM));

        user.round().apply(plan);

        CollectionState after = user.memory.load(user.key);
        for (Side side : Side.values()) {
            assertThat(after.cursor(side)).isEqualTo(before.cursor(side));
        }
    }

    @Test
    @DisplayName("two workers do not carry out plans of one collection at the same time")
    void takesTheLease() {
        Enrollment user = edited();
        SyncPlan plan = user.plan();
        int writes = user.writes();
        user.memory.acquire(user.key, "other", user.clock.instant(), Duration.ofMinutes(1));

        RoundReport report = user.round().apply(plan);

        assertThat(report.stopped()).get().extracting(Outcome::code).isEqualTo(OutcomeCode.LEASED_ELSEWHERE);
        assertThat(user.writes()).isEqualTo(writes);
    }

    @Test
    @DisplayName("an edit at the very moment of the write is not overwritten, and is dealt with in the next round")
    void isOvertakenAtTheWrite() {
        Enrollment user = Enrollment.contacts();
        ItemId ada = user.crm.create(ADA);
        user.run();
        ItemId copy = onlyMail(user);
        user.crm.edit(ada, contact -> contact.set(JOB_TITLE, "Countess"));
        SyncPlan plan = user.plan();
        user.mail.faults().beforeWrite(write -> user.mail.edit(copy, contact -> contact.set(NOTES, "just now")));

        RoundReport report = user.round().apply(plan);
        user.mail.faults().clear();

        assertThat(report.outcomes()).extracting(Outcome::code).containsExactly(OutcomeCode.CHANGED_MEANWHILE);
        user.run();
        assertThat(user.crm.items().values())
                .containsExactly(ADA.toBuilder()
                        .set(JOB_TITLE, "Countess")
                        .set(NOTES, "just now")
                        .build());
    }

    @Test
    @DisplayName("a side that takes two ids and three writes a call is given no more")
    void keepsToTheBatches() {
        Enrollment user = Enrollment.contacts(mailbox -> mailbox.carriesRecords(false)
                .capabilities(
                        ItemKind.CONTACT, Capabilities.full(ItemKind.CONTACT).withBatches(2, 3)));
        for (int i = 0; i < 7; i++) {
            user.crm.create(Items.contact("C", "Crm" + i).build());
            user.mail.create(Items.contact("M", "Mail" + i).build());
        }
        SyncPlan plan = user.plan();

        RoundReport report = user.round().apply(plan);

        assertThat(report.writes()).isEqualTo(14);
        assertThat(user.run().writes()).isZero();
    }

    @Test
    @DisplayName("G4: a creation of a plan whose answer was lost is not repeated when the plan is carried out again")
    void repeatsNoCreationWithoutAnswer() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        SyncPlan plan = user.plan();
        user.mail.faults().loseReplyOnce();
        RoundReport lost = user.round().apply(plan);
        assertThat(lost.outcomes()).extracting(Outcome::code).containsExactly(OutcomeCode.ANSWER_LOST);

        user.round().apply(plan);
        user.run();

        assertThat(user.mail.items()).hasSize(1);
        assertThat(user.crm.items()).hasSize(1);
    }

    @Test
    @DisplayName("S21: killed at any step, the same plan again and a round end in the same state, without duplicates")
    void convergesAfterADeathAtAnyStep() {
        Enrollment clean = edited();
        DyingStore immortal = new DyingStore(clean.memory, Integer.MAX_VALUE);
        count(clean, immortal);
        SyncPlan whole = clean.plan();
        clean.store = immortal;
        clean.round().apply(whole);
        assertThat(immortal.steps()).isGreaterThan(10);
        for (int step = 0; step < immortal.steps(); step++) {
            for (boolean again : new boolean[] {true, false}) {
                Enrollment user = edited();
                SyncPlan plan = user.plan();
                DyingStore dying = new DyingStore(user.memory, step);
                count(user, dying);
                user.store = dying;
                assertThatThrownBy(() -> user.round().apply(plan))
                        .as("step " + step)
                        .isInstanceOf(Crash.class);
                user.crm.faults().clear();
                user.mail.faults().clear();
                user.store = user.memory;
                user.clock.advance(SyncRound.LEASE);

                if (again) {
                    user.round().apply(plan);
                }
                user.run();
                user.run();

                String what = "killed at step " + step + (again ? ", applied again" : "");
                assertThat(user.mail.items().values())
                        .as(what)
                        .containsExactlyInAnyOrderElementsOf(clean.mail.items().values());
                assertThat(user.crm.items().values())
                        .as(what)
                        .containsExactlyInAnyOrderElementsOf(clean.crm.items().values());
                assertThat(user.run().writes()).as(what).isZero();
            }
        }
    }

    private static void count(Enrollment user, DyingStore store) {
        user.crm.faults().beforeWrite(write -> step(store));
        user.mail.faults().beforeWrite(write -> step(store));
    }

    private static void step(DyingStore store) {
        store.step();
    }

    /** Ten in step; then one edited, one deleted in the CRM, one new there, one new in the mailbox. */
    private static Enrollment edited() {
        Enrollment user = Enrollment.contacts();
        List<ItemId> ids = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ids.add(user.crm.create(Items.contact("N", "Name" + i).build()));
        }
        user.run();
        user.crm.edit(ids.get(0), contact -> contact.set(JOB_TITLE, "Countess"));
        user.crm.delete(ids.get(1));
        user.crm.create(ADA);
        user.mail.create(BEA);
        return user;
    }

    private static ItemId onlyMail(Enrollment user) {
        return user.mail.items().keySet().iterator().next();
    }

    private static List<Outcome.NoLongerHolds> notHolding(RoundReport report) {
        return report.outcomes().stream()
                .filter(Outcome.NoLongerHolds.class::isInstance)
                .map(Outcome.NoLongerHolds.class::cast)
                .toList();
    }
}
