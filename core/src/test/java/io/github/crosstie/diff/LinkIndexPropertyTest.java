package io.github.crosstie.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemVersion;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The index beside plain maps, over thousands of small random worlds, each with three ways to hash ids. */
class LinkIndexPropertyTest {

    private static final int SEEDS = 4_000;
    private static final List<FieldRule> RULES = List.of(
            new FieldRule(ContactFields.SURNAME, ContactFields.SURNAME, SyncDirection.BOTH),
            new FieldRule(ContactFields.NOTES, ContactFields.JOB_TITLE, SyncDirection.CRM_TO_MAIL),
            new FieldRule(ContactFields.CATEGORIES, ContactFields.CATEGORIES, SyncDirection.BOTH),
            new FieldRule(ContactFields.DEPARTMENT, ContactFields.DEPARTMENT, SyncDirection.OFF));
    private static final List<Field<?>> TEXTS =
            List.of(ContactFields.SURNAME, ContactFields.NOTES, ContactFields.JOB_TITLE, ContactFields.DEPARTMENT);
    /** What an id is made of: letters that differ by case alone, others outside of Latin, halves of pairs. */
    private static final List<String> PARTS =
            List.of("a", "A", "\u00e4", "\u0416", "\uD83D\uDE00", "\uD83D", "/", "=", " x", "0", "Aa", "BB", "\0");

    private static int allCollide(ItemId id) {
        return 0;
    }

    private static int manyCollide(ItemId id) {
        return id.hashCode() & 3;
    }

    @Test
    @DisplayName("A14, G3: the index finds the same differences as plain maps do, however ids are hashed")
    void agreesWithPlainMaps() {
        for (long seed = 0; seed < SEEDS; seed++) {
            new World(seed, ItemId::hashCode).check();
            new World(seed, LinkIndexPropertyTest::manyCollide).check();
            new World(seed, LinkIndexPropertyTest::allCollide).check();
        }
    }

    /** Links, two listings, and what happens to the links after these were read. */
    private static final class World {

        private final Random random;
        private final String name;
        private final LinkIndex links;
        private final NaiveLinks plain = new NaiveLinks(RULES);
        private final int size;
        /** Whether each record may have a version, content or both; else all have the same, and a version stands for its content. */
        private final boolean isMixed;

        private final boolean hasVersions;
        private final boolean hasItems;

        World(long seed, ToIntFunction<ItemId> hash) {
            random = new Random(seed);
            name = "seed " + seed;
            links = LinkIndex.create(RULES, random.nextLong(), hash);
            size = random.nextInt(4) == 0 ? random.nextInt(200) : random.nextInt(12);
            isMixed = random.nextBoolean();
            hasVersions = random.nextBoolean();
            hasItems = !hasVersions || random.nextBoolean();
        }

        void check() {
            for (int link = 0; link < size; link++) {
                putNew();
            }
            Reading crm = read(Side.CRM);
            Reading mail = read(Side.MAIL);
            compare(crm, mail);

            int edits = random.nextInt(8);
            for (int edit = 0; edit < edits; edit++) {
                edit(crm);
                compare(crm, mail);
            }
            compare(read(Side.CRM), mail);
        }

        private void putNew() {
            SyncedPair pair = new SyncedPair(snapshot(id()), snapshot(id()));
            if (!plain.isLinked(Side.CRM, pair.crm().id())
                    && !plain.isLinked(Side.MAIL, pair.mail().id())) {
                links.put(pair);
                plain.put(pair);
            }
        }

        /** Links what a listing showed, brings a link in step, or forgets one. */
        private void edit(Reading listed) {
            List<SyncedPair> pairs = plain.pairs();
            int what = random.nextInt(isMixed ? 2 : 3);
            if (what == 0 || pairs.isEmpty()) {
                List<RecordSnapshot> records =
                        List.copyOf(listed.shown().records().values());
                RecordSnapshot crm = records.isEmpty() ? snapshot(id()) : records.get(random.nextInt(records.size()));
                RecordSnapshot mail = snapshot(id());
                if (!plain.isLinked(Side.CRM, crm.id()) && !plain.isLinked(Side.MAIL, mail.id())) {
                    links.put(new SyncedPair(crm, mail));
                    plain.put(new SyncedPair(crm, mail));
                }
            } else {
                SyncedPair pair = pairs.get(random.nextInt(pairs.size()));
                if (what == 2) {
                    SyncedPair inStep = new SyncedPair(
                            listed.shown().records().getOrDefault(pair.crm().id(), pair.crm()), pair.mail());
                    links.put(inStep);
                    plain.put(inStep);
                } else {
                    boolean byCrm = random.nextBoolean();
                    assertThat(
                                    byCrm
                                            ? links.remove(Side.CRM, pair.crm().id())
                                            : links.remove(
                                                    Side.MAIL, pair.mail().id()))
                            .as(name)
                            .isTrue();
                    plain.remove(pair.crm().id());
                }
            }
        }

