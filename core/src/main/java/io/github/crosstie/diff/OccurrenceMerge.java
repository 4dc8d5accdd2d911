package io.github.crosstie.diff;

import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.OccurrenceException;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The three-way merge of one occurrence of a series (S6). As a whole, if a side cancels it or makes it an exception; field by
 * field, if it is an exception on both sides. What one side did alone flows; a change beats a reset to what the series has;
 * an exception against a cancellation, and a field that both changed, go by the winner.
 */
final class OccurrenceMerge {

    private final ThreeWayMerge merge;
    private final SeriesRules rules;
    private final Side winner;
    private final OriginalStart start;
    /** As the sides have it, with the fields that take no part in the merge. */
    private final Map<Side, Occurrence> wholeBase;

    private final Map<Side, Occurrence> whole;
    private final Map<Side, Occurrence> base = new EnumMap<>(Side.class);
    private final Map<Side, Occurrence> current = new EnumMap<>(Side.class);
    private final Map<Side, UnaryOperator<Occurrence>> steps = new EnumMap<>(Side.class);
    private final List<FieldConflict> conflicts = new ArrayList<>();

    OccurrenceMerge(
            ThreeWayMerge merge,
            SeriesRules rules,
            Side winner,
            OriginalStart start,
            Map<Side, Occurrence> base,
            Map<Side, Occurrence> current) {
        this.merge = merge;
        this.rules = rules;
        this.winner = winner;
        this.start = start;
        wholeBase = base;
        whole = current;
        base.forEach((side, occurrence) -> this.base.put(side, rules.visible(side, occurrence)));
        current.forEach((side, occurrence) -> this.current.put(side, rules.visible(side, occurrence)));
        for (Side side : Side.values()) {
            steps.put(side, UnaryOperator.identity());
        }
        decide();
    }

    /** What becomes of the occurrence on a side, of what it is there or of what was last seen of it. */
    Occurrence applied(Side target, Occurrence occurrence) {
        return Objects.requireNonNull(steps.get(target)).apply(occurrence);
    }

    List<FieldConflict> conflicts() {
        return conflicts;
    }

    private void decide() {
        Occurrence crm = now(Side.CRM);
        Occurrence mail = now(Side.MAIL);
        if (agree(crm, mail)) {
            return;
        }
        if (crm instanceof Occurrence.Excepted && mail instanceof Occurrence.Excepted) {
            rules.ofOccurrences().forEach(this::mergeField);
            return;
        }
        boolean fromCrm = flowsFrom(Side.CRM) && !crm.equals(before(Side.CRM));
        boolean fromMail = flowsFrom(Side.MAIL) && !mail.equals(before(Side.MAIL));
        if (fromCrm || fromMail) {
            take(fromCrm && fromMail ? stronger(crm, mail) : fromCrm ? Side.CRM : Side.MAIL);
        }
    }

    private Side stronger(Occurrence crm, Occurrence mail) {
        if (crm instanceof Occurrence.AsRuled || mail instanceof Occurrence.AsRuled) {
            return crm instanceof Occurrence.AsRuled ? Side.MAIL : Side.CRM;
        }
        return winner;
    }

    private void take(Side source) {
        Side target = source.other();
        Occurrence held = now(target);
        Occurrence taken = carriedTo(target, now(source));
        steps.put(target, occurrence -> rules.withHidden(target, taken, occurrence));
        boolean drifted = !(held instanceof Occurrence.AsRuled) && !agreeWith(target, before(source), held);
        if (taken instanceof Occurrence.Cancelled) {
            // Nothing is left of it on that side, whatever took part.
            Occurrence lost = Objects.requireNonNull(whole.get(target));
            Occurrence seen = Objects.requireNonNull(wholeBase.get(target));
            if (drifted || !lost.equals(seen)) {
                conflicts.add(conflict(rules, target, start, lost, taken, seen));
            }
        } else if (drifted || !held.equals(before(target))) {
            conflicts.add(conflict(rules, target, start, held, taken, before(target)));
        }
    }

    /** The loss of what a side says about an occurrence, in the field that says it. */
    static FieldConflict conflict(
            SeriesRules rules, Side loser, OriginalStart start, Occurrence lost, Occurrence kept, Occurrence base) {
        Occurrence telling = lost instanceof Occurrence.AsRuled ? kept : lost;
        boolean isCancelled = telling instanceof Occurrence.Cancelled;
        FieldRule rule = (isCancelled ? rules.cancelled() : rules.exceptions()).orElseThrow();
        return new FieldConflict(
                loser,
                rule.on(loser),
                told(isCancelled, start, lost),
                told(isCancelled, start, kept),
                told(isCancelled, start, base));
    }

