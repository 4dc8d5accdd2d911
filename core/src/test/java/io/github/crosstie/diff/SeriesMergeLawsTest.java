package io.github.crosstie.diff;

import static io.github.crosstie.item.EventFields.CANCELLED_OCCURRENCES;
import static io.github.crosstie.item.EventFields.EXCEPTIONS;
import static io.github.crosstie.item.EventFields.LOCATION;
import static io.github.crosstie.item.EventFields.RECURRENCE;
import static io.github.crosstie.item.EventFields.SUBJECT;
import static io.github.crosstie.item.EventFields.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Projection;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Expansion;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.RecurrenceExpander;
import io.github.crosstie.item.Side;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Laws that every merge of series obeys, over thousands of random ones, half of them with a side that cuts texts. */
class SeriesMergeLawsTest {

    private static final int SEEDS = 10_000;
    private static final LocalDate DAY = LocalDate.of(2026, 7, 6);
    private static final List<Field<?>> FIELDS =
            List.of(EXCEPTIONS, SUBJECT, LOCATION, TIME, RECURRENCE, CANCELLED_OCCURRENCES);
    private static final Projection CUTTING =
            (field, value) -> value instanceof String text ? text.substring(0, 1) : value;

    /** Every day, or every second one: by the interval alone. */
    private static final RecurrenceExpander EXPANDER = (first, rule, from, to, most) -> {
        long days = from.toLocalDate().toEpochDay()
                - ((EventTime.AllDay) first).firstDay().toEpochDay();
        boolean isOne = days >= 0 && days % rule.interval() == 0;
        return new Expansion(isOne ? List.of(first) : List.of(), true);
    };

