package io.github.crosstie.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.RetryPolicy;
import io.github.crosstie.apply.RoundPolicy;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.configuration.OrganizationGuard;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.RecordKey;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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
    }
}
