package io.github.crosstie.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.apply.ClaimResult;
import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryClaim;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TakeoverSyncTest {

    private static final Item ADA = Items.contact("Ada", "Lovelace").build();
    private static final Item BEA = Items.contact("Bea", "Baker").build();
    private static final Item CLEO = Items.contact("Cleo", "Carter").build();

    private final MutableClock clock = MutableClock.create();
    private final InMemorySystem mail = InMemorySystem.create(Side.MAIL, clock);
    private final Installation east = new Installation("east", Environment.PRODUCTION, mail, clock);
    private final Installation west = new Installation("west", Environment.PRODUCTION, mail, clock);
    private final InMemoryClaim claim = mail.claim(Installation.MAILBOX);

    @BeforeEach
    void eastHoldsTheMailbox() {
        east.crm(ItemKind.CONTACT).create(ADA);
        east.run(ItemKind.CONTACT);
        west.crm(ItemKind.CONTACT).create(BEA);
    }

    @Test
    @DisplayName("S12: who takes over by naming the epoch holds the next one, and writes; the loser stops")
    void takesOver() {
        clock.advance(Duration.ofHours(1));

        ClaimResult result = west.claims().takeOver(1);

        assertThat(result).isInstanceOf(ClaimResult.Done.class);
        assertThat(claim.current()).get().satisfies(now -> {
            assertThat(now.organization()).isEqualTo(west.organization);
            assertThat(now.epoch()).isEqualTo(2);
            assertThat(now.since()).isEqualTo(clock.instant());
        });
        assertThat(west.run(ItemKind.CONTACT).writes()).isPositive();
        east.crm(ItemKind.CONTACT).create(CLEO);
        RoundReport loser = east.run(ItemKind.CONTACT);
        assertThat(loser.stopped()).get().extracting(Outcome::code).isEqualTo(OutcomeCode.MAILBOX_CLAIMED);
        assertThat(east.mail(ItemKind.CONTACT).items().values()).doesNotContain(CLEO);
    }

    @Test
    @DisplayName("S12: both kinds of the new holder know the new epoch")
    void takesOverForBothKinds() {
        west.claims().takeOver(1);
        west.crm(ItemKind.EVENT)
                .create(Items.meeting("Visit", clock.instant().atZone(ZoneOffset.UTC), Duration.ofHours(1))
                        .build());

        RoundReport events = west.run(ItemKind.EVENT);

        assertThat(events.stopped()).isEmpty();
        assertThat(events.writes()).isOne();
    }

    @Test
    @DisplayName("S12: the loser may take the mailbox back by naming the new epoch")
    void takesBack() {
        west.claims().takeOver(1);
        assertThat(east.claims().takeOver(1))
                .as("the old epoch no longer does")
                .isInstanceOf(ClaimResult.Refused.class);

        ClaimResult result = east.claims().takeOver(2);

        assertThat(result.claim()).get().extracting(MailboxClaim::epoch).isEqualTo(3L);
        east.crm(ItemKind.CONTACT).create(CLEO);
        assertThat(east.run(ItemKind.CONTACT).writes()).isOne();
        assertThat(west.run(ItemKind.CONTACT).stopped())
                .get()
                .extracting(Outcome::code)
                .isEqualTo(OutcomeCode.MAILBOX_CLAIMED);
    }

    @Test
    @DisplayName("S12: another epoch than the present one is refused, and told")
    void refusesAnotherEpoch() {
        ClaimResult result = west.claims().takeOver(7);

        assertThat(result)
                .isInstanceOfSatisfying(
                        ClaimResult.Refused.class,
                        refused -> assertThat(refused.reason())
                                .contains("claim 1 of user 0051 of organization east", "not epoch 7"));
        assertThat(claim.current()).get().extracting(MailboxClaim::organization).isEqualTo(east.organization);
    }

    @Test
    @DisplayName("S12: a sandbox never takes over from production, but production does from a sandbox")
    void keepsASandboxOut() {
        Installation sandbox = new Installation("box", Environment.SANDBOX, mail, clock);

        ClaimResult result = sandbox.claims().takeOver(1);

        assertThat(result)
                .isInstanceOfSatisfying(
                        ClaimResult.Refused.class,
                        refused -> assertThat(refused.reason())
                                .contains("a sandbox never takes a mailbox over from production"));
        east.claims().release();
        sandbox.crm(ItemKind.CONTACT).create(CLEO);
        sandbox.run(ItemKind.CONTACT);
        assertThat(claim.current()).get().extracting(MailboxClaim::environment).isEqualTo(Environment.SANDBOX);
        assertThat(east.claims().takeOver(2)).isInstanceOf(ClaimResult.Done.class);
    }

    @Test
    @DisplayName("S12: what nobody holds needs no takeover")
    void refusesWhatIsFree() {
        east.claims().release();

        assertThat(west.claims().takeOver(1)).isInstanceOf(ClaimResult.Refused.class);
        assertThat(west.run(ItemKind.CONTACT).writes()).isPositive();
    }

    @Test
    @DisplayName("S12: a takeover whose answer was lost took effect, and asking again says so")
    void survivesALostAnswer() {
        claim.loseReplyOnce();

        assertThat(west.claims().takeOver(1)).isInstanceOf(ClaimResult.Done.class);
        assertThat(west.claims().takeOver(1))
                .as("made again")
                .isInstanceOfSatisfying(
                        ClaimResult.Done.class,
                        done -> assertThat(done.claim())
                                .get()
                                .extracting(MailboxClaim::epoch)
                                .isEqualTo(2L));
    }

    @Test
    @DisplayName(
            "S12, F1: killed at any step of a takeover, the mailbox has one holder, and the same call made again ends well")
    void survivesADeathWhileTakingOver() {
        for (int step = 0; step < 4; step++) {
            MutableClock time = MutableClock.create();
            InMemorySystem mailbox = InMemorySystem.create(Side.MAIL, time);
            Installation holder = new Installation("east", Environment.PRODUCTION, mailbox, time);
            holder.crm(ItemKind.CONTACT).create(ADA);
            holder.run(ItemKind.CONTACT);
            Installation taker = new Installation("west", Environment.PRODUCTION, mailbox, time);
            taker.crm(ItemKind.CONTACT).create(BEA);
            taker.store = new DyingStore(taker.memory, step);
            assertThatThrownBy(() -> taker.claims().takeOver(1))
                    .as("step " + step)
                    .isInstanceOf(RuntimeException.class);
            taker.store = taker.memory;
            time.advance(SyncRound.LEASE);
            assertThat(taker.run(ItemKind.CONTACT).stopped())
                    .as("not taken over yet, step " + step)
                    .get()
                    .extracting(Outcome::code)
                    .isEqualTo(OutcomeCode.MAILBOX_CLAIMED);

            assertThat(taker.claims().takeOver(1)).as("step " + step).isInstanceOf(ClaimResult.Done.class);

            assertThat(taker.run(ItemKind.CONTACT).writes()).as("step " + step).isPositive();
            assertThat(mailbox.claim(Installation.MAILBOX).current())
                    .get()
                    .extracting(MailboxClaim::epoch)
                    .isEqualTo(2L);
        }
    }

    @Test
    @DisplayName("S12, F21: of two organizations that take over at the same time exactly one wins")
    void racesForTheTakeover() {
        Installation south = new Installation("south", Environment.PRODUCTION, mail, clock);
        claim.beforeNextReplacement(() -> south.claims().takeOver(1));

        ClaimResult loser = west.claims().takeOver(1);

        assertThat(loser).isInstanceOf(ClaimResult.Refused.class);
        assertThat(loser.claim()).get().extracting(MailboxClaim::organization).isEqualTo(south.organization);
        assertThat(west.memory.load(west.key(ItemKind.CONTACT)).claimEpoch()).isNull();
        assertThat(west.run(ItemKind.CONTACT).stopped()).isPresent();
    }

    @Test
    @DisplayName("S12: a claim is not taken over under a round's feet")
    void waitsForTheRound() {
        west.memory.acquire(west.key(ItemKind.EVENT), "worker", clock.instant(), Duration.ofMinutes(1));

        ClaimResult result = west.claims().takeOver(1);

        assertThat(result)
                .isInstanceOfSatisfying(
                        ClaimResult.Refused.class,
                        refused -> assertThat(refused.reason()).contains("another worker", "try again"));
        assertThat(claim.current()).get().extracting(MailboxClaim::epoch).isEqualTo(1L);
    }

    @Test
    @DisplayName("S12: nobody releases what somebody else holds")
    void releasesItsOwnAlone() {
        assertThat(west.claims().release()).isInstanceOf(ClaimResult.Refused.class);

        assertThat(claim.current()).get().extracting(MailboxClaim::live).isEqualTo(true);
    }

    @Test
    @DisplayName("S12: a release whose answer was lost took effect; the former holder may come back")
    void releases() {
        claim.loseReplyOnce();

        assertThat(east.claims().release()).isInstanceOf(ClaimResult.Done.class);

        assertThat(claim.current()).get().extracting(MailboxClaim::live).isEqualTo(false);
        east.crm(ItemKind.CONTACT).create(CLEO);
        assertThat(east.run(ItemKind.CONTACT).writes()).isOne();
        assertThat(claim.current()).get().extracting(MailboxClaim::epoch).isEqualTo(2L);
    }
}
