package io.github.crosstie.diff;

import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Projection;
import io.github.crosstie.internal.measure.Measures;
import io.github.crosstie.internal.measure.SafetyMeasure;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.HashedValue;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.RecurrenceExpander;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The three-way merge of one record, field by field, each side against its own base (S1, S3). Pure, immutable, thread-safe.
 *
 * <ul>
 *   <li>A field changed on one side flows to the other, where its direction lets it.
 *   <li>A field changed on both sides goes by the winner; sets merge by additions and removals instead.
 *   <li>What is said of single occurrences of a series merges occurrence by occurrence, and field by field within one (S6).
 *   <li>Values that agree under what a side can hold are left alone, so a lossy side never degrades the richer one.
 *   <li>A field that is off is not looked at; what was last seen of it stays (S4).
 *   <li>Whatever is overwritten though it was not in step is told as a conflict.
 * </ul>
 *
 * Two empty bases make a first merge: equal values stay, a value fills a gap, different values go by the winner.
 *
 * <p>Bases may be hashed. Then what was last seen is recalled from what both sides hold now, and a former value that neither holds
 * counts as another one, which no conflict can tell.
 */
public final class ThreeWayMerge {

    private final List<FieldRule> rules;
    private final Map<Side, Projection> projections;
    private final SeriesRules series;
    private final List<FieldRule> byOccurrence;
    private final List<Field<?>> onInCrm;
    private final List<Field<?>> onInMail;
    private final List<FieldRule> off;
    private final RecurrenceExpander expander;
    private final boolean mergesByField;
    private final boolean comparesWithOwnBase;
    private final boolean comparesProjected;
    private final boolean leavesEqualsAlone;

    private ThreeWayMerge(List<FieldRule> rules, Projection crm, Projection mail, RecurrenceExpander expander) {
        this.rules = List.copyOf(rules);
        this.series = new SeriesRules(this.rules);
        this.byOccurrence =
                this.rules.stream().filter(series::mergesByOccurrence).toList();
        this.onInCrm = fieldsOn(Side.CRM);
        this.onInMail = fieldsOn(Side.MAIL);
        this.off = this.rules.stream().filter(rule -> !rule.isOn()).toList();
        this.expander = Objects.requireNonNull(expander, "expander");
        this.projections = new EnumMap<>(Map.of(Side.CRM, crm, Side.MAIL, mail));
        Measures measures = Measures.current();
        mergesByField = measures.include(SafetyMeasure.FIELD_MERGE);
        comparesProjected = measures.include(SafetyMeasure.BASE_PER_SIDE);
        comparesWithOwnBase = comparesProjected && measures.include(SafetyMeasure.PROJECTED_COMPARISON);
        leavesEqualsAlone = measures.include(SafetyMeasure.EQUALITY_SHORTCUT);
    }

    private List<Field<?>> fieldsOn(Side side) {
        return rules.stream()
                .filter(FieldRule::isOn)
                .<Field<?>>map(rule -> rule.on(side))
                .distinct()
                .toList();
    }

    /**
     * A merge by some rules between two sides.
     *
     * @param rules which fields flow which way
     * @param crm what the CRM will really hold
     * @param mail what the mailbox will really hold
     * @return the merge
     */
    public static ThreeWayMerge of(List<FieldRule> rules, Projection crm, Projection mail) {
        return of(rules, crm, mail, RecurrenceExpander.cautious());
    }

    /**
     * A merge by some rules between two sides, which knows when series take place.
     *
     * @param rules which fields flow which way
     * @param crm what the CRM will really hold
     * @param mail what the mailbox will really hold
     * @param expander who tells what a changed rule leaves without an occurrence (S6)
     * @return the merge
     */
    public static ThreeWayMerge of(
            List<FieldRule> rules, Projection crm, Projection mail, RecurrenceExpander expander) {
        return new ThreeWayMerge(
                rules, Objects.requireNonNull(crm, "crm"), Objects.requireNonNull(mail, "mail"), expander);
    }

    /**
     * The same with fewer fields: those left out are off, so that they are not looked at, and what was last seen of them stays.
     *
     * @param takesPart which rules stay as they are
     * @return a narrower merge
     */
    public ThreeWayMerge narrowed(Predicate<FieldRule> takesPart) {
        return of(
                rules.stream()
                        .map(rule ->
                                takesPart.test(rule) ? rule : new FieldRule(rule.crm(), rule.mail(), SyncDirection.OFF))
                        .toList(),
                Objects.requireNonNull(projections.get(Side.CRM)),
                Objects.requireNonNull(projections.get(Side.MAIL)),
                expander);
    }

