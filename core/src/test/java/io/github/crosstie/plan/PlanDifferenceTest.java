package io.github.crosstie.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import io.github.crosstie.report.PlanDifferenceText;
import io.github.crosstie.state.LinkId;
import io.github.crosstie.state.RecordKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlanDifferenceTest {

    private static final SyncPlan EMPTY = new RandomPlans(0).plan();

    @Test
    @DisplayName("G1: equal plans, and only they, have no difference")
    void isEmptyForEqualPlansAlone() {
        for (long seed = 0; seed < 500; seed++) {
            SyncPlan plan = new RandomPlans(seed).plan();
            SyncPlan other = new RandomPlans(seed + 1).plan();

            assertThat(PlanDifference.between(plan, new RandomPlans(seed).plan())
                            .isEmpty())
                    .as("seed %d", seed)
                    .isTrue();
            assertThat(PlanDifference.between(plan, other).isEmpty())
                    .as("seed %d", seed)
                    .isEqualTo(plan.equals(other));
        }
    }

    @Test
    @DisplayName("G1: what one direction adds, the other drops")
    void isMirrored() {
        for (long seed = 0; seed < 500; seed++) {
            SyncPlan plan = new RandomPlans(seed).plan();
            SyncPlan other = new RandomPlans(seed + 1).plan();

            PlanDifference there = PlanDifference.between(plan, other);
            PlanDifference back = PlanDifference.between(other, plan);

            assertThat(there.added()).as("seed %d", seed).isEqualTo(back.dropped());
            assertThat(there.dropped()).as("seed %d", seed).isEqualTo(back.added());
            assertThat(there.addedSkips()).as("seed %d", seed).isEqualTo(back.droppedSkips());
            assertThat(there.changed()).as("seed %d", seed).hasSameSizeAs(back.changed());
            assertThat(there.header())
                    .as("seed %d", seed)
                    .extracting(HeaderDifference::path)
                    .containsExactlyElementsOf(
                            back.header().stream().map(HeaderDifference::path).toList());
        }
    }

    @Test
    @DisplayName("a change is known by its kind, its records and its side, and told as changed if its contents differ")
    void tellsAddedDroppedAndChanged() {
        PlannedChange ada = create("a", "Ada");
        PlannedChange bea = create("b", "Bea");
        PlannedChange cleo = create("c", "Cleo");

        PlanDifference difference = PlanDifference.between(plan(ada, bea), plan(create("a", "Augusta"), cleo));

        assertThat(difference.added()).containsExactly(cleo);
        assertThat(difference.dropped()).containsExactly(bea);
        assertThat(difference.changed()).containsExactly(new PlanDifference.Changed(ada, create("a", "Augusta")));
        assertThat(difference.asksForTheSame()).isFalse();
    }

    @Test
    @DisplayName("a deletion that is held now is no longer the change that it was")
    void tellsHeldDeletions() {
        PlannedChange.Delete deletion = new PlannedChange.Delete(
                new LinkId("l"),
                new Pair(new ItemId("a"), new ItemId("b")),
                Side.MAIL,
                new ItemVersion("1"),
                List.of());
        PlannedChange.Held held = new PlannedChange.Held(deletion, "too many");

        PlanDifference difference = PlanDifference.between(plan(deletion), plan(held));

        assertThat(difference.dropped()).containsExactly(deletion);
        assertThat(difference.added()).containsExactly(held);
    }

    @Test
    @DisplayName("another order of the same changes is a difference too")
    void tellsAnotherOrder() {
        List<PlannedChange> changes = new ArrayList<>(List.of(create("a", "Ada"), create("b", "Bea")));
        SyncPlan before = plan(changes.toArray(PlannedChange[]::new));
        Collections.reverse(changes);

        PlanDifference difference = PlanDifference.between(before, plan(changes.toArray(PlannedChange[]::new)));

        assertThat(difference.isEmpty()).isFalse();
        assertThat(difference.reordered()).isTrue();
        assertThat(difference.asksForTheSame()).isTrue();
    }

    @Test
    @DisplayName("header, presumptions and skips are compared as well, by path")
    void tellsHeaderAndBasis() {
        RecordKey record = new RecordKey(Side.CRM, new ItemId("a"));
        Skip skip = new Skip(List.of(record), OutcomeCode.DETACHED, "detached", null);
        PlanBasis one = new PlanBasis(List.of(), List.of(RecordBasis.present(record, new ItemVersion("1"))));
        PlanBasis other = new PlanBasis(List.of(), List.of(RecordBasis.present(record, new ItemVersion("2"))));
        SyncPlan before = new SyncPlan(header(List.of(), List.of()), List.of(), List.of(), one);
        SyncPlan after = new SyncPlan(header(List.of(), List.of(skip)), List.of(), List.of(skip), other);

        PlanDifference difference = PlanDifference.between(before, after);

        assertThat(difference.header())
                .containsExactly(
                        new HeaderDifference("basis[CRM:a]", "version 1", "version 2"),
                        new HeaderDifference("totals.skipped", "0", "1"));
        assertThat(difference.addedSkips()).containsExactly(skip);
        assertThat(difference.asksForTheSame()).isTrue();
    }

    @Test
    @DisplayName("the text shows values to whoever owns the records, and to nobody else")
    void isRendered() {
        PlanDifference difference = PlanDifference.between(
                plan(create("a", "Ada"), create("b", "Bea")), plan(create("a", "Augusta"), create("c", "Cleo")));

        assertThat(PlanDifferenceText.withValues(ItemKind.CONTACT, difference)).isEqualTo("""
                        Only in the second plan:
                          + mailbox contact, from CRM:c
                              surname            = "Cleo"
                        Only in the first plan:
                          + mailbox contact, from CRM:b
                              surname            = "Bea"
                        Changed:
                          before
                          + mailbox contact, from CRM:a
                              surname            = "Ada"
                          after
                          + mailbox contact, from CRM:a
                              surname            = "Augusta"
                        """);
        assertThat(PlanDifferenceText.masked(ItemKind.CONTACT, difference))
                .doesNotContain("Ada", "Augusta", "Bea", "Cleo")
                .contains("(value)");
        assertThat(PlanDifferenceText.masked(ItemKind.CONTACT, PlanDifference.between(EMPTY, EMPTY)))
                .isEqualTo("The plans are equal.\n");
    }

    @Test
    @DisplayName("the text is the same on every run, and whole for whatever the planner plans")
    void isDeterministic() {
        for (long seed = 0; seed < 200; seed++) {
            PlanDifference difference =
                    PlanDifference.between(new RandomPlans(seed).plan(), new RandomPlans(seed + 1).plan());
            PlanDifference same =
                    PlanDifference.between(new RandomPlans(seed).plan(), new RandomPlans(seed + 1).plan());

            assertThat(PlanDifferenceText.withValues(ItemKind.EVENT, difference))
                    .as("seed %d", seed)
                    .isEqualTo(PlanDifferenceText.withValues(ItemKind.EVENT, same));
        }
    }

    private static PlannedChange create(String id, String surname) {
        Item item = Item.contact().set(ContactFields.SURNAME, surname).build();
        return new PlannedChange.Create(
                Side.MAIL, new RecordKey(Side.CRM, new ItemId(id)), new ItemVersion("1"), null, null, item, item);
    }

    private static SyncPlan plan(PlannedChange... changes) {
        return new SyncPlan(
                header(List.of(changes), List.of()), List.of(changes), List.of(), new PlanBasis(List.of(), List.of()));
    }

    private static PlanHeader header(List<PlannedChange> changes, List<Skip> skips) {
        return EMPTY.header().with(EMPTY.header().guard(), Totals.of(changes, skips));
    }
}
