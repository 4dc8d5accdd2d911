package io.github.crosstie.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.json.PlanJson;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Random histories lived by twins: what is planned, stored and carried out later ends like what a round does at once.
 */
class RandomStoredPlanSyncTest {

    private static final int HISTORIES = 400;

    @Test
    @DisplayName("G1: plans that are stored and carried out leave the same state on both sides as rounds")
    void storedPlansDoWhatRoundsDo() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            new Twins(seed).liveByPlans();
        }
    }

    @Test
    @DisplayName("G1: a plan that is carried out after more edits, and a round, end like a round alone")
    void outdatedPlansDoNoHarm() {
        for (long seed = 10_000; seed < 10_000 + HISTORIES; seed++) {
            new Twins(seed).liveByOutdatedPlans();
        }
    }

    /** Two users with the same records, who type the same at the same moments. */
    private static final class Twins {

        private final String seed;
        private final RandomGenerator random;
        private final ItemKind kind;
        private final Enrollment running;
        private final Enrollment planning;
        private int names;
        private int deletions;

        Twins(long seed) {
            this.seed = "seed " + seed;
            random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            kind = seed % 3 == 0 ? ItemKind.EVENT : ItemKind.CONTACT;
            int page = 1 + random.nextInt(5);
            int batch = 1 + random.nextInt(4);
            boolean carries = random.nextBoolean();
            running = user(page, batch, carries);
            planning = user(page, batch, carries);
        }

        private Enrollment user(int page, int batch, boolean carries) {
            return kind == ItemKind.EVENT
                    ? Enrollment.events()
                    : Enrollment.contacts(mailbox -> limited(mailbox, page, batch, carries));
        }

        private static InMemorySystem.Builder limited(
                InMemorySystem.Builder mailbox, int page, int batch, boolean carries) {
            return mailbox.pageSize(page)
                    .carriesRecords(carries)
                    .capabilities(
                            ItemKind.CONTACT,
                            Capabilities.full(ItemKind.CONTACT).withBatches(batch, batch));
        }

        void liveByPlans() {
            for (int epoch = 1 + random.nextInt(4); epoch > 0; epoch--) {
                act(random.nextInt(9));
                running.run();
                carryOutPlans();
                assertThat(planning.crm.items()).as(seed).isEqualTo(running.crm.items());
                assertThat(planning.mail.items()).as(seed).isEqualTo(running.mail.items());
                if (random.nextInt(3) == 0) {
                    assertThat(planning.run().writes())
                            .as(seed + ": nothing left")
                            .isZero();
                }
            }
            assertThat(planning.run().writes()).as(seed + ": nothing left").isZero();
            assertThat(planning.memory.load(planning.key).links())
                    .as(seed)
                    .hasSameSizeAs(running.memory.load(running.key).links());
        }

        /** As many as a round has passes. */
        private void carryOutPlans() {
            for (int pass = 0; pass < SyncRound.MAX_PASSES; pass++) {
                SyncPlan plan = PlanJson.read("stored", PlanJson.write(planning.plan()));
                RoundReport report = planning.round().apply(plan);
                assertThat(report.outcomes())
                        .as(seed + ": nothing happened in between")
                        .noneMatch(Outcome.NoLongerHolds.class::isInstance);
                if (plan.isIdle()) {
                    return;
                }
            }
        }

        void liveByOutdatedPlans() {
            for (int epoch = 1 + random.nextInt(4); epoch > 0; epoch--) {
                act(random.nextInt(9));
                SyncPlan plan = planning.plan();
                act(random.nextInt(6));
                if (random.nextInt(4) == 0) {
                    planning.run();
                    running.run();
                    act(random.nextInt(3));
                }
                planning.round().apply(plan);
                for (int round = 0; round < 2; round++) {
                    planning.run();
                    running.run();
                }
                assertThat(planning.run().writes()).as(seed + ": quiet").isZero();
                assertSameContents();
            }
        }

        private void assertSameContents() {
            for (Side side : Side.values()) {
                assertThat(planning.on(side).items().values())
                        .as(seed + ": " + side)
                        .containsExactlyInAnyOrderElementsOf(
                                running.on(side).items().values());
            }
        }

        private void act(int acts) {
            for (int i = acts; i > 0; i--) {
                switch (random.nextInt(7)) {
                    case 0 -> create(anySide());
                    case 1 -> createOnBoth();
                    case 2 -> delete(anySide());
                    default -> edit(anySide());
                }
            }
        }

        private void both(Consumer<Enrollment> act) {
            act.accept(running);
            act.accept(planning);
        }

        private Side anySide() {
            return random.nextBoolean() ? Side.CRM : Side.MAIL;
        }

        private Item item() {
            names++;
            return kind == ItemKind.CONTACT
                    ? Items.contact("P", "N" + names).build()
                    : Items.meeting(
                                    "E" + names,
                                    running.clock
                                            .instant()
                                            .atZone(ZoneOffset.UTC)
                                            .plusHours(names),
                                    Duration.ofMinutes(30))
                            .build();
        }

        private void create(Side side) {
            Item item = item();
            both(user -> user.on(side).create(item));
        }

        private void createOnBoth() {
            Item item = item();
            Item other = random.nextBoolean() ? item : edited(item);
            both(user -> {
                user.crm.create(item);
                user.mail.create(other);
            });
        }

        /** Few enough for the guard, which counts by the round. */
        private void delete(Side side) {
            Item victim = any(side);
            if (victim != null && deletions < 2 && running.on(side).items().size() > 3) {
                deletions++;
                both(user -> user.on(side).delete(id(user, side, victim)));
            }
        }

        private void edit(Side side) {
            Item before = any(side);
            if (before != null) {
                Item after = edited(before);
                both(user -> user.on(side).edit(id(user, side, before), builder -> putAll(builder, after)));
            }
        }

        private static Item.Builder putAll(Item.Builder builder, Item values) {
            values.values().forEach(builder::put);
            return builder;
        }

        private Item edited(Item item) {
            List<Field<String>> fields = kind == ItemKind.CONTACT
                    ? List.of(ContactFields.JOB_TITLE, ContactFields.NOTES, ContactFields.COMPANY_NAME)
                    : List.of(EventFields.LOCATION, EventFields.BODY);
            return item.toBuilder()
                    .set(fields.get(random.nextInt(fields.size())), "t" + random.nextInt(1_000_000))
                    .build();
        }

        private Item any(Side side) {
            List<Item> items = new ArrayList<>(running.on(side).items().values());
            return items.isEmpty() ? null : items.get(random.nextInt(items.size()));
        }

        private ItemId id(Enrollment user, Side side, Item item) {
            return user.on(side).items().entrySet().stream()
                    .filter(entry -> entry.getValue().equals(item))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(seed + ": the twins differ on the " + side + " side"))
                    .getKey();
        }
    }
}
