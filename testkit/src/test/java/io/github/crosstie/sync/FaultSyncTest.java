package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.COMPANY_NAME;
import static io.github.crosstie.item.ContactFields.JOB_TITLE;
import static io.github.crosstie.item.ContactFields.NOTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.Write;
import io.github.crosstie.fault.FencedException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FaultSyncTest {

    private static final Item ADA = Items.contact("Ada", "Lovelace").build();

    @Test
    @DisplayName("F2, G4: a created record whose answer was lost is adopted, even if its source was edited meanwhile")
    void adoptsACreationWithoutAnswer() {
        Enrollment user = Enrollment.contacts();
        ItemId ada = user.crm.create(ADA);
        user.mail.faults().loseReplyOnce();
        RoundReport lost = user.run();
        assertThat(lost.outcomes()).extracting(Outcome::code).containsExactly(OutcomeCode.ANSWER_LOST);
        ItemId copy = user.mail.items().keySet().iterator().next();
        user.crm.edit(ada, contact -> contact.set(COMPANY_NAME, "Engines"));
        user.mail.edit(copy, contact -> contact.set(NOTES, "typed on the copy"));

        RoundReport next = user.run();

        Item both = ADA.toBuilder()
                .set(COMPANY_NAME, "Engines")
                .set(NOTES, "typed on the copy")
                .build();
        assertThat(user.crm.items().values()).containsExactly(both);
        assertThat(user.mail.items().values()).containsExactly(both);
        assertThat(next.journal()).isEmpty();
        assertThat(user.run().writes()).isZero();
    }

    @Test
    @DisplayName("G4: a creation that never arrived is made again, once")
    void repeatsACreationThatNeverArrived() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        user.mail.faults().beforeWrite(write -> {
            throw new Crash();
        });
        assertThatThrownBy(user::run).isInstanceOf(Crash.class);
        user.mail.faults().clear();

        user.run();

        assertThat(user.mail.items().values()).containsExactly(ADA);
        assertThat(user.memory.load(user.key).intents()).isEmpty();
    }

    @Test
    @DisplayName("G4: without tags, a created record whose answer was lost is matched instead")
    void matchesWithoutTags() {
        Enrollment user = Enrollment.contacts(mailbox -> mailbox.capabilities(
                ItemKind.CONTACT, Capabilities.full(ItemKind.CONTACT).withCorrelation(false)));
        user.crm.create(ADA);
        user.mail.faults().loseReplyOnce();
        user.run();

        user.run();

        assertThat(user.mail.items()).hasSize(1);
        assertThat(user.crm.items()).hasSize(1);
        assertThat(user.memory.load(user.key).links()).hasSize(1);
    }

    @Test
    @DisplayName(
            "an update whose answer was lost is no edit of the mailbox's: a newer edit of its source wins over nothing")
    void recognisesItsOwnUpdate() {
        Enrollment user = Enrollment.contacts();
        ItemId ada = user.crm.create(ADA);
        user.run();
        user.crm.edit(ada, contact -> contact.set(JOB_TITLE, "Countess"));
        user.mail.faults().loseReplyOnce();
        user.run();
        user.crm.edit(ada, contact -> contact.set(JOB_TITLE, "Analyst"));

        RoundReport next = user.run();

        assertThat(user.mail.items().values())
                .containsExactly(ADA.toBuilder().set(JOB_TITLE, "Analyst").build());
        assertThat(next.journal()).as("no false conflict").isEmpty();
    }

    @Test
    @DisplayName("S3: a mailbox's edit over an update whose answer was lost is not lost: it is in the journal")
    void keepsAnEditOverItsOwnLostUpdate() {
        Enrollment user = Enrollment.contacts();
        ItemId ada = user.crm.create(ADA);
        user.run();
        ItemId copy = user.mail.items().keySet().iterator().next();
        user.crm.edit(ada, contact -> contact.set(JOB_TITLE, "Countess").set(COMPANY_NAME, "Engines"));
        user.mail.faults().loseReplyOnce();
        user.run();
        user.mail.edit(copy, contact -> contact.set(COMPANY_NAME, "Mine"));

        RoundReport report = user.run();

        assertThat(user.crm.item(ada)).isEqualTo(user.mail.item(copy));
        assertThat(report.journal()).extracting(line -> line.conflict().lost()).containsExactly("Mine");
    }

    @Test
    @DisplayName("G4: a person's copy of a created record carries the tag, and is a record of its own")
    void copiesAreRecordsOfTheirOwn() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        user.run();
        ItemId copy = user.mail.items().keySet().iterator().next();
        ItemId second = user.mail.copy(copy);

        user.run();

        assertThat(user.mail.items()).containsOnlyKeys(copy, second);
        assertThat(user.crm.items()).hasSize(2);
    }

    @Test
    @DisplayName("F1, S21: killed at any step, the next rounds end in the same state")
    void convergesAfterADeathAtAnyStep() {
        int steps = stepsOfACleanRun();
        assertThat(steps).isGreaterThan(30);
        for (int step = 0; step < steps; step++) {
            Enrollment user = scenario();
            DyingStore dying = new DyingStore(user.memory, step);
            countWrites(user, dying);
            user.store = dying;
            assertThatThrownBy(user::run).as("step " + step).isInstanceOf(Crash.class);
            user.crm.faults().clear();
            user.mail.faults().clear();
            user.store = user.memory;
            user.clock.advance(SyncRound.LEASE);

            user.run();

            assertInStep(user, "killed at step " + step);
            assertThat(user.run().writes()).as("killed at step " + step).isZero();
        }
    }

    @Test
    @DisplayName("F1: killed twice, at any two steps, the next rounds end in the same state")
    void convergesAfterTwoDeaths() {
        int steps = stepsOfACleanRun();
        for (int first = 0; first < steps; first += 2) {
            for (int second = 0; second < steps; second += 3) {
                Enrollment user = scenario();
                for (int step : new int[] {first, second}) {
                    DyingStore dying = new DyingStore(user.memory, step);
                    countWrites(user, dying);
                    user.store = dying;
                    runUntilDeath(user);
                    user.clock.advance(SyncRound.LEASE);
                }
                user.crm.faults().clear();
                user.mail.faults().clear();
                user.store = user.memory;

                user.run();

                assertInStep(user, "killed at steps " + first + " and " + second);
            }
        }
    }

    @Test
    @DisplayName("F2: with every answer lost in turn, nothing is duplicated and nothing lost")
    void convergesAfterAnyLostAnswer() {
        for (int lost = 0; lost < 8; lost++) {
            for (Side side : Side.values()) {
                Enrollment user = scenario();
                int[] left = {lost};
                user.on(side).faults().beforeWrite(write -> {
                    if (left[0]-- == 0) {
                        user.on(side).faults().loseReplyOnce();
                    }
                });
                user.run();
                user.on(side).faults().clear();

                user.run();

                assertInStep(user, "answer " + lost + " of " + side + " lost");
                assertThat(user.run().writes()).isZero();
            }
        }
    }

    @Test
    @DisplayName("a worker whose lease was taken over writes nothing more")
    void fencesTheZombie() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        user.crm.create(Items.contact("Bea", "Baker").build());
        SyncRound zombie = user.round();
        boolean[] overtaken = {false};
        user.mail.faults().beforeWrite(write -> {
            if (!overtaken[0]) {
                overtaken[0] = true;
                user.clock.advance(SyncRound.LEASE.plusSeconds(1));
                user.memory.acquire(user.key, "heir", user.clock.instant(), Duration.ofMinutes(1));
            }
        });

        assertThatThrownBy(zombie::run).isInstanceOf(FencedException.class);
        user.mail.faults().clear();
        user.clock.advance(SyncRound.LEASE);
        user.run();

        assertThat(user.mail.items())
                .as("what the zombie wrote last is adopted")
                .hasSize(2);
        assertThat(user.crm.items()).hasSize(2);
    }

    @Test
    @DisplayName("two workers do not run one collection at the same time")
    void runsOneCollectionOnce() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        user.memory.acquire(user.key, "other", user.clock.instant(), Duration.ofMinutes(1));

        RoundReport report = user.run();

        assertThat(report.stopped()).get().extracting(Outcome::code).isEqualTo(OutcomeCode.LEASED_ELSEWHERE);
        assertThat(user.writes()).isZero();
    }

    @Test
    @DisplayName("F7: throttling ends the round, says when to come back, and keeps the progress")
    void stopsWhenThrottled() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        Instant later = user.clock.instant().plusSeconds(90);
        user.mail.faults().failNext(new ThrottledException("too fast", later, null));

        RoundReport report = user.run();

        assertThat(report.stopped()).get().satisfies(stopped -> {
            assertThat(stopped.code()).isEqualTo(OutcomeCode.THROTTLED);
            assertThat(stopped.retryAt()).isEqualTo(later);
        });
        assertThat(user.memory.load(user.key).observations()).hasSize(1);
        user.clock.set(later);
        user.run();
        assertThat(user.mail.items()).hasSize(1);
    }

    @Test
    @DisplayName("F8: refused credentials in the middle of the writes leave the state intact")
    void stopsWhenUnauthorized() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        user.mail.faults().beforeWrite(write -> {
            throw new UnauthorizedException("consent was removed");
        });

        RoundReport report = user.run();

        assertThat(report.stopped()).get().satisfies(stopped -> {
            assertThat(stopped.code()).isEqualTo(OutcomeCode.AUTH_EXPIRED);
            assertThat(stopped.message()).contains("consent was removed", "call Crosstie.resume");
        });
        user.mail.faults().clear();
        user.round().resume();
        user.run();
        assertThat(user.mail.items()).hasSize(1);
    }

    /** Creates both ways, a match, edits on both sides, a conflict, a set merge, a deletion. */
    private static Enrollment scenario() {
        Enrollment user = Enrollment.contacts(mailbox -> mailbox.pageSize(2)
                .capabilities(
                        ItemKind.CONTACT, Capabilities.full(ItemKind.CONTACT).withBatches(2, 2)));
        List<ItemId> crm = List.of(
                user.crm.create(ADA),
                user.crm.create(Items.contact("Bea", "Baker").build()),
                user.crm.create(Items.contact("Cleo", "Carter").build()),
                user.crm.create(Items.contact("Dora", "Dean").build()));
        user.run();
        List<ItemId> mail = List.copyOf(user.mail.items().keySet());
        user.crm.edit(crm.get(0), contact -> contact.set(JOB_TITLE, "Countess"));
        user.mail.edit(mail.get(0), contact -> contact.set(NOTES, "from mail"));
        user.crm.edit(crm.get(1), contact -> contact.set(COMPANY_NAME, "CRM Inc."));
        user.mail.edit(mail.get(1), contact -> contact.set(COMPANY_NAME, "Mail Ltd."));
        user.crm.delete(crm.get(2));
        user.crm.delete(crm.get(3));
        user.mail.edit(mail.get(3), contact -> contact.set(NOTES, "keep me"));
        user.crm.create(Items.contact("Eve", "Evans").build());
        user.mail.create(Items.contact("Fay", "Fox").build());
        user.crm.create(Items.contact("Gwen", "Gray").set(JOB_TITLE, "Poet").build());
        user.mail.create(Items.contact("Gwen", "Gray").set(NOTES, "old friend").build());
        return user;
    }

    private static void assertInStep(Enrollment user, String what) {
        assertThat(user.crm.items()).as(what).hasSize(6);
        assertThat(user.mail.items().values())
                .as(what)
                .containsExactlyInAnyOrderElementsOf(user.crm.items().values());
        assertThat(user.crm.items().values())
                .as(what)
                .contains(
                        ADA.toBuilder()
                                .set(JOB_TITLE, "Countess")
                                .set(NOTES, "from mail")
                                .build(),
                        Items.contact("Bea", "Baker")
                                .set(COMPANY_NAME, "CRM Inc.")
                                .build(),
                        Items.contact("Dora", "Dean").set(NOTES, "keep me").build(),
                        Items.contact("Gwen", "Gray")
                                .set(JOB_TITLE, "Poet")
                                .set(NOTES, "old friend")
                                .build());
        assertThat(user.memory.journal(user.key))
                .as(what)
                .extracting(line -> line.conflict().lost())
                .contains("Mail Ltd.");
        assertThat(user.memory.load(user.key).intents()).as(what).isEmpty();
        assertThat(user.memory.load(user.key).links()).as(what).hasSize(6);
    }

    private static int stepsOfACleanRun() {
        Enrollment user = scenario();
        DyingStore immortal = new DyingStore(user.memory, Integer.MAX_VALUE);
        countWrites(user, immortal);
        user.store = immortal;
        user.run();
        return immortal.steps();
    }

    private static void countWrites(Enrollment user, DyingStore store) {
        user.crm.faults().beforeWrite(write -> step(store, write));
        user.mail.faults().beforeWrite(write -> step(store, write));
    }

    private static void step(DyingStore store, Write write) {
        assertThat(write).isNotNull();
        store.step();
    }

    private static void runUntilDeath(Enrollment user) {
        try {
            user.run();
        } catch (Crash expected) {
            assertThat(expected).isNotNull();
        }
    }

    @Test
    @DisplayName(
            "S3: what a lost update overwrote is in the journal, even if the record is deleted before anybody looks")
    void journalsWhatALostUpdateOverwrote() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA.toBuilder().set(JOB_TITLE, "Countess").build());
        ItemId copy = user.mail.create(ADA.toBuilder().set(JOB_TITLE, "Analyst").build());
        user.mail.faults().loseReplyOnce();
        user.run();
        user.mail.delete(copy);

        user.run();

        assertThat(user.memory.journal(user.key))
                .extracting(line -> line.conflict().lost())
                .containsExactly("Analyst");
    }

    @Test
    @DisplayName("P7: a round without news commits nothing")
    void commitsNothingWithoutNews() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(ADA);
        user.run();
        user.run();
        DyingStore store = new DyingStore(user.memory, 0);
        user.store = store;

        assertThat(user.run().outcomes()).isEmpty();
    }
}
