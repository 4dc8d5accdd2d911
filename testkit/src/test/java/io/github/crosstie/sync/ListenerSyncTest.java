package io.github.crosstie.sync;

import static io.github.crosstie.testkit.SyncAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundIdentity;
import io.github.crosstie.apply.RoundPhase;
import io.github.crosstie.apply.RoundProgress;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncListener;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.testkit.FailingStore;
import io.github.crosstie.testkit.FailingStore.When;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.SyncedUser;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a {@link SyncListener} is promised. */
class ListenerSyncTest {

    private static final List<String> QUIET = List.of(
            "round",
            "RECOVERY {",
            "} RECOVERY 0",
            "CRM_CHANGES {",
            "} CRM_CHANGES 0",
            "MAIL_CHANGES {",
            "} MAIL_CHANGES 0",
            "WORK {",
            "plan 0",
            "} WORK 0",
            "end 0");

    private final Recorder recorder = new Recorder();

    private SyncedUser anna() {
        return anna(recorder);
    }

    private static SyncedUser anna(SyncListener listener) {
        return SyncedUser.builder().listener(listener).build();
    }

    private Enrollment enrollment() {
        Enrollment user = Enrollment.contacts();
        user.listener = recorder;
        return user;
    }

    @Test
    @DisplayName("a round begins, goes through its phases in order, and ends")
    void tellsARoundInOrder() {
        Enrollment user = enrollment();

        user.run();

        assertThat(recorder.told).isEqualTo(QUIET);
    }

    @Test
    @DisplayName("plans and outcomes are told in the phase in which they come about")
    void tellsPlansAndOutcomes() {
        Enrollment user = enrollment();
        user.crm.create(Items.contact("Ada", "Lovelace").build());

        RoundReport report = user.run();

        assertThat(recorder.told.subList(7, recorder.told.size()))
                .containsExactly("WORK {", "plan 1", "DONE", "plan 0", "} WORK 0", "end 0");
        assertThat(recorder.reports).containsExactly(report);
    }

    @Test
    @DisplayName("every call names the round, and with it the organization, the user and the kind")
    void namesTheRound() {
        SyncedUser anna = anna();

        anna.sync();

        assertThat(recorder.rounds)
                .extracting(RoundIdentity::collection)
                .containsExactly(anna.collection(ItemKind.CONTACT), anna.collection(ItemKind.EVENT));
        assertThat(recorder.rounds).extracting(RoundIdentity::id).doesNotHaveDuplicates();
        assertThat(recorder.ids)
                .as("the rounds that any call named")
                .containsExactlyInAnyOrderElementsOf(
                        recorder.rounds.stream().map(RoundIdentity::id).toList());
    }

    @Test
    @DisplayName("the id of a round is one of the host's, and the name under which it holds its lease")
    void takesItsIdFromTheHost() {
        Enrollment user = enrollment();
        List<String> drawn = new ArrayList<>();
        SyncRound round = SyncRound.builder(user.key, user.configuration)
                .listener(recorder)
                .build(
                        user.crmSystem.open(Enrollment.USER, user.key.kind(), user.configuration),
                        user.mailSystem.open(Enrollment.MAILBOX, user.key.kind(), user.configuration),
                        user.memory,
                        user.clock,
                        () -> {
                            drawn.add("id " + drawn.size());
                            return drawn.get(drawn.size() - 1);
                        });

        round.run();

        assertThat(recorder.rounds).extracting(RoundIdentity::id).isEqualTo(drawn);
    }

    @Test
    @DisplayName("how long rounds and phases take goes by the host's clock, and is never negative")
    void measuresByTheClock() {
        Enrollment user = enrollment();
        user.crm.faults().beforeCall(1, () -> user.clock.advance(Duration.ofMinutes(3)));

        user.run();

        assertThat(recorder.told).contains("} CRM_CHANGES 3", "} MAIL_CHANGES 0", "end 3");
    }