    /**
     * Which fields go with which.
     *
     * @return the rules
     */
    public List<FieldRule> rules() {
        return rules;
    }

    /**
     * What of a value both sides can hold, so that records which differ only by what one side cannot hold are known as equal.
     *
     * @param side where the value is
     * @param field the field there
     * @param value the value, or null
     * @return what is left of it on both sides; the value itself if the field does not flow between them
     */
    public @Nullable Object common(Side side, Field<?> field, @Nullable Object value) {
        for (FieldRule rule : rules) {
            if (rule.isOn() && rule.on(side).equals(field)) {
                return project(Side.MAIL, rule.mail(), project(Side.CRM, rule.crm(), value));
            }
        }
        return value;
    }

    /**
     * Merges one record.
     *
     * @param base what was last seen on each side
     * @param current what each side holds now
     * @param winner whose value stays where both sides changed one field
     * @return the changes that bring both sides in step
     */
    public MergeResult merge(Views base, Views current, Side winner) {
        FieldMerges merges = new FieldMerges(this, base, current, winner);
        rules.stream().filter(FieldRule::isOn).forEach(merges::add);
        merges.addOccurrences();
        return merges.result();
    }

    /**
     * What was last seen, as far as it is known by what both sides hold now: where digests alone are kept, of what one of them still
     * holds. What stays hashed is nobody's value any more; fields that are off are not looked at.
     *
     * @param base what was last seen on each side
     * @param current what each side holds now
     * @return the bases; the same ones if they are not hashed
     */
    public Views recalled(Views base, Views current) {
        return base.isHashed() ? new Recall(this, series).of(base, current) : base;
    }

    /**
     * Which fields of a side hold something else than was last seen there: edits that a deletion on the other side must not
     * swallow (S3).
     *
     * @param side the side
     * @param base what was last seen there
     * @param current what it holds now
     * @return the rules of the edited fields
     */
    public List<FieldRule> edited(Side side, Item base, Item current) {
        return rules.stream()
                .filter(FieldRule::isOn)
                .filter(rule -> !base.holds(rule.on(side), seen(rule, side, current)))
                .toList();
    }

    /**
     * Whether a field takes part here.
     *
     * @param rule a rule of this merge, or of one that it was narrowed from
     * @return false if the field is off, or was left out
     */
    public boolean looksAt(FieldRule rule) {
        return rules.stream().anyMatch(own -> own.isOn() && own.mail().equals(rule.mail()));
    }

    /**
     * The content of a new record: whatever flows to a side from a record on the other one.
     *
     * @param target the side that gets the new record
     * @param source the record on the other side
     * @return the values to create, in the target's fields
     */
    public Item carriedTo(Side target, Item source) {
        Item.Builder content = Item.builder(source.kind());
        rules.stream()
                .filter(rule -> rule.flowsFrom(target.other()))
                .forEach(rule -> content.put(rule.on(target), carried(rule, target, source)));
        return content.build();
    }

    /** Exceptions of a series hold fields themselves, which may have other names on the target. */
    private @Nullable Object carried(FieldRule rule, Side target, Item source) {
        Object value = source.value(rule.on(target.other()));
        return series.isExceptions(rule) && value instanceof OccurrenceExceptions exceptions
                ? series.carriedTo(target, exceptions)
                : value;
    }

    /**
     * What of a record counts as seen: its mapped fields that are not off.
     *
     * @param side the side
     * @param item the record
     * @return those fields alone
     */
    public Item seen(Side side, Item item) {
        if (isSeenWhole(side, item)) {
            return item;
        }
        Item.Builder seen = Item.builder(item.kind());
        rules.stream().filter(FieldRule::isOn).forEach(rule -> seen.put(rule.on(side), seen(rule, side, item)));
        return seen.build();
    }

    /** Whether nothing has to be taken away from a record: the usual case, as connectors are asked for mapped fields. */
    private boolean isSeenWhole(Side side, Item item) {
        if (series.exceptions().isPresent()) {
            return false;
        }
        int mapped = 0;
        for (Field<?> field : side == Side.CRM ? onInCrm : onInMail) {
            mapped += item.value(field) == null ? 0 : 1;
        }
        return mapped == item.values().size();
    }

