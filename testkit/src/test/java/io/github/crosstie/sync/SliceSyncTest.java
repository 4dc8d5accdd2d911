package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.EMAIL_ADDRESS;
import static io.github.crosstie.item.ContactFields.JOB_TITLE;
import static io.github.crosstie.item.ContactFields.SURNAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundIdentity;
import io.github.crosstie.apply.RoundLimits;
import io.github.crosstie.apply.RoundProgress;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncListener;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.connector.Change;
import io.github.crosstie.connector.ChangePage;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Cursor;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Tagged;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SliceSyncTest {

    private static RoundReport run(Enrollment user, int slice) {
        return user.round().run(RoundLimits.NONE.withSlice(slice));
    }

    private static Item contact(int number) {
        return Items.contact("Ada" + number, "Lovelace").build();
    }

    @Test
    @DisplayName("F16, S2: slices give what one plan would have given: same matches, same doubts, same records")
    void slicesGiveTheSame() {
        for (long seed = 1; seed <= 150; seed++) {
            Enrollment whole = crowded(seed);
            Enrollment sliced = crowded(seed);

            RoundReport one = whole.run();
            RoundReport many = run(sliced, 1 + new Random(seed).nextInt(6));

            assertThat(contents(sliced, Side.CRM)).as("seed %d", seed).isEqualTo(contents(whole, Side.CRM));
            assertThat(contents(sliced, Side.MAIL)).as("seed %d", seed).isEqualTo(contents(whole, Side.MAIL));
            assertThat(many.totals().outcomes())
                    .as("seed %d", seed)
                    .isEqualTo(one.totals().outcomes());
            assertThat(links(sliced)).as("seed %d", seed).isEqualTo(links(whole));
        }
    }

    /** Few names and addresses among many people, so that keys are shared in chains. */
    private static Enrollment crowded(long seed) {
        Random random = new Random(seed);
        Enrollment user = Enrollment.contacts(mailbox -> mailbox.carriesRecords(random.nextBoolean()));
        for (Side side : Side.values()) {
            int people = random.nextInt(25);
            for (int i = 0; i < people; i++) {
                Item.Builder person = Items.contact("Ada" + random.nextInt(12), "Baker").build().toBuilder();
                if (random.nextInt(3) == 0) {
                    person.set(EMAIL_ADDRESS, "b" + random.nextInt(12) + "@example.com");
                } else if (random.nextInt(3) == 0) {
                    person.clear(EMAIL_ADDRESS);
                }
                user.on(side).create(person.set(JOB_TITLE, side + "-" + i).build());
            }
        }
        return user;
    }

    private static List<String> contents(Enrollment user, Side side) {
        return user.on(side).items().values().stream()
                .map(item -> item.values().toString())
                .sorted()
                .toList();
    }

    /** What people see as one record on both sides. */
    private static List<String> links(Enrollment user) {
        return user.memory.load(user.key).links().stream()
                .map(link -> link.bases().crm().values() + " = "
                        + link.bases().mail().values())
                .sorted()
                .toList();
    }

    @Test
    @DisplayName("F1, F16, S21: a first sync in slices that dies at any step goes on without a duplicate or a loss")
    void goesOnAfterADeathAnywhere() {
        int steps = steps();
        assertThat(steps).isGreaterThan(40);
        for (int dyingStep = 0; dyingStep < steps; dyingStep++) {
            Enrollment user = mixed();
            user.store = new DyingStore(user.memory, dyingStep);
            assertThatThrownBy(() -> run(user, 2)).as("step %d", dyingStep).isInstanceOf(Crash.class);

            user.store = user.memory;
            user.clock.advance(SyncRound.LEASE);
            run(user, 2);
            RoundReport quiet = run(user, 2);

            assertThat(contents(user, Side.CRM))
                    .as("step %d", dyingStep)
                    .hasSize(18)
                    .doesNotHaveDuplicates();
            assertThat(contents(user, Side.MAIL)).as("step %d", dyingStep).isEqualTo(contents(user, Side.CRM));
            assertThat(quiet.writes()).as("step %d", dyingStep).isZero();
        }
    }

    private static int steps() {
        Enrollment user = mixed();
        DyingStore immortal = new DyingStore(user.memory, Integer.MAX_VALUE);
        user.store = immortal;
        run(user, 2);
        return immortal.steps();
    }

    /** Twelve in the CRM, twelve in the mailbox, six of them the same. */
    private static Enrollment mixed() {
        Enrollment user = Enrollment.contacts(mailbox -> mailbox.pageSize(5));
        for (int i = 0; i < 12; i++) {
            user.crm.create(contact(i));
            user.mail.create(contact(i + 6));
        }
        return user;
    }

    @Test
    @DisplayName("F16, S13: the guard sees the deletions of all slices together")
    void guardSeesAllDeletions() {
        Enrollment user = Enrollment.contacts();
        List<ItemId> ids = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ids.add(user.crm.create(contact(i)));
        }
        user.run();
        ids.subList(0, 30).forEach(user.crm::delete);
        ids.subList(30, 40).forEach(id -> user.crm.edit(id, contact -> contact.set(JOB_TITLE, "new")));

        RoundReport report = run(user, 4);

        assertThat(user.mail.items()).hasSize(60);
        assertThat(report.totals().count(OutcomeCode.DELETIONS_HELD)).isEqualTo(30);
        assertThat(report.outcomes())
                .filteredOn(outcome -> outcome instanceof Outcome.Withheld)
                .hasSize(30);
        assertThat(report.writes()).as("everything else goes on").isEqualTo(10);
    }

    @Test
    @DisplayName("F16, S13: a record that turns out to be gone in some slice waits for all others that are gone")
    void guardSeesDeletionsThatNobodyTold() {
        Enrollment user = Enrollment.contacts().settings(change -> change.deletions(Side.MAIL, DeletePolicy.PROPAGATE));
        List<ItemId> ids = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ids.add(user.mail.create(contact(i)));
        }
        user.run();
        ids.subList(0, 30).forEach(user.mail::delete);
        // The stream tells of changes, although the records are gone already.
        user.mailWay = endpoint -> new ForwardingEndpoint(endpoint) {
            @Override
            public ChangePage changes(@Nullable Cursor cursor) {
                ChangePage page = super.changes(cursor);
                List<Change> changes = page.changes().stream()
                        .<Change>map(change -> new Change.Upserted(change.id(), new ItemVersion("told")))
                        .toList();
                return new ChangePage(changes, page.next(), page.more(), page.complete());
            }
        };

        RoundReport report = run(user, 4);

        assertThat(user.crm.items()).hasSize(60);
        assertThat(report.totals().count(OutcomeCode.DELETIONS_HELD)).isEqualTo(30);
    }

    @Test
    @DisplayName(
            "F16, G4: a record that the engine made and has not seen yet is adopted, whatever slice its source is in")
    void adoptsAcrossSlices() {
        Enrollment user = Enrollment.contacts();
        user.crm.create(contact(0));
        user.store = new DyingStore(user.memory, Integer.MAX_VALUE);
        user.mailWay = endpoint -> new ForwardingEndpoint(endpoint) {
            @Override
            public List<WriteOutcome> write(List<Write> writes) {
                super.write(writes);
                throw new Crash();
            }
        };
        assertThatThrownBy(user::run).isInstanceOf(Crash.class);
        ItemId made = user.mail.items().keySet().iterator().next();
        user.mail.edit(made, contact -> contact.clear(EMAIL_ADDRESS).set(SURNAME, "King"));
        for (int i = 1; i < 10; i++) {
            user.crm.create(contact(i));
        }
        user.mailWay = HidingTags::new;

        run(user, 2);
        run(user, 2);

        assertThat(user.mail.items()).as("no second one").hasSize(10);
        assertThat(user.crm.items()).hasSize(10);
    }

    /** A search that does not show yet what was just created. */
    private static final class HidingTags extends ForwardingEndpoint {

        HidingTags(Endpoint endpoint) {
            super(endpoint);
        }

        @Override
        public List<Tagged> find(Collection<CorrelationTag> tags) {
            return List.of();
        }
    }

    @Test
    @DisplayName(
            "F16: a report keeps the beginning of a very large round, counts all of it, and a listener is told everything")
    void reportIsBounded() {
        Enrollment user = Enrollment.contacts();
        int people = RoundReport.KEPT + 700;
        for (int i = 0; i < people; i++) {
            user.crm.create(contact(i));
        }
        List<Outcome> told = new ArrayList<>();
        List<SyncPlan> plans = new ArrayList<>();
        List<Integer> progress = new ArrayList<>();

        user.listener = new SyncListener() {
            @Override
            public void outcome(RoundIdentity round, Outcome outcome) {
                told.add(outcome);
            }

            @Override
            public void planned(RoundIdentity round, SyncPlan plan) {
                plans.add(plan);
            }

            @Override
            public void progress(RoundIdentity round, RoundProgress told) {
                Optional.ofNullable(told.total()).ifPresent(total -> progress.add(total - told.done()));
            }
        };

        RoundReport report = user.run();

        assertThat(user.mail.items()).hasSize(people);
        assertThat(report.writes()).isEqualTo(people);
        assertThat(report.isWhole()).isFalse();
        assertThat(report.outcomes()).hasSize(RoundReport.KEPT);
        assertThat(report.totals().count(OutcomeCode.DONE)).isEqualTo(people).isEqualTo(told.size());
        assertThat(report.totals().plans())
                .isEqualTo(plans.size())
                .isGreaterThan(report.passes().size());
        assertThat(plans.stream()
                        .mapToInt(plan -> plan.header().totals().writes())
                        .sum())
                .isEqualTo(people);
        assertThat(progress.subList(0, 6))
                .isSortedAccordingTo(Comparator.reverseOrder())
                .endsWith(0);
    }

    @Test
    @DisplayName("F16: a round that is cancelled ends between two calls, and the next one goes on")
    void cancels() {
        Enrollment user = mixed();
        AtomicBoolean cancelled = new AtomicBoolean();
        RoundLimits limits = RoundLimits.NONE.withSlice(4).withCancellation(cancelled::get);

        user.listener = new SyncListener() {
            @Override
            public void outcome(RoundIdentity round, Outcome outcome) {
                if (outcome instanceof Outcome.Applied done && done.change() instanceof PlannedChange.RemoteWrite) {
                    cancelled.set(true);
                }
            }
        };

        RoundReport report = user.round().run(limits);

        assertThat(report.stopped().orElseThrow().code()).isEqualTo(OutcomeCode.CANCELLED);
        assertThat(user.memory.load(user.key).intents())
                .as("nothing is half done")
                .isEmpty();
        assertThat(report.writes()).isBetween(1, 11);
        user.run();
        assertThat(contents(user, Side.CRM)).hasSize(18).isEqualTo(contents(user, Side.MAIL));
    }

    @Test
    @DisplayName("F16: a round whose time is over makes no further call, and gives its lease back")
    void keepsItsDeadline() {
        Enrollment user = mixed();
        RoundLimits limits = RoundLimits.NONE.withDeadline(user.clock.instant());

        RoundReport report = user.round().run(limits);

        assertThat(report.stopped().orElseThrow().code()).isEqualTo(OutcomeCode.OUT_OF_TIME);
        assertThat(user.crm.faults().calls()).isZero();
        assertThat(user.run().stopped()).isEmpty();
    }

    @Test
    @DisplayName(
            "F16, S15, S2: nothing is created in the first slices beside a record of a later one that cannot be read")
    void unreadableRecordsComeFirst() {
        Enrollment user = Enrollment.contacts();
        for (int i = 0; i < 10; i++) {
            user.crm.create(contact(i));
        }
        ItemId twin = user.mail.create(contact(0));
        user.mail.faults().poison(twin);

        RoundReport report = run(user, 2);

        assertThat(report.writes()).isZero();
        user.mail.faults().heal(twin);
        user.clock.advance(Duration.ofDays(1));
        run(user, 2);
        assertThat(contents(user, Side.MAIL)).hasSize(10).isEqualTo(contents(user, Side.CRM));
    }
}