    @Test
    @DisplayName("a clock that is set back makes no negative time")
    void aClockThatIsSetBack() {
        Enrollment user = enrollment();
        Instant before = user.clock.instant().minus(Duration.ofMinutes(3));
        user.crm.faults().beforeCall(1, () -> user.clock.set(before));

        user.run();

        assertThat(recorder.told).contains("} CRM_CHANGES 0", "end 0");
    }

    @Test
    @DisplayName("a pass that comes upon nothing has no progress")
    void tellsNoProgressOfNothing() {
        Enrollment user = Enrollment.contacts();
        user.listener = recorder;
        user.crm.create(Items.contact("Ada", "Lovelace").build());

        user.run();
        user.run();

        assertThat(recorder.progress)
                .isNotEmpty()
                .noneMatch(told -> Integer.valueOf(0).equals(told.total()));
    }

    @Test
    @DisplayName("progress names what is done, and how much there is where that is known")
    void tellsProgress() {
        Enrollment user = Enrollment.contacts(mailbox -> mailbox.pageSize(2));
        user.listener = recorder;
        for (String name : List.of("Ada", "Bea", "Cem")) {
            user.mail.create(Items.contact(name, "Lovelace").build());
        }

        user.run();

        assertThat(recorder.progress)
                .containsSequence(
                        new RoundProgress(RoundPhase.MAIL_CHANGES, 2, null),
                        new RoundProgress(RoundPhase.MAIL_CHANGES, 3, null),
                        new RoundProgress(RoundPhase.WORK, 3, 3));
    }

    @Test
    @DisplayName("what a listener throws harms neither the round nor others, and it hears no more of that round")
    void survivesAListenerThatThrows() {
        Recorder after = new Recorder();
        List<String> heard = new ArrayList<>();
        SyncListener throwing = new SyncListener() {
            @Override
            public void roundBegan(RoundIdentity round) {
                heard.add(round.collection().kind().name());
                throw new IllegalStateException("broken");
            }

            @Override
            public void roundEnded(RoundIdentity round, RoundReport report, Duration took) {
                heard.add("end");
            }
        };
        SyncedUser anna = anna(SyncListener.of(recorder, SyncListener.of(throwing, after)));
        anna.crmContacts().create(Items.contact("Ada", "Lovelace").build());

        SyncResult result = anna.sync();

        assertThat(result).createdInMailbox(1);
        assertThat(heard).containsExactly("CONTACT", "EVENT");
        assertThat(after.told).isNotEmpty().isEqualTo(recorder.told);
    }

    @Test
    @DisplayName("an error of a listener ends the round as a crash does, is told to the others, and keeps no lease")
    void anErrorOfAListenerEndsTheRound() {
        AssertionError error = new AssertionError("crash");
        SyncListener crashing = new SyncListener() {
            @Override
            public void planned(RoundIdentity round, SyncPlan plan) {
                throw error;
            }
        };
        Enrollment user = Enrollment.contacts();
        user.listener = SyncListener.of(crashing, recorder);

        assertThatThrownBy(user::run).isSameAs(error);

        assertThat(recorder.told).endsWith("WORK {", "} WORK 0", "failure 0");
        assertThat(recorder.failures).containsExactly(error);
        user.listener = SyncListener.NONE;
        assertThat(user.run().stopped()).isEmpty();
    }

    @Test
    @DisplayName("what nobody can plan for fails the round, in the phase in which it comes")
    void tellsWhatFailsARound() {
        Enrollment user = enrollment();
        ContractBrokenException broken = new ContractBrokenException("the system answers nonsense", null);
        user.mail.faults().failNext(broken);

        assertThatThrownBy(user::run).isSameAs(broken);

        assertThat(recorder.told).endsWith("MAIL_CHANGES {", "} MAIL_CHANGES 0", "failure 0");
        assertThat(recorder.failures).containsExactly(broken);
        assertThat(recorder.reports).isEmpty();
    }