    private record Case(
            long seed, List<FieldRule> rules, Projection crm, Projection mail, Views base, Views current, Side winner) {

        MergeResult merge() {
            return merge(base, current);
        }

        MergeResult merge(Views base, Views current) {
            return ThreeWayMerge.of(rules, crm, mail, EXPANDER).merge(base, current, winner);
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

        Views after(MergeResult result) {
            ThreeWayMerge merge = ThreeWayMerge.of(rules, crm, mail);
            return new Views(
                    applied(merge, Side.CRM, current.crm(), result.toCrm()),
                    applied(merge, Side.MAIL, current.mail(), result.toMail()));
        }

        private static Item applied(ThreeWayMerge merge, Side side, Item item, List<FieldChange> changes) {
            Item.Builder after = item.toBuilder();
            changes.forEach(change -> after.put(change.field(), merge.project(side, change.field(), change.to())));
            return after.build();
        }

        boolean isRescheduled(MergeResult result, Side side) {
            return result.to(side).stream()
                    .anyMatch(change ->
                            change.field().equals(RECURRENCE) || change.field().equals(TIME));
        }
    }

    @Test
    @DisplayName("S6: swapping the sides mirrors the merge")
    void mirrors() {
        forEach(one -> {
            MergeResult there = one.merge();
            MergeResult mirrored = one.mirrored().merge();

            assertThat(mirrored.toMail()).as("seed " + one.seed()).isEqualTo(there.toCrm());
            assertThat(mirrored.toCrm()).as("seed " + one.seed()).isEqualTo(there.toMail());
            assertThat(mirrored.conflicts()).as("seed " + one.seed()).hasSameSizeAs(there.conflicts());
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
    @DisplayName("S6: equal sides give nothing")
    void leavesEqualSidesAlone() {
        forEach(one -> {
            Item held = one.current().mail();

            MergeResult result = one.merge(one.base(), new Views(held, held));

            assertThat(result.toCrm()).as("seed " + one.seed()).isEmpty();
            assertThat(result.toMail()).as("seed " + one.seed()).isEmpty();
        });
    }

    @Test
    @DisplayName("S6: whatever one side alone changed survives on it, and reaches the other where it can be held")
    void keepsOneSidedChanges() {
        forEach(one -> {
            if (one.rules().stream().anyMatch(rule -> rule.direction() != SyncDirection.BOTH)) {
                return;
            }
            Views current = one.current().with(Side.MAIL, one.base().mail());
            Item synced = ThreeWayMerge.of(one.rules(), one.crm(), one.mail())
                    .projected(Side.MAIL, one.base().crm());
            Views base = one.base().with(Side.MAIL, synced);
            MergeResult result = one.merge(base, current.with(Side.MAIL, synced));
            Case settled = new Case(
                    one.seed(),
                    one.rules(),
                    one.crm(),
                    one.mail(),
                    base,
                    current.with(Side.MAIL, synced),
                    one.winner());

            assertThat(result.toCrm()).as("seed " + one.seed()).isEmpty();
            if (!settled.isRescheduled(result, Side.MAIL)) {
                assertThat(states(settled.after(result).mail()))
                        .as("seed " + one.seed())
                        .isEqualTo(states(ThreeWayMerge.of(one.rules(), one.crm(), one.mail())
                                .projected(Side.MAIL, current.crm())));
                assertThat(result.conflicts()).as("seed " + one.seed()).isEmpty();
            }
        });
    }

    /** Fields without exceptions of occurrences that are cancelled as well. */
    private static Item states(Item item) {
        OccurrenceExceptions live = item.get(EXCEPTIONS).orElse(OccurrenceExceptions.NONE);
        for (OriginalStart start : item.get(CANCELLED_OCCURRENCES)
                .orElse(CancelledOccurrences.NONE)
                .starts()) {
            live = live.without(start);
        }
        return item.toBuilder().put(EXCEPTIONS, live).build();
    }

    @Test
    @DisplayName(
            "S3: nothing that is said of an occurrence is overwritten unsaid: it was the base, or it is in a conflict")
    void losesNothingUnsaid() {
        forEach(one -> {
            MergeResult result = one.merge();
            Views after = one.after(result);
            SeriesRules rules = new SeriesRules(one.rules());
            for (Side side : Side.values()) {
                rules.occurrences(side, one.current().on(side)).forEach((start, held) -> {
                    Occurrence then = rules.occurrences(side, after.on(side)).get(start);
                    Occurrence before =
                            rules.occurrences(side, one.base().on(side)).get(start);
                    boolean isTold = result.conflicts().stream()
                            .filter(conflict -> conflict.loser() == side)
                            .anyMatch(conflict -> names(conflict, start));
                    if (!Objects.equals(then, held) && !held.equals(before)) {
                        assertThat(isTold || onlyAdds(held, then))
                                .as("seed " + one.seed() + ": " + side + " " + start + " was " + held + ", is " + then)
                                .isTrue();
                    }
                    if (one.isRescheduled(result, side) && then == null) {
                        assertThat(isTold)
                                .as("seed " + one.seed() + ": " + side + " " + start)
                                .isTrue();
                    }
                });
            }
        });
    }

    private static boolean names(FieldConflict conflict, OriginalStart start) {
        return (conflict.lost() instanceof OccurrenceExceptions lost
                        && lost.get(start).isPresent())
                || (conflict.lost() instanceof CancelledOccurrences cancelled && cancelled.contains(start));
    }

    /** Whether an occurrence has all that it had, and perhaps more that came from the other side. */
    private static boolean onlyAdds(Occurrence held, Occurrence then) {
        if (held instanceof Occurrence.Excepted was && then instanceof Occurrence.Excepted is) {
            // Fields that were unedited may have changed: the edited ones are what counts, and they are in conflicts
            // else.
            return is.exception()
                            .fields()
                            .containsAll(new HashSet<>(was.exception().fields()))
                    || was.exception().fields().size() > 1;
        }
        return false;
    }

    @Test
    @DisplayName("S6: without the values of the bases the writes are the same, and no conflict goes untold")
    void needsNoValues() {
        forEach(one -> {
            MergeResult hashed = one.merge(Forgotten.values(one.base()), one.current());

            Forgotten.assertSame("seed " + one.seed(), one.merge(), hashed, field -> true);
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
        boolean mixed = random.nextInt(3) == 0;
        List<SyncDirection> directions = List.of(SyncDirection.values());
        for (Field<?> field : FIELDS) {
            SyncDirection direction = mixed ? directions.get(random.nextInt(directions.size())) : SyncDirection.BOTH;
            rules.add(new FieldRule(field, field, direction));
        }
        Projection mail = random.nextBoolean() ? CUTTING : Projection.FAITHFUL;
        ThreeWayMerge projecting = ThreeWayMerge.of(rules, Projection.FAITHFUL, mail);
        Item crmBase = item(random);
        Item mailBase = projecting.projected(Side.MAIL, random.nextInt(4) == 0 ? item(random) : crmBase);
        Item crm = random.nextInt(4) == 0 ? crmBase : edited(random, crmBase);
        Item inMail = random.nextInt(4) == 0 ? mailBase : projecting.projected(Side.MAIL, edited(random, mailBase));
        Side winner = random.nextBoolean() ? Side.CRM : Side.MAIL;
        return new Case(
                seed, rules, Projection.FAITHFUL, mail, new Views(crmBase, mailBase), new Views(crm, inMail), winner);
    }

    private static Item edited(RandomGenerator random, Item before) {
        Item other = item(random);
        Item.Builder edited = before.toBuilder();
        for (Field<?> field : FIELDS) {
            if (random.nextInt(3) == 0) {
                edited.put(field, other.value(field));
            }
        }
        return edited.build();
    }

    private static Item item(RandomGenerator random) {
        Item.Builder item = Item.event().put(SUBJECT, text(random)).put(LOCATION, text(random));
        LocalDate day = DAY.plusDays(random.nextInt(2));
        item.set(TIME, new EventTime.AllDay(day, day.plusDays(1)));
        if (random.nextInt(8) > 0) {
            item.set(
                    RECURRENCE,
                    Recurrence.builder(Recurrence.Frequency.DAILY)
                            .interval(1 + random.nextInt(2))
                            .build());
        }
        CancelledOccurrences cancelled = CancelledOccurrences.NONE;
        OccurrenceExceptions exceptions = OccurrenceExceptions.NONE;
        for (int i = 0; i < 4; i++) {
            OriginalStart start = new OriginalStart.OnDay(DAY.plusDays(i));
            int what = random.nextInt(5);
            if (what == 0 || what == 4) {
                cancelled = cancelled.with(start);
            }
            if (what == 1 || what == 2 || (what == 4 && random.nextInt(4) == 0)) {
                exceptions = exceptions.with(start, exception(random));
            }
        }
        return item.put(CANCELLED_OCCURRENCES, cancelled)
                .put(EXCEPTIONS, exceptions)
                .build();
    }

    private static OccurrenceException exception(RandomGenerator random) {
        OccurrenceException exception =
                OccurrenceException.of(Item.event().put(SUBJECT, text(random)).build());
        return switch (random.nextInt(3)) {
            case 0 -> exception.with(LOCATION, null);
            case 1 -> exception.with(LOCATION, text(random));
            default -> exception;
        };
    }

    private static String text(RandomGenerator random) {
        return "abc".charAt(random.nextInt(3)) + (random.nextBoolean() ? "x" : "");
    }
}
