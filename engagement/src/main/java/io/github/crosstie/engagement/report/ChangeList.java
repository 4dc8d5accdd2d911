package io.github.crosstie.engagement.report;

import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.engagement.plan.UnitPlan;
import io.github.crosstie.engagement.plan.UserChange;
import io.github.crosstie.engagement.plan.UserSyncPlan;
import io.github.crosstie.engagement.user.UserField;
import io.github.crosstie.engagement.user.ValueChange;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A plan as a table for whoever makes the changes by hand, as comma-separated values: a line for each field that
 * changes, in the order in which it must be done. Holds personal data.
 */
public final class ChangeList {

    private static final String HEADER = "unit,step,change,user,target,field,before,after,rule,reason\n";

    /** What a spreadsheet would compute; a phone number such as +49 30 1234 is none. */
    private static final Pattern FORMULA = Pattern.compile("(?s)[=@\\t\\r].*|[+-](?![0-9 ()/.-]*$).*");

    private ChangeList() {}

    /**
     * The changes of a plan; what it holds is not among them.
     *
     * @param plan the plan
     * @return the table with a header, as RFC 4180 wants it, but with line feeds
     */
    public static String csv(UserSyncPlan plan) {
        StringBuilder text = new StringBuilder(HEADER);
        plan.units().forEach(unit -> add(unit, text));
        return text.toString();
    }

    private static void add(UnitPlan plan, StringBuilder text) {
        for (int step = 0; step < plan.changes().size(); step++) {
            UserChange change = plan.changes().get(step);
            if (change instanceof UserChange.Update update) {
                for (Map.Entry<UserField, ValueChange> entry :
                        update.difference().changes().entrySet()) {
                    line(
                            text,
                            plan,
                            step,
                            change,
                            entry.getKey(),
                            entry.getValue().before(),
                            entry.getValue().after());
                }
            } else if (change instanceof UserChange.Create create) {
                for (Map.Entry<UserField, String> entry :
                        create.values().asMap().entrySet()) {
                    line(text, plan, step, change, entry.getKey(), null, entry.getValue());
                }
            } else {
                line(text, plan, step, change, null, null, null);
            }
        }
    }

    private static void line(
            StringBuilder text,
            UnitPlan plan,
            int step,
            UserChange change,
            @Nullable UserField field,
            @Nullable String before,
            @Nullable String after) {
        text.append(cell(plan.unit().value())).append(',').append(step + 1).append(',');
        text.append(Spelling.of(change.kind()))
                .append(',')
                .append(cell(change.user().value()))
                .append(',');
        text.append(cell(change.target() == null ? null : change.target().value()))
                .append(',');
        text.append(field == null ? "" : Spelling.of(field)).append(',');
        text.append(cell(before)).append(',').append(cell(after)).append(',');
        text.append(change.reason().rule())
                .append(',')
                .append(cell(change.reason().text()))
                .append('\n');
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
