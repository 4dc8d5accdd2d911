package io.github.crosstie.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RetryPolicy;
import io.github.crosstie.apply.RoundPolicy;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.configuration.Filter;
import io.github.crosstie.configuration.LeavePolicy;
import io.github.crosstie.configuration.OrganizationGuard;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.json.PlanJson;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.state.ReleaseToken;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The deletions of a plan that is carried out later: no way around the guards, and no way around a person (G1, S11, S13). */
class StoredDeletionsSyncTest {

    private final Enrollment user = Enrollment.contacts();
    private List<ItemId> crm = List.of();
    private List<ItemId> mail = List.of();

    private void inStep(int people) {
        for (int i = 0; i < people; i++) {
            user.crm.create(Items.contact("Other", "Number" + i).build());
        }
        user.run();
        crm = List.copyOf(user.crm.items().keySet());
        mail = crm.stream()
                .map(id -> user.memory.load(user.key).linkOf(new RecordKey(Side.CRM, id)))
                .map(link -> link.orElseThrow().key(Side.MAIL))
                .map(key -> Objects.requireNonNull(key).id())
                .toList();
    }

    private ReleaseToken token() {
        return user.round().held().orElseThrow().token();
    }

    private static SyncPlan roundTrip(SyncPlan plan) {
        return PlanJson.read("stored", PlanJson.write(plan));
    }

    private static long held(RoundReport report) {
        return report.outcomes().stream()
                .filter(outcome -> outcome.code() == OutcomeCode.DELETIONS_HELD)
                .count();
    }

    @Test
    @DisplayName("S13, G1: a stored plan does not get around the guard of the whole organization")
    void asksTheOrganizationGuard() {
        inStep(20);
        crm.subList(0, 2).forEach(user.crm::delete);
        SyncPlan plan = user.plan();
        RoundPolicy strict = new RoundPolicy(RetryPolicy.DEFAULT, new OrganizationGuard(2, 0.05, Duration.ofHours(1)));

        RoundReport report = user.round(strict).apply(plan);

        assertThat(report.writes()).isZero();
        assertThat(user.mail.items()).hasSize(20);
        assertThat(held(report)).isEqualTo(2);
        assertThat(user.round().held()).as("can be released").isPresent();
    }

    @Test
    @DisplayName("S13, G1: a stored plan with released deletions makes exactly these, once")
    void carriesOutARelease() {
        inStep(60);
        crm.subList(0, 30).forEach(user.crm::delete);
        user.run();
        assertThat(user.mail.items()).hasSize(60);
        ReleaseToken token = token();
        user.round().release(token);
        SyncPlan plan = roundTrip(user.plan());
        crm.subList(30, 33).forEach(user.crm::delete);

        RoundReport report = user.round().apply(plan);

        assertThat(user.mail.items()).containsOnlyKeys(mail.subList(30, 60));
        assertThat(report.outcomes()).contains(new Outcome.Released(token, 30, 30));
        assertThat(report.writes()).isEqualTo(30);
        assertThat(user.memory.load(user.key).hold().release()).as("spent").isNull();
        assertThat(user.round().apply(plan).writes()).as("a second time").isZero();
        assertThat(user.mail.items()).hasSize(30);
    }

    @Test
    @DisplayName("S13, G1: a plan made before the release carries it out too, if its deletions are the released ones")
    void carriesOutALaterRelease() {
        inStep(60);
        crm.subList(0, 30).forEach(user.crm::delete);
        user.run();
        SyncPlan plan = roundTrip(user.plan());
        assertThat(user.round().apply(plan).writes()).as("not released yet").isZero();
        user.round().release(token());

        assertThat(user.round().apply(plan).writes()).isEqualTo(30);
        assertThat(user.mail.items()).containsOnlyKeys(mail.subList(30, 60));
    }

    @Test
    @DisplayName("S13, G1: a plan that is about other records leaves a release to the round that carries it out")
    void leavesAReleaseOfOthers() {
        inStep(60);
        crm.subList(30, 31).forEach(user.crm::delete);
        SyncPlan other = user.plan();
        user.crm.restore(crm.get(30));
        crm.subList(0, 30).forEach(user.crm::delete);
        user.run();
        ReleaseToken token = token();
        user.round().release(token);

        user.round().apply(other);

        assertThat(user.mail.items()).hasSize(60);
        assertThat(user.run().outcomes()).contains(new Outcome.Released(token, 30, 30));
        assertThat(user.mail.items()).containsOnlyKeys(mail.subList(30, 60));
    }

    @Test
    @DisplayName("S11, S13, G1: an old plan of released deletions deletes nothing once the release is spent")
    void deletesNothingAfterTheReleaseIsSpent() {
        user.settings(change -> change.deletions(Side.CRM, DeletePolicy.ASK));
        inStep(60);
        crm.subList(0, 3).forEach(user.crm::delete);
        user.run();
        user.round().release(token());
        SyncPlan plan = roundTrip(user.plan());
        List<ItemId> refused = new ArrayList<>();
        user.mail.faults().rejectWrites(write -> {
            if (write instanceof Write.Delete delete) {
                refused.add(delete.id());
                return Optional.of(new WriteOutcome.Rejected("BUSY", "not now", false));
            }
            return Optional.empty();
        });
        user.run();
        user.mail.faults().clear();
        assertThat(refused).hasSize(3);
        assertThat(user.memory.load(user.key).hold().release()).as("spent").isNull();
        user.clock.advance(Duration.ofDays(30));

        RoundReport report = user.round().apply(plan);

        assertThat(report.writes()).isZero();
        assertThat(user.mail.items()).hasSize(60);
        assertThat(held(report)).as("asks again").isEqualTo(3);
    }

    @Test
    @DisplayName("S14, G1: a stored deletion by a change of settings does not expire because the event is past")
    void deletesAPastEventThatLeaves() {
        Enrollment events = Enrollment.events();
        ZonedDateTime past = events.clock.instant().atZone(ZoneOffset.UTC).minusDays(1);
        for (String subject : List.of("Secret", "One", "Two", "Three")) {
            events.crm.create(
                    Items.meeting(subject, past, Duration.ofMinutes(15)).build());
        }
        events.run();
        Filter filter = new Filter(Side.CRM, EventFields.SUBJECT, Filter.Operator.NOT_IN, Set.of("Secret"));
        events.settings(settings -> settings.filters(List.of(filter)).leaving(LeavePolicy.DELETE));
        // A round that may not write brings the settings into effect: its plan is what is stored.
        events.mail.faults().rejectWrites(write -> Optional.of(new WriteOutcome.Rejected("BUSY", "not now", false)));
        events.run();
        events.mail.faults().clear();
        events.clock.advance(Duration.ofDays(1));
        SyncPlan plan = roundTrip(events.plan());

        RoundReport report = events.round().apply(plan);

        assertThat(report.writes()).isEqualTo(1);
        assertThat(events.mail.items()).hasSize(3);
        assertThat(events.crm.items()).hasSize(4);
    }
}
