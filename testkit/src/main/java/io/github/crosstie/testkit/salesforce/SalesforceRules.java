package io.github.crosstie.testkit.salesforce;

import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.ObjectDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import java.util.List;
import java.util.function.Predicate;

/**
 * What an administrator demands of the records of one object. Clients of the API are held to it, people are not. Thread-safe.
 */
public final class SalesforceRules {

    private final Database database;
    private final ObjectDefinition object;

    SalesforceRules(Database database, ObjectDefinition object) {
        this.database = database;
        this.object = object;
    }

    /**
     * A validation rule: such records are refused as {@code FIELD_CUSTOM_VALIDATION_EXCEPTION}.
     *
     * @param refused which records, as they would be after the write
     * @param message what the rule says
     * @param fields the fields that it blames; none for the record as a whole
     * @return these rules
     */
    public SalesforceRules validate(Predicate<SalesforceRecord> refused, String message, String... fields) {
        return refuse(refused, "FIELD_CUSTOM_VALIDATION_EXCEPTION", message, fields);
    }

    /**
     * Such records are refused.
     *
     * @param refused which records, as they would be after the write
     * @param code such as {@code CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY}, which a trigger's failure looks like
     * @param message what the answer says
     * @param fields the fields that it blames
     * @return these rules
     */
    public SalesforceRules refuse(Predicate<SalesforceRecord> refused, String code, String message, String... fields) {
        Refusal refusal = new Refusal(code, message, List.of(fields));
        synchronized (database) {
            database.rules().refuse(object, row -> refused.test(SalesforceRecord.of(row)), refusal);
        }
        return this;
    }

    /**
     * Fields that have to be filled: otherwise {@code REQUIRED_FIELD_MISSING}.
     *
     * @param fields their names
     * @return these rules
     */
    public SalesforceRules require(String... fields) {
        for (String field : fields) {
            refuse(
                    record -> !record.values().containsKey(field),
                    "REQUIRED_FIELD_MISSING",
                    "Required fields are missing: [" + field + "]",
                    field);
        }
        return this;
    }

    /**
     * A duplicate rule that alerts: records that agree in a field are refused as {@code DUPLICATES_DETECTED}, unless the
     * request's header {@code Sforce-Duplicate-Rule-Header} says {@code allowSave=true}.
     *
     * @param field the field
     * @return these rules
     */
    public SalesforceRules alertDuplicates(String field) {
        synchronized (database) {
            database.rules().duplicates(object, object.field(field), false);
        }
        return this;
    }

    /**
     * A duplicate rule that blocks: records that agree in a field are refused as {@code DUPLICATES_DETECTED}.
     *
     * @param field the field
     * @return these rules
     */
    public SalesforceRules blockDuplicates(String field) {
        synchronized (database) {
            database.rules().duplicates(object, object.field(field), true);
        }
        return this;
    }

    /**
     * Somebody else is writing a record: the next writes of it are refused as {@code UNABLE_TO_LOCK_ROW}.
     *
     * @param id the record
     * @param writes how many writes, 1 or more
     * @return these rules
     */
    public SalesforceRules lock(String id, int writes) {
        synchronized (database) {
            database.rules().lock(id, writes);
        }
        return this;
    }

    /** Ends the rules of all objects. */
    public void clearAll() {
        synchronized (database) {
            database.rules().clear();
        }
    }
}
