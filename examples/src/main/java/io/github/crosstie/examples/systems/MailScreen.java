package io.github.crosstie.examples.systems;

import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** A mailbox as its owner sees it, on Exchange or in Microsoft Graph: the calendar, and the contacts that take part. */
final class MailScreen extends Screen {

    /** What Windows calls the zone where everybody lives. */
    private static final String WINDOWS_ZONE = "W. Europe Standard Time";

    private final LoopbackFolder folder;
    private final ItemKind kind;
    private final TextColumns columns;

    private MailScreen(LoopbackFolder folder, ItemKind kind, TextColumns columns) {
        this.folder = folder;
        this.kind = kind;
        this.columns = columns;
    }

    static MailScreen of(LoopbackMailbox mailbox, ItemKind kind) {
        return kind == ItemKind.CONTACT
                ? new MailScreen(mailbox.folder(SampleServers.SYNC_FOLDER), kind, TextColumns.MAIL_CONTACT)
                : new MailScreen(mailbox.calendar(), kind, TextColumns.MAIL_EVENT);
    }

    @Override
    public void create(Item item) {
        Map<String, String> values = new LinkedHashMap<>();
        item.values().forEach((field, value) -> values.putAll(values(field, value)));
        folder.put(values);
    }

    @Override
    void change(String id, Field<?> field, Object value) {
        folder.edit(id, values(field, value));
    }

    @Override
    void remove(String id) {
        folder.delete(id);
    }

    @Override
    Map<String, Item> byId() {
        Map<String, Item> items = new LinkedHashMap<>();
        folder.list().forEach(item -> items.put(item.id(), item(item)));
        return items;
    }

    private Map<String, String> values(Field<?> field, Object value) {
        if (value instanceof EventTime.Timed timed) {
            return time(timed.start(), timed.end(), false);
        }
        if (value instanceof EventTime.AllDay days) {
            return time(
                    days.firstDay().atStartOfDay(Systems.ZONE), days.endDay().atStartOfDay(Systems.ZONE), true);
        }
        return Map.of(columns.name(field), value.toString());
    }

    private static Map<String, String> time(ZonedDateTime start, ZonedDateTime end, boolean isAllDay) {
        return Map.of(
                "Start", start.toInstant().toString(),
                "End", end.toInstant().toString(),
                "StartTimeZone", WINDOWS_ZONE,
                "EndTimeZone", WINDOWS_ZONE,
                "IsAllDayEvent", Boolean.toString(isAllDay));
    }

    private Item item(LoopbackItem item) {
        Item.Builder read = columns.read(item::value);
        return kind == ItemKind.EVENT ? read.set(EventFields.TIME, time(item)).build() : read.build();
    }

    private EventTime time(LoopbackItem event) {
        ZonedDateTime start = Instant.parse(event.value("Start")).atZone(Systems.ZONE);
        ZonedDateTime end = Instant.parse(event.value("End")).atZone(Systems.ZONE);
        return event.value("IsAllDayEvent").equals("true")
                ? new EventTime.AllDay(start.toLocalDate(), end.toLocalDate())
                : new EventTime.Timed(start, end);
    }
}
