package io.github.crosstie.plan;

import io.github.crosstie.configuration.FieldMapping;
import io.github.crosstie.diff.FieldChange;
import io.github.crosstie.diff.FieldRule;
import io.github.crosstie.diff.MergeResult;
import io.github.crosstie.diff.ThreeWayMerge;
import io.github.crosstie.diff.Views;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.state.Waiting;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A series that the other side cannot hold whole is left alone on both sides, with all its fields: half of one would show people
 * appointments that do not take place (S6). Nothing of it counts as seen, so that its edits flow as soon as the reason is gone.
 */
final class SeriesLimits {

    /** How long a series that was left alone is not looked at, unless it changes. */
    static final Duration PATIENCE = Duration.ofDays(1);

    private static final List<Field<?>> OF_SERIES =
            List.of(EventFields.RECURRENCE, EventFields.CANCELLED_OCCURRENCES, EventFields.EXCEPTIONS);

    private final ItemKind kind;
    private final ThreeWayMerge merge;
    private final SeriesSupport support;
    private final StandardFields fields;

    SeriesLimits(ItemKind kind, List<FieldMapping> mappings, ThreeWayMerge merge, SeriesSupport support) {
        this.kind = kind;
        this.merge = merge;
        this.support = support;
        this.fields = new StandardFields(mappings);
    }

    /** When a series is looked at again that was left alone, or a record with one of its keys turns up. */
    static Waiting waiting(ZonedDateTime now, SortedSet<String> keys) {
        return new Waiting(keys, now.toInstant().plus(PATIENCE));
    }

    private boolean isSeries(Side side, Item item) {
        return kind == ItemKind.EVENT
                && fields.value(side, item, EventFields.RECURRENCE).isPresent();
    }

    /** Why a record cannot be created as it is; empty if it can, or is no series. */
    Optional<String> ofCreation(Side target, Item source, Item content) {
        if (!isSeries(target.other(), source)) {
            return Optional.empty();
        }
        return missing(target.other(), source, true).or(() -> support.on(target).cannotExpress(content));
    }

    /** Why two records cannot be merged; empty if they can, or neither is a series. */
    Optional<String> ofMerge(Views bases, Views current, Side winner) {
        if (!isSeries(Side.CRM, current.crm()) && !isSeries(Side.MAIL, current.mail())) {
            return Optional.empty();
        }
        MergeResult result = merge.merge(bases, current, winner);
        return missing(Side.CRM, current.crm(), false)
                .or(() -> missing(Side.MAIL, current.mail(), false))
                .or(() -> inexpressible(Side.CRM, current.crm(), result.toCrm()))
                .or(() -> inexpressible(Side.MAIL, current.mail(), result.toMail()));
    }

    private Optional<String> inexpressible(Side side, Item current, List<FieldChange> changes) {
        Item.Builder after = current.toBuilder();
        changes.forEach(change -> after.put(change.field(), change.to()));
        Item written = after.build();
        return changes.isEmpty() || !isSeries(side, written)
                ? Optional.empty()
                : support.on(side).cannotExpress(written);
    }

    /** What of a series takes no part in the sync, by what the sides hold or by the mappings. */
    private Optional<String> missing(Side source, Item item, boolean mustFlow) {
        if (!isSeries(source, item)) {
            return Optional.empty();
        }
        return OF_SERIES.stream()
                .filter(field -> fields.value(source, item, field).isPresent())
                .filter(field -> merge.rules().stream()
                        .filter(rule -> rule.mail().equals(field))
                        .noneMatch(rule -> takesPart(rule, source, mustFlow)))
                .findFirst()
                .map(field -> "it is a series with '" + field + "', which does not flow from " + source + " to "
                        + source.other() + ": map the field both ways, or use a system that holds it; the event stays as"
                        + " it is on both sides");
    }

    private static boolean takesPart(FieldRule rule, Side source, boolean mustFlow) {
        return mustFlow ? rule.flowsFrom(source) : rule.isOn();
    }
}
