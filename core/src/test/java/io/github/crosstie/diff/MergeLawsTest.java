package io.github.crosstie.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Projection;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Laws that every merge obeys, over thousands of random ones. */
class MergeLawsTest {

    private static final int SEEDS = 5_000;
    private static final List<Field<?>> FIELDS =
            List.of(ContactFields.NOTES, ContactFields.JOB_TITLE, ContactFields.DEPARTMENT, ContactFields.CATEGORIES);
    /** Cuts texts to one character, and the texts of sets likewise. */
    private static final Projection CUTTING = (field, value) -> value instanceof Set<?> set
            ? set.stream().map(text -> cut((String) text)).collect(Collectors.toCollection(TreeSet::new))
            : cut((String) value);

    private static String cut(String text) {
        return text.substring(0, 1);
    }

    /** A merge with everything about it. */
    private record Case(
            long seed, List<FieldRule> rules, Projection crm, Projection mail, Views base, Views current, Side winner) {

        MergeResult merge() {
            return merge(base, current);
        }

        MergeResult merge(Views base, Views current) {
            return ThreeWayMerge.of(rules, crm, mail).merge(base, current, winner);
        }

        Case mirrored() {
            List<FieldRule> swapped = rules.stream()
                    .map(rule ->
                            new FieldRule(/* crm= */ rule.mail(), /* mail= */ rule.crm(), mirrored(rule.direction())))
                    .toList();
            return new Case(
                    seed, swapped, /* crm= */ mail, /* mail= */ crm, mirrored(base), mirrored(current), winner.other());
        }

        private static SyncDirection mirrored(SyncDirection direction) {
            return switch (direction) {
                case CRM_TO_MAIL -> SyncDirection.MAIL_TO_CRM;
                case MAIL_TO_CRM -> SyncDirection.CRM_TO_MAIL;
                case BOTH, OFF -> direction;
            };
        }

        private static Views mirrored(Views views) {
            return new Views(/* crm= */ views.mail(), /* mail= */ views.crm());
        }

        /** What both sides hold once the changes are made. */
        Views after(MergeResult result) {
            return new Views(
                    applied(current.crm(), result.toCrm(), crm), applied(current.mail(), result.toMail(), mail));
        }

        private static Item applied(Item item, List<FieldChange> changes, Projection projection) {
            Item.Builder after = item.toBuilder();
            for (FieldChange change : changes) {
                Object to = change.to();
                after.put(change.field(), to == null ? null : projection.project(change.field(), to));
            }
            return after.build();
        }
    }

    @Test
    @DisplayName("swapping the sides mirrors the merge")
    void mirrors() {
        forEach(one -> {
            MergeResult there = one.merge();
            MergeResult mirrored = one.mirrored().merge();

            assertThat(mirrored.toMail()).as("seed " + one.seed()).isEqualTo(there.toCrm());
            assertThat(mirrored.toCrm()).as("seed " + one.seed()).isEqualTo(there.toMail());
            assertThat(mirrored.conflicts())
                    .as("seed " + one.seed())
                    .extracting(FieldConflict::lost)
                    .isEqualTo(
                            there.conflicts().stream().map(FieldConflict::lost).toList());
        });
    }

    @Test
    @DisplayName("G5: what was merged is in step: merging again asks for nothing")
    void isIdempotent() {
        forEach(one -> {
            MergeResult once = one.merge();

            MergeResult twice = one.merge(once.bases(), one.after(once));

            assertThat(twice.toCrm()).as("seed " + one.seed()).isEmpty();
            assertThat(twice.toMail()).as("seed " + one.seed()).isEmpty();
        });
    }

    @Test
    @DisplayName(
            "S4: the bases are what the sides hold once the changes are made; of a field that is off, what they were")
    void tellsTheBases() {
        forEach(one -> {
            MergeResult result = one.merge();

            for (FieldRule rule : one.rules()) {
                for (Side side : Side.values()) {
                    Views expected = rule.isOn() ? one.after(result) : one.base();
                    assertThat(result.bases().on(side).value(rule.on(side)))
                            .as("seed " + one.seed() + ": " + rule)
                            .isEqualTo(expected.on(side).value(rule.on(side)));
                }
            }
        });
    }

