package io.github.crosstie.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.testkit.Items;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories of people's edits on both sides, with lost answers and edits at the moment of a write. */
class RandomSyncTest {

    private static final int HISTORIES = 500;
    private static final List<Field<String>> TEXTS =
            List.of(ContactFields.JOB_TITLE, ContactFields.NOTES, ContactFields.COMPANY_NAME, ContactFields.DEPARTMENT);

    @ParameterizedTest(name = "from seed {0}")
    @ValueSource(longs = {0, 1_000_000, 2_000_000})
    @DisplayName("both sides end equal, without duplicates, with every value that was typed on one side alone")
    void endsInStep(long firstSeed) {
        for (long seed = firstSeed; seed < firstSeed + HISTORIES; seed++) {
            new History(seed).live();
        }
    }

    /** One history; its oracle knows what people typed. */
    private static final class History {

        private final String seed;
        private final RandomGenerator random;
        private final Enrollment user;
        private int names;
        /** What was typed last for a person's field, as long as it was typed on one side alone. */
        private final Map<String, Map<Field<?>, Typed>> typed = new HashMap<>();

        private final Map<String, Set<String>> categories = new HashMap<>();
        private final Set<String> deleted = new HashSet<>();

        private record Typed(Side side, Object value, boolean contested) {}

        History(long seed) {
            this.seed = "seed " + seed;
            random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            int page = 1 + random.nextInt(4);
            int batch = 1 + random.nextInt(4);
            user = Enrollment.contacts(mailbox -> mailbox.pageSize(page)
                    .carriesRecords(random.nextBoolean())
                    .capabilities(
                            ItemKind.CONTACT,
                            Capabilities.full(ItemKind.CONTACT).withBatches(batch, batch)));
        }

        void live() {
            for (int i = random.nextInt(4); i > 0; i--) {
                createOnBoth();
            }
            for (int epoch = 1 + random.nextInt(3); epoch > 0; epoch--) {
                typed.clear();
                for (int i = random.nextInt(8); i > 0; i--) {
                    act();
                }
                disturb();
                user.run();
                user.crm.faults().clear();
                user.mail.faults().clear();
                settle();
            }
        }

        private void settle() {
            user.run();
            user.run();
            RoundReport third = user.run();
            assertThat(third.writes()).as(seed + ": quiet after two rounds").isZero();
            assertThat(third.outcomes()).as(seed + ": nothing left").isEmpty();
            assertThat(user.mail.items().values())
                    .as(seed)
                    .containsExactlyInAnyOrderElementsOf(user.crm.items().values());
            Set<String> people = new TreeSet<>();
            user.crm.items().values().forEach(item -> people.add(surname(item)));
            assertThat(people)
                    .as(seed + ": no duplicates")
                    .hasSameSizeAs(user.crm.items().keySet());
            assertThat(people).as(seed + ": nobody is lost").containsAll(typed.keySet());
            assertThat(user.memory.load(user.key).links()).as(seed).hasSameSizeAs(people);
            assertThat(user.memory.load(user.key).intents()).as(seed).isEmpty();
            assertThat(user.memory.load(user.key).observations()).as(seed).isEmpty();
            user.crm.items().values().forEach(this::assertHoldsWhatWasTyped);
        }

        private void assertHoldsWhatWasTyped(Item item) {
            assertThat(item.get(ContactFields.CATEGORIES).orElse(Set.of()))
                    .as(seed + ": categories of " + surname(item))
                    .isEqualTo(categories.getOrDefault(surname(item), Set.of()));
            typed.getOrDefault(surname(item), Map.of()).forEach((field, last) -> {
                if (!last.contested()) {
                    assertThat(item.value(field))
                            .as(seed + ": " + field + " of " + surname(item) + " as typed in " + last.side())
                            .isEqualTo(last.value());
                }
            });
        }

        private void act() {
            switch (random.nextInt(6)) {
                case 0 -> create(anySide());
                case 1 -> createOnBoth();
                case 2 -> deleteUnedited();
                default -> edit(anySide());
            }
        }

        private Side anySide() {
            return random.nextBoolean() ? Side.CRM : Side.MAIL;
        }

        private Item person() {
            names++;
            return Items.contact("P", "N" + names).build();
        }

        private void create(Side side) {
            user.on(side).create(person());
        }

        private void createOnBoth() {
            Item person = person();
            user.crm.create(person);
            user.mail.create(person);
        }

        /** Deletes only people nobody edited in this epoch, and few enough for the guard. */
        private void deleteUnedited() {
            List<ItemId> ids = new ArrayList<>();
            user.crm.items().forEach((id, item) -> {
                if (!typed.containsKey(surname(item))) {
                    ids.add(id);
                }
            });
            if (ids.size() > 2 && user.memory.load(user.key).links().size() > 2) {
                ItemId id = ids.get(random.nextInt(ids.size()));
                deleted.add(surname(user.crm.item(id).orElseThrow()));
                user.crm.delete(id);
            }
        }

        private void edit(Side side) {
            InMemoryRecords records = user.on(side);
            List<ItemId> ids = new ArrayList<>(records.items().keySet());
            ids.removeIf(id -> deleted.contains(surname(records.item(id).orElseThrow())));
            if (!ids.isEmpty()) {
                edit(side, ids.get(random.nextInt(ids.size())));
            }
        }

        private void edit(Side side, ItemId id) {
            Item before = user.on(side).item(id).orElseThrow();
            if (random.nextInt(4) == 0) {
                editCategories(side, id, before);
                return;
            }
            Field<String> field = TEXTS.get(random.nextInt(TEXTS.size()));
            String value = random.nextInt(4) == 0 ? null : "t" + random.nextInt(1_000_000);
            user.on(side).edit(id, contact -> contact.put(field, value));
            typed.computeIfAbsent(surname(before), name -> new HashMap<>())
                    .merge(
                            field,
                            new Typed(side, value, false),
                            (old, now) -> new Typed(side, value, old.contested() || old.side() != side));
        }

        /** Every category is new, so one that somebody removed must stay away, and any other must be there. */
        private void editCategories(Side side, ItemId id, Item before) {
            typed.computeIfAbsent(surname(before), name -> new HashMap<>());
            Set<String> now = new TreeSet<>(before.get(ContactFields.CATEGORIES).orElse(Set.of()));
            Set<String> expected = categories.computeIfAbsent(surname(before), name -> new TreeSet<>());
            if (!now.isEmpty() && random.nextInt(3) == 0) {
                String gone = now.iterator().next();
                now.remove(gone);
                expected.remove(gone);
            } else {
                names++;
                now.add("c" + names);
                expected.add("c" + names);
            }
            user.on(side).edit(id, contact -> contact.set(ContactFields.CATEGORIES, now));
        }

        private void disturb() {
            for (Side side : Side.values()) {
                int answers = random.nextInt(3);
                for (int i = 0; i < answers; i++) {
                    user.on(side).faults().loseReplyOnce();
                }
                int[] edits = {random.nextInt(2)};
                user.on(side).faults().beforeWrite(write -> {
                    if (edits[0]-- > 0) {
                        edit(side);
                    }
                });
                if (random.nextInt(6) == 0) {
                    user.on(side).faults().expireCursor();
                }
            }
        }

        private static String surname(Item item) {
            return item.get(ContactFields.SURNAME).orElseThrow();
        }
    }
}
