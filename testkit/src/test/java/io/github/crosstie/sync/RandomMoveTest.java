package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.JOB_TITLE;
import static io.github.crosstie.item.ContactFields.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.move.Decision;
import io.github.crosstie.move.IdTranslator;
import io.github.crosstie.move.MoveResult;
import io.github.crosstie.move.MoveReview;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomMoveTest {

    private static final List<String> NAMES = List.of("Ada", "Carl", "Emmy", "Sofia", "Leonhard", "Sophie", "Alan");

    private static final int HISTORIES = 40;

    private int moved;
    private int back;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName(
            "S22: whatever happened before and happens after, a move loses nothing, repeats nothing, and comes to rest")
    void losesAndRepeatsNothing(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int history = 0; history < HISTORIES; history++) {
            check(random, "seed " + seed + ", history " + history);
        }
        assertThat(moved).as("histories that moved").isGreaterThan(HISTORIES / 2);
        assertThat(back).as("histories that went back").isGreaterThan(HISTORIES / 10);
    }

    private void check(RandomGenerator random, String which) {
        MovingUser anna = new MovingUser(Enrollment.contacts());
        if (random.nextBoolean()) {
            anna.translator = IdTranslator.NONE;
        }
        for (int round = 0; round < 3; round++) {
            live(anna, random, round);
            rest(anna);
        }
        int records = anna.user.crm.items().size();
        int writes = anna.user.writes();

        MoveResult result = anna.commit(MoveReview.NONE.orphans(anna.wholePlan(), new Decision.Detach()));
        rest(anna);

        assertThat(anna.user.crm.items()).as(which).hasSize(records);
        assertThat(anna.user.writes()).as(which).isEqualTo(writes);
        if (result instanceof MoveResult.Committed) {
            moved++;
            goOn(anna, random, which);
        }
    }

    /** After the move life goes on, at last by the former way again. */
    private void goOn(MovingUser anna, RandomGenerator random, String which) {
        live(anna, random, 3);
        rest(anna);
        if (random.nextBoolean() && anna.move().rollBack(MoveReview.NONE) instanceof MoveResult.Committed) {
            back++;
            anna.goByFormerWay();
        }
        live(anna, random, 4);
        rest(anna);
        assertThat(anna.user.mail.items().values())
                .as(which)
                .containsExactlyInAnyOrderElementsOf(anna.user.crm.items().values());
        assertThat(anna.run().plan().orElseThrow().isIdle()).as(which).isTrue();
    }

    private static void live(MovingUser anna, RandomGenerator random, int round) {
        for (int step = random.nextInt(4); step >= 0; step--) {
            InMemoryRecords side = random.nextBoolean() ? anna.user.crm : anna.user.mail;
            List<ItemId> ids = List.copyOf(side.items().keySet());
            String name = NAMES.get(random.nextInt(NAMES.size()));
            int what = random.nextInt(4);
            if (ids.isEmpty() || what == 0) {
                side.create(person(name, round + "-" + step + "-" + (side == anna.user.crm)));
            } else if (what < 3) {
                String text = name + " " + random.nextInt(1000);
                side.edit(
                        ids.get(random.nextInt(ids.size())),
                        item -> item.set(random.nextBoolean() ? NOTES : JOB_TITLE, text));
            } else {
                anna.user.mail.copy(List.copyOf(anna.user.mail.items().keySet()).get(0));
            }
            if (anna.user.mail.items().isEmpty()) {
                return;
            }
        }
    }

    private static Item person(String name, String surname) {
        return Items.contact(name, surname).build();
    }

    private static void rest(MovingUser anna) {
        for (int round = 0; round < 3; round++) {
            anna.user.clock.advance(Duration.ofMinutes(10));
            anna.run();
        }
    }
}
