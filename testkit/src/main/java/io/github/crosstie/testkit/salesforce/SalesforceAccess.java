package io.github.crosstie.testkit.salesforce;

import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.ObjectDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.Permissions;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * What the connected user may see and edit: everything at first. What is out of sight is not refused but missing, in queries,
 * in describe and in the log of deletions, which is how a lost permission looks. Thread-safe.
 */
public final class SalesforceAccess {

    private final Database database;

    SalesforceAccess(Database database) {
        this.database = database;
    }

    /**
     * An object is out of sight: queries of it are refused as of an unknown type.
     *
     * @param object its name
     */
    public void hideObject(String object) {
        change(object, Permissions::hide);
    }

    /**
     * Fields are out of sight: queries of them are refused as of unknown columns.
     *
     * @param object the object's name
     * @param fields the fields' names
     */
    public void hideFields(String object, String... fields) {
        change(object, (permissions, found) -> {
            for (String field : fields) {
                permissions.hide(found, found.field(field));
            }
        });
    }

    /**
     * Records are out of sight, instead of those that this method named before for the object.
     *
     * @param object the object's name
     * @param records which; called while the server's records are locked
     */
    public void hideRecords(String object, Predicate<SalesforceRecord> records) {
        change(object, (permissions, found) -> permissions.hide(found, row -> records.test(SalesforceRecord.of(row))));
    }

    /**
     * No record of an object can be written.
     *
     * @param object its name
     */
    public void forbidObject(String object) {
        change(object, Permissions::lock);
    }

    /**
     * Fields can be read and not written.
     *
     * @param object the object's name
     * @param fields the fields' names
     */
    public void forbidFields(String object, String... fields) {
        change(object, (permissions, found) -> {
            for (String field : fields) {
                permissions.lock(found, found.field(field));
            }
        });
    }

    /**
     * Records can be read and neither edited nor deleted, instead of those that this method named before for the object.
     *
     * @param object the object's name
     * @param records which; called while the server's records are locked
     */
    public void forbidRecords(String object, Predicate<SalesforceRecord> records) {
        change(object, (permissions, found) -> permissions.lock(found, row -> records.test(SalesforceRecord.of(row))));
    }

    /** Everything is allowed again. */
    public void allowAll() {
        synchronized (database) {
            database.permissions().clear();
        }
    }

    private void change(String object, BiConsumer<Permissions, ObjectDefinition> change) {
        synchronized (database) {
            change.accept(database.permissions(), database.schema().object(object));
        }
    }
}