    private static @Nullable Object told(boolean asCancelled, OriginalStart start, Occurrence occurrence) {
        if (occurrence instanceof Occurrence.Excepted excepted) {
            return asCancelled ? null : OccurrenceExceptions.NONE.with(start, excepted.exception());
        }
        return asCancelled && occurrence instanceof Occurrence.Cancelled ? CancelledOccurrences.of(start) : null;
    }

    private void mergeField(FieldRule rule) {
        Slot crm = Slot.of(now(Side.CRM), rule.crm());
        Slot mail = Slot.of(now(Side.MAIL), rule.mail());
        if (agree(rule, crm, mail)) {
            return;
        }
        boolean fromCrm = flowsFrom(Side.CRM) && rule.flowsFrom(Side.CRM) && changed(rule, Side.CRM);
        boolean fromMail = flowsFrom(Side.MAIL) && rule.flowsFrom(Side.MAIL) && changed(rule, Side.MAIL);
        if (fromCrm && (!fromMail || winner == Side.CRM)) {
            takeField(rule, Side.CRM);
        } else if (fromMail) {
            takeField(rule, Side.MAIL);
        }
    }

    private void takeField(FieldRule rule, Side source) {
        Side target = source.other();
        Field<?> field = rule.on(target);
        Slot taken = projected(target, field, Slot.of(now(source), rule.on(source)));
        steps.computeIfPresent(target, (side, step) -> occurrence -> with(step.apply(occurrence), field, taken));
        Slot held = Slot.of(now(target), field);
        Slot seen = Slot.of(before(target), field);
        Slot before = Slot.of(before(source), rule.on(source));
        boolean agrees = target == Side.MAIL ? agree(rule, before, held) : agree(rule, held, before);
        if (!held.equals(seen) || (held.own() && !agrees)) {
            conflicts.add(new FieldConflict(
                    target,
                    rules.exceptions().orElseThrow().on(target),
                    alone(field, held),
                    alone(field, taken),
                    alone(field, seen)));
        }
    }

    private static Occurrence with(Occurrence occurrence, Field<?> field, Slot slot) {
        OccurrenceException exception =
                occurrence instanceof Occurrence.Excepted excepted ? excepted.exception() : none(field);
        return Occurrence.of(slot.in(exception, field));
    }

    private @Nullable Object alone(Field<?> field, Slot slot) {
        OccurrenceException exception = slot.in(none(field), field);
        return exception.isEmpty() ? null : OccurrenceExceptions.NONE.with(start, exception);
    }

    private static OccurrenceException none(Field<?> field) {
        return OccurrenceException.of(Item.builder(field.kind()).build());
    }

    private boolean changed(FieldRule rule, Side side) {
        return !Slot.of(now(side), rule.on(side)).equals(Slot.of(before(side), rule.on(side)));
    }

    private boolean agree(FieldRule rule, Slot crm, Slot mail) {
        return projected(Side.MAIL, rule.mail(), crm).equals(mail) || crm.equals(projected(Side.CRM, rule.crm(), mail));
    }

    private Slot projected(Side side, Field<?> field, Slot slot) {
        return new Slot(slot.own(), merge.project(side, field, slot.value()));
    }

    private boolean agreeWith(Side target, Occurrence source, Occurrence held) {
        return target == Side.MAIL ? agree(source, held) : agree(held, source);
    }

    private boolean agree(Occurrence crm, Occurrence mail) {
        return carriedTo(Side.MAIL, crm).equals(mail) || crm.equals(carriedTo(Side.CRM, mail));
    }

    /** What a side will hold when it is given what the other one says. */
    private Occurrence carriedTo(Side target, Occurrence source) {
        if (source instanceof Occurrence.Excepted excepted) {
            Optional<FieldRule> rule = rules.exceptions();
            OccurrenceExceptions carried =
                    OccurrenceExceptions.NONE.with(start, rules.carriedTo(target, excepted.exception()));
            Object held = rule.isEmpty() || carried.isEmpty()
                    ? null
                    : merge.project(target, rule.get().on(target), carried);
            return held instanceof OccurrenceExceptions exceptions
                    ? exceptions.get(start).map(Occurrence::of).orElseGet(Occurrence.AsRuled::new)
                    : new Occurrence.AsRuled();
        }
        if (source instanceof Occurrence.Cancelled) {
            Object held = rules.cancelled()
                    .map(rule -> merge.project(target, rule.on(target), CancelledOccurrences.of(start)))
                    .orElse(null);
            return held instanceof CancelledOccurrences cancelled && cancelled.contains(start)
                    ? source
                    : new Occurrence.AsRuled();
        }
        return source;
    }

    private boolean flowsFrom(Side side) {
        return rules.flowsFrom(side);
    }

    private Occurrence now(Side side) {
        return Objects.requireNonNull(current.get(side));
    }

    private Occurrence before(Side side) {
        return Objects.requireNonNull(base.get(side));
    }
}
