package io.github.crosstie.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.crosstie.plan.PlanDifference;
import io.github.crosstie.plan.RandomPlans;
import io.github.crosstie.plan.SyncPlan;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanDifferenceJsonTest {

    private static final ObjectMapper READER = new ObjectMapper();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    @DisplayName("G1: the document has everything in which the plans differ, changes in the form of plans")
    void hasEverythingThatDiffers(long seed) throws IOException {
        SyncPlan before = new RandomPlans(seed).plan();
        SyncPlan after = new RandomPlans(seed + 1).plan();
        PlanDifference difference = PlanDifference.between(before, after);
        JsonNode plan = READER.readTree(PlanJson.write(after));

        JsonNode root = READER.readTree(PlanDifferenceJson.write(difference));

        assertThat(root.path("version").asInt()).isEqualTo(PlanDifferenceJson.VERSION);
        assertThat(root.path("equal").asBoolean()).isEqualTo(difference.isEmpty());
        assertThat(root.path("asksForTheSame").asBoolean()).isEqualTo(difference.asksForTheSame());
        assertThat(root.path("header")).hasSameSizeAs(difference.header());
        assertThat(root.path("added")).hasSameSizeAs(difference.added()).isSubsetOf(plan.path("changes"));
        assertThat(root.path("dropped")).hasSameSizeAs(difference.dropped());
        assertThat(root.path("changed"))
                .hasSameSizeAs(difference.changed())
                .allSatisfy(each -> assertThat(plan.path("changes")).contains(each.path("after")));
        assertThat(root.path("addedSkips"))
                .hasSameSizeAs(difference.addedSkips())
                .isSubsetOf(plan.path("skips"));
        assertThat(root.path("droppedSkips")).hasSameSizeAs(difference.droppedSkips());
    }

    @Test
    @DisplayName("G1: what one of the plans does not say is left out, and equal plans have empty lists")
    void leavesOutWhatIsNotSaid() {
        SyncPlan plan = new RandomPlans(1).plan();

        assertThat(PlanDifferenceJson.write(PlanDifference.between(plan, plan))).isEqualTo("""
                {
                  "version": 1,
                  "equal": true,
                  "asksForTheSame": true,
                  "reordered": false,
                  "header": [],
                  "added": [],
                  "dropped": [],
                  "changed": [],
                  "addedSkips": [],
                  "droppedSkips": []
                }
                """);
    }
}