    private @Nullable Object seen(FieldRule rule, Side side, Item item) {
        Object value = item.value(rule.on(side));
        return series.isExceptions(rule) && value instanceof OccurrenceExceptions exceptions
                ? series.visible(side, exceptions)
                : value;
    }

    /**
     * What a side will hold after it was given a record.
     *
     * @param side the side
     * @param item the values that it is given
     * @return the values as they will be read back
     */
    public Item projected(Side side, Item item) {
        Item.Builder held = Item.builder(item.kind());
        item.values().forEach((field, value) -> held.put(field, project(side, field, value)));
        return held.build();
    }

    /**
     * What a side will hold after a field was given a value.
     *
     * @param side the side
     * @param field the field on that side
     * @param value the value, or null
     * @return the value as it will be read back, or null if not set; one that is hashed stays as it is
     */
    public @Nullable Object project(Side side, Field<?> field, @Nullable Object value) {
        if (value == null || value instanceof HashedValue) {
            return value;
        }
        if (value instanceof OccurrenceExceptions exceptions && Recall.isHashed(exceptions)) {
            Object known = project(side, field, Recall.told(exceptions));
            return Recall.untold(
                    known instanceof OccurrenceExceptions held ? held : OccurrenceExceptions.NONE, exceptions);
        }
        Object given = value instanceof OccurrenceExceptions exceptions ? projected(side, exceptions) : value;
        Object held = Objects.requireNonNull(projections.get(side)).project(field, given);
        return new Normal(field).of(held);
    }

    /** What a side cuts in a series, it cuts in one occurrence too. */
    private OccurrenceExceptions projected(Side side, OccurrenceExceptions exceptions) {
        SortedMap<OriginalStart, OccurrenceException> held = new TreeMap<>();
        exceptions.byStart().forEach((start, exception) -> {
            OccurrenceException projected = exception;
            for (Map.Entry<Field<?>, Object> entry :
                    exception.changed().values().entrySet()) {
                projected = projected.with(entry.getKey(), project(side, entry.getKey(), entry.getValue()));
            }
            held.put(start, projected);
        });
        return new OccurrenceExceptions(held);
    }

    /** Gathers the outcome of one record's fields. */
    private static final class FieldMerges {

        private final ThreeWayMerge merge;
        private final Views kept;
        private final Views base;
        private final Views current;
        private final Side winner;
        private final Map<Side, List<FieldChange>> writes =
                new EnumMap<>(Map.of(Side.CRM, new ArrayList<>(), Side.MAIL, new ArrayList<>()));
        private final List<FieldConflict> conflicts = new ArrayList<>();

        FieldMerges(ThreeWayMerge merge, Views base, Views current, Side winner) {
            this.merge = merge;
            this.kept = base;
            this.base = merge.recalled(base, current);
            this.current = current;
            this.winner = winner;
        }

        void add(FieldRule rule) {
            if (rule.crm().type() == FieldType.TEXT_SET) {
                addSet(rule);
            } else if (!merge.series.mergesByOccurrence(rule)) {
                addValue(rule);
            }
        }

        private void addValue(FieldRule rule) {
            boolean agrees = agree(rule, now(rule, Side.CRM), now(rule, Side.MAIL));
            if (agrees && merge.leavesEqualsAlone && merge.comparesProjected) {
                return;
            }
            boolean fromCrm = changed(rule, Side.CRM) && rule.flowsFrom(Side.CRM);
            boolean fromMail = changed(rule, Side.MAIL) && rule.flowsFrom(Side.MAIL);
            if (fromCrm && (!fromMail || winner == Side.CRM)) {
                overwrite(rule, Side.CRM);
            } else if (fromMail) {
                overwrite(rule, Side.MAIL);
            }
        }

        private void overwrite(FieldRule rule, Side source) {
            Side target = source.other();
            Object value = now(rule, source);
            write(rule, target, value, merge.project(target, rule.on(target), value));
            if (changed(rule, target) || drifted(rule, target)) {
                conflicts.add(new FieldConflict(
                        target,
                        rule.on(target),
                        now(rule, target),
                        value,
                        base.on(target).value(rule.on(target))));
            }
        }

        /** An edit on the target of a one-way field stays, and is seen, without being in step (S1). */
        private boolean drifted(FieldRule rule, Side target) {
            Object held = now(rule, target);
            Object before = base.on(target.other()).value(rule.on(target.other()));
            return held != null && (target == Side.MAIL ? !agree(rule, before, held) : !agree(rule, held, before));
        }

