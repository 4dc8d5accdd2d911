package io.github.crosstie.plan;

import io.github.crosstie.configuration.RecordSettings;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.diff.FieldRule;
import io.github.crosstie.diff.MergeResult;
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
    private final StandardFields fields;
    private final RecordSettings settings;
    private final List<FieldRule> rules;
    private final SeriesSupport support;

    SeriesLimits(
            ItemKind kind,
            StandardFields fields,
            RecordSettings settings,
            List<FieldRule> rules,
            SeriesSupport support) {
        this.kind = kind;
        this.fields = fields;
        this.settings = settings;
        this.rules = rules;
        this.support = support;
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

    /** Whether one of two records is a series. */
    boolean isSeries(Views current) {
        return isSeries(Side.CRM, current.crm()) || isSeries(Side.MAIL, current.mail());
    }

    /** Why what a merge asks for cannot be written; empty if it can. */
    Optional<String> ofMerge(Views current, MergeResult result) {
        Views after = result.applied(current);
        return missing(Side.CRM, current.crm(), false)
                .or(() -> missing(Side.MAIL, current.mail(), false))
                .or(() -> inexpressible(Side.CRM, after, result))
                .or(() -> inexpressible(Side.MAIL, after, result));
    }

    private Optional<String> inexpressible(Side side, Views after, MergeResult result) {
        return result.to(side).isEmpty() || !isSeries(side, after.on(side))
                ? Optional.empty()
                : support.on(side).cannotExpress(after.on(side));
    }

    /** What of a series takes no part in the sync, by what the sides hold or by the mappings. */
    private Optional<String> missing(Side source, Item item, boolean mustFlow) {
        if (!isSeries(source, item)) {
            return Optional.empty();
        }
        return OF_SERIES.stream()
                .filter(field -> fields.value(source, item, field).isPresent())
                .filter(field -> rules.stream()
                        .filter(rule -> rule.mail().equals(field))
                        .noneMatch(rule -> takesPart(rule, source, mustFlow)))
                .findFirst()
                .map(field -> "it is a series with '" + field + "', which does not flow from " + source + " to "
                        + source.other() + ": " + remedy(field, source, mustFlow)
                        + "; the event stays as it is on both sides");
    }

    private static boolean takesPart(FieldRule rule, Side source, boolean mustFlow) {
        return takesPart(rule.direction(), source, mustFlow);
    }

    private static boolean takesPart(SyncDirection direction, Side source, boolean mustFlow) {
        return mustFlow ? direction.flowsFrom(source) : direction != SyncDirection.OFF;
    }

    /** Where the mapping would let the field flow, it is the other side that does not hold it. */
    private String remedy(Field<?> field, Side source, boolean mustFlow) {
        boolean isMapped = settings.fields().stream()
                .filter(mapping -> mapping.mail().equals(field))
                .anyMatch(mapping -> takesPart(mapping.direction().within(settings.direction()), source, mustFlow));
        return isMapped
                ? "the " + source.other() + " side does not hold it: give its connector recurrences(...), such as"
                        + " RuleExpander.create(), if its builder takes them; otherwise use a system that holds it"
                : "map the field both ways";
    }
}
