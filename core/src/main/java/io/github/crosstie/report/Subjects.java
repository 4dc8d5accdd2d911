package io.github.crosstie.report;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.diff.FieldChange;
import io.github.crosstie.diff.FieldConflict;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.PlannedChange;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a person knows the record of an outcome by, and which fields it is about, as far as the outcome holds it. */
final class Subjects {

    private static final List<Field<?>> NAMES =
            List.of(ContactFields.GIVEN_NAME, ContactFields.SURNAME, EventFields.SUBJECT);

    private Subjects() {}

    /** Personal data; null if the outcome does not hold it. */
    static @Nullable String of(Outcome outcome) {
        PlannedChange change = change(outcome);
        if (change instanceof PlannedChange.Create create) {
            return name(create.content());
        }
        if (change instanceof PlannedChange.Update update) {
            return name(update.changes().stream()
                    .filter(each -> NAMES.contains(each.field()))
                    .map(FieldChange::to));
        }
        return null;
    }

    /** The names of the fields: those that were overwritten if the outcome is about these, else those that change. */
    static List<String> fields(Outcome outcome) {
        PlannedChange change = change(outcome);
        if (change instanceof PlannedChange.Update update) {
            Stream<Field<?>> fields =
                    outcome instanceof Outcome.Applied && !update.conflicts().isEmpty()
                            ? update.conflicts().stream().map(FieldConflict::field)
                            : update.changes().stream().map(FieldChange::field);
            return fields.map(Field::toString).distinct().toList();
        }
        return change instanceof PlannedChange.Delete delete
                ? delete.conflicts().stream()
                        .map(conflict -> conflict.field().toString())
                        .distinct()
                        .toList()
                : List.of();
    }

    /** What was done, in a few words. */
    static String made(PlannedChange change) {
        return switch (change.kind()) {
            case CREATE -> created(change);
            case UPDATE -> "updated " + where(change);
            case DELETE, REMOVE_DUPLICATE -> "deleted " + where(change);
            case MATCH -> "linked as one with its counterpart";
            case ADOPT -> "linked, as an earlier attempt had created it";
            case DETACH -> parted(change);
            case LEAVE -> "parted from its counterpart, which stays, by a change of settings";
            case HELD -> "held";
            case REFUTE, FORGET, UNLINK, AWAKEN, SETTLE -> "noted";
        };
    }

    private static String created(PlannedChange change) {
        return change instanceof PlannedChange.Create create && create.isRestoration()
                ? OutcomeReason.restored(create)
                : "created " + where(change);
    }

    private static String parted(PlannedChange change) {
        return change instanceof PlannedChange.Detach detach
                ? "parted from its counterpart, which was deleted: " + detach.reason()
                : "parted from its counterpart, which was deleted";
    }

    private static String where(PlannedChange change) {
        return change instanceof PlannedChange.RemoteWrite write && write.side() == Side.CRM
                ? "in the CRM"
                : "in the mailbox";
    }

    private static @Nullable PlannedChange change(Outcome outcome) {
        return outcome instanceof Outcome.OfChange of ? of.change() : null;
    }

    private static @Nullable String name(Item item) {
        return name(NAMES.stream().filter(field -> field.kind() == item.kind()).map(item::value));
    }

    private static @Nullable String name(Stream<? extends @Nullable Object> parts) {
        String name = parts.filter(Objects::nonNull).map(Plain::text).collect(Collectors.joining(" "));
        return name.isEmpty() ? null : name;
    }
}
