package io.github.crosstie.report;

import io.github.crosstie.item.ItemKind;
import io.github.crosstie.plan.HeaderDifference;
import io.github.crosstie.plan.PlanDifference;
import io.github.crosstie.plan.PlannedChange;
import io.github.crosstie.plan.Skip;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * In what two plans differ, for people: what the headers say differently, then the changes that are only in the
 * second plan, only in the first, and in both with other contents. Changes that touch the stored state alone are
 * counted, not shown.
 */
public final class PlanDifferenceText {

    private final ItemKind kind;
    private final boolean showValues;
    private final StringBuilder text = new StringBuilder();

    private PlanDifferenceText(ItemKind kind, boolean showValues) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.showValues = showValues;
    }

    /**
     * Renders a difference without the values of fields, which are personal data: fit for logs and tickets.
     *
     * @param kind which kind of record the plans are about
     * @param difference the difference
     * @return the text
     */
    public static String masked(ItemKind kind, PlanDifference difference) {
        return new PlanDifferenceText(kind, false).render(difference);
    }

    /**
     * Renders a difference with all values: for the eyes of whoever owns the records.
     *
     * @param kind which kind of record the plans are about
     * @param difference the difference
     * @return the text
     */
    public static String withValues(ItemKind kind, PlanDifference difference) {
        return new PlanDifferenceText(kind, true).render(difference);
    }

    private String render(PlanDifference difference) {
        if (difference.isEmpty()) {
            return "The plans are equal.\n";
        }
        difference.header().forEach(this::header);
        changes("Only in the second plan:", difference.added());
        changes("Only in the first plan:", difference.dropped());
        changed(difference.changed());
        skips("Left alone in the second plan only:", difference.addedSkips());
        skips("Left alone in the first plan only:", difference.droppedSkips());
        if (difference.reordered()) {
            line("The same changes stand in another order.");
        }
        return text.toString();
    }

    private void header(HeaderDifference difference) {
        line(
                "%s: %s -> %s",
                difference.path(),
                Objects.requireNonNullElse(difference.before(), "absent"),
                Objects.requireNonNullElse(difference.after(), "absent"));
    }

    private void changes(String title, List<PlannedChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        line("%s", title);
        changes.forEach(change -> text.append(PlanText.change(change, kind, showValues)));
        bookkeeping(changes.stream().filter(PlanDifferenceText::isBookkeeping).count());
    }

    private void changed(List<PlanDifference.Changed> changed) {
        List<PlanDifference.Changed> shown =
                changed.stream().filter(one -> !isBookkeeping(one.after())).toList();
        if (changed.isEmpty()) {
            return;
        }
        line("Changed:");
        for (PlanDifference.Changed one : shown) {
            line("  before");
            text.append(PlanText.change(one.before(), kind, showValues));
            line("  after");
            text.append(PlanText.change(one.after(), kind, showValues));
        }
        bookkeeping(changed.size() - shown.size());
    }

    private void bookkeeping(long count) {
        if (count > 0) {
            line("    and %d of the stored state alone", count);
        }
    }

    private static boolean isBookkeeping(PlannedChange change) {
        return switch (change.kind()) {
            case REFUTE, FORGET, UNLINK, AWAKEN, SETTLE -> true;
            case DETACH, LEAVE, ADOPT, MATCH, UPDATE, CREATE, DELETE, REMOVE_DUPLICATE, HELD -> false;
        };
    }

    private void skips(String title, List<Skip> skips) {
        if (!skips.isEmpty()) {
            line("%s", title);
            skips.forEach(skip -> text.append(PlanText.skip(skip, kind, showValues)));
        }
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
