package io.github.crosstie.examples.systems;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.salesforce.SalesforceOrganization;
import io.github.crosstie.testkit.salesforce.SalesforceRecord;
import io.github.crosstie.testkit.salesforce.SalesforceRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What a user owns in Salesforce. An all-day event's last day is included, while an item's end is the day after. */
final class SalesforceScreen extends Screen {

    private final SalesforceRecords records;
    private final String owner;
    private final ItemKind kind;
    private final TextColumns columns;

    private SalesforceScreen(SalesforceRecords records, String owner, ItemKind kind, TextColumns columns) {
        this.records = records;
        this.owner = owner;
        this.kind = kind;
        this.columns = columns;
    }

    static SalesforceScreen of(SalesforceOrganization organization, Owner owner, ItemKind kind) {
        return kind == ItemKind.CONTACT
                ? new SalesforceScreen(organization.contacts(), owner.value(), kind, TextColumns.SALESFORCE_CONTACT)
                : new SalesforceScreen(organization.events(), owner.value(), kind, TextColumns.SALESFORCE_EVENT);
    }

    @Override
    public void create(Item item) {
        Map<String, Object> values = new LinkedHashMap<>(Map.of("OwnerId", owner));
        item.values().forEach((field, value) -> values.putAll(values(field, value)));
        records.create(values);
    }

    @Override
    void change(String id, Field<?> field, Object value) {
        records.edit(id, values(field, value));
    }

    @Override
    void remove(String id) {
        records.delete(id);
    }

    @Override
    Map<String, Item> byId() {
        Map<String, Item> items = new LinkedHashMap<>();
        for (SalesforceRecord record : records.all()) {
            if (owner.equals(record.text("OwnerId"))) {
                items.put(record.id(), item(record));
            }
        }
        return items;
    }

    private Map<String, ?> values(Field<?> field, Object value) {
        if (value instanceof EventTime.Timed timed) {
            return Map.of(
                    "IsAllDayEvent", false,
                    "StartDateTime", timed.start().toInstant(),
                    "EndDateTime", timed.end().toInstant());
        }
        if (value instanceof EventTime.AllDay days) {
            return Map.of(
                    "IsAllDayEvent", true,
                    "ActivityDate", days.firstDay(),
                    "EndDateTime", days.endDay().minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        return Map.of(columns.name(field), value);
    }

    private Item item(SalesforceRecord record) {
        Item.Builder item = columns.read(record::text);
        return kind == ItemKind.EVENT ? item.set(EventFields.TIME, time(record)).build() : item.build();
    }

    private EventTime time(SalesforceRecord event) {
        Instant start = Objects.requireNonNull(event.moment("StartDateTime"), "every event has a start");
        Instant end = Objects.requireNonNull(event.moment("EndDateTime"), "every event has an end");
        return event.flag("IsAllDayEvent")
                ? new EventTime.AllDay(day(start), day(end).plusDays(1))
                : new EventTime.Timed(start.atZone(Systems.ZONE), end.atZone(Systems.ZONE));
    }

    private static LocalDate day(Instant midnight) {
        return midnight.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
