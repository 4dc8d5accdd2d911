package io.github.crosstie.testkit.salesforce.internal.record;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates, edits, deletes and restores records one by one, each wholly or not at all. The database's lock guards it. */
public final class RecordWriter {

    private final Database database;
    private final FieldChecks checks;
    private final Derivation derivation;
    private final GroupEvents groupEvents;
    private final SeriesEvents series;
    private final ClassicSeries classicSeries;
    /** The record with which a record was deleted. */
    private final Map<String, String> deletedWith = new HashMap<>();

    /** Writes to a database. */
    public RecordWriter(Database database) {
        this.database = database;
        checks = new FieldChecks(database);
        derivation = new Derivation(database);
        groupEvents = new GroupEvents(database);
        series = new SeriesEvents(database);
        classicSeries = new ClassicSeries(database);
    }

    /** The record of an id that can be read; otherwise a refusal that tells why. */
    public StoredRow find(ObjectDefinition object, String id, Actor actor) {
        String wide = RecordId.read(id)
                .filter(read -> RecordId.keyPrefix(read).equals(object.keyPrefix()))
                .orElseThrow(() ->
                        new Refusal("MALFORMED_ID", object.name() + " ID: id value of incorrect type: " + id, "Id"));
        StoredRow row = database.table(object).find(wide);
        if (row == null || (!actor.person() && !database.permissions().sees(row))) {
            throw Refusal.notFound();
        }
        if (row.deleted()) {
            throw new Refusal("ENTITY_IS_DELETED", "entity is deleted");
        }
        return row;
    }

    /** Creates a record. */
    public StoredRow insert(
            ObjectDefinition object, Map<FieldDefinition, ? extends @Nullable Object> given, Actor actor) {
        checkObject(object, ObjectDefinition.Ability.CREATE, actor);
        checks.rights(object, given, true, actor);
        Map<FieldDefinition, @Nullable Object> values = new LinkedHashMap<>(given);
        derivation.defaults(object, values, actor);
        derivation.complete(object, null, values);
        if (object.name().equals("Event")) {
            series.complete(object, null, values);
            classicSeries.complete(object, values);
        }
        values.computeIfAbsent(object.field("Id"), id -> database.nextId(object));
        values.putIfAbsent(object.field("CreatedDate"), database.now());
        values.putIfAbsent(object.field("CreatedById"), actor.userId());
        touch(object, values, actor);
        StoredRow row = StoredRow.of(object, values);
        groupEvents.check(row, Map.of());
        return membership(row).orElseGet(() -> save(null, row, values, actor));
    }

    /** Keeps a record as it was somewhere else, with its id and its stamps. */
    public void put(ObjectDefinition object, Map<FieldDefinition, ? extends @Nullable Object> given) {
        Map<FieldDefinition, @Nullable Object> values = new LinkedHashMap<>(given);
        FieldDefinition stamp = object.field("SystemModstamp");
        values.putIfAbsent(stamp, database.now());
        values.putIfAbsent(object.field("LastModifiedDate"), values.get(stamp));
        values.putIfAbsent(object.field("CreatedDate"), values.get(stamp));
        if (object.find("FirstName") != null) {
            derivation.complete(object, null, values);
        }
        database.put(StoredRow.of(object, values));
    }

    /** Edits a record. A change to what is already there is a change too: the stamps move. */
    public StoredRow update(StoredRow before, Map<FieldDefinition, ? extends @Nullable Object> given, Actor actor) {
        ObjectDefinition object = before.object();
        checkObject(object, ObjectDefinition.Ability.UPDATE, actor);
        checkRow(before, actor);
        checks.rights(object, given, false, actor);
        if (!actor.person()) {
            groupEvents.check(before, given);
        }
        Map<FieldDefinition, @Nullable Object> changes = new LinkedHashMap<>(given);
        derivation.complete(object, before, changes);
        if (object.name().equals("Event")) {
            series.complete(object, before, changes);
        }
        touch(object, changes, actor);
        return save(before, before.with(changes), changes, actor);
    }

    /** The membership that is there already: who adds it again gets it. */
    private Optional<StoredRow> membership(StoredRow row) {
        return !row.object().name().equals("GroupMember")
                ? Optional.empty()
                : database.table(row.object()).rowsBy("GroupId", row.get("GroupId")).stream()
                        .filter(there -> Objects.equals(there.get("UserOrGroupId"), row.get("UserOrGroupId")))
                        .findFirst();
    }

