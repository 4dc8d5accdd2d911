package io.github.crosstie.testkit.salesforce;

import io.github.crosstie.testkit.salesforce.internal.record.Actor;
import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.FieldDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.FieldValues;
import io.github.crosstie.testkit.salesforce.internal.record.ObjectDefinition;
import io.github.crosstie.testkit.salesforce.internal.record.RecordId;
import io.github.crosstie.testkit.salesforce.internal.record.RecordWriter;
import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import io.github.crosstie.testkit.salesforce.internal.record.StoredRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The records of one object in people's hands. People are not bound by the connected user's permissions, validation rules and
 * faults; lengths, required fields and the times of events bind them too. A test may also set what only the system writes
 * otherwise, stamps and ids included. Thread-safe; what is done here is done when the method returns.
 */
public final class SalesforceRecords {

    private final Database database;
    private final RecordWriter writer;
    private final ObjectDefinition object;
    private final Supplier<String> administrator;
    private final @Nullable String userId; // null: whoever owns the record

    SalesforceRecords(
            Database database,
            RecordWriter writer,
            ObjectDefinition object,
            Supplier<String> administrator,
            @Nullable String userId) {
        this.database = database;
        this.writer = writer;
        this.object = object;
        this.administrator = administrator;
        this.userId = userId;
    }

    /**
     * The same in the hands of one user, who becomes the one that created or last modified the records. Otherwise that is a
     * record's owner, or the organization's administrator where it has none.
     *
     * @param userId the user
     * @return another view of these records
     */
    public SalesforceRecords as(String userId) {
        Objects.requireNonNull(userId, "userId");
        return new SalesforceRecords(database, writer, object, administrator, userId);
    }

    /**
     * Creates a record.
     *
     * @param fields values by field: a String, Boolean, Number, Instant or LocalDate, or the text of one
     * @return its id
     * @throws IllegalArgumentException if a field is unknown, required or too long; the message says which
     */
    public String create(Map<String, ?> fields) {
        return act(() -> {
            Map<FieldDefinition, @Nullable Object> values = values(fields);
            FieldDefinition owner = object.find("OwnerId");
            Object ownerId = owner == null ? null : values.get(owner);
            return writer.insert(object, values, actor(ownerId)).id();
        });
    }

    /**
     * Edits a record.
     *
     * @param id its id
     * @param fields the new values; a blank text empties a field
     * @throws IllegalArgumentException if there is no such record or field, or a value does not fit
     */
    public void edit(String id, Map<String, ?> fields) {
        act(() -> writer.update(row(id), values(fields), actor(row(id).get("OwnerId"))));
    }

    /**
     * Edits one field of a record.
     *
     * @param id its id
     * @param field the field
     * @param value the new value; null empties the field
     * @throws IllegalArgumentException if there is no such record or field, or the value does not fit
     */
    public void edit(String id, String field, @Nullable Object value) {
        edit(id, Map.of(field, value == null ? "" : value));
    }

    /**
     * Deletes a record and what hangs on it: into the recycle bin where the object has one.
     *
     * @param id its id
     * @throws IllegalArgumentException if there is no such record
     */
    public void delete(String id) {
        act(() -> {
            writer.delete(row(id), actor(row(id).get("OwnerId")));
            return id;
        });
    }

    /**
     * Takes a record out of the recycle bin, and what was deleted with it.
     *
     * @param id its id
     * @throws IllegalArgumentException if it is not there
     */
    public void undelete(String id) {
        act(() -> {
            writer.undelete(RecordId.read(id).orElse(id), actor(null));
            return id;
        });
    }

    /**
     * Empties the recycle bin of a record: it is gone for good, its deletion stays in the log.
     *
     * @param id its id
     * @throws IllegalArgumentException if it is not in the recycle bin
     */
    public void purge(String id) {
        act(() -> {
            StoredRow row = database.find(RecordId.read(id).orElse(id));
            if (row == null || !row.deleted()) {
                throw new IllegalArgumentException("record " + id + " is not in the recycle bin; delete it first");
            }
            database.remove(row);
            return id;
        });
    }

    /**
     * Merges a record into another: it goes into the recycle bin and names the other as its master.
     *
     * @param masterId the one that stays
     * @param id the one that goes
     * @throws IllegalArgumentException if there is no such record, or the object's records cannot be merged
     */
    public void merge(String masterId, String id) {
        act(() -> {
            edit(id, "MasterRecordId", row(masterId).id());
            delete(id);
            edit(masterId, Map.of()); // what the master takes over, the test says; its stamp moves in any case
            return id;
        });
    }

    /**
     * A record, deleted or not.
     *
     * @param id its id in either form
     * @return the record; empty if there is none
     */
    public Optional<SalesforceRecord> find(String id) {
        synchronized (database) {
            return RecordId.read(id).map(database.table(object)::find).map(SalesforceRecord::of);
        }
    }

    /**
     * A record that is known to be there, deleted or not.
     *
     * @param id its id
     * @return the record
     * @throws IllegalArgumentException if there is none
     */
    public SalesforceRecord get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException(
                "there is no " + object.name() + " with the id " + id + "; it was never created, or purged"));
    }

    /**
     * All records outside the recycle bin.
     *
     * @return an unmodifiable list in the order of their creation
     */
    public List<SalesforceRecord> all() {
        return records(false);
    }

    /**
     * All records in the recycle bin.
     *
     * @return an unmodifiable list in the order of their creation
     */
    public List<SalesforceRecord> inRecycleBin() {
        return records(true);
    }

    private List<SalesforceRecord> records(boolean deleted) {
        synchronized (database) {
            return database.table(object).rows().stream()
                    .filter(row -> row.deleted() == deleted)
                    .map(SalesforceRecord::of)
                    .toList();
        }
    }

    /**
     * How many records there are outside the recycle bin.
     *
     * @return the number
     */
    public int count() {
        synchronized (database) {
            return (int) database.table(object).rows().stream()
                    .filter(row -> !row.deleted())
                    .count();
        }
    }

    private Map<FieldDefinition, @Nullable Object> values(Map<String, ?> fields) {
        Map<FieldDefinition, @Nullable Object> values = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            FieldDefinition field = object.field(name);
            values.put(field, FieldValues.read(field, value));
        });
        return values;
    }

    private StoredRow row(String id) {
        return writer.find(object, id, Actor.person(""));
    }

    private Actor actor(@Nullable Object ownerId) {
        String acting = userId != null ? userId : Objects.toString(ownerId, null);
        return Actor.person(acting != null ? acting : administrator.get());
    }

    private <T> T act(Supplier<T> action) {
        synchronized (database) {
            try {
                return action.get();
            } catch (Refusal refusal) {
                throw new IllegalArgumentException(
                        object.name() + ": " + refusal.code() + " " + refusal.fields() + "; say something else",
                        refusal);
            }
        }
    }
}
