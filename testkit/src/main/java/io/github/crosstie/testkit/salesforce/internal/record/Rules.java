package io.github.crosstie.testkit.salesforce.internal.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What an administrator demands of records, and records that somebody else is writing just now. */
public final class Rules {

    /** Which records are refused, and how. */
    private record Validation(ObjectDefinition object, Predicate<StoredRow> refused, Refusal refusal) {}

    /** Records that agree in a field are likely duplicates. */
    private record Duplicates(ObjectDefinition object, FieldDefinition field, boolean blocks) {}

    private final List<Validation> validations = new ArrayList<>();
    private final List<Duplicates> duplicates = new ArrayList<>();
    private final Map<String, Integer> locked = new HashMap<>();

    Rules() {}

    /** Saving such records is refused. */
    public void refuse(ObjectDefinition object, Predicate<StoredRow> records, Refusal refusal) {
        validations.add(new Validation(object, records, refusal));
    }

    /** Records that agree in a field are likely duplicates: refused always, or to those who do not insist. */
    public void duplicates(ObjectDefinition object, FieldDefinition field, boolean blocks) {
        duplicates.add(new Duplicates(object, field, blocks));
    }

    /** The next writes of a record find it locked. */
    public void lock(String id, int writes) {
        locked.put(id, writes);
    }

    /** Nothing is demanded any more. */
    public void clear() {
        validations.clear();
        duplicates.clear();
        locked.clear();
    }

    void checkLock(String id) {
        Integer left = locked.get(id);
        if (left != null) {
            locked.compute(id, (locked, writes) -> left > 1 ? left - 1 : null);
            throw new Refusal(
                    "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record or 1 records: " + id);
        }
    }

    void check(StoredRow row, @Nullable StoredRow before, Table table, Actor actor) {
        for (Validation validation : validations) {
            if (validation.object() == row.object() && validation.refused().test(row)) {
                throw validation.refusal();
            }
        }
        for (Duplicates rule : duplicates) {
            Object value = row.get(rule.field());
            boolean changed = before == null || !String.valueOf(value).equals(String.valueOf(before.get(rule.field())));
            if (rule.object() == row.object()
                    && value != null
                    && changed
                    && (rule.blocks() || !actor.allowDuplicates())
                    && table.rows().stream().anyMatch(other -> duplicate(rule.field(), row, other))) {
                throw new Refusal("DUPLICATES_DETECTED", "Use one of these records?");
            }
        }
    }

    private static boolean duplicate(FieldDefinition field, StoredRow row, StoredRow other) {
        Object one = row.get(field);
        Object another = other.get(field);
        return !other.deleted()
                && !other.id().equals(row.id())
                && one != null
                && another != null
                && field.key(one).equals(field.key(another));
    }
}
