package io.github.crosstie.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Removal;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.RecordKey;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlanBasisTest {

    @Test
    @DisplayName("G1: every record of every change of a plan has a version, or is said to be gone")
    void saysWhatEveryChangeIsBasedOn() {
        for (long seed = 0; seed < 1_000; seed++) {
            SyncPlan plan = new RandomPlans(seed).plan();
            Map<RecordKey, RecordBasis> basis = new HashMap<>();
            plan.basis().records().forEach(one -> basis.put(one.record(), one));

            for (PlannedChange change : plan.changes()) {
                assertThat(basis.keySet())
                        .as("seed %d: %s", seed, change.kind())
                        .containsAll(change.records());
                assertAgrees(seed, change, basis);
            }
        }
    }

    /** The versions that a change writes by are those that the plan presumes. */
    private static void assertAgrees(long seed, PlannedChange change, Map<RecordKey, RecordBasis> basis) {
        if (change instanceof PlannedChange.Update update) {
            assertThat(basis.get(update.pair().on(update.side())).version())
                    .as("seed %d", seed)
                    .isEqualTo(update.expectedVersion());
        } else if (change instanceof PlannedChange.Create create) {
            assertThat(basis.get(create.source()).version()).as("seed %d", seed).isEqualTo(create.sourceVersion());
        } else if (change instanceof PlannedChange.Delete delete) {
            assertThat(basis.get(delete.pair().on(delete.side())).version())
                    .as("seed %d", seed)
                    .isEqualTo(delete.expectedVersion());
            assertThat(basis.get(delete.pair().on(delete.side().other())).removal())
                    .as("seed %d", seed)
                    .isNotNull();
        }
    }

    @Test
    @DisplayName("G1: links are named by what they joined; whatever no link names was not linked")
    void namesTheLinks() {
        for (long seed = 0; seed < 500; seed++) {
            SyncPlan plan = new RandomPlans(seed).plan();
            Map<RecordKey, LinkBasis> links = plan.basis().linksByRecord();

            for (PlannedChange change : plan.changes()) {
                if (change instanceof PlannedChange.Match match) {
                    assertThat(links)
                            .as("seed %d", seed)
                            .doesNotContainKeys(match.pair().on(Side.CRM));
                } else if (change instanceof PlannedChange.Settle settle
                        && plan.changes().stream()
                                .noneMatch(other -> other instanceof PlannedChange.Match match
                                        && match.pair().equals(settle.pair()))) {
                    assertThat(links)
                            .as("seed %d", seed)
                            .containsKeys(settle.pair().on(Side.MAIL));
                }
            }
        }
    }

    @Test
    void refusesWhatSaysNothing() {
        RecordKey record = new RecordKey(Side.CRM, new ItemId("a"));

        assertThatThrownBy(() -> new RecordBasis(record, null, null)).hasMessageContaining("CRM:a");
        assertThatThrownBy(() -> new RecordBasis(record, new ItemVersion("1"), Removal.DELETED))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LinkBasis(new LinkId("l"), null, null)).hasMessageContaining("neither half");
    }
}