        private Reading read(Side side) {
            List<RecordSnapshot> records = new ArrayList<>();
            int shown = random.nextInt(4);
            for (SyncedPair pair : plain.pairs()) {
                if (shown > 0 && random.nextInt(4) < shown) {
                    records.add(random.nextInt(3) == 0 ? snapshot(pair.on(side).id()) : pair.on(side));
                }
            }
            for (int more = random.nextInt(4); more > 0; more--) {
                records.add(snapshot(id()));
                records.add(snapshot(records.get(random.nextInt(records.size())).id()));
            }
            int order = random.nextInt(3);
            if (order == 1) {
                Collections.reverse(records);
            } else if (order == 2) {
                Collections.shuffle(records, random);
            }
            boolean complete = random.nextBoolean();
            ListingReader reader = links.listing(side);
            if (random.nextBoolean()) {
                reader.addAll(records);
            } else {
                reader.addAll(records.stream());
            }
            return new Reading(complete ? reader.complete() : reader.partial(), plain.shown(side, complete, records));
        }

        private void compare(Reading crm, Reading mail) {
            Differences found = links.compare(crm.listing(), mail.listing());

            assertThat(found.stream().map(World::comparable).toList())
                    .as(name)
                    .containsExactlyInAnyOrderElementsOf(plain.differences(crm.shown(), mail.shown()).stream()
                            .map(World::comparable)
                            .toList());
            var counts = plain.counts(crm.shown(), mail.shown());
            for (RecordStatus ofCrm : RecordStatus.values()) {
                for (RecordStatus ofMail : RecordStatus.values()) {
                    assertThat(found.count(ofCrm, ofMail))
                            .as("%s: %s, %s", name, ofCrm, ofMail)
                            .isEqualTo(counts.getOrDefault(List.of(ofCrm, ofMail), 0));
                }
            }
            assertThat(crm.listing().size())
                    .as(name)
                    .isEqualTo(crm.shown().records().size());
            assertThat(links.size()).as(name).isEqualTo(plain.pairs().size());
        }

        /** Without the records as listed, which are told only if they differed at that time. */
        private static Object comparable(Difference difference) {
            return difference instanceof Difference.OfLink link
                    ? List.of(
                            link.crm().id(),
                            link.crm().status(),
                            link.mail().id(),
                            link.mail().status())
                    : difference;
        }

        private ItemId id() {
            StringBuilder id = new StringBuilder();
            for (int part = random.nextInt(3); part >= 0; part--) {
                id.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            return new ItemId(size > 12 ? id + "." + random.nextInt(size) : id + ".");
        }

        private RecordSnapshot snapshot(ItemId id) {
            int number = random.nextInt(4);
            ItemVersion version = new ItemVersion("v" + number);
            if (!isMixed) {
                return new RecordSnapshot(id, hasVersions ? version : null, hasItems ? item(new Random(number)) : null);
            }
            boolean isVersioned = random.nextBoolean();
            boolean isRead = !isVersioned || random.nextBoolean();
            return new RecordSnapshot(id, isVersioned ? version : null, isRead ? item(random) : null);
        }

        private static Item item(Random random) {
            Item.Builder item = Item.contact();
            for (Field<?> field : TEXTS) {
                item.put(field, random.nextInt(4) == 0 ? "b" : "");
            }
            return item.put(ContactFields.CATEGORIES, random.nextInt(3) == 0 ? Set.of("x", "y") : null)
                    .build();
        }
    }

    private record Reading(Listing listing, NaiveLinks.Shown shown) {}
}
