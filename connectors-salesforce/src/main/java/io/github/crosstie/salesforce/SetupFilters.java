package io.github.crosstie.salesforce;

import io.github.crosstie.configuration.Filter;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Filters of a setup page: whose records, and criteria on fields. */
final class SetupFilters {

    /** Whether the choice limits to the user's own records, as we do. */
    private static final Map<String, Boolean> OWNERSHIP = Map.of(
            "selectedcontactsusersrecords", true,
            "selectedcontacts", true,
            "usersrecords", true,
            "allcontacts", false);

    private final ItemKind kind;
    private final List<Filter> filters = new ArrayList<>();
    private boolean complete = true;

    private SetupFilters(ItemKind kind) {
        this.kind = kind;
    }

    static SetupFilters none(ItemKind kind) {
        return new SetupFilters(kind);
    }

    static SetupFilters read(ItemKind kind, SetupValue value) {
        SetupFilters all = new SetupFilters(kind);
        if (value.node().isArray()) {
            all.criteria(value);
        } else {
            value.section().ifPresentOrElse(all::read, () -> all.complete = false);
        }
        return all;
    }

    List<Filter> filters() {
        return List.copyOf(filters);
    }

    /** Whether every criterion was taken over; if not, more records would be in scope than the page lets in. */
    boolean complete() {
        return complete;
    }

    private void read(SetupSection section) {
        section.take("recordOwnership")
                .ifPresent(value -> value.choice(OWNERSHIP).ifPresent(own -> {
                    if (own) {
                        value.takenOver();
                    } else {
                        value.differs(
                                "only records that the user owns are in scope (S23); give users the records they need");
                    }
                }));
        section.take("syncContactsUsersFollowInChatter", "chatter")
                .ifPresent(value -> value.choice(SetupChoices.YES_OR_NO).ifPresent(follows -> {
                    if (follows) {
                        value.noCounterpart(
                                "following brings no record into scope; share or assign such records instead");
                    } else {
                        value.takenOver();
                    }
                }));
        section.take("criteria").ifPresent(this::criteria);
        if (section.reportRest()) {
            complete = false;
        }
    }

    private void criteria(SetupValue value) {
        for (SetupValue item : value.items()) {
            Optional<Filter> filter = item.section().flatMap(section -> criterion(item, section));
            filter.ifPresentOrElse(filters::add, () -> complete = false);
        }
    }

    private Optional<Filter> criterion(SetupValue item, SetupSection section) {
        String name = section.take("field").map(SetupValue::text).orElse("");
        Optional<SetupValue> operator = section.take("operator");
        Set<String> values =
                section.take("value", "values").map(SetupFilters::values).orElse(Set.of());
        if (section.reportRest()) {
            complete = false;
        }
        Optional<Field<?>> field = SetupFields.salesforce(kind, withoutObject(name));
        Optional<Filter.Operator> ours = operator.map(each -> SetupChoices.OPERATORS.get(Words.of(each.text())));
        boolean textual = field.filter(each -> each.type() == FieldType.TEXT).isPresent();
        if (!textual || ours.isEmpty() || values.isEmpty()) {
            item.noCounterpart("a filter compares a standard text field by one of "
                    + SetupChoices.OPERATORS.keySet().stream().sorted().toList()
                    + " with at least one value; write another filter");
            return Optional.empty();
        }
        item.differs("compared exactly here, case included; write every spelling that occurs");
        return Optional.of(new Filter(Side.CRM, field.get(), ours.get(), values));
    }

    /** A criterion on the record's own object may name it; any other object stays, and is not found then. */
    private String withoutObject(String name) {
        String own = kind == ItemKind.CONTACT ? "Contact." : "Event.";
        return name.startsWith(own) ? name.substring(own.length()) : name;
    }

    /** Salesforce takes a comma as "or". */
    private static Set<String> values(SetupValue value) {
        return value.items().stream()
                .flatMap(item -> Arrays.stream(item.text().split(",", -1)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toSet());
    }
}
