package io.github.crosstie.configuration;

import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every setting of a configuration or business unit as text, under its path. */
final class SettingTexts {

    private final Map<String, String> texts = new TreeMap<>();

    private SettingTexts() {}

    static String of(AssignmentOrder order) {
        return order.kinds().stream().map(Spelling::of).collect(Collectors.joining(", "));
    }

    static Map<String, String> of(SyncConfiguration configuration) {
        SettingTexts all = new SettingTexts();
        all.put("name", configuration.name());
        all.put("active", configuration.active());
        if (configuration.modifiedAt() != null) {
            all.put("modifiedAt", configuration.modifiedAt());
        }
        all.assignments("assignments", configuration.assignments());
        all.records("contacts.", configuration.contacts().records());
        all.put("contacts.folder", configuration.contacts().folder());
        all.events("events.", configuration.events());
        all.guard(configuration.deletionGuard());
        all.put("quarantine.firstDelay", configuration.quarantine().firstDelay());
        all.put("quarantine.maximumDelay", configuration.quarantine().maximumDelay());
        return all.texts;
    }

    /** What decides how one kind of record is synced. */
    static Map<String, String> of(SyncConfiguration configuration, ItemKind kind) {
        SettingTexts all = new SettingTexts();
        switch (kind) {
            case CONTACT -> {
                all.records("", configuration.contacts().records());
                all.put("folder", configuration.contacts().folder());
            }
            case EVENT -> all.events("", configuration.events());
        }
        return all.texts;
    }

    static Map<String, String> of(BusinessUnit unit) {
        SettingTexts all = new SettingTexts();
        all.put("name", unit.name());
        if (unit.creator() != null) {
            all.put("creator", unit.creator());
        }
        all.assignments("marketingUsers", unit.marketingUsers());
        all.assignments("salesUsers", unit.salesUsers());
        unit.mapping().roles().forEach((profile, role) -> all.put("mapping[" + profile + "]", role));
        all.put("bothSets", unit.bothSets());
        all.guard(unit.deletionGuard());
        return all.texts;
    }

    private void events(String path, EventSettings events) {
        records(path, events.records());
        put(path + "window.daysBack", events.window().daysBack());
        put(path + "window.daysAhead", events.window().daysAhead());
        put(path + "privateEvents", events.privateEvents());
        put(path + "invitations", events.invitations());
        put(path + "attendeeLimit", events.attendeeLimit());
    }

    private void records(String path, RecordSettings records) {
        put(path + "direction", records.direction());
        for (FieldMapping mapping : records.fields()) {
            put(
                    path + "fields[" + text(mapping.crm()) + "]",
                    text(mapping.mail()) + ", " + Spelling.of(mapping.direction()));
        }
        put(path + "ambiguousMatches", records.ambiguousMatches());
        put(path + "conflicts", records.conflicts());
        put(path + "changedAgainstDeleted", records.changedAgainstDeleted());
        put(path + "crmDeletions", records.deletions(Side.CRM));
        put(path + "mailDeletions", records.deletions(Side.MAIL));
        records.filters().forEach(filter -> put(path + "filters[" + text(filter) + "]", "required"));
        put(path + "leaving", records.leaving());
        put(path + "cap", records.cap());
    }

    private void assignments(String path, List<Assignment> assignments) {
        for (Assignment assignment : assignments) {
            String target = Spelling.of(assignment.kind()) + " " + assignment.targetId();
            put(path + "[" + target + "]", text(assignment));
        }
    }

    private void guard(DeletionGuard guard) {
        put("deletionGuard.maximum", guard.maximum());
        put("deletionGuard.shareFrom", guard.shareFrom());
        put("deletionGuard.share", guard.share());
        put("deletionGuard.window", guard.window());
    }

    private void put(String path, Object value) {
        texts.put(path, value instanceof Enum<?> constant ? Spelling.of(constant) : value.toString());
    }

    private static String text(Assignment assignment) {
        String made = assignment.assignedAt() == null ? "assigned" : "assigned " + assignment.assignedAt();
        boolean portal = assignment instanceof Assignment.OfRoleAndSubordinates subtree && !subtree.internalOnly();
        return portal ? made + ", portal roles included" : made;
    }

    private static String text(Field<?> field) {
        return field.type() == FieldType.TEXT ? field.name() : field.name() + " (" + Spelling.of(field.type()) + ")";
    }

    private static String text(Filter filter) {
        return Spelling.of(filter.side()) + " " + text(filter.field()) + " " + Spelling.of(filter.operator())
                + filter.values().stream().map(SettingTexts::quoted).collect(Collectors.joining());
    }

    private static String quoted(String value) {
        return " \"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
