package io.github.crosstie.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryClaim;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClaimSyncTest {

    private static final Item ADA = Items.contact("Ada", "Lovelace").build();
    private static final Item BEA = Items.contact("Bea", "Baker").build();

    private final MutableClock clock = MutableClock.create();
    private final InMemorySystem mail = InMemorySystem.create(Side.MAIL, clock);
    private final Installation east = new Installation("east", Environment.PRODUCTION, mail, clock);
    private final Installation west = new Installation("west", Environment.PRODUCTION, mail, clock);
    private final InMemoryClaim claim = mail.claim(Installation.MAILBOX);

    @Test
    @DisplayName("S12: the first round that writes claims the mailbox, with epoch 1")
    void claimsBeforeTheFirstWrite() {
        east.crm(ItemKind.CONTACT).create(ADA);
        Instant now = clock.instant();

        east.run(ItemKind.CONTACT);

        assertThat(claim.current())
                .contains(new MailboxClaim(
                        east.organization,
                        Environment.PRODUCTION,
                        east.user,
                        new ConfigurationId("default"),
                        1,
                        now,
                        now,
                        true));
        assertThat(east.mail(ItemKind.CONTACT).items()).hasSize(1);
    }

    @Test
    @DisplayName("S12: a round that writes nothing does not even ask for the claim")
    void idleRoundsDoNotAsk() {
        east.run(ItemKind.CONTACT);
        assertThat(claim.reads()).as("nothing to write at all").isZero();
        east.crm(ItemKind.CONTACT).create(ADA);
        east.run(ItemKind.CONTACT);
        int reads = claim.reads();
        assertThat(reads).as("once in a round that writes").isOne();

        east.run(ItemKind.CONTACT);

        assertThat(claim.reads()).isEqualTo(reads);
    }

    @Test
    @DisplayName("S12: the heartbeat and the configuration are refreshed in rounds that write, the epoch stays")
    void refreshesTheHeartbeat() {
        east.crm(ItemKind.CONTACT).create(ADA);
        east.run(ItemKind.CONTACT);
        Instant since = clock.instant();
        clock.advance(Duration.ofDays(400));
        east.run(ItemKind.CONTACT);
        assertThat(claim.current()).get().extracting(MailboxClaim::heartbeat).isEqualTo(since);
        east.configuration = east.configuration.toBuilder().build();
        east.crm(ItemKind.CONTACT).create(BEA);

        east.run(ItemKind.CONTACT);

        assertThat(claim.current()).get().satisfies(now -> {
            assertThat(now.heartbeat()).isEqualTo(clock.instant());
            assertThat(now.since()).isEqualTo(since);
            assertThat(now.epoch()).isOne();
        });
    }

    @Test
    @DisplayName("S12, P7: a claim that was refreshed within a day is only read, and stays as it is")
    void leavesAFreshClaimAlone() {
        east.crm(ItemKind.CONTACT).create(ADA);
        east.run(ItemKind.CONTACT);
        MailboxClaim fresh = claim.current().orElseThrow();
        int reads = claim.reads();
        clock.advance(Duration.ofHours(23));
        east.crm(ItemKind.CONTACT).create(BEA);

        RoundReport report = east.run(ItemKind.CONTACT);

        assertThat(report.writes()).isOne();
        assertThat(claim.current()).contains(fresh);
        assertThat(claim.reads()).isEqualTo(reads + 1);
    }

    @Test
    @DisplayName("S12: a claim by another configuration is refreshed at once")
    void tellsAnotherConfiguration() {
        east.crm(ItemKind.CONTACT).create(ADA);
        east.run(ItemKind.CONTACT);
        east.configuration = SyncConfiguration.builder(new ConfigurationId("other"))
                .contacts(SyncDirection.BOTH)
                .build();
        east.crm(ItemKind.CONTACT).create(BEA);

        east.run(ItemKind.CONTACT);

        assertThat(claim.current())
                .get()
                .extracting(MailboxClaim::configuration)
                .isEqualTo(new ConfigurationId("other"));
    }

    @Test
    @DisplayName("S12: contacts and events of one user share the claim")
    void kindsShareTheClaim() {
        east.crm(ItemKind.CONTACT).create(ADA);
        east.crm(ItemKind.EVENT)
                .create(Items.meeting("Visit", clock.instant().atZone(ZoneOffset.UTC), Duration.ofHours(1))
                        .build());

        east.run(ItemKind.CONTACT);
        RoundReport events = east.run(ItemKind.EVENT);

        assertThat(events.stopped()).isEmpty();
        assertThat(events.writes()).isOne();
        assertThat(claim.current()).get().extracting(MailboxClaim::epoch).isEqualTo(1L);
    }

    @Test
    @DisplayName("S12: another organization's claim, however old, is a refusal: nothing is written on either side")
    void refusesWhatAnotherOrganizationHolds() {
        east.crm(ItemKind.CONTACT).create(ADA);
        east.run(ItemKind.CONTACT);
        clock.advance(Duration.ofDays(1000));
        west.crm(ItemKind.CONTACT).create(BEA);

        RoundReport report = west.run(ItemKind.CONTACT);

        assertThat(report.stopped()).get().satisfies(stopped -> {
            assertThat(stopped.code()).isEqualTo(OutcomeCode.MAILBOX_CLAIMED);
            assertThat(stopped.message())
                    .contains("user 0051 of organization east", "since 20", "take it over")
                    .contains("by naming epoch 1");
        });
        assertThat(report.writes()).isZero();
        assertThat(west.mail(ItemKind.CONTACT).items().values()).containsExactly(ADA);
        assertThat(west.crm(ItemKind.CONTACT).items().values()).containsExactly(BEA);
        assertThat(claim.current()).get().extracting(MailboxClaim::organization).isEqualTo(east.organization);
    }

    @Test
    @DisplayName("S12: a sandbox is told that it never takes over from production")
    void tellsASandboxToLeave() {
        Installation sandbox = new Installation("box", Environment.SANDBOX, mail, clock);
        east.crm(ItemKind.CONTACT).create(ADA);
        east.run(ItemKind.CONTACT);
        sandbox.crm(ItemKind.CONTACT).create(BEA);

        RoundReport report = sandbox.run(ItemKind.CONTACT);

        assertThat(report.stopped())
                .get()
                .extracting(Outcome.Stopped::message)
                .asString()
                .contains("a sandbox never takes a mailbox over from production")
                .doesNotContain("naming epoch");
    }

    @Test
    @DisplayName("S12: a colleague of the same organization is refused too: one mailbox, one user")
    void refusesAColleague() {
        east.crm(ItemKind.CONTACT).create(ADA);
        Instant now = clock.instant();
        claim.put(new MailboxClaim(
                east.organization,
                Environment.PRODUCTION,
                new UserId("0099"),
                new ConfigurationId("default"),
                4,
                now,
                now,
                true));

        RoundReport report = east.run(ItemKind.CONTACT);

        assertThat(report.stopped()).get().extracting(Outcome::code).isEqualTo(OutcomeCode.MAILBOX_CLAIMED);
        assertThat(report.writes()).isZero();
    }

    @Test
    @DisplayName("S12: an installation of the same organization that took the mailbox over makes the other one stop")
    void stopsForAnotherInstallation() {
        Installation twin = new Installation("east", Environment.PRODUCTION, mail, clock);
        east.crm(ItemKind.CONTACT).create(ADA);
        east.run(ItemKind.CONTACT);
        twin.claims().takeOver(1);
        east.crm(ItemKind.CONTACT).create(BEA);

        RoundReport report = east.run(ItemKind.CONTACT);

        assertThat(report.stopped()).get().satisfies(stopped -> {
            assertThat(stopped.code()).isEqualTo(OutcomeCode.MAILBOX_CLAIMED);
            assertThat(stopped.message()).contains("another installation").contains("naming epoch 2");
        });
        assertThat(east.mail(ItemKind.CONTACT).items()).hasSize(1);
    }

    @Test
    @DisplayName("S12: a takeover by another installation stops the kind too that had not written yet")
    void stopsTheOtherKindToo() {
        Installation twin = new Installation("east", Environment.PRODUCTION, mail, clock);
        east.crm(ItemKind.CONTACT).create(ADA);
        east.run(ItemKind.CONTACT);
        twin.claims().takeOver(1);
        east.crm(ItemKind.EVENT)
                .create(Items.meeting("Visit", clock.instant().atZone(ZoneOffset.UTC), Duration.ofHours(1))
                        .build());

        RoundReport report = east.run(ItemKind.EVENT);

        assertThat(report.stopped()).get().extracting(Outcome::code).isEqualTo(OutcomeCode.MAILBOX_CLAIMED);
        assertThat(report.writes()).isZero();
        assertThat(east.mail(ItemKind.EVENT).items()).isEmpty();
    }

    @Test
    @DisplayName("S12: a claim whose answer was lost is found to be ours")
    void recognisesItsOwnClaim() {
        east.crm(ItemKind.CONTACT).create(ADA);
        claim.loseReplyOnce();

        RoundReport report = east.run(ItemKind.CONTACT);

        assertThat(report.writes()).isOne();
        assertThat(claim.current()).get().satisfies(now -> {
            assertThat(now.organization()).isEqualTo(east.organization);
            assertThat(now.epoch()).isOne();
        });
    }

    @Test
    @DisplayName("S12, F1: killed before or after the claim is written, the next round goes on with the same epoch")
    void survivesADeathWhileClaiming() {
        for (boolean written : new boolean[] {false, true}) {
            MutableClock time = MutableClock.create();
            InMemorySystem mailbox = InMemorySystem.create(Side.MAIL, time);
            Installation user = new Installation("east", Environment.PRODUCTION, mailbox, time);
            user.crm(ItemKind.CONTACT).create(ADA);
            if (written) {
                user.mail(ItemKind.CONTACT).faults().beforeWrite(write -> {
                    throw new Crash();
                });
            } else {
                mailbox.claim(Installation.MAILBOX).beforeNextReplacement(() -> {
                    throw new Crash();
                });
            }
            assertThatThrownBy(() -> user.run(ItemKind.CONTACT)).isInstanceOf(Crash.class);
            user.mail(ItemKind.CONTACT).faults().clear();
            time.advance(SyncRound.LEASE);

            RoundReport report = user.run(ItemKind.CONTACT);

            assertThat(report.writes()).as("claim written: " + written).isOne();
            assertThat(mailbox.claim(Installation.MAILBOX).current())
                    .get()
                    .extracting(MailboxClaim::epoch)
                    .as("claim written: " + written)
                    .isEqualTo(1L);
        }
    }

    @Test
    @DisplayName(
            "S12, F21: of two organizations that claim at the same time exactly one wins, and the other writes nothing")
    void racesForTheClaim() {
        east.crm(ItemKind.CONTACT).create(ADA);
        west.crm(ItemKind.CONTACT).create(BEA);
        claim.beforeNextReplacement(() -> west.run(ItemKind.CONTACT));

        RoundReport loser = east.run(ItemKind.CONTACT);

        assertThat(loser.stopped()).get().extracting(Outcome::code).isEqualTo(OutcomeCode.MAILBOX_CLAIMED);
        assertThat(claim.current()).get().extracting(MailboxClaim::organization).isEqualTo(west.organization);
        assertThat(east.mail(ItemKind.CONTACT).items().values()).containsExactly(BEA);
        assertThat(east.crm(ItemKind.CONTACT).items().values()).containsExactly(ADA);
    }

    @Test
    @DisplayName("S12, F21: an organization that is refused keeps being refused, and loses nothing by it")
    void staysRefused() {
        east.crm(ItemKind.CONTACT).create(ADA);
        east.run(ItemKind.CONTACT);
        west.crm(ItemKind.CONTACT).create(BEA);
        west.run(ItemKind.CONTACT);
        west.run(ItemKind.CONTACT);
        assertThat(west.mail(ItemKind.CONTACT).items()).hasSize(1);
        east.claims().release();

        RoundReport report = west.run(ItemKind.CONTACT);

        assertThat(report.stopped()).isEmpty();
        assertThat(west.mail(ItemKind.CONTACT).items().values()).contains(BEA);
        assertThat(claim.current()).get().satisfies(now -> {
            assertThat(now.organization()).isEqualTo(west.organization);
            assertThat(now.epoch()).isEqualTo(2);
        });
    }

    @Test
    @DisplayName("S12: a claim that somebody removed from the mailbox is written again")
    void claimsAgainWhatWasRemoved() {
        east.crm(ItemKind.CONTACT).create(ADA);
        east.run(ItemKind.CONTACT);
        claim.put(null);
        east.crm(ItemKind.CONTACT).create(BEA);

        RoundReport report = east.run(ItemKind.CONTACT);

        assertThat(report.writes()).isOne();
        assertThat(claim.current()).isPresent();
    }

    @Test
    @DisplayName("S12: a mail system that keeps no claims is not asked for one")
    void goesOnWithoutClaims() {
        InMemorySystem plain = InMemorySystem.builder(Side.MAIL, clock)
                .capabilities(ItemKind.CONTACT, Capabilities.full(ItemKind.CONTACT))
                .build();
        Installation user = new Installation("east", Environment.PRODUCTION, plain, clock);
        user.crm(ItemKind.CONTACT).create(ADA);

        assertThat(user.run(ItemKind.CONTACT).writes()).isOne();
        assertThat(plain.claim(Installation.MAILBOX).reads()).isZero();
    }
}
