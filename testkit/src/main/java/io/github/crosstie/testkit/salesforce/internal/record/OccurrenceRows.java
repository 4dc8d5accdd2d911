package io.github.crosstie.testkit.salesforce.internal.record;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes, edits and removes the records of a series' occurrences, as both kinds of series have them. */
final class OccurrenceRows {

    /** What an occurrence takes over from its series. */
    static final List<String> FOLLOWED = List.of(
            "WhoId", "WhatId", "AccountId", "Subject", "Location", "Description", "IsPrivate", "ShowAs", "Type");

    private final Database database;

    OccurrenceRows(Database database) {
        this.database = database;
    }

    /** An occurrence comes to be. */
    void add(StoredRow series, Instant start, Instant end, Map<String, ? extends @Nullable Object> own, Actor actor) {
        ObjectDefinition event = series.object();
        Map<FieldDefinition, @Nullable Object> values = new HashMap<>();
        event.fields().stream()
                .filter(field -> field.type() == FieldType.BOOLEAN)
                .forEach(field -> values.put(field, false));
        FOLLOWED.forEach(name -> values.put(event.field(name), series.get(name)));
        values.put(event.field("OwnerId"), series.get("OwnerId"));
        values.put(event.field("GroupEventType"), "0");
        values.put(event.field("IsAllDayEvent"), series.get("IsAllDayEvent"));
        own.forEach((name, value) -> values.put(event.field(name), value));
        values.put(event.field("StartDateTime"), start);
        values.put(event.field("EndDateTime"), end);
        new EventTimes(event, null, values).complete();
        values.put(event.field("Id"), database.nextId(event));
        values.put(event.field("CreatedDate"), database.now());
        values.put(event.field("CreatedById"), actor.userId());
        stamp(event, values, actor);
        database.put(StoredRow.of(event, values));
    }

    /** An occurrence takes over some fields of its series. */
    void follow(StoredRow series, StoredRow occurrence, List<String> fields, Actor actor) {
        Map<FieldDefinition, @Nullable Object> changes = new HashMap<>();
        fields.forEach(name -> {
            if (!Objects.equals(occurrence.get(name), series.get(name))) {
                changes.put(series.object().field(name), series.get(name));
            }
        });
        if (!changes.isEmpty()) {
            stamp(series.object(), changes, actor);
            database.put(occurrence.with(changes));
        }
    }

    /** An occurrence goes, as its series has another one in its place. */
    void remove(StoredRow occurrence) {
        ObjectDefinition event = occurrence.object();
        database.put(
                occurrence.with(Map.of(event.field("IsDeleted"), true, event.field("SystemModstamp"), database.now())));
        database.logDeletion(occurrence);
    }

    private void stamp(ObjectDefinition object, Map<FieldDefinition, @Nullable Object> values, Actor actor) {
        values.put(object.field("LastModifiedDate"), database.now());
        values.put(object.field("LastModifiedById"), actor.userId());
        values.put(object.field("SystemModstamp"), database.now());
    }
}
