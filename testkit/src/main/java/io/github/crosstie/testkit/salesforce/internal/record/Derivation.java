package io.github.crosstie.testkit.salesforce.internal.record;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the system adds to a record that somebody saves: defaults, names, the account of an event. */
final class Derivation {

    private final Database database;

    Derivation(Database database) {
        this.database = database;
    }

    /** What a new record has where nobody says anything. */
    void defaults(ObjectDefinition object, Map<FieldDefinition, @Nullable Object> values, Actor actor) {
        object.fields().stream()
                .filter(field -> field.type() == FieldType.BOOLEAN)
                .forEach(field -> values.putIfAbsent(field, false));
        switch (object.name()) {
            case "User" -> {
                values.putIfAbsent(object.field("UserType"), "Standard");
                values.putIfAbsent(object.field("TimeZoneSidKey"), "GMT");
            }
            case "UserRole" -> values.putIfAbsent(object.field("PortalType"), "None");
            case "Account", "Contact", "Lead", "Event" -> values.putIfAbsent(object.field("OwnerId"), actor.userId());
            case "EventRelation" -> values.putIfAbsent(object.field("Status"), "New");
            default -> {
                return;
            }
        }
        if (object.name().equals("Event")) {
            boolean series = Boolean.TRUE.equals(values.get(object.field("IsRecurrence2")));
            values.putIfAbsent(object.field("GroupEventType"), series ? "3" : "0");
            values.putIfAbsent(object.field("ShowAs"), "Busy");
        }
        if (object.name().equals("EventRelation")) {
            boolean other = Boolean.TRUE.equals(values.get(object.field("IsParent")))
                    || Boolean.TRUE.equals(values.get(object.field("IsWhat")));
            values.put(object.field("IsInvitee"), !other); // without shared activities, all others are invitees
        }
    }

    /** What follows from the changes. */
    void complete(ObjectDefinition object, @Nullable StoredRow before, Map<FieldDefinition, @Nullable Object> changes) {
        switch (object.name()) {
            case "User", "Contact", "Lead" ->
                changes.put(
                        object.field("Name"),
                        Stream.of("FirstName", "MiddleName", "LastName", "Suffix")
                                .filter(part -> object.find(part) != null)
                                .map(part -> value(object.field(part), before, changes))
                                .filter(Objects::nonNull)
                                .map(String::valueOf)
                                .collect(Collectors.joining(" ")));
            case "Event" -> {
                new EventTimes(object, before, changes).complete();
                changes.put(object.field("AccountId"), account(object, before, changes));
            }
            default -> {
                return;
            }
        }
    }

    private @Nullable Object account(
            ObjectDefinition event, @Nullable StoredRow before, Map<FieldDefinition, @Nullable Object> changes) {
        Object what = value(event.field("WhatId"), before, changes);
        if (what != null) {
            return what;
        }
        Object who = value(event.field("WhoId"), before, changes);
        StoredRow contact = who == null ? null : database.find(who.toString());
        return contact == null ? null : contact.get("AccountId");
    }

    private static @Nullable Object value(
            FieldDefinition field, @Nullable StoredRow before, Map<FieldDefinition, @Nullable Object> changes) {
        if (changes.containsKey(field)) {
            return changes.get(field);
        }
        return before == null ? null : before.get(field);
    }
}