    @Test
    @DisplayName("S3: no value is overwritten unsaid: it was the base, or it is in a conflict")
    void losesNothingUnsaid() {
        forEach(one -> {
            MergeResult result = one.merge();
            for (Side side : Side.values()) {
                for (FieldChange change : result.to(side)) {
                    Object before = one.base().on(side).value(change.field());
                    boolean told = result.conflicts().stream()
                            .anyMatch(
                                    lost -> lost.loser() == side && lost.field().equals(change.field()));
                    boolean unedited = Objects.equals(before, change.from());
                    boolean set = change.field().type() == FieldType.TEXT_SET;
                    assertThat(told || unedited || set)
                            .as("seed " + one.seed() + ": " + change)
                            .isTrue();
                }
            }
        });
    }

    @Test
    @DisplayName("S1: nothing flows against a field's direction")
    void obeysDirections() {
        forEach(one -> {
            MergeResult result = one.merge();
            for (FieldRule rule : one.rules()) {
                for (Side target : Side.values()) {
                    if (!rule.flowsFrom(target.other())) {
                        assertThat(result.to(target))
                                .as("seed " + one.seed())
                                .noneMatch(change -> change.field().equals(rule.on(target)));
                    }
                }
            }
        });
    }

    @Test
    @DisplayName("S3: without the values of the bases the writes are the same, and no conflict goes untold")
    void needsNoValues() {
        forEach(one -> {
            MergeResult hashed = one.merge(Forgotten.values(one.base()), one.current());

            // Which element of a set a side has cut can be told by the element alone.
            Forgotten.assertSame(
                    "seed " + one.seed(),
                    one.merge(),
                    hashed,
                    field -> field.type() != FieldType.TEXT_SET || one.mail() == Projection.FAITHFUL);
        });
    }

    private static void forEach(Consumer<Case> law) {
        for (long seed = 0; seed < SEEDS; seed++) {
            law.accept(random(seed));
        }
    }

    private static Case random(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<FieldRule> rules = new ArrayList<>();
        for (Field<?> field : FIELDS) {
            List<SyncDirection> directions = List.of(SyncDirection.values());
            SyncDirection direction =
                    random.nextBoolean() ? SyncDirection.BOTH : directions.get(random.nextInt(directions.size()));
            rules.add(new FieldRule(field, field, direction));
        }
        Projection mail = random.nextBoolean() ? CUTTING : Projection.FAITHFUL;
        Item crmBase = item(random);
        Item mailBase = random.nextInt(4) == 0 ? projected(item(random), mail) : projected(crmBase, mail);
        Item crm = random.nextBoolean() ? crmBase : item(random);
        Item inMail = random.nextBoolean() ? mailBase : projected(item(random), mail);
        Side winner = random.nextBoolean() ? Side.CRM : Side.MAIL;
        return new Case(
                seed, rules, Projection.FAITHFUL, mail, new Views(crmBase, mailBase), new Views(crm, inMail), winner);
    }

    private static Item item(RandomGenerator random) {
        Item.Builder item = Item.contact();
        for (Field<?> field : FIELDS) {
            if (field.type() == FieldType.TEXT_SET) {
                Set<String> texts = new TreeSet<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    texts.add(text(random));
                }
                item.put(field, texts);
            } else if (random.nextInt(4) > 0) {
                item.put(field, text(random));
            }
        }
        return item.build();
    }

    private static String text(RandomGenerator random) {
        return "abc".charAt(random.nextInt(3)) + (random.nextBoolean() ? "x" : "");
    }

    private static Item projected(Item item, Projection projection) {
        Item.Builder held = Item.contact();
        item.values().forEach((field, value) -> held.put(field, projection.project(field, value)));
        return held.build();
    }
}
