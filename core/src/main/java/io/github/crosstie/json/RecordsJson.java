package io.github.crosstie.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.configuration.AmbiguousMatchPolicy;
import io.github.crosstie.configuration.ChangedAgainstDeletedPolicy;
import io.github.crosstie.configuration.ConflictPolicy;
import io.github.crosstie.configuration.ContactSettings;
import io.github.crosstie.configuration.DeletePolicy;
import io.github.crosstie.configuration.EventSettings;
import io.github.crosstie.configuration.EventWindow;
import io.github.crosstie.configuration.InvitationPolicy;
import io.github.crosstie.configuration.LeavePolicy;
import io.github.crosstie.configuration.PrivateEventPolicy;
import io.github.crosstie.configuration.RecordSettings;
import io.github.crosstie.configuration.Spelling;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import java.util.stream.Stream;

/** How contacts and events are synced: two objects that share most of their settings. */
final class RecordsJson {

    private static final String[] SHARED = {
        "direction",
        "fields",
        "ambiguousMatches",
        "conflicts",
        "changedAgainstDeleted",
        "crmDeletions",
        "mailDeletions",
        "filters",
        "leaving",
        "cap"
    };

    private RecordsJson() {}

    static ContactSettings readContacts(JsonPlace place) {
        JsonSection section = place.section(sharedAnd("folder"));
        RecordSettings records = readRecords(section, ContactSettings.DEFAULT.records());
        String folder = section.get("folder", JsonPlace::text, ContactSettings.DEFAULT_FOLDER);
        return place.build(() -> new ContactSettings(records, folder));
    }

    static EventSettings readEvents(JsonPlace place) {
        JsonSection section = place.section(sharedAnd("window", "privateEvents", "invitations", "attendeeLimit"));
        EventSettings byDefault = EventSettings.DEFAULT;
        RecordSettings records = readRecords(section, byDefault.records());
        EventWindow window = section.get("window", RecordsJson::readWindow, byDefault.window());
        PrivateEventPolicy privateEvents =
                section.get("privateEvents", at -> at.constant(PrivateEventPolicy.class), byDefault.privateEvents());
        InvitationPolicy invitations =
                section.get("invitations", at -> at.constant(InvitationPolicy.class), byDefault.invitations());
        int attendeeLimit = section.get("attendeeLimit", JsonPlace::integer, byDefault.attendeeLimit());
        return place.build(() -> new EventSettings(records, window, privateEvents, invitations, attendeeLimit));
    }

    private static String[] sharedAnd(String... own) {
        return Stream.concat(Stream.of(SHARED), Stream.of(own)).toArray(String[]::new);
    }

    private static EventWindow readWindow(JsonPlace place) {
        JsonSection section = place.section("daysBack", "daysAhead");
        int back = section.get("daysBack", JsonPlace::integer, EventWindow.DEFAULT.daysBack());
        int ahead = section.get("daysAhead", JsonPlace::integer, EventWindow.DEFAULT.daysAhead());
        return place.build(() -> new EventWindow(back, ahead));
    }

    private static RecordSettings readRecords(JsonSection section, RecordSettings byDefault) {
        ItemKind kind = byDefault.kind();
        RecordSettings.Builder records = byDefault.toBuilder();
        section.find("direction").ifPresent(at -> records.direction(at.constant(SyncDirection.class)));
        section.find("fields").ifPresent(at -> records.fields(at.items(item -> FieldJson.readMapping(kind, item))));
        section.find("ambiguousMatches")
                .ifPresent(at -> records.ambiguousMatches(at.constant(AmbiguousMatchPolicy.class)));
        section.find("conflicts").ifPresent(at -> records.conflicts(at.constant(ConflictPolicy.class)));
        section.find("changedAgainstDeleted")
                .ifPresent(at -> records.changedAgainstDeleted(at.constant(ChangedAgainstDeletedPolicy.class)));
        section.find("crmDeletions").ifPresent(at -> records.deletions(Side.CRM, at.constant(DeletePolicy.class)));
        section.find("mailDeletions").ifPresent(at -> records.deletions(Side.MAIL, at.constant(DeletePolicy.class)));
        section.find("filters").ifPresent(at -> records.filters(at.items(item -> FieldJson.readFilter(kind, item))));
        section.find("leaving").ifPresent(at -> records.leaving(at.constant(LeavePolicy.class)));
        section.find("cap").ifPresent(at -> records.cap(at.integer()));
        return section.place().build(records::build);
    }

    static void write(ContactSettings contacts, ObjectNode into) {
        write(contacts.records(), into);
        into.put("folder", contacts.folder());
    }

    static void write(EventSettings events, ObjectNode into) {
        write(events.records(), into);
        into.putObject("window")
                .put("daysBack", events.window().daysBack())
                .put("daysAhead", events.window().daysAhead());
        into.put("privateEvents", Spelling.of(events.privateEvents()));
        into.put("invitations", Spelling.of(events.invitations()));
        into.put("attendeeLimit", events.attendeeLimit());
    }

    private static void write(RecordSettings records, ObjectNode into) {
        into.put("direction", Spelling.of(records.direction()));
        into.set("fields", FieldJson.writeMappings(records.fields()));
        into.put("ambiguousMatches", Spelling.of(records.ambiguousMatches()));
        into.put("conflicts", Spelling.of(records.conflicts()));
        into.put("changedAgainstDeleted", Spelling.of(records.changedAgainstDeleted()));
        into.put("crmDeletions", Spelling.of(records.deletions(Side.CRM)));
        into.put("mailDeletions", Spelling.of(records.deletions(Side.MAIL)));
        into.set("filters", FieldJson.writeFilters(records.filters()));
        into.put("leaving", Spelling.of(records.leaving()));
        into.put("cap", records.cap());
    }
}
