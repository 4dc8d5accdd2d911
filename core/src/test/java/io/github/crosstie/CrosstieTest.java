package io.github.crosstie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.apply.ClaimResult;
import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.ReleaseResult;
import io.github.crosstie.apply.ResetCounts;
import io.github.crosstie.apply.RoundIdentity;
import io.github.crosstie.apply.SyncListener;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.assignment.ResolutionStatus;
import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.conflict.ConflictKind;
import io.github.crosstie.conflict.MailboxAddress;
import io.github.crosstie.conflict.MailboxClaim;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.connector.Connector;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.Environment;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.dispatch.DispatchSettings;
import io.github.crosstie.dispatch.Schedule;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.json.PlanJson;
import io.github.crosstie.memory.InMemoryAddresses;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.ReleaseToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CrosstieTest {

    private final TwoOffices offices = new TwoOffices();

    @Test
    void syncsAUserByTheMailboxTheCrmNames() {
        offices.annasContacts(Side.CRM).create(TwoOffices.ada());
        offices.annasContacts(Side.MAIL);

        SyncResult result = offices.crosstie().sync(TwoOffices.NORTH, TwoOffices.ANNA);

        assertThat(result)
                .isInstanceOfSatisfying(
                        SyncResult.Synced.class,
                        synced -> assertThat(synced.rounds()).containsOnlyKeys(ItemKind.CONTACT));
        assertThat(offices.annasContacts(Side.MAIL).items().values()).containsExactly(TwoOffices.ada());
    }

    @Test
    @DisplayName("G1: a plan touches nothing, and the round does what it said")
    void plansWithoutTouchingAnything() {
        offices.annasContacts(Side.CRM).create(TwoOffices.ada());
        offices.annasContacts(Side.MAIL);
        Crosstie crosstie = offices.crosstie();

        var plan = crosstie.plan(TwoOffices.NORTH, TwoOffices.ANNA, ItemKind.CONTACT)
                .orElseThrow();

        assertThat(plan.header().totals().mailCreates()).isEqualTo(1);
        assertThat(offices.annasContacts(Side.MAIL).items()).isEmpty();
        assertThat(crosstie.sync(TwoOffices.NORTH, TwoOffices.ANNA))
                .isInstanceOfSatisfying(
                        SyncResult.Synced.class,
                        synced -> assertThat(synced.writes()).isEqualTo(1));
    }

    @Test
    @DisplayName("G1: a plan that was kept is carried out later, once, and for nobody who is held")
    void carriesOutAPlanThatWasKept() {
        offices.annasContacts(Side.CRM).create(TwoOffices.ada());
        offices.annasContacts(Side.MAIL);
        Crosstie crosstie = offices.crosstie();
        String kept = crosstie.plan(TwoOffices.NORTH, TwoOffices.ANNA, ItemKind.CONTACT)
                .map(PlanJson::write)
                .orElseThrow();
        SyncPlan plan = PlanJson.read("kept", kept);

        SyncResult first = crosstie.apply(TwoOffices.NORTH, TwoOffices.ANNA, ItemKind.CONTACT, plan);
        SyncResult second = crosstie.apply(TwoOffices.NORTH, TwoOffices.ANNA, ItemKind.CONTACT, plan);
        SyncResult held = crosstie.apply(TwoOffices.NORTH, TwoOffices.BEN, ItemKind.CONTACT, plan);

        assertThat(first)
                .isInstanceOfSatisfying(
                        SyncResult.Synced.class,
                        synced -> assertThat(synced.writes()).isOne());
        assertThat(second)
                .isInstanceOfSatisfying(
                        SyncResult.Synced.class,
                        synced -> assertThat(synced.writes()).isZero());
        assertThat(held).isInstanceOf(SyncResult.Held.class);
        assertThat(offices.annasContacts(Side.MAIL).items().values()).containsExactly(TwoOffices.ada());
    }

    @Test
    @DisplayName("C1: a user whose mailbox another organization syncs too is held, and nothing is touched")
    void holdsWhoClashes() {
        Crosstie crosstie = offices.crosstie();

        SyncResult result = crosstie.sync(TwoOffices.NORTH, TwoOffices.BEN);

        assertThat(result)
                .isInstanceOfSatisfying(
                        SyncResult.Held.class,
                        held -> assertThat(held.conflicts())
                                .extracting(conflict -> conflict.kind())
                                .containsExactly(ConflictKind.ACTIVE_IN_SEVERAL_ORGANIZATIONS));
        assertThat(crosstie.plan(TwoOffices.NORTH, TwoOffices.BEN, ItemKind.CONTACT))
                .isEmpty();
    }

    @Test
    @DisplayName("C8: a user without an address has no mailbox to sync with")
    void saysWhenThereIsNoMailbox() {
        SyncResult result = offices.crosstie().sync(TwoOffices.NORTH, TwoOffices.CEM);

        assertThat(result)
                .isInstanceOfSatisfying(
                        SyncResult.NoMailbox.class,
                        none -> assertThat(none.reason()).contains("005-cem").contains("enter the primary address"));
    }

    @Test
    @DisplayName("C8: an alias is found where somebody knows the primary address, and nobody is held for it")
    void findsAliases() {
        Crosstie crosstie = offices.builder()
                .addresses(InMemoryAddresses.create().alias("anna@two.example", "anna.berg@two.example"))
                .build();

        assertThat(crosstie.conflicts().conflicts(ConflictKind.UNUSABLE_ADDRESS))
                .anySatisfy(conflict ->
                        assertThat(conflict.mailbox()).contains(MailboxAddress.of("anna.berg@two.example")));
        assertThat(crosstie.mailbox(TwoOffices.NORTH, TwoOffices.ANNA)).contains(MailboxAddress.of("anna@two.example"));
    }

    @Test
    @DisplayName("A9: an inactive user is not enrolled")
    void leavesInactiveUsersAlone() {
        SyncResult result = offices.crosstie().sync(TwoOffices.NORTH, TwoOffices.DORA);

        assertThat(result)
                .isInstanceOfSatisfying(
                        SyncResult.NotEnrolled.class,
                        not -> assertThat(not.why().status()).isEqualTo(ResolutionStatus.INACTIVE_USER));
    }

    @Test
    @DisplayName("S19: a system that asks to be left alone is not called for the other kind either")
    void leavesAThrottlingSystemAlone() {
        Instant until = Instant.parse("2026-03-02T08:05:00Z");
        offices.annasContacts(Side.CRM);
        offices.annasContacts(Side.MAIL)
                .faults()
                .failNext(new ThrottledException("busy; come back later", until, null));

        SyncResult result = offices.bothKinds().sync(TwoOffices.NORTH, TwoOffices.ANNA);

        assertThat(result).isInstanceOfSatisfying(SyncResult.Synced.class, synced -> {
            assertThat(synced.rounds()).containsOnlyKeys(ItemKind.CONTACT);
            assertThat(synced.rounds()
                            .get(ItemKind.CONTACT)
                            .stopped()
                            .orElseThrow()
                            .retryAt())
                    .isEqualTo(until);
        });
    }

    @Test
    @DisplayName("whoever syncs everybody can listen to each user's rounds")
    void tellsWhatTheRoundsOfAllDo() {
        offices.annasContacts(Side.CRM).create(TwoOffices.ada());
        offices.annasContacts(Side.MAIL);
        Map<OrganizationUser, List<Outcome>> told = new ConcurrentHashMap<>();

        SyncListener listener = new SyncListener() {
            @Override
            public void outcome(RoundIdentity round, Outcome outcome) {
                OrganizationUser user = new OrganizationUser(
                        round.collection().organization(), round.collection().user());
                told.computeIfAbsent(user, absent -> new CopyOnWriteArrayList<>())
                        .add(outcome);
            }
        };

        offices.builder().listener(listener).build().syncAll(Runnable::run, DispatchSettings.DEFAULT, Schedule.EMPTY);

        assertThat(told).containsOnlyKeys(new OrganizationUser(TwoOffices.NORTH, TwoOffices.ANNA));
        assertThat(told.values()).allSatisfy(outcomes -> assertThat(outcomes).hasSize(1));
    }

    @Test
    @DisplayName("F7: before the told moment neither a stored plan, a reset nor a dry run even opens a connector")
    void opensNothingTooEarly() {
        Instant until = Instant.parse("2026-03-02T08:05:00Z");
        offices.annasContacts(Side.CRM);
        offices.annasContacts(Side.MAIL)
                .faults()
                .failNext(new ThrottledException("busy; come back later", until, null));
        Crosstie pausing = offices.bothKinds();
        offices.crm.records(new Owner(TwoOffices.ANNA.value()), ItemKind.EVENT);
        offices.mail.records(new Owner("anna@two.example"), ItemKind.EVENT);
        SyncPlan plan =
                pausing.plan(TwoOffices.NORTH, TwoOffices.ANNA, ItemKind.EVENT).orElseThrow();
        pausing.sync(TwoOffices.NORTH, TwoOffices.ANNA);
        Crosstie crosstie = offices.bothKinds(new Unopened());

        assertThat(crosstie.apply(TwoOffices.NORTH, TwoOffices.ANNA, ItemKind.EVENT, plan))
                .isInstanceOfSatisfying(
                        SyncResult.Synced.class,
                        synced -> assertThat(synced.rounds().get(ItemKind.EVENT).retryAt())
                                .contains(until));
        assertThat(crosstie.reset(TwoOffices.NORTH, TwoOffices.ANNA, ItemKind.EVENT)
                        .orElseThrow()
                        .retryAt())
                .contains(until);
        assertThatThrownBy(() -> crosstie.plan(TwoOffices.NORTH, TwoOffices.ANNA, ItemKind.EVENT))
                .isInstanceOfSatisfying(
                        ThrottledException.class,
                        throttled -> assertThat(throttled.retryAt()).isEqualTo(until));
        assertThatThrownBy(() -> crosstie.previewSettings(TwoOffices.NORTH, TwoOffices.ANNA, ItemKind.EVENT))
                .isInstanceOf(ThrottledException.class);
    }

    @Test
    @DisplayName("F7: a call before the told moment reaches nobody, for either kind")
    void callsNobodyTooEarly() {
        Instant until = Instant.parse("2026-03-02T08:05:00Z");
        offices.annasContacts(Side.CRM);
        offices.annasContacts(Side.MAIL)
                .faults()
                .failNext(new ThrottledException("busy; come back later", until, null));
        Crosstie crosstie = offices.bothKinds();
        crosstie.sync(TwoOffices.NORTH, TwoOffices.ANNA);
        int calls = offices.annasContacts(Side.CRM).faults().calls()
                + offices.annasContacts(Side.MAIL).faults().calls();

        SyncResult result = crosstie.sync(TwoOffices.NORTH, TwoOffices.ANNA);

        assertThat(result).isInstanceOfSatisfying(SyncResult.Synced.class, synced -> {
            assertThat(synced.rounds()).containsOnlyKeys(ItemKind.CONTACT);
            assertThat(synced.rounds().get(ItemKind.CONTACT).retryAt()).contains(until);
        });
        assertThat(offices.annasContacts(Side.CRM).faults().calls()
                        + offices.annasContacts(Side.MAIL).faults().calls())
                .isEqualTo(calls);
    }

    @Test
    @DisplayName("F8: a connector that cannot open a user's records parks the user; resumed, the rounds go on")
    void parksAUserWhoseRecordsCannotBeOpened() {
        offices.annasContacts(Side.CRM);
        offices.annasContacts(Side.MAIL);
        AtomicInteger opened = new AtomicInteger();
        AtomicBoolean refused = new AtomicBoolean(true);
        Connector mail = new Connector() {
            @Override
            public Side side() {
                return Side.MAIL;
            }

            @Override
            public Endpoint open(Owner owner, ItemKind kind, SyncConfiguration configuration) {
                opened.incrementAndGet();
                if (refused.get()) {
                    throw new UnauthorizedException("consent was removed; ask the admin for it");
                }
                return offices.mail.open(owner, kind, configuration);
            }
        };
        Crosstie crosstie = offices.builder().mail(mail).build();

        SyncResult first = crosstie.sync(TwoOffices.NORTH, TwoOffices.ANNA);
        SyncResult second = crosstie.sync(TwoOffices.NORTH, TwoOffices.ANNA);

        assertThat(List.of(first, second))
                .allSatisfy(result -> assertThat(result)
                        .isInstanceOfSatisfying(
                                SyncResult.Synced.class,
                                synced -> assertThat(synced.rounds()
                                                .get(ItemKind.CONTACT)
                                                .stopped())
                                        .get()
                                        .extracting(Outcome::code)
                                        .isEqualTo(OutcomeCode.AUTH_EXPIRED)));
        assertThat(opened).as("not opened again while parked").hasValue(1);
        refused.set(false);
        assertThat(crosstie.resume(TwoOffices.NORTH, TwoOffices.ANNA)).isTrue();
        assertThat(crosstie.sync(TwoOffices.NORTH, TwoOffices.ANNA))
                .isInstanceOfSatisfying(
                        SyncResult.Synced.class,
                        synced -> assertThat(
                                        synced.rounds().get(ItemKind.CONTACT).stopped())
                                .isEmpty());
    }

    @Test
    @DisplayName("S13: nothing is held of a user who never synced, and no token is good")
    void holdsNothingAtFirst() {
        Crosstie crosstie = offices.crosstie();

        assertThat(crosstie.heldDeletions(TwoOffices.NORTH, TwoOffices.ANNA, ItemKind.CONTACT))
                .isEmpty();
        assertThat(crosstie.releaseDeletions(
                        TwoOffices.NORTH, TwoOffices.ANNA, ItemKind.CONTACT, new ReleaseToken("0123456789abcdef")))
                .isInstanceOfSatisfying(
                        ReleaseResult.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(ReleaseResult.Reason.UNKNOWN));
    }

    @Test
    @DisplayName("A14: a user whom nobody knows is refused, not taken for one without state")
    void refusesAUserItDoesNotKnow() {
        Crosstie crosstie = offices.crosstie();
        UserId nobody = new UserId("005-ANNA");
        ReleaseToken token = new ReleaseToken("0123456789abcdef");

        assertThat(List.<ThrowingCallable>of(
                        () -> crosstie.explain(TwoOffices.NORTH, nobody),
                        () -> crosstie.mailbox(TwoOffices.NORTH, nobody),
                        () -> crosstie.sync(TwoOffices.NORTH, nobody),
                        () -> crosstie.status(TwoOffices.NORTH, nobody),
                        () -> crosstie.resume(TwoOffices.NORTH, nobody),
                        () -> crosstie.heldDeletions(TwoOffices.NORTH, nobody, ItemKind.CONTACT),
                        () -> crosstie.journal(TwoOffices.NORTH, nobody, ItemKind.CONTACT),
                        () -> crosstie.releaseDeletions(TwoOffices.NORTH, nobody, ItemKind.CONTACT, token),
                        () -> crosstie.claim(TwoOffices.NORTH, nobody),
                        () -> crosstie.takeOver(TwoOffices.NORTH, nobody, 1),
                        () -> crosstie.releaseClaim(TwoOffices.NORTH, nobody)))
                .allSatisfy(call ->
                        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining("005-ANNA"));
    }

    @Test
    void refusesAnOrganizationItDoesNotKnow() {
        Crosstie crosstie = offices.crosstie();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> crosstie.roster(new OrganizationId("00D-west")))
                .withMessageContaining("00D-west");
    }

    @Test
    void refusesAConnectorOfTheWrongSide() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Crosstie.builder().mail(offices.crm))
                .withMessageContaining("exchange the two");
    }

    @Test
    void namesThePartThatIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Crosstie.builder()
                        .organization(TwoOffices.north(), offices.crm)
                        .build())
                .withMessageContaining("mail is missing");
    }

    @Test
    void refusesAnOrganizationThatIsAddedTwice() {
        CrosstieBuilder builder = offices.builder();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.organization(TwoOffices.north(), offices.crm))
                .withMessageContaining("added before");
    }

    @Test
    @DisplayName(
            "S12, C1: the organization that holds a shared mailbox goes on; the other takes over by naming the epoch")
    void takesAMailboxOver() {
        offices.mail.records(new Owner("ben@two.example"), ItemKind.CONTACT);
        offices.mail.claim(new Owner("ben@two.example")).put(claimOf(TwoOffices.SOUTH));
        MailboxAddress mailbox = MailboxAddress.of("ben@two.example");
        Crosstie before = offices.builder()
                .claims(Map.of(mailbox, claimOf(TwoOffices.SOUTH)))
                .build();
        assertThat(before.sync(TwoOffices.NORTH, TwoOffices.BEN))
                .isInstanceOfSatisfying(
                        SyncResult.Held.class,
                        held -> assertThat(held.conflicts())
                                .extracting(conflict -> conflict.kind().code())
                                .containsExactly("C1", "C9"));
        assertThat(before.mailbox(TwoOffices.SOUTH, TwoOffices.BEN)).contains(mailbox);

        ClaimResult result = before.takeOver(TwoOffices.NORTH, TwoOffices.BEN, 3);

        assertThat(result.claim()).get().satisfies(claim -> {
            assertThat(claim.organization()).isEqualTo(TwoOffices.NORTH);
            assertThat(claim.epoch()).isEqualTo(4);
        });
        MailboxClaim now = before.claim(TwoOffices.NORTH, TwoOffices.BEN).orElseThrow();
        Crosstie after = offices.builder().claims(Map.of(mailbox, now)).build();
        assertThat(after.mailbox(TwoOffices.NORTH, TwoOffices.BEN)).contains(mailbox);
        assertThat(after.mailbox(TwoOffices.SOUTH, TwoOffices.BEN)).isEmpty();
    }

    @Test
    @DisplayName("S12: who leaves gives the mailbox up, enrolled or not; who is not enrolled takes nothing over")
    void releasesAMailbox() {
        Owner mailbox = new Owner("dora@two.example");
        offices.mail.records(mailbox, ItemKind.CONTACT);
        offices.mail.claim(mailbox).put(claimOf(TwoOffices.NORTH, TwoOffices.DORA));

        assertThat(offices.crosstie().takeOver(TwoOffices.NORTH, TwoOffices.DORA, 3))
                .isInstanceOf(ClaimResult.Refused.class);
        assertThat(offices.crosstie().releaseClaim(TwoOffices.NORTH, TwoOffices.DORA))
                .isInstanceOf(ClaimResult.Done.class);

        assertThat(offices.mail.claim(mailbox).current())
                .get()
                .extracting(MailboxClaim::live)
                .isEqualTo(false);
        assertThat(offices.crosstie().releaseClaim(TwoOffices.NORTH, TwoOffices.CEM))
                .isInstanceOf(ClaimResult.Refused.class);
    }

    @Test
    @DisplayName("S20: a reset has a preview, touches no record, and the next sync links again")
    void resets() {
        offices.annasContacts(Side.CRM).create(TwoOffices.ada());
        offices.annasContacts(Side.MAIL);
        Crosstie crosstie = offices.crosstie();
        crosstie.sync(TwoOffices.NORTH, TwoOffices.ANNA);

        assertThat(crosstie.previewReset(TwoOffices.NORTH, TwoOffices.ANNA, ItemKind.CONTACT))
                .get()
                .extracting(ResetCounts::links)
                .isEqualTo(1);
        assertThat(crosstie.reset(TwoOffices.NORTH, TwoOffices.ANNA, ItemKind.CONTACT))
                .get()
                .satisfies(report -> assertThat(report.stopped()).isEmpty());

        assertThat(crosstie.sync(TwoOffices.NORTH, TwoOffices.ANNA))
                .isInstanceOfSatisfying(
                        SyncResult.Synced.class,
                        synced -> assertThat(synced.writes()).isZero());
        assertThat(crosstie.reset(TwoOffices.NORTH, TwoOffices.DORA, ItemKind.CONTACT))
                .isEmpty();
    }

    @Test
    @DisplayName("S14: the preview of settings tells nothing where nothing changed")
    void previewsSettings() {
        offices.annasContacts(Side.CRM).create(TwoOffices.ada());
        offices.annasContacts(Side.MAIL);
        Crosstie crosstie = offices.crosstie();
        crosstie.sync(TwoOffices.NORTH, TwoOffices.ANNA);

        assertThat(crosstie.previewSettings(TwoOffices.NORTH, TwoOffices.ANNA, ItemKind.CONTACT))
                .get()
                .satisfies(preview -> {
                    assertThat(preview.changed()).isEmpty();
                    assertThat(preview.leaving()).isEmpty();
                    assertThat(preview.entering()).isEmpty();
                });
        assertThat(crosstie.previewSettings(TwoOffices.NORTH, TwoOffices.ANNA, ItemKind.EVENT))
                .isEmpty();
    }

    private static MailboxClaim claimOf(OrganizationId organization) {
        return claimOf(organization, TwoOffices.BEN);
    }

    private static MailboxClaim claimOf(OrganizationId organization, UserId user) {
        Instant since = Instant.parse("2026-01-02T03:04:05Z");
        return new MailboxClaim(
                organization, Environment.PRODUCTION, user, new ConfigurationId("all"), 3, since, since, true);
    }

    /** A mail system that must be left alone. */
    private static final class Unopened implements Connector {

        @Override
        public Side side() {
            return Side.MAIL;
        }

        @Override
        public Endpoint open(Owner owner, ItemKind kind, SyncConfiguration configuration) {
            throw new AssertionError("opened before the told moment");
        }
    }
}