        private void addSet(FieldRule rule) {
            SetMerge sets = new SetMerge(merge, rule, base, current);
            for (Side target : Side.values()) {
                if (rule.flowsFrom(target.other())) {
                    Object merged = sets.merged(target);
                    if (!Objects.equals(merged, now(rule, target))) {
                        write(rule, target, merged, sets.mergedBase(target));
                    }
                }
            }
        }

        /** Comes after all other fields, as it depends on the rule and the time that a series has from now on. */
        void addOccurrences() {
            List<FieldRule> byOccurrence = merge.byOccurrence;
            if (byOccurrence.isEmpty()) {
                return;
            }
            SeriesMerge occurrences = new SeriesMerge(merge, merge.series, base, current, winner);
            for (Side side : Side.values()) {
                if (isRescheduled(side)) {
                    occurrences.adaptTo(side, valuesAfter(side), merge.expander);
                }
                for (FieldRule rule : byOccurrence) {
                    if (occurrences.changes(rule, side)) {
                        write(rule, side, occurrences.merged(rule, side), occurrences.mergedBase(rule, side));
                    }
                }
            }
            conflicts.addAll(occurrences.conflicts());
        }

        /** Whether the merge gives a side another rule or another time of a series. */
        private boolean isRescheduled(Side side) {
            return Stream.of(merge.series.recurrence(), merge.series.time())
                    .flatMap(Optional::stream)
                    .anyMatch(rule -> writesTo(side).stream()
                            .anyMatch(change -> change.field().equals(rule.on(side))));
        }

        private Item valuesAfter(Side side) {
            Item.Builder after = current.on(side).toBuilder();
            writesTo(side).forEach(change -> after.put(change.field(), change.to()));
            return after.build();
        }

        private List<FieldChange> writesTo(Side side) {
            return Objects.requireNonNull(writes.get(side));
        }

        private void write(FieldRule rule, Side target, @Nullable Object value, @Nullable Object seen) {
            Objects.requireNonNull(writes.get(target))
                    .add(new FieldChange(
                            rule.on(target),
                            now(rule, target),
                            value,
                            seen,
                            rule.on(target.other()),
                            now(rule, target.other())));
        }

        private @Nullable Object now(FieldRule rule, Side side) {
            return current.on(side).value(rule.on(side));
        }

        private boolean changed(FieldRule rule, Side side) {
            return merge.mergesByField
                    ? fieldChanged(rule, side)
                    : merge.rules.stream().anyMatch(any -> any.isOn() && fieldChanged(any, side))
                            && !Objects.equals(now(rule, Side.CRM), now(rule, Side.MAIL));
        }

        private boolean fieldChanged(FieldRule rule, Side side) {
            return !Objects.equals(now(rule, side), seen(rule, side));
        }

        private @Nullable Object seen(FieldRule rule, Side side) {
            if (merge.comparesWithOwnBase) {
                return base.on(side).value(rule.on(side));
            }
            Object shared = base.crm().value(rule.crm());
            return merge.comparesProjected ? merge.project(side, rule.on(side), shared) : shared;
        }

        private boolean agree(FieldRule rule, @Nullable Object crm, @Nullable Object mail) {
            return Objects.equals(merge.project(Side.MAIL, rule.mail(), crm), mail)
                    || Objects.equals(crm, merge.project(Side.CRM, rule.crm(), mail));
        }

        MergeResult result() {
            List<FieldChange> toCrm = writesTo(Side.CRM);
            List<FieldChange> toMail = writesTo(Side.MAIL);
            Views bases = new Views(baseAfter(Side.CRM, toCrm), baseAfter(Side.MAIL, toMail));
            return new MergeResult(toCrm, toMail, conflicts, bases);
        }

        private Item baseAfter(Side side, List<FieldChange> changes) {
            Item seen = merge.seen(side, changes.isEmpty() ? current.on(side) : held(side, changes));
            if (merge.off.isEmpty()) {
                return seen;
            }
            Item.Builder after = seen.toBuilder();
            merge.off.forEach(rule -> after.put(rule.on(side), kept.on(side).value(rule.on(side))));
            return after.build();
        }

        private Item held(Side side, List<FieldChange> changes) {
            Item.Builder held = current.on(side).toBuilder();
            changes.forEach(change -> held.put(change.field(), merge.project(side, change.field(), change.to())));
            return held.build();
        }
    }
}
