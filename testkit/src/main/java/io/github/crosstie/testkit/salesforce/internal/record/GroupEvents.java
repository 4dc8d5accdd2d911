package io.github.crosstie.testkit.salesforce.internal.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Copies of events for the users who are invited: a child event of their own each, which follows its parent and goes with the
 * invitation. The original shows copies to every query of events.
 */
final class GroupEvents {

    private static final List<String> COPIED = List.of(
            "WhoId",
            "WhatId",
            "AccountId",
            "Subject",
            "Location",
            "IsAllDayEvent",
            "ActivityDateTime",
            "ActivityDate",
            "DurationInMinutes",
            "StartDateTime",
            "EndDateTime",
            "EndDate",
            "Description",
            "IsPrivate",
            "ShowAs",
            "Type");
    private static final Set<String> OF_A_COPY = Set.of("IsReminderSet", "ReminderDateTime");

    private final Database database;
    /** Copies by invitation. */
    private final Map<String, String> copies = new HashMap<>();

    GroupEvents(Database database) {
        this.database = database;
    }

    /** Somebody was invited. */
    void invited(StoredRow invitation, Actor actor) {
        StoredRow event = database.find(String.valueOf(invitation.text("EventId")));
        if (event == null || !invitation.flag("IsInvitee")) {
            return;
        }
        Map<FieldDefinition, @Nullable Object> changes = new HashMap<>();
        if (!event.flag("IsGroupEvent")) {
            changes.put(event.object().field("IsGroupEvent"), true);
            if ("0".equals(event.text("GroupEventType"))) {
                changes.put(event.object().field("GroupEventType"), "1");
            }
            stamp(event.object(), changes, actor);
            event = event.with(changes);
            database.put(event);
        }
        String invited = invitation.text("RelationId");
        if (invited != null && invited.startsWith("005") && !invited.equals(event.text("OwnerId"))) {
            String copy = database.nextId(event.object());
            copies.put(invitation.id(), copy);
            database.put(copy(event, copy, invited, actor));
        }
    }

    private StoredRow copy(StoredRow event, String id, String owner, Actor actor) {
        ObjectDefinition object = event.object();
        Map<FieldDefinition, @Nullable Object> values = new HashMap<>();
        object.fields().stream()
                .filter(field -> field.type() == FieldType.BOOLEAN)
                .forEach(field -> values.put(field, false));
        values.put(object.field("Id"), id);
        values.put(object.field("OwnerId"), owner);
        values.put(object.field("IsChild"), true);
        values.put(object.field("IsGroupEvent"), true);
        values.put(object.field("GroupEventType"), "1");
        values.put(object.field("CreatedDate"), database.now());
        values.put(object.field("CreatedById"), actor.userId());
        stamp(object, values, actor);
        return StoredRow.of(object, values).with(followed(event));
    }

    /** An event was edited: its copies follow. */
    void edited(StoredRow event, Actor actor) {
        database.table("EventRelation").rowsBy("EventId", event.id()).stream()
                .map(this::copyOf)
                .forEach(copy -> {
                    if (copy != null) {
                        Map<FieldDefinition, @Nullable Object> changes = new HashMap<>(followed(event));
                        stamp(copy.object(), changes, actor);
                        database.put(copy.with(changes));
                    }
                });
    }

    /** The copy that goes with an invitation; null if there is none any more. */
    @Nullable
    StoredRow copyOf(StoredRow invitation) {
        String id = copies.get(invitation.id());
        StoredRow copy = id == null ? null : database.find(id);
        return copy == null || copy.deleted() ? null : copy;
    }

    /** Of a copy, the reminder alone can be edited, and nobody is invited to it. */
    void check(StoredRow row, Map<FieldDefinition, ?> changes) {
        if (row.object().name().equals("Event") && row.flag("IsChild")) {
            Set<String> refused = changes.keySet().stream()
                    .map(FieldDefinition::name)
                    .filter(field -> !OF_A_COPY.contains(field))
                    .collect(Collectors.toSet());
            if (!refused.isEmpty()) {
                throw new Refusal(
                        "FIELD_INTEGRITY_EXCEPTION",
                        "A child event takes changes of its reminder alone",
                        refused.stream().sorted().toList());
            }
        }
        if (row.object().name().equals("EventRelation")) {
            StoredRow event = database.find(String.valueOf(row.text("EventId")));
            if (event != null && event.flag("IsChild")) {
                throw new Refusal("FIELD_INTEGRITY_EXCEPTION", "A child event has no invitees of its own", "EventId");
            }
        }
    }

    private static Map<FieldDefinition, @Nullable Object> followed(StoredRow event) {
        Map<FieldDefinition, @Nullable Object> values = new HashMap<>();
        COPIED.forEach(name -> values.put(event.object().field(name), event.get(name)));
        return values;
    }

    private void stamp(ObjectDefinition object, Map<FieldDefinition, @Nullable Object> values, Actor actor) {
        values.put(object.field("LastModifiedDate"), database.now());
        values.put(object.field("LastModifiedById"), actor.userId());
        values.put(object.field("SystemModstamp"), database.now());
    }
}