    private StoredRow save(
            @Nullable StoredRow before, StoredRow row, Map<FieldDefinition, @Nullable Object> changes, Actor actor) {
        checks.required(row);
        changes.forEach((field, value) -> {
            checks.form(field, value);
            checks.reference(row.object(), field, value, actor);
            checks.unique(row, field);
        });
        if (!actor.person()) {
            database.rules().check(row, before, database.table(row.object()), actor);
        }
        database.put(row);
        if (before == null && row.object().name().equals("EventRelation")) {
            groupEvents.invited(row, actor);
        } else if (before != null && row.object().name().equals("Event")) {
            groupEvents.edited(row, actor);
        }
        series.saved(before, row, actor);
        classicSeries.saved(before, row, actor);
        return row;
    }

    /** Deletes a record and what hangs on it: into the recycle bin where the object has one. */
    public void delete(StoredRow row, Actor actor) {
        checkObject(row.object(), ObjectDefinition.Ability.DELETE, actor);
        checkRow(row, actor);
        delete(row, row.id(), actor);
    }

    private void delete(StoredRow row, String root, Actor actor) {
        for (ObjectDefinition.Children children : row.object().children()) {
            if (children.cascades()) {
                database.table(children.object()).rowsBy(children.field(), row.id()).stream()
                        .filter(child -> !child.deleted())
                        .forEach(child -> delete(child, root, actor));
            }
        }
        classicSeries.occurrences(row).forEach(occurrence -> delete(occurrence, root, actor));
        StoredRow copy = groupEvents.copyOf(row);
        if (copy != null) {
            delete(copy, root, actor);
        }
        if (row.object().can(ObjectDefinition.Ability.BIN)) {
            Map<FieldDefinition, @Nullable Object> changes = new HashMap<>();
            changes.put(row.object().field("IsDeleted"), true);
            touch(row.object(), changes, actor);
            database.put(row.with(changes));
            deletedWith.put(row.id(), root);
        } else {
            database.remove(row);
        }
        database.logDeletion(row);
    }

    /** Takes a record out of the recycle bin, and what was deleted with it. */
    public void undelete(String id, Actor actor) {
        StoredRow row = database.find(id);
        if (row == null || (!actor.person() && !database.permissions().sees(row))) {
            throw new Refusal("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");
        }
        if (!row.deleted()) {
            throw new Refusal("UNDELETE_FAILED", "Entity is not in the recycle bin");
        }
        database.schema()
                .objects()
                .forEach(object -> List.copyOf(database.table(object).rows()).stream()
                        .filter(child ->
                                child.deleted() && (child.id().equals(id) || id.equals(deletedWith.get(child.id()))))
                        .forEach(child -> restore(child, actor)));
    }

    private void restore(StoredRow row, Actor actor) {
        Map<FieldDefinition, @Nullable Object> changes = new HashMap<>();
        changes.put(row.object().field("IsDeleted"), false);
        touch(row.object(), changes, actor);
        database.put(row.with(changes));
        database.unlogDeletion(row);
        deletedWith.remove(row.id());
    }

    private void touch(ObjectDefinition object, Map<FieldDefinition, @Nullable Object> values, Actor actor) {
        values.putIfAbsent(object.field("LastModifiedDate"), database.now());
        values.putIfAbsent(object.field("LastModifiedById"), actor.userId());
        values.putIfAbsent(object.field("SystemModstamp"), database.now());
    }

    private void checkObject(ObjectDefinition object, ObjectDefinition.Ability ability, Actor actor) {
        if (actor.person()) {
            return;
        }
        if (!database.permissions().sees(object)) {
            throw Refusal.noObject(object.name());
        }
        if (!object.can(ability)) {
            throw new Refusal(
                    "INVALID_TYPE_FOR_OPERATION",
                    "entity type " + object.name() + " does not support "
                            + ability.name().toLowerCase(Locale.ROOT));
        }
        if (!database.permissions().edits(object)) {
            throw insufficient();
        }
    }

    private void checkRow(StoredRow row, Actor actor) {
        if (actor.person()) {
            return;
        }
        if (!database.permissions().edits(row)) {
            throw insufficient();
        }
        database.rules().checkLock(row.id());
    }

    private static Refusal insufficient() {
        return new Refusal("INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id");
    }
}
