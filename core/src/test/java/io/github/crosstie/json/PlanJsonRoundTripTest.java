package io.github.crosstie.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.plan.ChangeKind;
import io.github.crosstie.plan.Pair;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.RandomPlans;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.state.LinkId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlanJsonRoundTripTest {

    private static final int PLANS = 1_000;

    @Test
    @DisplayName("G1: whatever plan the planner makes is read back as it was, and written the same again")
    void readsBackWhatItWroteAndWritesItTheSame() {
        Map<ItemKind, Set<ChangeKind>> seen = new EnumMap<>(ItemKind.class);
        for (long seed = 0; seed < PLANS; seed++) {
            SyncPlan plan = new RandomPlans(seed).plan();

            String json = PlanJson.write(plan);
            SyncPlan read = PlanJson.read("stored", json);

            assertThat(read).as("seed %d", seed).isEqualTo(plan);
            assertThat(PlanJson.write(read)).as("seed %d", seed).isEqualTo(json);
            Set<ChangeKind> kinds =
                    seen.computeIfAbsent(plan.header().collection().kind(), kind -> EnumSet.noneOf(ChangeKind.class));
            plan.changes().stream().map(PlannedChange::kind).forEach(kinds::add);
        }
        assertThat(seen.get(ItemKind.CONTACT)).as("contacts try every case").containsAll(everyCase());
        assertThat(seen.get(ItemKind.EVENT)).as("events try every case").containsAll(everyCase());
    }

    /** A change of settings needs a state that was synced by other ones: its case is tried below. */
    private static Set<ChangeKind> everyCase() {
        return EnumSet.complementOf(EnumSet.of(ChangeKind.LEAVE));
    }

    @Test
    @DisplayName("S14: what leaves by a change of settings is read back as it was")
    void readsBackWhatLeaves() {
        SyncPlan plan = new RandomPlans(1).plan();
        PlannedChange leave = new PlannedChange.Leave(
                new LinkId("link-1"),
                new Pair(new ItemId("003a"), new ItemId("AAMk/a+=")),
                "the filter does not let it in");
        List<PlannedChange> changes = new ArrayList<>(plan.changes());
        changes.add(
                (int) changes.stream()
                        .takeWhile(change -> change.kind().compareTo(ChangeKind.DETACH) <= 0)
                        .count(),
                leave);
        SyncPlan leaving = new SyncPlan(plan.header(), changes, plan.skips(), plan.basis());

        assertThat(PlanJson.read("stored", PlanJson.write(leaving))).isEqualTo(leaving);
    }

    @Test
    @DisplayName("G1: the same inputs give the same plan byte for byte, in whatever order they are told")
    void isTheSameForShuffledInputs() {
        for (long seed = 0; seed < PLANS; seed++) {
            RandomPlans plans = new RandomPlans(seed);

            assertThat(PlanJson.write(plans.planOfShuffled(seed)))
                    .as("seed %d", seed)
                    .isEqualTo(PlanJson.write(plans.plan()));
        }
    }

    @Test
    @DisplayName("an item by itself is read back as it was")
    void readsBackItems() {
        for (long seed = 0; seed < 200; seed++) {
            for (PlannedChange change : new RandomPlans(seed).plan().changes()) {
                if (change instanceof PlannedChange.Settle settle) {
                    Item item = settle.bases().crm();
                    String json = ItemJson.write(item);

                    assertThat(ItemJson.read("item", json)).as("seed %d", seed).isEqualTo(item);
                }
            }
        }
    }

    @Test
    @DisplayName("the example of the format's description is a plan, and is written as it stands there")
    void readsTheDocumentedExample() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "plan-format.md"));
        int begin = page.indexOf("```json\n") + "```json\n".length();
        String example = page.substring(begin, page.indexOf("```", begin));

        SyncPlan plan = PlanJson.read("docs/plan-format.md", example);

        assertThat(PlanJson.write(plan)).isEqualTo(example);
        assertThat(plan.changes()).extracting(PlannedChange::kind).contains(ChangeKind.UPDATE, ChangeKind.CREATE);
    }

    @Test
    @DisplayName("the format's description names every case of a change, and every case only once")
    void describesEveryCase() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "plan-format.md"));

        for (ChangeKind kind : ChangeKind.values()) {
            String row = "| `" + Spelling.of(kind) + "` |";
            assertThat(page.split(Pattern.quote(row), -1)).as(row).hasSize(2);
        }
    }
}