    @Test
    @DisplayName("F7: a round that is stopped ends with its report; one that may not begin has no phase")
    void tellsOfRoundsThatMayNotBegin() {
        SyncedUser anna = anna();
        Instant until = anna.clock().instant().plus(Duration.ofMinutes(5));
        anna.mailContacts().faults().failNext(new ThrottledException("busy; come back later", until, null));
        anna.sync();
        List<String> first = List.copyOf(recorder.told);
        recorder.told.clear();

        anna.sync();

        assertThat(first).endsWith("MAIL_CHANGES {", "THROTTLED", "} MAIL_CHANGES 0", "end 0");
        assertThat(recorder.told).containsExactly("round", "THROTTLED", "end 0");
        assertThat(recorder.reports)
                .extracting(report -> report.retryAt().orElseThrow())
                .containsExactly(until, until);
    }

    @Test
    @DisplayName("F13: a round that another worker keeps from beginning is told")
    void tellsOfALeaseElsewhere() {
        Enrollment user = enrollment();
        user.memory.acquire(user.key, "another", user.clock.instant(), SyncRound.LEASE);

        user.run();

        assertThat(recorder.told).containsExactly("round", "LEASED_ELSEWHERE", "end 0");
    }

    @Test
    @DisplayName("F14: a round that ends with a store that fails is told with its report")
    void tellsOfAStoreThatFails() {
        Enrollment user = enrollment();
        FailingStore store = FailingStore.around(user.memory);
        user.store = store;
        user.crm.create(Items.contact("Ada", "Lovelace").build());
        store.failAt(1, When.BEFORE);

        user.run();

        assertThat(recorder.told).endsWith("RECOVERY {", "UNAVAILABLE", "} RECOVERY 0", "end 0");
    }

    @Test
    @DisplayName("S20, G1: a reset and a stored plan are told as rounds, a dry run to nobody")
    void tellsOfEveryRoundAndOfNoDryRun() {
        SyncedUser anna = anna();
        anna.crmContacts().create(Items.contact("Ada", "Lovelace").build());
        SyncPlan plan = anna.plan(ItemKind.CONTACT);
        assertThat(recorder.told).as("of a dry run").isEmpty();

        anna.crosstie().apply(anna.organization(), anna.id(), ItemKind.CONTACT, plan);
        List<String> applied = List.copyOf(recorder.told);
        recorder.told.clear();
        anna.crosstie().reset(anna.organization(), anna.id(), ItemKind.CONTACT);

        assertThat(applied)
                .containsExactly(
                        "round", "RECOVERY {", "} RECOVERY 0", "WORK {", "plan 1", "DONE", "} WORK 0", "end 0");
        assertThat(recorder.told)
                .containsExactly("round", "RECOVERY {", "} RECOVERY 0", "WORK {", "DONE", "} WORK 0", "end 0");
    }

    @Test
    @DisplayName("several listeners are told one after the other, in the order in which they were given")
    void tellsSeveralInTheirOrder() {
        List<String> heard = new ArrayList<>();
        SyncListener all = SyncListener.of(named("a", heard), SyncListener.of(named("b", heard)), named("c", heard));
        RoundIdentity round = new RoundIdentity("1", Enrollment.contacts().key);

        all.roundBegan(round);
        all.outcome(round, new Outcome.Stopped(OutcomeCode.CANCELLED, "cancelled", null));

        assertThat(heard).containsExactly("a", "b", "c", "a CANCELLED", "b CANCELLED", "c CANCELLED");
    }

    private static SyncListener named(String name, List<String> heard) {
        return new SyncListener() {
            @Override
            public void roundBegan(RoundIdentity round) {
                heard.add(name);
            }

            @Override
            public void outcome(RoundIdentity round, Outcome outcome) {
                heard.add(name + " " + outcome.code());
            }
        };
    }
}
