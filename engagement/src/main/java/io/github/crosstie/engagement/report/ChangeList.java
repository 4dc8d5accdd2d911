package io.github.crosstie.engagement.report;

import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.engagement.plan.GuardVerdict;
import io.github.crosstie.engagement.plan.HeldChange;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.plan.UnreachedUnit;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A plan as a table for whoever makes the changes by hand, as comma-separated values: a line for each field that
 * changes. The column {@code status} says what a line is for:
 *
 * <ul>
 *   <li>{@code due}: to be done, in the order of the steps of its unit;
 *   <li>{@code held}: not to be done yet; the column {@code held} says why and what to do. Has no step;
 *   <li>{@code unread}: nothing is known of the unit, and the reason says why.
 * </ul>
 *
 * <p>All that is due comes first. Who is left alone is not in the table: {@link PlanText} tells. Holds personal data.
 */
public final class ChangeList {

    private static final String HEADER = "status,unit,step,change,user,target,field,before,after,rule,reason,held\n";

    /** What a spreadsheet would compute; a phone number such as +49 30 1234 is none. */
    private static final Pattern FORMULA = Pattern.compile("(?s)[=@\\t\\r].*|[+-](?![0-9 ()/.-]*$).*");

    private ChangeList() {}

    /**
     * What is due by a plan, what it holds, and what it could not look at.
     *
     * @param plan the plan
     * @return the table with a header, as RFC 4180 wants it, but with line feeds
     */
    public static String csv(UserSyncPlan plan) {
        StringBuilder text = new StringBuilder(HEADER);
        plan.units().forEach(unit -> due(unit).forEach(entry -> entry.addTo(text)));
        plan.units().forEach(unit -> held(unit).forEach(entry -> entry.addTo(text)));
        for (UnreachedUnit unit : plan.unreached()) {
            row(text, "unread", unit.unit().value(), "", "", "", "", "", "", "", "", unit.message(), "");
        }
        return text.toString();
    }

    private static List<Entry> due(UnitPlan plan) {
        List<Entry> entries = new ArrayList<>();
        for (UserChange change : plan.changes()) {
            entries.add(new Entry("due", plan, String.valueOf(entries.size() + 1), change, ""));
        }
        return entries;
    }

    private static List<Entry> held(UnitPlan plan) {
        return plan.held().stream()
                .map(held -> new Entry("held", plan, "", held.change(), reason(plan, held)))
                .toList();
    }

    private static String reason(UnitPlan plan, HeldChange held) {
        return plan.guards().stream()
                .filter(verdict -> verdict.cause() == held.cause())
                .map(GuardVerdict::reason)
                .findFirst()
                .orElse(Spelling.of(held.cause()));
    }

    /** A change with what the table says of it as a whole. */
    private record Entry(String status, UnitPlan plan, String step, UserChange change, String held) {

        void addTo(StringBuilder text) {
            if (change instanceof UserChange.Update update) {
                update.difference()
                        .changes()
                        .forEach((field, value) -> line(text, Spelling.of(field), value.before(), value.after()));
            } else if (change instanceof UserChange.Create create) {
                create.values().asMap().forEach((field, value) -> line(text, Spelling.of(field), null, value));
            } else {
                line(text, "", null, null);
            }
        }

        private void line(StringBuilder text, String field, @Nullable String before, @Nullable String after) {
            row(
                    text,
                    status,
                    plan.unit().value(),
                    step,
                    Spelling.of(change.kind()),
                    change.user().value(),
                    change.target() == null ? null : change.target().value(),
                    field,
                    before,
                    after,
                    change.reason().rule(),
                    change.reason().text(),
                    held);
        }
    }

    private static void row(StringBuilder text, @Nullable String... cells) {
        text.append(Arrays.stream(cells).map(ChangeList::cell).collect(Collectors.joining(",", "", "\n")));
    }

    /** Quoted where needed; a value that a spreadsheet would take for a formula gets an apostrophe. */
    private static String cell(@Nullable String value) {
        if (value == null) {
            return "";
        }
        boolean formula = FORMULA.matcher(value).matches();
        String safe = formula ? "'" + value : value;
        boolean quote = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
